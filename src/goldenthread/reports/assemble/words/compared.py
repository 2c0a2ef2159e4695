"""Compared: an earlier figure and the way from it, as cells; why there is none where there is none."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.reports.assemble.standpoint import Standpoint
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

DIRECTIONS: Final = {"up": "up", "down": "down", "level": "flat"}
# Why there is no trend, in the space of a cell.
NO_TREND: Final = {
    "cumulative": "Cumulative",
    "first": "First figure",
    "gap": "Earlier figure missing",
    "missing": "No figure",
    "break": "New definition",
    "neutral": "Context only",
    "no_range": "No range set",
    "no_newer": "No newer figure",
    "hidden": figures.HIDDEN_TOO,
}


def earlier(line: Line, which: str, at: Standpoint) -> c.Line:
    """The cell of an earlier figure, "previous_" or "like_"; beneath it its period, where that ended on
    another day than the column's.

    A yearly measure that is not known for this year shows none: the year before belongs in no quarter.
    """
    if line.get(f"{which}hidden"):
        return c.line(c.Quiet(figures.HIDDEN_TOO))
    if line.get("value") is None and line.get("frequency") == "annual" and not line.get("hidden"):
        return c.line(c.Quiet("annual"))
    if not (text := figures.shown(line, which)):
        return c.line(c.Quiet("no figure"))
    number = c.Number(text, figures.path(line, at, which.rstrip("_")), figures.exact(line, f"{which}value"))
    other = _other_period(line.get(f"{which}period"), which, at)
    return c.line(number, *([c.Quiet(other)] if other else []))


def _other_period(code: str | None, which: str, at: Standpoint) -> str:
    column = periods.previous(at.report) if which == "previous_" else periods.like(at.report)
    period = periods.parse(code) if code else column
    if period.end == column.end:
        return ""
    *_, until = periods.label(period).partition(" to ")
    return f"to {until}" if until else periods.label(period)


def trend(line: Line, against: str) -> c.Line:
    """The cell of a trend, `against` "previous" or "like"; where it may not be computed, why."""
    found = line.get(f"trend_{against}")
    direction = DIRECTIONS.get(line.get(f"arrow_{against}") or "", "flat")
    if found:
        verdict = wording.VERDICTS[found]
        return c.line(c.Trend(direction, verdict.capitalize(), verdict))  # type: ignore[arg-type]  # of DIRECTIONS
    return c.line(c.Quiet(NO_TREND[line.get(f"why_{against}") or "missing"]))
