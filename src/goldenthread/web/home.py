"""Home: the quarter in a sentence, its scorecards, and what has moved since it was frozen."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents.marks import NOT_RATED
from goldenthread.scorecards import coverage
from goldenthread.scorecards.queries import LEVELS
from goldenthread.web.cards import card, rows, tally
from goldenthread.web.cards.tally import Tally
from goldenthread.web.shown import MONTH, Shown
from goldenthread.web.written import spans
from goldenthread.web.written.tables import Table


@dataclass(frozen=True, slots=True)
class Way:
    """A scorecard to open."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: the result in a sentence, the tally (None of single months), scorecards, changes."""

    said: str
    tally: Tally | None
    levels: tuple[tuple[str, tuple[Way, ...]], ...]
    changed: int
    changes: Table
    sprite: SafeString


@dataclass(frozen=True, slots=True)
class Listed:
    """Some indicators in one table: how many, and their rows."""

    count: int
    table: Table
    sprite: SafeString


def of(shown: Shown) -> Home:
    """The first page of a quarter."""
    layouts = shown.q.material.layouts
    top = [layout for layout in layouts if layout["level"] == "corporate"]
    codes = [code for layout in top for code in coverage.lines_of(layout)]
    lines = shown.lines(codes or shown.every)
    href = card.address(shown, top[0]["code"]) if top else ""
    return Home(
        said=card.said(shown, lines),
        tally=None if shown.view == MONTH else tally.of(shown, [(_("All indicators"), lines, href)]),
        levels=tuple(found for level in LEVELS if (found := _level(shown, level))[1]),
        changed=len(shown.changes),
        changes=_table(shown),
        sprite=_sprite(shown),
    )


def changes(shown: Shown) -> Listed:
    """What has moved since a quarter was frozen."""
    return Listed(len(shown.changes), _table(shown), _sprite(shown))


def every(shown: Shown) -> Listed:
    """Every indicator of a quarter that has a line in the view, by its code."""
    lines = shown.lines(shown.every)
    return Listed(len(lines), rows.table(shown, [("", "", lines)]), _sprite(shown))


def _level(shown: Shown, level: str) -> tuple[str, tuple[Way, ...]]:
    found = (layout for layout in shown.q.material.layouts if layout["level"] == level)
    ways = tuple(Way(layout["title"], card.address(shown, layout["code"])) for layout in found)
    return (_("Corporate") if level == "corporate" else shown.q.at.label(level).title), ways


def _table(shown: Shown) -> Table:
    return rows.table(shown, [("", "", shown.lines(shown.changes))])


def _sprite(shown: Shown) -> SafeString:
    return spans.sprite((*(band.mark for band in shown.q.bands.ordered), NOT_RATED))
