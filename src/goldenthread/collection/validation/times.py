"""Times: a figure cannot be known before its period has begun."""

import polars as pl

from goldenthread.collection.findings import Code
from goldenthread.collection.validation.check import Check, Row, refuse, warn


def known_in_time() -> list[Check]:
    """Refuses figures of periods to come; mentions those of periods that run on and are called final."""
    known = pl.col("known_from").dt.convert_time_zone("Europe/London").dt.date()
    is_forecast = (pl.col("basis") == "forecast").fill_null(value=False)
    future = (pl.col("start") > known) & ~is_forecast
    runs_on = (pl.col("end") > known) & (pl.col("status") == "actual") & ~is_forecast
    return [
        refuse(Code.FUTURE_PERIOD, future, _future, "period_at"),
        warn(Code.UNFINISHED_PERIOD, runs_on, _unfinished, "period_at"),
    ]


def _future(row: Row) -> tuple[str, str]:
    wrong = f"{row['period']} begins on {row['start']:%-d %B %Y}, after the figure is said to be known"
    return wrong, "Correct the period, or the day from which the figure is known"


def _unfinished(row: Row) -> tuple[str, str]:
    wrong = f"{row['period']} ends on {row['end']:%-d %B %Y}, after the figure is said to be known"
    return wrong, "Mark the figure as provisional [p], or correct the period"
