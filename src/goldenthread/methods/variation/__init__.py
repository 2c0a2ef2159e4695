"""Variation: has a series changed, or is it chance? By the chart that suits it, said for every series."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from goldenthread.methods import run_chart, spc
from goldenthread.methods.spc import rebases, suited
from goldenthread.methods.spc.series import KEYS
from goldenthread.methods.variation import tables

__all__ = ["HOW", "Variation", "variation"]

HOW: Final = ("polarity", "target", "rebases", "frequency", "why")
"""What is to be known of each series; the first three as process control has them."""


@dataclass(frozen=True)
class Variation:
    """What the charts say, as columns.

    `series` (tables.SERIES after the keys): a row for each series asked about, whether it has a chart or
    not. `chart` is `xmr`, `run` or `none`, and `why` says why that. `values`, `first_date` and `last_date`
    are of the figures on which centre and limits rest: those since the latest rebase. `centre` is the mean or
    the median, `lower` and `upper` are the limits (`is_trial`: of fewer than 13 values). The icons are those
    of process control, `runs` is `random` or `non-random` and rests on the four counts before it; `latest`,
    `latest_date` and `latest_cause` are the latest value and what is special in it. `remark` says in words
    what is to be known beside it, "" for nothing. `rebase_date`, `rebase_points`, `rebase_is_due` and
    `rebase_why`: a rebase that is suggested, and never made.

    `points` (tables.POINTS after the keys): a row for each value, for the charts of those that have one.
    Before the latest rebase a run chart has no centre.

    `unused_rebases`: the keys and `date` of rebases that are no figure's date.
    """

    series: pl.DataFrame
    points: pl.DataFrame
    unused_rebases: pl.DataFrame


def variation(frame: pl.DataFrame, how: pl.DataFrame, *, keys: Sequence[str] = KEYS) -> Variation:
    """The chart that suits each series, and what it says.

    `frame` has the keys, `date` and `value` (null: missing), in any order; `how` a row for each series with
    the columns of HOW: a series with a `why` has no chart, for that reason. With 13 values since its latest
    rebase a series has a chart with limits; with fewer one that is monthly has trial limits, any other a run
    chart. Raises the faults of `spc.chart`.
    """
    keys = list(keys)
    open_ones = how.filter(pl.col("why") == "")
    rows = frame.select(*keys, "date", "value").join(open_ones, on=keys, how="semi", maintain_order="left")
    known = open_ones.select(*keys, "polarity", "target", "rebases")
    chart = spc.chart(rows, known.join(rows, on=keys, how="semi", maintain_order="left"), keys=keys)
    chosen = _chosen(chart, open_ones, keys)
    since = chart.points.join(
        chart.groups.filter("is_latest").select(*keys, "rebase_group"), on=[*keys, "rebase_group"], how="semi"
    ).join(chosen.filter(pl.col("chart") == "run"), on=keys, how="semi", maintain_order="left")
    runs = run_chart.run_chart(since.select(*keys, "date", "value"), keys=keys)
    return Variation(
        series=tables.series(how, chosen, chart, runs, rebases.suggested(chart), keys),
        points=tables.points(chosen, chart, runs, keys),
        unused_rebases=chart.unused_rebases,
    )


def _chosen(chart: spc.Chart, open_ones: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """The chart of each series that may have one: keys, `chart`, `why`."""
    values = chart.groups.filter("is_latest").select(*keys, "values")
    found = open_ones.select(*keys, "frequency").join(values, on=keys, how="left", maintain_order="left")
    found = found.with_columns(pl.col("values").fill_null(0))
    ways = found.select("values", "frequency").unique(maintain_order=True)
    charts = [suited.chart_for(values=values, frequency=often) for values, often in ways.iter_rows()]
    told = ways.with_columns(
        pl.Series("chart", [each.chart for each in charts], tables.CHARTS),
        pl.Series("why", [each.why for each in charts], pl.String),
    )
    return found.join(told, on=["values", "frequency"], how="left", maintain_order="left").select(
        *keys, "chart", "why"
    )
