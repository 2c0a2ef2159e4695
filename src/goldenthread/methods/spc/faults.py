"""Faults: what in rows or parameters cannot be charted, each with its place and what would be right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

TOO_LARGE: Final = 1e150
"""Sums of such figures are no longer finite."""


class ColumnsMissing(ValueError):
    """The frame lacks a column without which nothing can be charted, or it holds something else."""


class DateMissing(ValueError):
    """A row says of no day what it is about."""


class DatesRepeated(ValueError):
    """A series has two rows for one date."""


class ValueNotFinite(ValueError):
    """A value is infinite, not a number or beyond all measure; a missing value is an empty one (null)."""


class ParameterUnknown(ValueError):
    """A parameter that process control does not have, or a word that it does not know."""


class ParameterNotPossible(ValueError):
    """A parameter has a value with which no limits can be made."""


class ParametersMissing(ValueError):
    """A series has no parameters, or two sets of them."""


class SeriesOverlaps(ValueError):
    """The figures of a series share data with their neighbours, so that limits would be too narrow."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong: in which series, row (from 0; None: in the parameters) and column, and why."""

    series: tuple[object, ...]
    row: int | None
    column: str
    why: str
    error: type[ValueError]

    def refusal(self) -> ValueError:
        """The error that says it."""
        series = " ".join(str(each) for each in self.series if each not in (None, ""))
        place = "parameters" if self.row is None else f"row {self.row + 1}"
        return self.error(f"{series or 'the series'}, {place}, {self.column}: {self.why}")


def in_rows(frame: pl.DataFrame, keys: Sequence[str]) -> Iterator[Fault]:
    """Faults of `date` and `value`, the first of each kind in each series."""
    date = frame["date"]
    if date.null_count():
        why = "there is no date; write the first day of the period, as 2024-04-01"
        yield from _first_ones(frame, keys, date.is_null(), "date", why, DateMissing)
    # Not-a-number is greater than everything, so that one comparison finds it too.
    finite = frame["value"].abs() < TOO_LARGE
    if not finite.all():
        why = f"not a number below {TOO_LARGE:g}; leave a value that is missing empty"
        yield from _first_ones(frame, keys, ~finite.fill_null(value=True), "value", why, ValueNotFinite)


def repeated(frame: pl.DataFrame, keys: Sequence[str]) -> Iterator[Fault]:
    """Dates that stand twice in a series, the first of each series; for frames known to have some."""
    twice = frame.select(pl.struct(*keys, "date").is_duplicated() & pl.col("date").is_not_null()).to_series()
    again = frame.select((pl.struct(*keys, "date").is_first_distinct()).not_()).to_series() & twice
    for fault in _first_ones(frame, keys, again, "date", "", DatesRepeated):
        day = frame["date"][fault.row or 0]
        why = f"a second row for {day}; give each date one row"
        yield Fault(fault.series, fault.row, fault.column, why, fault.error)


def _first_ones(
    frame: pl.DataFrame, keys: Sequence[str], wrong: pl.Series, column: str, why: str, error: type[ValueError]
) -> Iterator[Fault]:
    rows = frame.select(*keys).with_row_index("row at fault").filter(wrong)
    for row, *series in rows.unique(list(keys), keep="first", maintain_order=True).iter_rows():
        yield Fault(tuple(series), row, column, why, error)
