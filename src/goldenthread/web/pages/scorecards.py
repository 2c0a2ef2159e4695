"""Scorecards: one of them, and all of a level."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from goldenthread.web import asking, frame, timebar
from goldenthread.web.cards import card, levels
from goldenthread.web.cards.filters import NoSuchChoice


def index(request: HttpRequest) -> HttpResponse:
    """To the first scorecard, which is the corporate one where there is one."""
    shown = asking.required(request)
    codes = [layout["code"] for layout in shown.q.material.layouts]
    if not codes:
        raise Http404(_("There are no scorecards yet."))
    return redirect(card.address(shown, codes[0]))


def one(request: HttpRequest, code: str) -> HttpResponse:
    """A scorecard under the view and the filters of its address."""
    shown = asking.required(request)
    layouts = {layout["code"]: layout for layout in shown.q.material.layouts}
    if code not in layouts:
        raise Http404(_("There is no scorecard “%s”.") % code)
    try:
        found = card.of(shown, layouts[code], request.GET)
    except NoSuchChoice as refused:
        raise Http404(str(refused)) from refused
    bar, ways = timebar.of(request, shown), levels.ways(shown, found.level)
    return frame.page(request, "scorecard", "scorecards", {"card": found, "timebar": bar, "ways": ways})


def level(request: HttpRequest, level: str) -> HttpResponse:
    """The scorecards of a level, each with its counts."""
    shown = asking.required(request)
    found = levels.of(shown, level)
    if found is None:
        raise Http404(_("There are no scorecards of that level."))
    bar, ways = timebar.of(request, shown), levels.ways(shown, level)
    return frame.page(request, "level", "scorecards", {"level": found, "timebar": bar, "ways": ways})
