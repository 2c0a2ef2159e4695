"""Indicators: all of them by scorecard, and one with everything that is known of it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from goldenthread.web import asking, frame, home, timebar
from goldenthread.web.indicator import whole


def index(request: HttpRequest) -> HttpResponse:
    """Every indicator of the quarter."""
    shown = asking.required(request)
    content = {"page": home.every(shown), "timebar": timebar.of(request, shown)}
    return frame.page(request, "indicators", "indicators", content)


def one(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator, in the view of the address."""
    shown = asking.required(request)
    found = whole.of(shown, code)
    if found is None:
        raise Http404(_("There is no indicator “%s” in that quarter.") % code)
    content = {"indicator": found, "timebar": timebar.of(request, shown)}
    return frame.page(request, "indicator", "indicators", content)
