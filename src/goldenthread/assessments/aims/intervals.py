"""Intervals: where a scheme holds the target against a figure's confidence interval, how far that reaches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from goldenthread.methods import confidence
from goldenthread.methods.confidence import measured
from goldenthread.methods.confidence.margins import COLUMNS, margins
from goldenthread.methods.rating import Scheme

COUNTS: Final = "count"
"""The unit of a plain count; others without a denominator, such as days, are none."""


def beside(figures: pl.DataFrame, definitions: pl.DataFrame, schemes: Mapping[str, Scheme]) -> pl.DataFrame:
    """The figures with `interval_worse` and `interval_better`, for those rated by such a scheme.

    By the counts of the figure: Wilson for shares, Byar for rates and plain counts. Averages, shares of money
    and the like, and surveys have none here and are not rated ("no confidence interval"). The figures are
    returned as they are where no scheme asks.
    """
    asking = [code for code, scheme in schemes.items() if _asks(scheme)]
    if not figures["scheme"].is_in(asking).any():
        return figures
    kinds = definitions.select(
        "indicator",
        interval=pl.Series([_kind(row) for row in definitions.iter_rows(named=True)], dtype=pl.String),
    )
    whole = pl.col("denominator") > 0
    is_share = whole & pl.col("numerator").is_between(0, pl.col("denominator"))
    is_count = pl.col("denominator").is_null() & (pl.col("value") >= 0)
    can = (
        pl.when(pl.col("interval") == "proportion").then(is_share)
        .when(pl.col("interval") == "rate").then(whole & (pl.col("numerator") >= 0))
        .otherwise(is_count)
    )  # fmt: skip
    asked = figures.join(kinds, on="indicator", how="left", maintain_order="left").select(
        "value",
        "polarity",
        "denominator",
        "multiplier",
        interval=pl.when(pl.col("scheme").is_in(asking) & can).then("interval"),
        numerator=pl.coalesce("numerator", "value"),
    )
    found = margins(confidence.intervals(asked))
    return figures.with_columns(found.select(COLUMNS))


def _asks(scheme: Scheme) -> bool:
    return any(limit.by in COLUMNS for edge in scheme.edges for limit in edge.at)


def _kind(definition: Mapping[str, object]) -> str | None:
    unit, aggregation = str(definition["unit"]), str(definition["aggregation"])
    above, below = (str(definition[f"{part}_label"] or "") for part in ("numerator", "denominator"))
    kind = measured.kind(unit, aggregation, below)
    if measured.is_amount(above, below) or (kind == "count" and unit != COUNTS):
        return None
    return measured.INTERVALS.get(kind)
