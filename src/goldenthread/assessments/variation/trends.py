"""Trends: which indicators have moved over the window of their chart, and by which method that is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import polars as pl

from goldenthread.assessments.variation.reading import KEYS, Reading
from goldenthread.methods import trend_tests

PARTS_OF_YEAR: Final = {"monthly": 12, "quarterly": 4, "thirds": 3, "termly": 3}
SEASONS_FROM: Final = 3
"""From so many years of points on, each season is compared with its like alone."""


def regressed(found: Reading, polarity: pl.DataFrame) -> pl.DataFrame:
    """For each indicator with a chart whether a line through its window moves: the columns of `regression`.

    The window begins where the control limits last began anew, so that no line is drawn across a new way of
    measuring. Months and quarters that have been counted for three years and more are compared within their
    seasons, for most figures of councils have them; `method` says which it was. `polarity` has `indicator`
    and `polarity`. Beside that stand `from_period` and `to_period`, the ends of the window.
    """
    latest = pl.col("rebase_group") == pl.col("rebase_group").max().over("indicator")
    window = found.points.filter(latest).select("indicator", "period", "date", "value")
    of_year = pl.col("frequency").replace_strict(PARTS_OF_YEAR, default=None)
    parts = found.indicators.select("indicator", parts=of_year)
    counted = window.drop_nulls("value").group_by("indicator").agg(points=pl.len())
    about = parts.join(counted, on="indicator", how="left").select(
        "indicator",
        is_seasonal=(pl.col("points") >= SEASONS_FROM * pl.col("parts")).fill_null(value=False),
    )
    rows = window.join(about, on="indicator", how="left", maintain_order="left").join(
        polarity.select("indicator", "polarity"), on="indicator", how="left", maintain_order="left"
    )
    ends = window.group_by("indicator", maintain_order=True).agg(
        from_period=pl.col("period").sort_by("date").first(),
        to_period=pl.col("period").sort_by("date").last(),
    )
    tested = trend_tests.regression(rows, keys=KEYS)
    return tested.join(ends, on="indicator", how="left", maintain_order="left").sort("indicator")


def polarities(lines: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """`indicator` and `polarity` of the lines of a position."""
    rows = [(line["indicator"], line["polarity"]) for line in lines]
    return pl.DataFrame(rows, schema={"indicator": pl.String, "polarity": pl.String}, orient="row")
