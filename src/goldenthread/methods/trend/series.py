"""Trend series: rows of one series in time order, each with its counterpart in an earlier period."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.trend.periods import NOWHERE, Numbers

Rows = NDArray[np.int64]

ROWS_AT_ONCE: Final = 50_000
"""About so many rows are looked at together: few enough to stay in the processor's cache."""


class PeriodsRepeated(ValueError):
    """A series has two rows for one period."""


def series_starts(frame: pl.DataFrame, keys: Sequence[str]) -> tuple[Rows | None, Rows]:
    """An order of the rows that brings series together (None: they are), and where each series starts."""
    starts = _run_starts(frame, keys)
    heads = frame.select(keys) if len(starts) == frame.height else frame.select(pl.col(keys).gather(starts))
    runs = heads.lazy().with_row_index("run").group_by(keys).agg("run").collect()["run"]
    if len(runs) == len(starts):
        return None, starts
    run_order = runs.explode().to_numpy()
    lengths = np.diff(np.append(starts, frame.height))[run_order]
    order = np.repeat(starts[run_order] - _before(lengths), lengths) + np.arange(frame.height)
    return order, _before(lengths)[_before(runs.list.len().to_numpy())]


def blocks(starts: Rows, height: int) -> Iterator[tuple[int, int, Rows]]:
    """Stretches of whole series: first row, row after the last, and where in it each series starts."""
    first = 0
    while first < len(starts):
        last = int(np.searchsorted(starts, starts[first] + ROWS_AT_ONCE, side="left"))
        last = max(last, first + 1)
        begin = int(starts[first])
        end = int(starts[last]) if last < len(starts) else height
        yield begin, end, starts[first:last] - begin
        first = last


class Lookup:
    """Where in a block of whole series the row of a given series and period stands.

    Each series has its stretch of places, one for each period between its first and its last, and before
    them as many empty ones as a period may lie back. What leads further back than all of them falls on the
    first place.
    """

    def __init__(self, period: Numbers, starts: Rows, furthest: int) -> None:
        lengths = np.diff(np.append(starts, len(period)))
        self.first = np.minimum.reduceat(period, starts)
        last = np.maximum.reduceat(period, starts)
        places = _before((last - self.first + 1 + furthest).astype(np.int64)) + furthest + 1
        self._place = np.repeat((places - self.first).astype(np.int32), lengths) + period
        self._row_at = np.full(int(places[-1] + last[-1] - self.first[-1]) + 1, NOWHERE, dtype=np.int32)
        self._row_at[self._place] = np.arange(len(period), dtype=np.int32)

    def repeated(self) -> Rows:
        """Rows about a period about which a later row of the series is too."""
        return np.flatnonzero(self._row_at[self._place] != np.arange(len(self._place)))

    def rows_back(self, periods_back: Numbers) -> Numbers:
        """For each row the row of its own series so many periods back, NOWHERE if there is none."""
        rows: Numbers = self._row_at[np.maximum(self._place - periods_back, 0)]
        return rows


def _run_starts(frame: pl.DataFrame, keys: Sequence[str]) -> Rows:
    changes = frame.select(pl.col(key).ne_missing(pl.col(key).shift()) for key in keys)
    is_start = np.zeros(frame.height, dtype=np.bool_)
    is_start[:1] = True
    for change in changes:
        is_start |= change.to_numpy()
    return np.flatnonzero(is_start)


def _before(lengths: Rows) -> Rows:
    """How much comes before each: the running total without its own."""
    return np.cumsum(lengths) - lengths
