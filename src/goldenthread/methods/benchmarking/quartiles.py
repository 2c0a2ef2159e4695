"""Quartiles: the cut points of figures by a named method, their median and their spread about it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from goldenthread.methods.benchmarking import faults
from goldenthread.methods.benchmarking.ranks import Counts, Figures, in_order

METHODS: Final = {
    "type7": "R's type 7 (as in Excel's QUARTILE.INC)",
    "type6": "R's type 6 (as in Excel's QUARTILE.EXC)",
    "ntile": "four equal parts in order (SQL's NTILE)",
}
"""How the cut points are found, by the name of the method. Types after Hyndman and Fan (1996)."""

FEWEST: Final = 4
"""So many figures make four parts."""


@dataclass(frozen=True)
class Spread:
    """Of each set: how many figures, the three cut points, median, MAD, least and greatest.

    Not-a-number where there are no figures; for cut points by `ntile` where there are fewer than four.
    """

    count: Counts
    cuts: tuple[Figures, Figures, Figures]
    median: Figures
    mad: Figures
    least: Figures
    greatest: Figures


def check_method(method: str) -> str:
    """The method, if it is one. Raises faults.QuartileMethodUnknown."""
    if method not in METHODS:
        known = ", ".join(METHODS)
        raise faults.QuartileMethodUnknown(f"quartiles by {method!r} are not known; write one of {known}")
    return method


def spread(value: Figures, of_set: Counts, sets: int, method: str) -> Spread:
    """Quartiles, median and MAD of figures in so many sets.

    MAD: the median of the distances to the median, as they are (not times 1.4826).
    """
    count = np.bincount(of_set, minlength=sets)
    starts = np.cumsum(count) - count
    order = in_order(value, of_set)
    rows = np.append(value[order], np.nan)
    last = (count - 1).astype(np.float64)
    median = _between(rows, starts, count, last / 2)
    distance = np.abs(value - median[of_set])
    distances = np.append(distance[in_order(distance, of_set)], np.nan)
    first, middle, third = (_cut(rows, starts, count, part, method) for part in (1, 2, 3))
    return Spread(
        count=count,
        cuts=(first, middle, third),
        median=median,
        mad=_between(distances, starts, count, last / 2),
        least=_between(rows, starts, count, np.zeros(sets)),
        greatest=_between(rows, starts, count, last),
    )


def _cut(rows: Figures, starts: Counts, count: Counts, part: int, method: str) -> Figures:
    """The cut point after that many quarters."""
    if method == "ntile":
        # The last figure of each part; where four do not divide the figures, the first parts have one more.
        place = (part * (count // 4) + np.minimum(part, count % 4) - 1).astype(np.float64)
        return np.where(count < FEWEST, np.nan, _between(rows, starts, count, place))
    figures, share = count.astype(np.float64), part / 4
    place = (figures + 1) * share - 1 if method == "type6" else (figures - 1) * share
    return _between(rows, starts, count, place)


def _between(rows: Figures, starts: Counts, count: Counts, place: Figures) -> Figures:
    """The figure at a place of each set, from 0, or so far on the way to the next one; no figures, none.

    `rows` has the sets one after the other, sorted, and not-a-number after them all.
    """
    held = np.clip(place, 0, np.maximum(count - 1, 0))
    below = held.astype(np.int64)
    nowhere = len(rows) - 1
    low = rows[np.where(count > 0, starts + below, nowhere)]
    high = rows[np.where(count > 0, starts + np.minimum(below + 1, count - 1), nowhere)]
    found: Figures = low + (held - below) * (high - low)
    return found
