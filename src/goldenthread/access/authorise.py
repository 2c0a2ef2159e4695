"""Authorise: the one place that says what somebody may, and which parts of the council they see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from goldenthread.access import queries
from goldenthread.access.models import Person, RoleGrant
from goldenthread.access.permissions import ROLES, Permission
from goldenthread.access.roles import Role
from goldenthread.organisation import queries as organisation
from goldenthread.organisation.hierarchy import Hierarchy


class NotAllowed(PermissionError):
    """Somebody asks for what they may not; the message says which permission it takes, and nothing else."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What something belongs to: a part of the council, a portfolio, and the post that owns it, by code."""

    unit: str = ""
    portfolio: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A role in force. `units` are those within which it holds, None for the whole council.

    A portfolio holder's holds for `portfolio`; an owner's for `posts`.
    """

    role: Role
    units: frozenset[str] | None = frozenset()
    portfolio: str = ""
    posts: frozenset[str] = frozenset()

    def covers(self, subject: Subject) -> bool:
        """Whether something lies within that for which the role is held."""
        return (
            self.units is None
            or (subject.unit != "" and subject.unit in self.units)
            or (self.portfolio != "" and subject.portfolio == self.portfolio)
            or (subject.owner != "" and subject.owner in self.posts)
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Who somebody is at a moment: the posts for which they answer, and the roles they hold.

    `acts_as` is what the audit calls them: the title of their post; where they hold none, their name.
    """

    person: str
    name: str
    email: str
    acts_as: str
    posts: frozenset[str]
    roles: tuple[Held, ...]
    every_unit: frozenset[str]

    def has(self, role: Role) -> bool:
        """Whether a role is held, wherever."""
        return any(held.role == role for held in self.roles)


def standing(code: str, *, at: datetime) -> Standing | None:
    """Who somebody is at a moment; None for a stranger, and where the account is closed."""
    found = queries.person(code, at=at)
    return _standing(found, at) if found else None


def may(who: Standing | None, permission: Permission, subject: Subject | None = None) -> bool:
    """Whether somebody may do this to something; without a subject: to anything that the council has."""
    if who is None:
        return False
    return any(_allows(held, permission, subject or Subject()) for held in who.roles)


def may_somewhere(who: Standing | None, permission: Permission) -> bool:
    """Whether there can be anything to which somebody may do this: whether a way to it is worth showing."""
    if who is None:
        return False
    return any(
        permission in ROLES[held.role].everywhere or permission in ROLES[held.role].within
        for held in who.roles
    )


def check(who: Standing | None, permission: Permission, subject: Subject | None = None) -> None:
    """Raise NotAllowed unless somebody may do this."""
    if not may(who, permission, subject):
        raise NotAllowed(f"this takes the permission {permission}")


def units_seen(who: Standing | None, permission: Permission) -> frozenset[str]:
    """The codes of the parts of the council in which somebody may do this to everything."""
    if who is None:
        return frozenset()
    return frozenset(unit for unit in who.every_unit if may(who, permission, Subject(unit=unit)))


def _allows(held: Held, permission: Permission, subject: Subject) -> bool:
    allowed = ROLES[held.role]
    return permission in allowed.everywhere or (permission in allowed.within and held.covers(subject))


def _standing(found: Person, at: datetime) -> Standing:
    day = at.astimezone(queries.HERE).date()
    posts = organisation.posts(on=day, known_at=at)
    units = organisation.units(on=day, known_at=at)
    own = [code for code in queries.posts_held(found.code, at=at) if code in posts]
    answered = frozenset(code for code in posts if organisation.answering(posts, code).code in own)
    granted = [_held(row, units) for row in queries.grants(found.code, sorted(answered), at=at)]
    owner = [Held(Role.OWNER, posts=answered)] if answered else []
    return Standing(
        person=found.code,
        name=found.name,
        email=found.email,
        acts_as=str(posts[own[0]].title) if own else found.name,
        posts=answered,
        roles=(*granted, *owner),
        every_unit=frozenset(units.units),
    )


def _held(grant: RoleGrant, units: Hierarchy) -> Held:
    role = Role(grant.role)
    if grant.portfolio:
        return Held(role, portfolio=grant.portfolio)
    return Held(role, units=_within(grant.unit, units))


def _within(unit: str, units: Hierarchy) -> frozenset[str] | None:
    """A unit and what lies below it; of a unit that is no longer there, nothing."""
    if not unit:
        return None
    return units.within(unit) if unit in units.units else frozenset()


def titles(who: Standing) -> Iterable[str]:
    """The labels of the roles that somebody holds, each once."""
    return dict.fromkeys(held.role.label for held in who.roles)
