"""Home: the current position, what has changed since, and where to go from here."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from goldenthread.web import asking, frame, home, timebar


def page(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    shown = asking.asked(request)
    if shown is None:
        return frame.page(request, "nothing_yet", "home", {})
    if not shown.every:
        return frame.page(request, "nothing_open", "home", {"why": asking.not_open(shown)})
    bar = timebar.of(request, shown)
    return frame.page(request, "home", "home", {"home": home.of(shown), "timebar": bar})


def changed(request: HttpRequest) -> HttpResponse:
    """Every figure that no longer stands as it was frozen."""
    shown = asking.required(request)
    if not shown.live:
        raise PermissionDenied(_("What has become known since the freeze is not open to you."))
    bar = timebar.of(request, shown)
    return frame.page(request, "changed", "changed", {"page": home.changes(shown), "timebar": bar})
