"""Adapter: what allauth asks of the council: who may sign in, how often it is tried, what is written down."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.access import actions, attempts, queries
from goldenthread.audit import whence
from goldenthread.audit.events import Event


class Accounts(DefaultAccountAdapter):
    """Accounts that the council gives out: nobody makes their own, and each attempt to sign in counts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Attempts are counted in the database, where every worker sees them (`authenticate`)."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Whoever signs in with these; None for a wrong password, no account or a closed one, all alike.

        Raises ValidationError where too many attempts have failed.
        """
        now = timezone.now()
        typed = str(credentials.get("email") or "")
        try:
            attempt = attempts.begin(typed=typed, address=whence.address(), at=now)
        except attempts.LockedOut as refused:
            raise ValidationError(str(refused), code="locked_out") from refused
        user = super().authenticate(request, **credentials)
        if user is None or queries.person(_code(user), at=now) is None:
            attempts.failed(person=queries.person_of(typed), at=now)
            return None
        attempts.succeeded(attempt)
        return user

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **said: Any) -> HttpResponse:
        actions.tell(Event.SIGNED_IN, person=_code(user), at=timezone.now(), how="password")
        answer: HttpResponse = super().post_login(request, user, **said)
        return answer

    def logout(self, request: HttpRequest) -> None:
        person = _code(request.user)
        super().logout(request)
        if person:
            actions.tell(Event.SIGNED_OUT, person=person, at=timezone.now())

    def add_message(self, *args: Any, **said: Any) -> None:
        """The page that follows says whether somebody is signed in; nothing more is told."""


def _code(user: object) -> str:
    """The code of the person to whom an account belongs; "" of nobody's."""
    return str(getattr(user, "person", ""))
