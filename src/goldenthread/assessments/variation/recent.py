"""Recent: the Department of Health's test of a recent trend, for the indicators that are counted by year."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.assessments import history
from goldenthread.assessments.aims import intervals
from goldenthread.assessments.material import HEADLINE, Material
from goldenthread.methods import periods, trend_tests
from goldenthread.methods.trend_tests.recent import TESTED

YEAR: Final = "year"
VALUE_TYPES: Final = {"proportion": TESTED[0], "rate": TESTED[1]}
"""What the test is for, by the kind of interval that a figure's counts give it."""
OTHER: Final = "other"


def tested(gathered: Material) -> pl.DataFrame:
    """A row for each indicator that has figures of single years, by code: the columns of `recent`.

    Figures of the council itself, as known in the material; intervals by their counts. Beside that
    `from_period` and `to_period`, the first and the last of the five years. What has no yearly figures has no
    row: months and quarters are not what the test is for.
    """
    figures = _yearly(gathered)
    about = gathered.definitions.select("indicator", "polarity", "multiplier", "aggregation", "basis")
    known = figures.join(about, on="indicator", how="left", maintain_order="left")
    told = intervals.of(known, gathered.definitions).with_columns(
        value_type=pl.col("value_type").replace_strict(VALUE_TYPES, default=OTHER, return_dtype=pl.String)
    )
    found = trend_tests.recent(told, keys=("indicator",))
    for end in ("from", "to"):
        named = told.select("indicator", **{f"{end}_date": "date", f"{end}_period": "period"})
        found = found.join(named, on=["indicator", f"{end}_date"], how="left", maintain_order="left")
    return found.sort("indicator")


def _yearly(gathered: Material) -> pl.DataFrame:
    """The council's figures of single years, with the day on which each year begins."""
    own = gathered.observations.filter((pl.col("area") == gathered.area) & (pl.col("breakdown") == HEADLINE))
    every = periods.frame(own["period"].unique()).filter(pl.col("kind") == YEAR)
    years = every.select("period", date="start")
    asked = own.join(years, on="period", how="semi").select("indicator", "period").unique()
    added_up = history.added_up(gathered, asked.sort("indicator", "period"), gathered.area)
    return added_up.select("indicator", "period", "value", "numerator", "denominator").join(
        years, on="period", how="left", maintain_order="left"
    )
