"""Trend: hold each figure against the period before, and against the same period a year earlier."""

from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
import polars as pl

from goldenthread.methods import closed_words
from goldenthread.methods.trend import columns as trend_columns
from goldenthread.methods.trend import periods as trend_periods
from goldenthread.methods.trend import series as trend_series
from goldenthread.methods.trend.compare import ARROWS, REASONS, TRENDS, WHY, Block, Comparison, Words
from goldenthread.methods.trend.series import PeriodsRepeated, Rows

__all__ = ["ARROWS", "COLUMNS", "KEYS", "TRENDS", "WHY", "ColumnsMissing", "PeriodsRepeated", "against"]

KEYS: Final = ("indicator", "area", "breakdown")
NEEDED: Final = ("indicator", "period", "value", "polarity")
COLUMNS: Final = tuple(
    name
    for before in ("previous", "like")
    for name in (f"{before}_value", f"{before}_change", f"trend_{before}", f"arrow_{before}", f"why_{before}")
)
"""What `against` adds to a frame."""


class ColumnsMissing(ValueError):
    """The frame lacks columns without which nothing can be compared."""


def against(frame: pl.DataFrame, *, every: int = 3) -> pl.DataFrame:
    """The frame with `COLUMNS` added: the trend against the period before and the like period a year earlier.

    The rows are the history: each is compared with rows of the same `indicator`, `area` and `breakdown`
    (those of them that the frame has) by the calendar of its `period`, never with the row that happens to
    stand before it. `every` is the months between two reports: rolling figures and snapshots are compared
    that far back, or by the measure's own `frequency` if that is longer. `polarity` says which way is
    better; in a `range` (`lower`, `upper`, or `target`) it is better to be nearer to it. `deadband` with
    `deadband_kind` (absolute, or relative in per cent of the earlier figure) is how much change still counts
    as steady. Figures are not compared across `breaks` (dates of a list column), where `hidden` or `reason`
    hides one of them, nor a year to date with last quarter.

    `trend_*` is improving, steady, worsening, or null with the reason in `why_*` (`WHY`); `arrow_*` (up,
    level, down) says where the number went, whichever way is better; `*_value` is the earlier figure unless
    hidden and `*_change` the difference. Words are of type Enum. Raises ColumnsMissing,
    PeriodsRepeated, periods.NotAPeriod, closed_words.WordUnknown.
    """
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise ColumnsMissing(f"to compare over time, the frame needs {', '.join(missing)}")
    columns_of_key = [name for name in KEYS if name in frame.columns]
    months = {max(every, own) for own in trend_columns.MONTHS_BETWEEN.values()} | {every}
    timeline = trend_periods.timeline(frame["period"], months)
    period = timeline.numbers(frame["period"])
    columns = trend_columns.read(frame, every, timeline, period)
    order, starts = trend_series.series_starts(frame, columns_of_key)
    period = period if order is None else period[order]
    furthest = timeline.furthest
    previous, like = Comparison.empty(frame.height), Comparison.empty(frame.height)

    def compare(begin: int, end: int, block_starts: Rows) -> None:
        rows = slice(begin, end) if order is None else order[begin:end]
        block = Block(timeline, columns.taken(rows), period[begin:end], block_starts, every, furthest)
        if len(block.repeated):
            _refuse_repeated(frame, begin + int(block.repeated[0]), order)
        previous.put(rows, block.with_previous())
        like.put(rows, block.with_like())

    blocks = trend_series.blocks(starts, frame.height)
    with ThreadPoolExecutor(pl.thread_pool_size()) as pool:
        for done in [pool.submit(compare, *block) for block in blocks]:
            done.result()
    return frame.drop(COLUMNS, strict=False).with_columns(_results({"previous": previous, "like": like}))


def _refuse_repeated(frame: pl.DataFrame, place: int, order: Rows | None) -> None:
    row = frame.row(place if order is None else int(order[place]), named=True)
    raise PeriodsRepeated(f"{row['indicator']} has two rows for {row['period']}; give each series one")


def _results(comparisons: dict[str, Comparison]) -> pl.DataFrame:
    """The columns of COLUMNS."""
    columns: list[pl.Expr] = []
    for before, found in comparisons.items():
        columns += [
            pl.lit(pl.Series(f"{before}_value", found.value, nan_to_null=True)),
            pl.lit(pl.Series(f"{before}_change", found.change, nan_to_null=True)),
            _words(found.trend - np.uint8(1), TRENDS).alias(f"trend_{before}"),
            _words(found.arrow - np.uint8(1), ARROWS).alias(f"arrow_{before}"),
            _words(found.why, REASONS).alias(f"why_{before}"),
        ]
    return pl.select(columns)


def _words(numbers: Words, known: pl.Enum) -> pl.Expr:
    return closed_words.words(pl.lit(pl.Series(numbers)), known)
