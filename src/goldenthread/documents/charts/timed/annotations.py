"""Annotations: where limits start anew and what happened, as lettered uprights that are explained beneath."""

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Final

from goldenthread.documents.charts import palette, svg
from goldenthread.documents.charts.axes import letters
from goldenthread.documents.charts.timed.specs import ControlChart, RunChart

HIGH: Final = 38.0
"""Room above the chart, for letters in two lines."""
RESTART: Final = "Limits start anew"
_CLOSE: Final = 15.0

Note = tuple[float, str, str]
"""Where it stands (a point's position, or half way between two), its letter and its words."""


def lettered(chart: ControlChart | RunChart) -> list[Note]:
    """Restarts and events in the order of time, each with its letter."""
    found = [
        (level.start - 0.5, f"{RESTART}: {level.why}, {chart.periods[level.start]}")
        for level in chart.levels[1:]
    ]
    found += [(float(event.at), f"{event.words}, {chart.periods[event.at]}") for event in chart.events]
    return [(place, ascii_uppercase[number], text) for number, (place, text) in enumerate(sorted(found))]


def uprights(
    notes: Sequence[Note], xs: Sequence[float], left: float, right: float, top: float, foot: float
) -> list[str]:
    """A dotted upright for each restart and a thin one for each event, its letter above it."""
    parts = []
    step = (right - left) / len(xs)
    taken, raised = float("-inf"), False
    for place, letter, _ in notes:
        x = left + step * (place + 0.5)
        raised = x - taken < _CLOSE and not raised
        taken = x
        head = top - (22 if raised else 6)
        line: svg.Look = {"d": f"M{svg.coordinate(x)} {svg.coordinate(head + 3)}V{svg.coordinate(foot)}"}
        line |= {"stroke": palette.INK, "stroke-width": 1}
        if place % 1:
            line |= {"stroke": palette.LIMIT, "stroke-width": 1.4, "stroke-dasharray": "2 3"}
        parts.append(svg.element("path", line))
        parts.append(letters.words(x, head, letter, bold=True, anchor="middle"))
    return parts
