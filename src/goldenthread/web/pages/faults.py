"""Faults: pages that say what could not be shown and what to do about it, in the frame like any other."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access import authorise
from goldenthread.access.permissions import Permission
from goldenthread.web import allowed, frame
from goldenthread.web.asking import Withheld

MENDED_BY = (Permission.RUN_CYCLE, Permission.DECIDE_RELEASES)
"""By what a quarter that cannot be protected is mended; whoever may do none of it is told no more."""


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that is not open to whoever asks."""
    said = str(exception) or _("It is not open to your role. Ask the performance team if you need it.")
    return _page(request, _("You may not see this page"), said, status=403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere; what raised it may have said what there is."""
    told = "" if isinstance(exception, Resolver404) else str(exception)
    said = told or _("Check the address, or begin again at the first page.")
    return _page(request, _("There is no such page"), said, status=404)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was sent from a page which is too old, or from somewhere else."""
    said = _("The page that you sent this from is too old. Go back, load it again and send it once more.")
    return _page(request, _("This could not be taken"), said, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours; where not even the frame can be had, the words stand alone."""
    title = _("Something has gone wrong")
    said = _("It has been written down. Nothing that you entered earlier is lost. Try again in a minute.")
    try:
        return _page(request, title, said, status=500)
    except DatabaseError:
        return render(request, "web/fault.html", {"title": title, "said": said}, status=500)


class Withholding:
    """Middleware: a quarter of which nothing may be shown is told of in a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page, with what has to be mended for those who can; None of any other fault."""
        if not isinstance(exception, Withheld):
            return None
        who = allowed.standing_of(request, at=timezone.now())
        mends = any(authorise.may(who, permission) for permission in MENDED_BY)
        title = _("The figures of %s cannot be shown") % exception.label
        said = _("With what has come in, no choice of hidden figures protects the people behind them.")
        what = _("Ask the performance team.") if not mends else _("Mend this, and the pages are back:")
        return _page(request, title, f"{said} {what}", detail=str(exception) if mends else "", status=503)


def _page(request: HttpRequest, title: str, said: str, *, status: int, detail: str = "") -> HttpResponse:
    content = {"title": title, "said": said, "detail": detail}
    return frame.page(request, "fault", "", content, status=status)
