"""Trend reading: series in order, and what is true of each series as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.spc import faults, series, suited
from goldenthread.methods.trend_tests.words import POLARITIES

Figures = NDArray[np.float64]
Rows = NDArray[np.int64]
Flags = NDArray[np.bool_]

OF_SERIES = ("polarity", "is_seasonal", "aggregation", "basis", "value_type")
"""Columns, each of which may be absent, that a series has as its latest row has them."""


@dataclass(frozen=True)
class Read:
    """Rows by series and date, where each series starts, and the keys that tell them apart."""

    rows: pl.DataFrame
    starts: Rows
    keys: list[str]

    @cached_property
    def number(self) -> Rows:
        """Of which series each row is, from 0."""
        return np.repeat(np.arange(len(self.starts)), np.diff(np.append(self.starts, self.rows.height)))

    @property
    def heads(self) -> pl.DataFrame:
        """The keys of each series."""
        return self.rows.select(pl.col(self.keys).gather(self.starts))

    @property
    def polarity(self) -> NDArray[np.uint16]:
        """Of each series the number of its polarity. Raises closed_words.WordUnknown."""
        return closed_words.numbers(self.latest("polarity"), POLARITIES)

    @property
    def overlaps(self) -> Flags:
        """Series of which each figure holds much of the figure before it."""
        is_one = [
            self.latest(name).cast(pl.String).is_in(suited.OVERLAPPING) for name in ("aggregation", "basis")
        ]
        overlaps: Flags = (is_one[0].fill_null(value=False) | is_one[1].fill_null(value=False)).to_numpy()
        return overlaps

    def latest(self, name: str) -> pl.Series:
        """That column in the latest row of each series; nothing where the frame lacks it."""
        if name not in self.rows.columns:
            return pl.Series(name, [None] * len(self.starts), dtype=pl.String)
        ends = np.append(self.starts[1:], self.rows.height) - 1
        return self.rows[name].gather(pl.Series(ends if len(self.starts) else self.starts))

    def flags(self, name: str) -> Flags:
        """Of each series whether that column says yes in its latest row. Raises faults.ColumnsMissing."""
        found = self.latest(name)
        if found.dtype != pl.Boolean and found.null_count() < len(found):
            raise faults.ColumnsMissing(f"{name} must be true or false; it holds {found.dtype}")
        flags: Flags = found.cast(pl.Boolean).fill_null(value=False).to_numpy()
        return flags

    def figures(self, name: str) -> Figures:
        """A column of numbers; not-a-number where missing."""
        figures: Figures = self.rows[name].cast(pl.Float64).fill_null(float("nan")).to_numpy()
        return figures

    @property
    def years(self) -> Figures:
        """When each row is, in years since year 0, months being of one length."""
        month = pl.col("date").dt.year() * 12 + pl.col("date").dt.month().cast(pl.Int32) - 1
        part = (pl.col("date").dt.day() - 1) / pl.col("date").dt.month_end().dt.day()
        years: Figures = self.rows.select((month + part) / 12).to_series().to_numpy()
        return years


def read(frame: pl.DataFrame, keys: Sequence[str], also: Sequence[str] = ()) -> Read:
    """The rows of a frame, with those columns of `also` and OF_SERIES that it has.

    Raises faults.ColumnsMissing, DateMissing, DatesRepeated, ValueNotFinite of process control.
    """
    kept = [name for name in (*also, *OF_SERIES) if name in frame.columns and name not in keys]
    rows, keys_found = series.read(frame, keys, kept)
    return Read(rows.rows, rows.starts, keys_found)
