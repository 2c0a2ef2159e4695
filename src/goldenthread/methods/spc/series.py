"""Series in order: rows series by series and by date, and where each group between rebases starts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.spc import faults
from goldenthread.methods.spc.parameters import Settings
from goldenthread.methods.trend.series import series_starts

Rows = NDArray[np.int64]

KEYS: Final = ("indicator", "area", "breakdown")
"""What tells series apart, as far as a frame has it."""


@dataclass(frozen=True)
class Ordered:
    """The rows by series (in the order of their first rows) and date, and where each series starts."""

    rows: pl.DataFrame
    day: NDArray[np.int32]
    starts: Rows


def read(
    frame: pl.DataFrame, keys: Sequence[str] = KEYS, also: Sequence[str] = ()
) -> tuple[Ordered, list[str]]:
    """The rows of a frame in order, and the keys that tell its series apart.

    Of the keys those that the frame has; where it has none it is one series, under a key `series`. The rows
    have the keys, `date`, `value`, and the columns of `also` as they are. Raises faults.ColumnsMissing,
    DateMissing, DatesRepeated, ValueNotFinite.
    """
    if missing := [name for name in ("date", "value") if name not in frame.columns]:
        raise faults.ColumnsMissing(f"to chart a series, the frame needs {', '.join(missing)}")
    date, value = frame["date"].dtype, frame["value"].dtype
    if not (date.is_temporal() or date == pl.Null) or not (value.is_numeric() or value == pl.Null):
        raise faults.ColumnsMissing(f"date must hold dates and value numbers; they hold {date} and {value}")
    found = [name for name in keys if name in frame.columns]
    if not found:
        found, frame = ["series"], frame.with_columns(pl.lit("").alias("series"))
    frame = frame.select(*found, pl.col("date").cast(pl.Date), pl.col("value").cast(pl.Float64), *also)
    for fault in faults.in_rows(frame, found):
        raise fault.refusal()
    return ordered(frame, found), found


def ordered(frame: pl.DataFrame, keys: Sequence[str]) -> Ordered:
    """The rows in order, whatever order they came in. Raises faults.DatesRepeated."""
    order, starts = series_starts(frame, keys)
    day = frame["date"].to_physical().to_numpy()
    day = day if order is None else day[order]
    if not _ascends(day, starts):
        number = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(day))))
        by_date = np.lexsort((day, number))
        order, day = (by_date if order is None else order[by_date]), day[by_date]
        if not _ascends(day, starts):
            raise next(faults.repeated(frame, keys)).refusal()
    return Ordered(frame if order is None else frame[order], day, starts)


def _ascends(day: NDArray[np.int32], starts: Rows) -> bool:
    ascends = day[1:] > day[:-1]
    ascends[starts[1:] - 1] = True
    return bool(ascends.all())


@dataclass(frozen=True)
class Groups:
    """Stretches of rows that share limits: where each starts, of which series it is, its number there.

    `unused` are the rebases (by their place in the settings) of which no point has the date.
    """

    starts: Rows
    series: Rows
    number: NDArray[np.int32]
    unused: Rows


def groups(day: NDArray[np.int32], starts: Rows, first_series: int, settings: Settings) -> Groups:
    """The groups of a stretch of whole series, of which the first is `first_series` of the settings.

    A rebase starts a group at the point of its very date, and does nothing where there is none. The groups
    of a series are numbered from 0; from 1 where its first point is a rebase, as in the reference.
    """
    series = np.arange(len(starts))
    begin, end = np.searchsorted(settings.rebase_series, [first_series, first_series + len(starts)])
    if begin == end:
        return Groups(starts, series, np.zeros(len(starts), np.int32), np.arange(0))
    of_series = settings.rebase_series[begin:end] - first_series
    lengths = np.diff(np.append(starts, len(day)))
    # Series and day in one number, ascending over the rows.
    place = (np.repeat(series, lengths) << 32) + day
    wanted = (of_series << 32) + settings.rebase_day[begin:end]
    found = np.minimum(np.searchsorted(place, wanted), len(place) - 1)
    is_there = place[found] == wanted
    rebased = found[is_there]
    all_starts = np.union1d(starts, rebased)
    of_group = np.searchsorted(starts, all_starts, side="right") - 1
    # How many rebases there are up to each group, less those of the series before.
    so_far = np.searchsorted(rebased, all_starts, side="right")
    before = np.searchsorted(rebased, starts, side="left")[of_group]
    return Groups(all_starts, of_group, (so_far - before).astype(np.int32), begin + np.flatnonzero(~is_there))
