"""How to ask who is who: people, the posts they hold and the roles they were granted, as of a moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from goldenthread.access.models import Person, PostHolding, RoleGrant, User
from goldenthread.audit import versions
from goldenthread.audit.versions import Versioned

HERE: Final = ZoneInfo("Europe/London")

V = TypeVar("V", bound=Versioned)


class NoSuchPerson(LookupError):
    """Nobody of this code or e-mail address is known; the message says who is."""


def person(code: str, *, at: datetime) -> Person | None:
    """Somebody who may sign in at a moment; None for a stranger, and for whom the account is closed."""
    found = _in_force(Person.objects.filter(code=code), at)
    return found[0] if found else None


def people(*, at: datetime) -> list[Person]:
    """Everybody who may sign in at a moment, by name."""
    found = versions.in_force(Person, at.astimezone(HERE).date(), at)
    return sorted(found, key=lambda each: (each.name, each.code))


def by_email(email: str, *, at: datetime) -> Person:
    """Somebody by e-mail address or code, however it is written. Raises NoSuchPerson."""
    said = email.strip().lower()
    for each in people(at=at):
        if said in (each.email.lower(), each.code.lower()):
            return each
    raise NoSuchPerson(
        f"nobody with an account is called {email}: goldenthread people list shows who has one, and "
        "people.yaml in the council folder gives one (goldenthread init)"
    )


def user_of(code: str) -> User:
    """With what somebody signs in. Raises NoSuchPerson."""
    found = User.objects.filter(person=code).first()
    if found is None:
        raise NoSuchPerson(f"{code} has no account: name them in people.yaml, then goldenthread init")
    return found


def person_of(typed: str) -> str:
    """The code of whoever has an account under an address as it was typed; "" for nobody."""
    found = User.objects.filter(email=typed.strip().lower()).values_list("person", flat=True).first()
    return found or ""


def posts_held(code: str, *, at: datetime) -> list[str]:
    """The codes of the posts that somebody holds."""
    return [row.post for row in _in_force(PostHolding.objects.filter(person=code), at)]


def holders(*, at: datetime) -> dict[str, list[str]]:
    """Who holds each post, by the post's code."""
    held: dict[str, list[str]] = {}
    for row in versions.in_force(PostHolding, at.astimezone(HERE).date(), at):
        held.setdefault(row.post, []).append(row.person)
    return held


def grants(code: str, posts: Iterable[str], *, at: datetime) -> list[RoleGrant]:
    """What was granted to somebody, or to one of some posts, and has not ended."""
    asked = RoleGrant.objects.filter(Q(person=code, post="") | Q(post__in=list(posts), person=""))
    day = at.astimezone(HERE).date()
    return [row for row in _in_force(asked, at) if row.effective_to is None or day <= row.effective_to]


def every_grant(*, at: datetime) -> list[RoleGrant]:
    """Every grant that has not ended."""
    day = at.astimezone(HERE).date()
    found = versions.in_force(RoleGrant, day, at)
    return [row for row in found if row.effective_to is None or day <= row.effective_to]


def _in_force(asked: QuerySet[V], at: datetime) -> list[V]:
    """Of each thing the version in force. What is asked for must be said by its code too, so never change."""
    day = at.astimezone(HERE).date()
    known = asked.filter(effective_from__lte=day, known_from__lte=at).order_by("effective_from", "known_from")
    newest = {row.code: row for row in known}
    return [row for _, row in sorted(newest.items()) if not row.is_withdrawn]
