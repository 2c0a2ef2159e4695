"""Asking: which quarter and which view an address asks for, and whether whoever asks may have it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.authorise import Standing
from goldenthread.disclosure.gate import CannotBeProtected
from goldenthread.methods import periods
from goldenthread.methods.disclosure.policy import PolicyRefused
from goldenthread.positions import queries as positions
from goldenthread.web import allowed, kept
from goldenthread.web.allowed import Allowed
from goldenthread.web.kept import Kept
from goldenthread.web.shown import FROZEN, VIEWS, Shown

SHOWN: Final = "goldenthread.shown"
"""Where a request carries what is shown, once that is known: the frame offers no way that is shut."""


class Withheld(RuntimeError):
    """Nothing of a quarter may be shown: it cannot be protected; the message says why, `label` names it."""

    def __init__(self, label: str, why: str) -> None:
        super().__init__(why)
        self.label = label


def asked(request: HttpRequest) -> Shown | None:
    """What an address asks for by `period` and `view`; None while no quarter is frozen.

    Raises Http404 for a period or a view that there is not, PermissionDenied for one that may not be seen,
    Withheld for a quarter that no choice of hidden figures protects.
    """
    now = timezone.now()
    who, frozen = allowed.standing(request, at=now), positions.frozen_periods()
    if not frozen:
        return None
    period, view = request.GET.get("period", ""), request.GET.get("view") or FROZEN
    if period and period not in frozen:
        raise Http404(_("No quarter of that name is frozen. There are: %s.") % ", ".join(frozen))
    if view not in VIEWS:
        raise Http404(_("There is no such view. There are: %s.") % ", ".join(VIEWS))
    shown = request.META[SHOWN] = _latest_open([period] if period else frozen[::-1], view, who, now)
    if view not in shown.views and shown.every:
        raise PermissionDenied(_("What has become known since the freeze is not open to you."))
    return shown


def _latest_open(wanted: Sequence[str], view: str, who: Standing, at: datetime) -> Shown:
    """The first of some quarters of which anything may be seen; of none, the first."""
    every = (_shown(period, view, who, at) for period in wanted)
    first = next(every)
    return first if first.every else next((shown for shown in every if shown.every), first)


def _shown(period: str, view: str, who: Standing, at: datetime) -> Shown:
    found = quarter(period, at=at)
    return Shown(found, view, Allowed(who, found.owners))


def quarter(period: str, *, at: datetime) -> Kept:
    """A frozen quarter with what is known at a moment. Raises NotFrozen, Withheld."""
    try:
        return kept.quarter_of(period, at=at)
    except (CannotBeProtected, PolicyRefused) as refused:
        raise Withheld(periods.long_label(periods.parse(period)), str(refused)) from refused


def required(request: HttpRequest) -> Shown:
    """As `asked`, for pages that have nothing to say without a quarter.

    Raises Http404 while none is frozen, PermissionDenied for one of which nothing may be seen.
    """
    found = asked(request)
    if found is None:
        raise Http404(_("No quarter is frozen yet, so there is nothing to show here."))
    if not found.every:
        raise PermissionDenied(not_open(found))
    return found


def not_open(shown: Shown) -> str:
    """Why nothing of a quarter is shown."""
    return _("%s has not been published yet; from the day of its publication it is open to you.") % (
        shown.q.at.long
    )
