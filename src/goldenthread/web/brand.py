"""Brand: the council's own colour and typeface as a style sheet; what misleads is refused at the start."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse

from goldenthread.documents.renderers.html_style import Style

A_DAY = 86_400


@lru_cache(maxsize=4)
def variables(style: Style) -> str:
    """The style sheet of a colour and a typeface."""
    said = "".join(f"{name}:{value};" for name, value in sorted(style.variables().items()))
    return f":root{{{said}}}\n"


@login_not_required
def sheet(request: HttpRequest) -> HttpResponse:
    """The style sheet of this council."""
    css = variables(settings.GOLDENTHREAD_STYLE)
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": f"public, max-age={A_DAY}"})
