"""Legend: how to read the rows of a scorecard, saying only what these rows need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import peer_names
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

ROUNDED: Final = "Ratings use unrounded figures; the printed figure is rounded afterwards."
TRENDS: Final = "The arrow says which way the figure moved, the word whether that is good"
MARGIN: Final = "same is no more than the margin set for the measure"
HIDDEN: Final = ("hidden", "previous_hidden", "like_hidden", "forecast_hidden")
# In the order in which the key tells them.
MARKED: Final = ("provisional", "estimated", "revised")


def in_full(q: Quarter, lines: Sequence[Line]) -> str:
    """The legend of a table that stands alone in its paper."""
    said = [*_targets(lines), ROUNDED, f"{TRENDS}; {MARGIN}.", *_times(q, lines), *_marks(lines)]
    return " ".join(said)


def in_brief(q: Quarter, lines: Sequence[Line], table: c.Table) -> str:
    """The legend of one scorecard among several, whose table has each indicator's history."""
    return " ".join([*_targets(lines), f"{TRENDS}.", *_times(q, lines), *_history(table), *_marks(lines)])


def _targets(lines: Sequence[Line]) -> Iterator[str]:
    if _some(lines, figures.amber_words):
        yield "How far amber reaches stands beneath each target."
    if _some(lines, peer_names.words):
        yield "Where councils are named beneath a target, it is their result."


def _times(q: Quarter, lines: Sequence[Line]) -> Iterator[str]:
    if _some(lines, lambda line: line.get("why_previous") == "cumulative"):
        yield f"A cumulative figure is not compared with {q.at.last}."
    if _some(lines, lambda line: line.get("in_arrears")):
        yield "A figure of an earlier time is rated on that time, which stands under Period."


def _history(table: c.Table) -> Iterator[str]:
    """What the strokes of a sparkline are; nothing where none is drawn."""
    cells = (cell for row in table.rows() for cell in row.cells)
    drawn = [span.chart for cell in cells for span in cell if isinstance(span, c.Spark)]
    if not drawn:
        return
    said = ["History is drawn on a scale of its own for each indicator and ends in the latest figure"]
    if any(chart.target or chart.lower for chart in drawn):
        said.append("dashes are the target")
    if any(chart.breaks for chart in drawn):
        said.append("the line is broken where the definition changed")
    if any(value is None for chart in drawn for value in chart.values):
        said.append("a gap is a figure that is missing or hidden")
    yield f"{'; '.join(said)}."


def _marks(lines: Sequence[Line]) -> Iterator[str]:
    """The marks in square brackets that stand in the rows."""
    found = {line.get("status") for line in lines}
    said = [f"{wording.status_mark(status)} {status}" for status in MARKED if status in found]
    if any(line.get(key) for line in lines for key in HIDDEN):
        said.append(figures.HIDDEN)
    if said:
        yield f"{', '.join(said)}."


def _some(lines: Sequence[Line], has: Callable[[Line], object]) -> bool:
    return any(map(has, lines))
