"""Plots: charts that are drawn as wide as there is room, and what each says in words."""

from functools import lru_cache
from typing import Final

from goldenthread.documents.charts.areas import bars, dots
from goldenthread.documents.charts.areas import findings as area_findings
from goldenthread.documents.charts.areas.specs import AreaPlot, Bullet
from goldenthread.documents.charts.specs import Plot
from goldenthread.documents.charts.timed import control, multiples
from goldenthread.documents.charts.timed import findings as timed_findings
from goldenthread.documents.charts.timed.specs import RunChart, SmallMultiples

WIDE: Final = 720.0
NARROW: Final = 342.0
"""The widths at which a page draws them: for a desk, and for a phone."""

LEAST: Final = 280.0
"""Narrower than this no plot is drawn."""


@lru_cache(maxsize=1024)
def draw(plot: Plot, *, width: float, finding: str) -> str:
    """The plot as an SVG picture so many pixels wide (at least `LEAST`), read out as its finding."""
    room = max(width, LEAST)
    match plot:
        case AreaPlot():
            return dots.draw(plot, width=room, finding=finding)
        case Bullet():
            return bars.draw(plot, width=room, finding=finding)
        case SmallMultiples():
            return multiples.draw(plot, width=room, finding=finding)
        case _:
            return control.draw(plot, width=room, finding=finding)


def finding(plot: Plot) -> str:
    """What the plot says, in plain sentences: what is read out in its place."""
    match plot:
        case AreaPlot():
            return area_findings.areas(plot)
        case Bullet():
            return area_findings.bars(plot)
        case SmallMultiples():
            return timed_findings.multiples(plot)
        case RunChart():
            return timed_findings.run(plot)
        case _:
            return timed_findings.control(plot)
