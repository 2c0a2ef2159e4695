"""Credentials: how a password is set, by a link that works once or by whoever knows the old one."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from goldenthread.access import queries
from goldenthread.access.models import PasswordLink, User
from goldenthread.audit import actions as audit
from goldenthread.audit.events import Event

LINK_HOLDS: Final = timedelta(hours=24)


class PasswordNotGood(ValueError):
    """A password is too short, too common, or too much like its owner; the message says which."""


class LinkNotGood(LookupError):
    """A link to set a password is used up, has expired or never was."""


def make_link(*, person: str, by: str, at: datetime) -> str:
    """The secret of a link by which somebody sets their password once, within a day. Earlier links end.

    Raises queries.NoSuchPerson.
    """
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        user = queries.user_of(person)
        PasswordLink.objects.filter(user=user, used_at=None).update(used_at=at)
        PasswordLink.objects.create(user=user, secret_hash=_hash(secret), expires_at=at + LINK_HOLDS)
        audit.write(event=Event.PASSWORD_LINK_MADE, by=by, at=at, subject=person)
    return secret


def whose_link(secret: str, *, at: datetime) -> User:
    """For whom a link is; opening it does not use it up. Raises LinkNotGood."""
    return _link(secret, at).user


def use_link(secret: str, password: str, *, at: datetime) -> User:
    """Set a password by a link, which is used up by it. Raises LinkNotGood, PasswordNotGood."""
    with transaction.atomic():
        audit.hold()
        link = _link(secret, at)
        set_password(user=link.user, password=password, by=link.user.person, at=at)
        link.used_at = at
        link.save(update_fields=["used_at"])
    return link.user


def set_password(*, user: User, password: str, by: str, at: datetime) -> None:
    """Set a password; every session of the account ends. Raises PasswordNotGood."""
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        raise PasswordNotGood(" ".join(error.messages)) from error
    with transaction.atomic():
        user.set_password(password)
        user.save(update_fields=["password"])
        PasswordLink.objects.filter(user=user, used_at=None).update(used_at=at)
        audit.write(event=Event.PASSWORD_SET, by=by, at=at, subject=user.person)


def end_sessions(*, person: str, by: str, at: datetime, why: str) -> None:
    """Sign somebody out wherever they are signed in."""
    with transaction.atomic():
        if User.objects.filter(person=person).update(session_round=F("session_round") + 1):
            audit.write(event=Event.SESSIONS_ENDED, by=by, at=at, subject=person, label=why)


def _link(secret: str, at: datetime) -> PasswordLink:
    link = PasswordLink.objects.filter(secret_hash=_hash(secret), used_at=None, expires_at__gt=at).first()
    if link is None or queries.person(link.user.person, at=at) is None:
        raise LinkNotGood("This link has been used, or has expired. Ask whoever gave it to you for another.")
    return link


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
