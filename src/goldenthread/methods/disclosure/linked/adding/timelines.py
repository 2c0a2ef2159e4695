"""Timelines: the days on which the stretches of a series begin and end, and what was counted between them.

Each stretch whose count is held ties the day on which it begins to the day after it ends. Days that are tied
to each other, directly or by way of others, are one group: what was counted between any two of them follows
by adding and subtracting. Quarter and year to date, twelve months to June and the quarter after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from goldenthread.methods.disclosure.linked.held.cells import SLOT

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

DAYS = 2**21
"""More than the days from the year 1 to the year 5000: a day of a series is one number."""
FIRST_DAY = -800_000


@dataclass(frozen=True)
class Timelines:
    """The days of all series: `day` sorted, as series x DAYS + day; `group` and `count_before` of each.

    `count_before` is what was counted in the group up to that day, from a start of its own.
    """

    series_of: pl.DataFrame
    day: Numbers
    group: Numbers
    count_before: Numbers
    edges: tuple[Numbers, Numbers, Numbers]

    def place(self, series: Numbers, day: Numbers) -> Numbers:
        """Where a day of a series stands in `day`; -1 where nothing begins or ends then."""
        key = series * DAYS + (day - FIRST_DAY)
        found = np.searchsorted(self.day, key)
        found[found == len(self.day)] = 0
        there = self.day[found] == key if len(self.day) else np.zeros(len(key), np.bool_)
        return np.where(there, found, -1)

    @cached_property
    def order(self) -> Numbers:
        """Places of days, group by group, each in order of time."""
        return np.lexsort((self.day, self.group))

    @cached_property
    def rank(self) -> Numbers:
        """Of each day, where it stands in `order`."""
        rank = np.empty(len(self.order), np.int64)
        rank[self.order] = np.arange(len(self.order))
        return rank

    @cached_property
    def steps(self) -> pl.DataFrame:
        """The shortest stretches, from each day to the next of its group: `SLOT`, `count`, `series`."""
        first = np.flatnonzero(np.diff(self.group[self.order]) == 0)
        begin, end = self.order[first], self.order[first + 1]
        series = self.day[begin] // DAYS
        return self.named(series).with_columns(
            start=pl.Series(self.date(begin), dtype=pl.Int32),
            stop=pl.Series(self.date(end), dtype=pl.Int32),
            count=pl.Series(self.count_before[end] - self.count_before[begin]),
        )

    def date(self, places: Numbers) -> Numbers:
        """The day itself, counted from 1 January 1970."""
        return self.day[places] % DAYS + FIRST_DAY

    def named(self, series: Numbers) -> pl.DataFrame:
        """`measure`, `area`, `breakdown` and `series` of some series."""
        return self.series_of[series]

    def not_adding_up(self) -> Flags:
        """Which series contradict themselves: stretches that do not add up, or leave less than nothing."""
        begin, end, count = self.edges
        wrong = np.zeros(self.series_of.height, np.bool_)
        differs = self.count_before[end] - self.count_before[begin] != count
        wrong[self.day[begin[differs]] // DAYS] = True
        steps = self.steps.filter(pl.col("count") < 0)
        wrong[steps["series"].to_numpy()] = True
        return wrong


def series_numbers(cells: pl.DataFrame) -> tuple[pl.DataFrame, Numbers]:
    """Every series (`measure`, `area`, `breakdown`, `series`), and of each cell the number of its series."""
    key = list(SLOT[:3])
    series = cells.select(key).unique().sort(key).with_row_index("series").cast({"series": pl.Int64})
    numbered = cells.select(key).join(series, on=key, how="left", maintain_order="left")
    return series.select(*key, "series"), numbered["series"].to_numpy()


def read(series_of: pl.DataFrame, series: Numbers, cells: pl.DataFrame) -> Timelines:
    """The timelines of cells with a count that last longer than a day; `series` has each one's number."""
    start, stop = (cells[name].cast(pl.Int64).to_numpy() for name in ("start", "stop"))
    ends = [series * DAYS + (day - FIRST_DAY) for day in (start, stop)]
    day, place = np.unique(np.concatenate(ends), return_inverse=True)
    begin, end = place[: len(start)].astype(np.int64), place[len(start) :].astype(np.int64)
    count = cells["count"].to_numpy()
    group, count_before = _counted(len(day), begin, end, count)
    return Timelines(series_of, day.astype(np.int64), group, count_before, (begin, end, count))


def _counted(days: int, begin: Numbers, end: Numbers, count: Numbers) -> tuple[Numbers, Numbers]:
    """The group of each day, and what was counted before it, along a tree of stretches."""
    ones = np.ones(len(begin), np.int8)
    ties = sparse.csr_array((ones, (begin, end)), shape=(days, days))
    _, group = csgraph.connected_components(ties, directed=False)
    first = np.unique(group, return_index=True)[1]
    root = days
    tied = sparse.csr_array(
        (np.ones(len(begin) + len(first), np.int8),
         (np.concatenate([begin, np.full(len(first), root)]), np.concatenate([end, first]))),
        shape=(days + 1, days + 1),
    )  # fmt: skip
    _, above = csgraph.breadth_first_order(tied, root, directed=False)
    above = above.astype(np.int64)
    above[root] = root
    return group.astype(np.int64), _along(above, begin, end, count)


def _along(above: Numbers, begin: Numbers, end: Numbers, count: Numbers) -> Numbers:
    """The sum of counts on the way from the root to each day, against the run of time as less."""
    root = len(above) - 1
    before = np.zeros(root + 1, np.int64)
    for one, other, sign in ((begin, end, 1), (end, begin, -1)):
        on_the_way = above[other] == one
        before[other[on_the_way]] = sign * count[on_the_way]
    # Each round doubles the way that is added up, until all begin at the root.
    while np.any(above != root):
        before += before[above]
        above = above[above]
    return before[:root]
