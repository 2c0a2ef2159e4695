"""Exceptions: which indicators a scorecard or a session looks at first, and why."""

from typing import Final

import numpy as np
import polars as pl

from goldenthread.methods.message import words
from goldenthread.methods.message.states import ColumnsMissing
from goldenthread.methods.trend import periods as trend_periods
from goldenthread.methods.trend import series
from goldenthread.methods.trend.periods import NOWHERE
from goldenthread.methods.trend.series import Lookup, PeriodsRepeated

KEYS: Final = ("indicator", "area", "breakdown")
CALLED_FOR: Final = {
    words.DETERIORATING: "deteriorating",
    words.WILL_KEEP_MISSING: "will keep missing unless something changes",
}
"""The messages that make an exception, and how that is said."""

RED_AGAIN: Final = "red two periods running"


def red_again(rated: pl.DataFrame, *, every: int = 3) -> pl.Series:
    """Whether each row is red (`rating_group` missed) and so is the period just before it of the same series.

    The rows are the history: `indicator` (and `area`, `breakdown`), `period`, `rating_group`. A period
    without a row, or without a rating, ends a run. `every` as in `trend.against`. Raises ColumnsMissing,
    PeriodsRepeated, periods.NotAPeriod.
    """
    if missing := [name for name in ("indicator", "period", "rating_group") if name not in rated.columns]:
        raise ColumnsMissing(f"to see what is red again, the frame needs {', '.join(missing)}")
    if not rated.height:
        return pl.Series("red_again", dtype=pl.Boolean)
    keys = [name for name in KEYS if name in rated.columns]
    timeline = trend_periods.timeline(rated["period"], {every})
    order, starts = series.series_starts(rated, keys)
    rows = np.arange(rated.height) if order is None else order
    period = timeline.numbers(rated["period"])[rows]
    lookup = Lookup(period, starts, timeline.furthest)
    if len(repeated := lookup.repeated()):
        row = rated.row(int(rows[repeated[0]]), named=True)
        raise PeriodsRepeated(f"{row['indicator']} has two rows for {row['period']}; give each series one")
    is_red = (rated["rating_group"].cast(pl.String) == "missed").fill_null(value=False).to_numpy()[rows]
    before = lookup.rows_back(timeline.previous[every].back[period])
    found = np.empty(rated.height, dtype=np.bool_)
    found[rows] = is_red & (before != NOWHERE) & is_red[before]
    return pl.Series("red_again", found)


def exceptions(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `is_exception` and `why_exception` ("" where it is none) added.

    By `message` (as `messages` adds it), and by `red_again` where the frame has it.
    """
    if "message" not in frame.columns:
        raise ColumnsMissing("exceptions are chosen by message; add it with messages(frame)")
    message = pl.col("message").cast(pl.String)
    called = message.replace_strict(CALLED_FOR, default=None, return_dtype=pl.String)
    again = pl.col("red_again") if "red_again" in frame.columns else pl.lit(value=False)
    why = pl.concat_str([called, pl.when(again).then(pl.lit(RED_AGAIN))], separator="; ", ignore_nulls=True)
    return frame.with_columns(why.alias("why_exception")).with_columns(
        (pl.col("why_exception") != "").alias("is_exception")
    )
