"""Variation tables: what two kinds of charts say, in the same columns."""

from typing import Final

import polars as pl

from goldenthread.methods.run_chart import NON_RANDOM, RANDOM, RunChart, remarks
from goldenthread.methods.spc import Chart, words

CHARTS: Final = pl.Enum(["xmr", "run", "none"])
RUNS: Final = pl.Enum([RANDOM, NON_RANDOM])

SERIES: Final = pl.Schema(
    {
        "chart": CHARTS, "why": pl.String(), "values": pl.Int64(), "first_date": pl.Date(),
        "last_date": pl.Date(), "centre": pl.Float64(), "lower": pl.Float64(), "upper": pl.Float64(),
        "is_trial": pl.Boolean(), "variation_icon": words.VARIATION_ICONS, "target": pl.Float64(),
        "assurance_icon": words.ASSURANCE_ICONS, "longest_run": pl.Int64(), "longest_run_limit": pl.Int64(),
        "crossings": pl.Int64(), "fewest_crossings": pl.Int64(), "runs": RUNS, "latest": pl.Float64(),
        "latest_date": pl.Date(), "latest_cause": words.CAUSES, "remark": pl.String(),
        "rebase_date": pl.Date(), "rebase_points": pl.Int64(), "rebase_is_due": pl.Boolean(),
        "rebase_why": pl.String(),
    }
)  # fmt: skip
POINTS: Final = pl.Schema(
    {
        "chart": CHARTS, "seq": pl.Int32(), "date": pl.Date(), "value": pl.Float64(),
        "rebase_group": pl.Int32(), "centre": pl.Float64(), "lower": pl.Float64(), "upper": pl.Float64(),
        "side": pl.Int8(), "cause": words.CAUSES, "point_type": words.POINT_TYPES, "is_trial": pl.Boolean(),
        "target": pl.Float64(),
    }
)  # fmt: skip

Keys = list[str]


def series(
    how: pl.DataFrame, chosen: pl.DataFrame, chart: Chart, runs: RunChart, suggested: pl.DataFrame, keys: Keys
) -> pl.DataFrame:
    """A row for each series asked about (columns of SERIES), in the order of `how`."""
    groups = chart.groups.filter("is_latest")
    about_run = runs.series.select(
        *keys, "median", "longest_run", "longest_run_limit", "crossings", "fewest_crossings",
        runs=pl.col("variation").cast(RUNS), told=remarks(),
    )  # fmt: skip
    proposed = suggested.select(
        *keys, rebase_date="date", rebase_points="points", rebase_is_due="is_due", rebase_why="why"
    )
    refused = how.filter(pl.col("why") != "").select(*keys, "why", chart=pl.lit("none").cast(CHARTS))
    found = how.select(*keys, "target")
    for beside in (
        pl.concat([chosen, refused.select(chosen.columns)]),
        groups.with_columns(said=words.remarks()),
        _latest(chart.points, keys), about_run, proposed,
    ):  # fmt: skip
        found = found.join(beside, on=keys, how="left", maintain_order="left")
    return found.select(*keys, *_of_series())


def _of_series() -> list[pl.Expr]:
    """The columns of SERIES: a chart with limits has these, a run chart its counts, no chart nothing."""
    is_xmr, is_run = (pl.col("chart") == name for name in ("xmr", "run"))
    has_chart = is_xmr | is_run
    by_limits = {"lower": "lpl", "upper": "upl", "is_trial": "is_trial", "variation_icon": "variation_icon",
                 "assurance_icon": "assurance_icon", "latest_cause": "cause", "rebase_date": "rebase_date",
                 "rebase_points": "rebase_points", "rebase_is_due": "rebase_is_due",
                 "rebase_why": "rebase_why"}  # fmt: skip
    made: dict[str, pl.Expr] = {
        name: pl.when(is_xmr).then(pl.col(column)) for name, column in by_limits.items()
    }
    made["centre"] = pl.when(is_xmr).then("mean").when(is_run).then("median")
    made["remark"] = pl.when(is_xmr).then("said").when(is_run).then("told").otherwise(pl.lit(""))
    made |= {
        name: pl.when(has_chart).then(name)
        for name in ("values", "first_date", "last_date", "latest", "latest_date")
    }
    return [made.get(name, pl.col(name)).cast(kind).alias(name) for name, kind in SERIES.items()]


def _latest(points: pl.DataFrame, keys: Keys) -> pl.DataFrame:
    """The latest value of each series, and what is special in it."""
    there = points.filter(pl.col("value").is_not_null())
    return there.unique(keys, keep="last", maintain_order=True).select(
        *keys, latest="value", latest_date="date", cause="special_cause_type"
    )


def points(chosen: pl.DataFrame, chart: Chart, runs: RunChart, keys: Keys) -> pl.DataFrame:
    """A row for each value of the series that have a chart (columns of POINTS), by series and date."""
    charted = chosen.filter(pl.col("chart") != "none").select(*keys, "chart")
    on_run = runs.points.select(*keys, "date", "median", run_side="side")
    rows = chart.points.join(charted, on=keys, how="inner", maintain_order="left").join(
        on_run, on=[*keys, "date"], how="left", maintain_order="left"
    )
    is_xmr = pl.col("chart") == "xmr"
    by_limits = {"lower": "lpl", "upper": "upl", "cause": "special_cause_type", "point_type": "point_type",
                 "is_trial": "short_group_warning"}  # fmt: skip
    made: dict[str, pl.Expr] = {
        name: pl.when(is_xmr).then(pl.col(column)) for name, column in by_limits.items()
    }
    made["centre"] = pl.when(is_xmr).then("mean").otherwise("median")
    made["side"] = pl.when(is_xmr).then("relative_to_mean").otherwise("run_side")
    columns = [made.get(name, pl.col(name)).cast(kind).alias(name) for name, kind in POINTS.items()]
    return rows.select(*keys, *columns)
