"""Message readings: from charts to the columns that messages rest on, a row for each series."""

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
    side = pl.col("side")
    useful = chart.points.filter(side.fill_null(0) != 0)
    runs = useful.group_by(keys, maintain_order=True).agg(
        side.last().alias("last_side"), (side.reverse() == side.last()).cum_prod().sum().alias("last_run")
    )
    latest = chart.points.group_by(keys, maintain_order=True).agg(pl.col("value").last())
    named = pl.when(pl.col("last_side") > 0).then(pl.lit("high")).otherwise(pl.lit("low"))
    is_plain = (pl.col("last_run") > pl.col("longest_run_limit")) | (pl.col("crossings") == 1)
    return (
        latest.join(chart.series, on=keys, how="left", maintain_order="left", nulls_equal=True)
        .join(runs, on=keys, how="left", maintain_order="left", nulls_equal=True)
        .select(
            *keys,
            "value",
            pl.col("variation").alias("run_variation"),
            pl.when(is_plain & (pl.col("variation") == NON_RANDOM))
            .then(named)
            .otherwise(pl.lit(""))
            .alias("run_side"),
        )
    )
