"""Suited: which chart suits a series, a process control chart, a run chart or none."""

from dataclasses import dataclass
from typing import Final

OVERLAPPING: Final = (
    "cumulative",
    "rolling_sum",
    "rolling_ratio",
    "ytd",
    *(f"rolling_{months}" for months in (3, 6, 12, 24)),
    *(f"years_{years}" for years in (2, 3, 4, 5)),
)
"""Aggregations and bases by which each figure holds much of the figure before it."""

ENOUGH: Final = 13
"""From so many values on, limits are more than trial limits."""
OFTEN: Final = ("daily", "weekly", "monthly")
"""Series that soon have enough values."""


@dataclass(frozen=True)
class Suited:
    """A chart, `xmr`, `run` or `none`, and why it."""

    chart: str
    why: str


def overlap(aggregation: str, basis: str = "") -> str:
    """Why a series of this aggregation and basis is not charted; "" where nothing speaks against it.

    A year to date holds all of the month before, a rolling year eleven twelfths of it. Neighbours are then
    alike whatever happens, moving ranges are small, limits narrow, and shifts appear where there are none.
    """
    for word in (aggregation, basis):
        if word in ("cumulative", "ytd"):
            return f"{word}: each figure holds the one before; chart the single months or quarters beneath"
        if word in OVERLAPPING:
            return f"{word}: neighbouring figures share most of their data; chart the single periods beneath"
    return ""


def chart_for(*, values: int, frequency: str, aggregation: str = "", basis: str = "") -> Suited:
    """The chart that suits a series with so many values (missing ones not counted).

    Fewer than 13 values give trial limits where more come soon; a quarterly or yearly series, which would
    wait for years, has a run chart instead.
    """
    if why := overlap(aggregation, basis):
        return Suited("none", why)
    if values < 2:
        return Suited("none", f"cannot be assessed: {values} of the two values that a chart needs")
    if values >= ENOUGH:
        return Suited("xmr", f"{values} values")
    if frequency in OFTEN:
        return Suited("xmr", f"trial limits: {values} values, fewer than {ENOUGH}")
    return Suited("run", f"a run chart, for {values} {frequency} values are too few for limits")
