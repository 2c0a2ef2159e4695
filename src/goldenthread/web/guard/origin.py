"""Origin: from which network address a request comes, for the audit and for counting attempts."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from goldenthread.audit import whence


class Origin:
    """Middleware: every event that is written during a request says from which address that came."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with whence.coming_from(address(request)):
            return self.get_response(request)


def address(request: HttpRequest) -> str:
    """The address of whoever asks.

    Behind proxies of the council's own (GOLDENTHREAD_PROXIES says how many) it is the one that the outermost
    of them has seen; what stands before that in X-Forwarded-For anybody may have written.
    """
    own = str(request.META.get("REMOTE_ADDR", ""))
    said = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",") if each.strip()]
    count = settings.GOLDENTHREAD_PROXIES
    return said[-count] if 0 < count <= len(said) else own
