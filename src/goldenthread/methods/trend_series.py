"""Trend series: rows of one series in time order, each with its counterpart in an earlier period."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.trend_periods import NOWHERE, Numbers

Rows = NDArray[np.int64]

ROWS_AT_ONCE: Final = 50_000
"""About so many rows are looked at together: few enough to stay in the processor's cache."""


class PeriodsRepeated(ValueError):
    """A series has two rows for one period."""


def series_starts(frame: pl.DataFrame, keys: Sequence[str]) -> tuple[Rows | None, Rows]:
    """An order of the rows that brings series together (None: they are), and where each series starts."""
    starts = _run_starts(frame, keys)
    heads = frame.select(pl.col(keys).gather(pl.Series(starts))).with_row_index("run")
    runs = heads.lazy().group_by(keys, maintain_order=True).agg("run").collect()["run"]
    if len(runs) == len(starts):
        return None, starts
    lengths = np.diff(np.append(starts, frame.height))
    run_order = runs.explode().to_numpy()
    order = np.repeat(starts[run_order] - _before(lengths[run_order]), lengths[run_order]) + np.arange(
        frame.height
    )
    runs_of_series = _before(runs.list.len().to_numpy())
    return order, _before(lengths[run_order])[runs_of_series]


def in_time_order(order: Rows | None, starts: Rows, period: Numbers) -> tuple[Rows | None, Numbers]:
    """The order refined by period, and the periods in it. Raises PeriodsRepeated with the row concerned."""
    ordered = period if order is None else period[order]
    is_start = np.zeros(len(period), dtype=np.bool_)
    is_start[starts] = True
    follows = ordered[1:] > ordered[:-1]
    follows |= is_start[1:]
    if follows.all():
        return order, ordered
    series = np.cumsum(is_start)
    sorting = np.lexsort((ordered, series))
    ordered = ordered[sorting]
    is_twice = (ordered[1:] == ordered[:-1]) & ~is_start[1:]
    order = sorting if order is None else order[sorting]
    if is_twice.any():
        raise PeriodsRepeated(f"row {order[int(is_twice.argmax()) + 1]} repeats a period of its series")
    return order, ordered


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
    """Where in a block of whole series, each in time order, the row of a given series and period stands.

    Each series has its stretch of places, one for each period between its first and its last, and before
    them as many empty ones as a period may lie back. What leads further back than all of them falls on the
    first place.
    """

    def __init__(self, period: Numbers, starts: Rows, furthest: int) -> None:
        lengths = np.diff(np.append(starts, len(period)))
        first, last = period[starts], period[starts + lengths - 1]
        places = _before((last - first + 1 + furthest).astype(np.int64)) + furthest + 1
        self._place = np.repeat((places - first).astype(np.int32), lengths) + period
        self._row_at = np.full(int(self._place[-1]) + 1, NOWHERE, dtype=np.int32)
        self._row_at[self._place] = np.arange(len(period), dtype=np.int32)

    def rows_back(self, periods_back: Numbers) -> Numbers:
        """For each row the row of its own series so many periods back, NOWHERE if there is none."""
        rows: Numbers = self._row_at[np.maximum(self._place - periods_back, 0)]
        return rows


def _run_starts(frame: pl.DataFrame, keys: Sequence[str]) -> Rows:
    changes = pl.any_horizontal(pl.col(key).ne_missing(pl.col(key).shift()) for key in keys)
    is_start = frame.select(changes.alias("is_start")).to_series().to_numpy(writable=True)
    if len(is_start):
        is_start[0] = True
    return np.flatnonzero(is_start)


def _before(lengths: Rows) -> Rows:
    """How much comes before each: the running total without its own."""
    return np.cumsum(lengths) - lengths
