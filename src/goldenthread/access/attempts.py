"""Attempts to sign in: counted by account and by address, so that nobody can try passwords for long.

Kept in the database, so that every worker counts the same, and counted by what was typed: an account that
does not exist is locked like one that does.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from goldenthread.access.models import SignInAttempt
from goldenthread.audit import actions as audit
from goldenthread.audit.events import Event

WINDOW: Final = timedelta(minutes=15)
KEPT: Final = timedelta(days=1)
# How many attempts may fail within the window: on one account from one address, on it from anywhere, and from
# one address on any account. A whole office may share an address.
ON_ACCOUNT_FROM_ADDRESS, ON_ACCOUNT, FROM_ADDRESS = 5, 20, 50
UNKNOWN: Final = "not signed in"


class LockedOut(PermissionError):
    """Too many attempts have failed; the message says when to try again, and not whose account it is."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt under way; it counts as failed until `succeeded` takes it out."""

    id: int
    account: str
    address: str | None


def begin(*, typed: str, address: str, at: datetime, kind: str = "password") -> Attempt:
    """Count an attempt before anything is checked, so that many at once count too. Raises LockedOut."""
    account = hashlib.sha256(f"{kind}:{typed.strip().lower()}".encode()).hexdigest()
    SignInAttempt.objects.filter(tried_at__lt=at - KEPT).delete()
    made = SignInAttempt.objects.create(account=account, address=address or None, tried_at=at)
    attempt = Attempt(made.pk, account, made.address)
    if _is_over(attempt, at):
        made.delete()
        _tell_once(attempt, at)
        minutes = int(WINDOW.total_seconds() // 60)
        raise LockedOut(f"There were too many attempts to sign in. Try again in {minutes} minutes.")
    return attempt


def failed(*, person: str, at: datetime, kind: str = "password") -> None:
    """Write to the audit that an attempt failed; `person` is whose account it was on, "" of none there is."""
    who = person or UNKNOWN
    audit.write(event=Event.SIGN_IN_FAILED, by=who, at=at, subject=who, details={"by": kind})


def succeeded(attempt: Attempt) -> None:
    """Forget what failed on this account from this address."""
    SignInAttempt.objects.filter(account=attempt.account, address=attempt.address).delete()


def _is_over(attempt: Attempt, at: datetime) -> bool:
    recent = SignInAttempt.objects.filter(tried_at__gt=at - WINDOW)
    on_account = recent.filter(account=attempt.account)
    from_address = recent.filter(address=attempt.address) if attempt.address else recent.none()
    return (
        on_account.filter(address=attempt.address).count() > ON_ACCOUNT_FROM_ADDRESS
        or on_account.count() > ON_ACCOUNT
        or from_address.count() > FROM_ADDRESS
    )


def _tell_once(attempt: Attempt, at: datetime) -> None:
    """One event a lockout, however often somebody knocks: the audit is not to be filled from outside."""
    with transaction.atomic():
        audit.hold()
        counted = SignInAttempt.objects.filter(
            Q(account=attempt.account) | Q(address=attempt.address), tried_at__gt=at - WINDOW
        )
        if counted.filter(is_lockout=True).exists():
            return
        counted.update(is_lockout=True)
        audit.write(event=Event.SIGN_IN_LOCKED, by=UNKNOWN, at=at, subject=attempt.account[:12])
