"""How access changes: people, posts and grants by new versions; what is signed in and out is only told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from django.db import IntegrityError, transaction

from goldenthread.access import credentials, queries
from goldenthread.access.models import Person, PostHolding, RoleGrant, User
from goldenthread.access.roles import Role, grant_code
from goldenthread.audit import actions as audit
from goldenthread.audit import versions
from goldenthread.audit.events import Event

SECTIONS: Final[Mapping[str, type[versions.Versioned]]] = {
    "people": Person,
    "post_holdings": PostHolding,
    "grants": RoleGrant,
}


class EmailTaken(ValueError):
    """Two people are to have one e-mail address, by which they could not be told apart."""


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of who is who and what they are granted; whoever is new can be given a password.

    Whoever may no longer sign in is signed out. Raises EmailTaken.
    """
    with transaction.atomic():
        added = {
            name: versions.add(model, rows[name], by=by, at=at)
            for name, model in SECTIONS.items()
            if name in rows
        }
        if any(section.added for section in added.values()):
            _keep_users(by=by, at=at)
    return added


def grant(
    *,
    role: Role,
    reason: str,
    approver: str,
    by: str,
    at: datetime,
    post: str = "",
    person: str = "",
    unit: str = "",
    portfolio: str = "",
    effective_from: date | None = None,
    effective_to: date | None = None,
) -> None:
    """Grant a role to whoever holds a post, or to one person, from a day on, today if none is said."""
    row = {
        "code": grant_code(role=role, post=post, person=person, unit=unit, portfolio=portfolio),
        "role": role.value,
        "post": post,
        "person": person,
        "unit": unit,
        "portfolio": portfolio,
        "effective_from": effective_from or _day(at),
        "effective_to": effective_to,
        "known_from": at,
        "reason": reason,
        "approver": approver,
    }
    load({"grants": [row]}, by=by, at=at)


def end_grant(*, code: str, reason: str, approver: str, by: str, at: datetime) -> None:
    """End a grant today; whoever has it is signed out, and may sign in again for what is left to them."""
    ending = [row for row in queries.every_grant(at=at) if row.code == code]
    holders = queries.holders(at=at)
    with transaction.atomic():
        for row in ending:
            said = _said(row, at, reason, approver)
            versions.add(RoleGrant, [{**said, "is_withdrawn": True}], by=by, at=at)
            for person in [row.person] if row.person else holders.get(row.post, []):
                credentials.end_sessions(person=person, by=by, at=at, why=reason)


def close(*, person: str, reason: str, approver: str, by: str, at: datetime) -> None:
    """Close somebody's account today; they are signed out at once."""
    found = queries.person(person, at=at)
    if found:
        row = {**_said(found, at, reason, approver), "is_withdrawn": True}
        load({"people": [row]}, by=by, at=at)


def tell(event: Event, *, person: str, at: datetime, how: str = "") -> None:
    """Write to the audit that somebody signed in or out, or changed with what they sign in."""
    details = {"by": how} if how else {}
    audit.write(event=event, by=person, at=at, subject=person, details=details)


def _keep_users(*, by: str, at: datetime) -> None:
    """Give everybody a row to sign in with, under their present address; sign out who may sign in no more."""
    open_to = {each.code: each.email.lower() for each in queries.people(at=at)}
    users = {user.person: user for user in User.objects.all()}
    try:
        with transaction.atomic():
            for code, user in users.items():
                if code not in open_to:
                    credentials.end_sessions(person=code, by=by, at=at, why="the account is closed")
                elif user.email != open_to[code]:
                    user.email = open_to[code]
                    user.save(update_fields=["email"])
            for code in sorted(open_to.keys() - users.keys()):
                user = User(person=code, email=open_to[code])
                user.set_unusable_password()
                user.save()
    except IntegrityError as error:
        twice = sorted(email for email in open_to.values() if list(open_to.values()).count(email) > 1)
        raise EmailTaken(
            f"the e-mail address {', '.join(dict.fromkeys(twice)) or 'of somebody'} belongs to two accounts: "
            "give each person their own"
        ) from error


def _said(row: versions.Versioned, at: datetime, reason: str, approver: str) -> dict[str, Any]:
    """What a version says, as the row of another from today on."""
    left_out = {"content_hash", "recorded_at", "audit_number"}
    said = {name: value for name, value in versions.as_rows([row])[0].items() if name not in left_out}
    return {
        **said,
        "effective_from": _day(at),
        "known_from": at,
        "reason": reason,
        "approver": approver,
    }


def _day(at: datetime) -> date:
    return at.astimezone(queries.HERE).date()
