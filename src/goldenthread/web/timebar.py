"""Time bar: which of the three views a page shows, as known when, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.web.shown import FROZEN, MONTH, NOW, Shown


@dataclass(frozen=True, slots=True)
class Choice:
    """A view that may be chosen; the address keeps everything else that was asked for."""

    label: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class TimeBar:
    """What stands in the bar."""

    choices: tuple[Choice, ...]
    period: str
    said: str
    seal: str
    limits: str
    changed: str
    changed_href: str


def of(request: HttpRequest, shown: Shown) -> TimeBar:
    """The bar of a page."""
    labels = {FROZEN: _("As frozen"), NOW: _("As now known"), MONTH: _("Latest month")}
    choices = (Choice(labels[view], _address(request, view), view == shown.view) for view in shown.views)
    return TimeBar(
        choices=tuple(choices),
        period=_period(shown),
        said=_said(shown),
        seal=_seal(shown),
        limits="" if shown.is_whole else _("Only what is open to you is shown and counted."),
        changed=_changed(shown),
        changed_href=_all(shown),
    )


def _address(request: HttpRequest, view: str) -> str:
    query = request.GET.copy()
    query["view"] = view
    return f"?{query.urlencode()}"


def _period(shown: Shown) -> str:
    if shown.view == MONTH and shown.month:
        return wording.month(periods.parse(shown.month).start)
    return shown.q.at.long


def _said(shown: Shown) -> str:
    at = shown.q.at
    if shown.view == MONTH:
        return _("single months, as known on %(day)s; not rated") % {"day": at.now_known_day}
    known = at.known_day if shown.view == FROZEN else at.now_known_day
    said = _("position at %(position)s, as known on %(known)s") % {
        "position": at.position_day,
        "known": known,
    }
    is_out = shown.view != FROZEN or shown.kept.release
    return said if is_out else _("%s; not released yet") % said


def _seal(shown: Shown) -> str:
    """The seal of the release by which the frozen figures left; positions have one that stays inside."""
    seal = shown.kept.release.rpartition("-")[2] if shown.view == FROZEN else ""
    return _("seal %s") % f"{seal[:4]} {seal[4:8]}" if seal else ""


def _changed(shown: Shown) -> str:
    if not shown.live:
        return ""
    count = len(shown.changes)
    if not count:
        return _("Nothing has changed since %s") % wording.day_of_year(shown.q.at.position_date)
    day = {"count": count, "day": wording.day_of_year(shown.q.at.position_date)}
    one, many = "%(count)s figure has changed since %(day)s", "%(count)s figures have changed since %(day)s"
    return ngettext(one, many, count) % day


def _all(shown: Shown) -> str:
    """Where everything that changed is listed; "" where nothing has."""
    return shown.query if shown.changes else ""
