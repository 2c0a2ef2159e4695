"""Frame: what stands around every page: the council's name, where one can go, what is invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access import authorise
from goldenthread.access.authorise import Standing
from goldenthread.access.permissions import Permission
from goldenthread.organisation import queries as organisation
from goldenthread.web import allowed, asking


@dataclass(frozen=True, slots=True)
class Council:
    """The council as the frame names it; `notice` is shown on every page of an invented one."""

    name: str
    notice: str


def page(
    request: HttpRequest, name: str, here: str, content: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """The page `web/<name>.html` in the frame; `here` is the code of the part that it belongs to."""
    who = allowed.standing_of(request, at=timezone.now())
    around = {
        "council": council(),
        "ways_in": _ways_in(request, who),
        "here": here,
        "who": who.acts_as if who else "",
    }
    return render(request, f"web/{name}.html", {**content, **around}, status=status)


def council() -> Council:
    """The council as known now; before one is loaded, the product's own name."""
    now = timezone.now()
    try:
        found = organisation.council(on=timezone.localdate(now), known_at=now)
    except organisation.NoCouncil:
        return Council("goldenthread", "")
    return Council(found.name, found.notice)


def _ways_in(request: HttpRequest, who: Standing | None) -> list[tuple[str, str, str]]:
    """The parts of the application that are open to somebody: code, label, address.

    Where it is not known yet what is shown, nobody is denied what they may be allowed.
    """
    if who is None:
        return []
    changed = ("changed", _("Changes"), reverse("changed"))
    return [
        ("scorecards", _("Scorecards"), reverse("scorecards")),
        ("indicators", _("Indicators"), reverse("indicators")),
        *([changed] if _sees_changes(request, who) else []),
    ]


def _sees_changes(request: HttpRequest, who: Standing) -> bool:
    shown = request.META.get(asking.SHOWN)
    return bool(shown.live) if shown else authorise.may_somewhere(who, Permission.SEE_LIVE)
