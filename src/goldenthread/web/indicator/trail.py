"""Trail: the thread of the plan down to an indicator, and where its figure has been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goldenthread.reports.material import Line
from goldenthread.web.cards import card
from goldenthread.web.shown import Shown


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the thread; `href` is "" where it has no page of its own."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a figure has been, and when or where exactly; `look` is "todo" where it has not been yet."""

    label: str
    said: str
    look: str = ""


def thread(shown: Shown, line: Line) -> tuple[Crumb, ...]:
    """Plan, priority, outcome, and the indicator itself."""
    return tuple(_thread(shown, line))


def _thread(shown: Shown, line: Line) -> Iterator[Crumb]:
    codes = {(each["level"], each["subject"]): each["code"] for each in shown.q.material.layouts}
    top = next((code for (level, _subject), code in codes.items() if level == "corporate"), "")
    label = shown.q.at.label("plan").one
    yield Crumb(label[:1].upper() + label[1:], card.address(shown, top) if top else "")
    for priority in shown.q.material.now.sealed.of("priority"):
        if priority["code"] == line["priority"]:
            code = codes.get(("priority", priority["code"]), "")
            yield Crumb(priority["name"], card.address(shown, code) if code else "")
            yield from (
                Crumb(each["name"]) for each in priority["outcomes"] if each["code"] == line["outcome"]
            )
    yield Crumb(line["indicator"])


def been(shown: Shown, line: Line) -> tuple[Step, ...]:
    """From the cell of a return to the release by which the figure left."""
    at, sealed = shown.q.at, shown.q.material.now.sealed
    is_in = line.get("value") is not None or line.get("hidden")
    rated = str(line.get("rule") or _("not rated"))
    release = shown.kept.release
    return (
        Step(_("Return"), _places(line), "" if is_in else "todo"),
        Step(_("Rated"), rated),
        Step(_("Frozen"), _("%(day)s, by %(who)s") % {"day": at.known_day, "who": sealed.frozen_by}),
        Step(
            _("Disclosure check"),
            _("passed") if release else _("not released yet"),
            "" if release else "todo",
        ),
        Step(_("Release"), release or _("none yet"), "" if release else "todo"),
    )


def _places(line: Line) -> str:
    """The first places that it came from; all of them stand beneath."""
    sources = [str(source) for source in line.get("sources") or ()]
    if not sources:
        return _("hidden with its figure") if line.get("hidden") else _("no figure has come in")
    more = len(sources) - 1
    return _("%(first)s and %(more)s more") % {"first": sources[0], "more": more} if more else sources[0]
