"""Allowed: what whoever asks may see of each indicator; the one place in which pages ask `access.authorise`.

A quarter that is public, as frozen, is for everybody with an account; one that is not for whom `see.frozen`
is granted; what has become known since, and single months, for whom `see.live` is: indicator by indicator.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from goldenthread.access import authorise
from goldenthread.access.authorise import Standing, Subject
from goldenthread.access.permissions import Permission
from goldenthread.reports.material import Line

ASKED: Final = "goldenthread.standing"
"""Where a request carries who asks."""


@dataclass(frozen=True)
class Allowed:
    """Somebody, and the posts that own indicators, by which it is decided what they see."""

    who: Standing | None
    owners: Mapping[str, str]

    def frozen(self, line: Line, *, is_public: bool) -> bool:
        """Whether a line may be seen as it was frozen."""
        permission = Permission.SEE_PUBLISHED if is_public else Permission.SEE_FROZEN
        return authorise.may(self.who, permission, self._subject(line))

    def as_staff(self, line: Line) -> bool:
        """Whether charts with limits may be seen, which are drawn for staff."""
        return authorise.may(self.who, Permission.SEE_FROZEN, self._subject(line))

    def live(self, line: Line) -> bool:
        """Whether it may be seen what has become known of an indicator since the freeze."""
        return authorise.may(self.who, Permission.SEE_LIVE, self._subject(line))

    def _subject(self, line: Line) -> Subject:
        return Subject(
            unit=str(line.get("unit_code") or ""),
            portfolio=str(line.get("portfolio") or ""),
            owner=self.owners.get(line["indicator"], ""),
        )


def standing_of(request: HttpRequest, *, at: datetime) -> Standing | None:
    """Who asks, looked up once a request; None for nobody."""
    if ASKED not in request.META:
        # A fault may come before anybody was asked who they are.
        user = getattr(request, "user", None)
        request.META[ASKED] = authorise.standing(str(getattr(user, "person", "")), at=at)
    found: Standing | None = request.META[ASKED]
    return found


def standing(request: HttpRequest, *, at: datetime) -> Standing:
    """Who asks. Raises PermissionDenied for whom the account is closed."""
    found = standing_of(request, at=at)
    if found is None:
        raise PermissionDenied(_("Your account is closed. Ask the performance team."))
    return found
