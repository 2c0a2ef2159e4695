"""Held: the target against which the limits of single figures are held, or why there is none."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.assessments import wanted
from goldenthread.assessments.material import Material
from goldenthread.methods import discrete, targets

RANGE: Final = "range"
LONGER: Final = "longer_period"
ADDS_UP: Final = ("sum", "rolling_sum")


def _rated(gathered: Material) -> pl.DataFrame:
    """Each indicator with the target in force for the period that the report rates."""
    now = wanted.periods_of(gathered.definitions, gathered.report).filter(pl.col("step") == 0)
    return targets.attach(now.select("indicator", "period"), gathered.targets)


def beside(gathered: Material, series: pl.DataFrame) -> pl.DataFrame:
    """`indicator`, `target` and `why_no_target`, for series of which `kind` and `made` are known.

    There is none for a reason of `methods.targets`, because it is a RANGE, on neither side of which figures
    are better, or because it is for a LONGER period: shares, rates and averages have one target for a month
    as for a year, but the total of a quarter is no target for a month, nor what figures to date add up to.
    """
    rated = _rated(gathered).select("indicator", "target", "lower", "upper", "target_reason")
    found = series.join(rated, on="indicator", how="left", maintain_order="left")
    adds_up = pl.col("aggregation").is_in(ADDS_UP) & (pl.col("basis") != pl.col("kind"))
    is_longer = adds_up | (pl.col("made") == discrete.DIFFERENCES)
    has_range = pl.col("lower").is_not_null() | pl.col("upper").is_not_null()
    why = (
        pl.when(pl.col("target").is_null() & has_range)
        .then(pl.lit(RANGE))
        .when(pl.col("target").is_null())
        .then("target_reason")
        .when(is_longer)
        .then(pl.lit(LONGER))
        .otherwise(pl.lit(""))
    )
    told = found.with_columns(why_no_target=why)
    return told.select(
        "indicator", pl.when(pl.col("why_no_target") == "").then("target").alias("target"), "why_no_target"
    )
