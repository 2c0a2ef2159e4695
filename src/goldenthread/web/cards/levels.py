"""Levels: every scorecard of a level in one tally, each leading to its own page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents.marks import NOT_RATED
from goldenthread.scorecards import coverage
from goldenthread.scorecards.queries import LEVELS
from goldenthread.web.cards import card, months, tally
from goldenthread.web.cards.tally import Tally
from goldenthread.web.shown import MONTH, Shown
from goldenthread.web.written import spans


@dataclass(frozen=True, slots=True)
class Way:
    """A level in the navigation between scorecards."""

    label: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Level:
    """The scorecards of a level: ratings counted in a tally; of single months, which have none, a list."""

    title: str
    said: str
    tally: Tally | None
    listed: tuple[tuple[str, str, str], ...]
    sprite: SafeString


def ways(shown: Shown, current: str) -> tuple[Way, ...]:
    """The levels of which there are scorecards; `current` is the one that a page is about."""
    there = {layout["level"] for layout in shown.q.material.layouts}
    return tuple(
        Way(_label(shown, level), _address(shown, level), level == current)
        for level in LEVELS
        if level in there
    )


def of(shown: Shown, level: str) -> Level | None:
    """The scorecards of a level; None where there are none."""
    layouts = [layout for layout in shown.q.material.layouts if layout["level"] == level]
    rows = [
        (layout["title"], shown.lines(coverage.lines_of(layout)), card.address(shown, layout["code"]))
        for layout in layouts
    ]
    sprite = spans.sprite((*(band.mark for band in shown.q.bands.ordered), NOT_RATED))
    if not rows:
        return None
    if shown.view == MONTH:
        listed = tuple((title, href, months.counted(shown, lines)) for title, lines, href in rows)
        return Level(_label(shown, level), months.why_unrated(), None, listed, sprite)
    return Level(_label(shown, level), "", tally.of(shown, rows), (), sprite)


def _label(shown: Shown, level: str) -> str:
    return _("Corporate") if level == "corporate" else shown.q.at.label(level).title


def _address(shown: Shown, level: str) -> str:
    """The corporate scorecard itself, else the list of a level."""
    if level == "corporate":
        codes = (layout["code"] for layout in shown.q.material.layouts if layout["level"] == level)
        return card.address(shown, next(codes))
    return f"{reverse('level', args=[level])}{shown.query}"
