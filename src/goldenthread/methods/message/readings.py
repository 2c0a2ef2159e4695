"""Message readings: from charts to the columns that messages rest on, a row for each series."""

from collections.abc import Sequence

import polars as pl

from goldenthread.methods.run_chart import NON_RANDOM, RunChart
from goldenthread.methods.spc import Chart


def of_chart(chart: Chart) -> pl.DataFrame:
    """The keys of each series, with its latest `value`, its `target` and the verdict on its latest group.

    Adds `variation_icon`, `assurance_icon`, `is_trial`, `is_constant`; icons are empty where process control
    could not assess the series.
    """
    keys = chart.points.columns[: chart.points.columns.index("seq")]
    latest = chart.points.group_by(keys, maintain_order=True).agg(pl.col("value", "target").last())
    verdict = chart.groups.filter("is_latest").select(
        *keys,
        pl.when(pl.col("obstacle") == "").then("variation_icon").alias("variation_icon"),
        pl.when(pl.col("obstacle") == "").then("assurance_icon").alias("assurance_icon"),
        "is_trial", "is_constant",
    )  # fmt: skip
    return latest.join(verdict, on=keys, how="left", maintain_order="left", nulls_equal=True)


def of_run_chart(chart: RunChart) -> pl.DataFrame:
    """The keys of each series, with its latest `value`, `run_variation`, and `run_side` (high, low or "").

    `run_side` is the side of the median on which the latest run lies, where the series is not random and that
    run is too long, or the only one since the median was crossed once. Other signs that a series is not
    random do not say which way it has gone.
    """
    keys = chart.points.columns[: chart.points.columns.index("seq")]
    latest = chart.points.group_by(keys, maintain_order=True).agg(pl.col("value").last())
    told = latest.join(chart.series, on=keys, how="left", maintain_order="left", nulls_equal=True)
    return _with_last_run(told, chart.points, keys).select(
        *keys, "value", pl.col("variation").alias("run_variation"), _side("variation").alias("run_side")
    )


def of_variation(series: pl.DataFrame, points: pl.DataFrame, *, keys: Sequence[str]) -> pl.DataFrame:
    """The keys of each series with all that `of_chart` and `of_run_chart` tell of the chart that suits it.

    From the tables of a `variation.Variation`. `value` and `target` are those of the chart, null without one.
    """
    keys = list(keys)
    known = series.with_columns(pl.col("lower").is_not_null().alias("has_limits"))
    return _with_last_run(known, points.filter(pl.col("centre").is_not_null()), keys).select(
        *keys,
        pl.col("latest").alias("value"),
        "target",
        pl.when("has_limits").then("variation_icon").alias("variation_icon"),
        pl.when("has_limits").then("assurance_icon").alias("assurance_icon"),
        "is_trial",
        (pl.col("lower") == pl.col("upper")).alias("is_constant"),
        pl.col("runs").cast(pl.String).alias("run_variation"),
        _side("runs").alias("run_side"),
    )


def _with_last_run(series: pl.DataFrame, points: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """The series with the side of the median on which the latest points lie, and how many they are."""
    side = pl.col("side")
    runs = (
        points.filter(side.fill_null(0) != 0)
        .group_by(keys, maintain_order=True)
        .agg(
            side.last().alias("last_side"),
            (side.reverse() == side.last()).cum_prod().sum().alias("last_run"),
        )
    )
    return series.join(runs, on=keys, how="left", maintain_order="left", nulls_equal=True)


def _side(verdict: str) -> pl.Expr:
    """The side that the latest run has gone over to, where the column `verdict` says that it is no chance."""
    named = pl.when(pl.col("last_side") > 0).then(pl.lit("high")).otherwise(pl.lit("low"))
    is_plain = (pl.col("last_run") > pl.col("longest_run_limit")) | (pl.col("crossings") == 1)
    is_no_chance = pl.col(verdict).cast(pl.String) == NON_RANDOM
    return pl.when(is_plain & is_no_chance).then(named).otherwise(pl.lit(""))
