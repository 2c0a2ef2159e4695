"""Intervals: how far figures could lie off by chance, as given with them or by their counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from goldenthread.methods import confidence
from goldenthread.methods.aggregation.rules import SURVEY
from goldenthread.methods.confidence import measured
from goldenthread.methods.confidence.margins import COLUMNS, margins
from goldenthread.methods.rating import Scheme

COUNTS: Final = "count"
"""The unit of a plain count; others without a denominator, such as days, are none."""


def beside(figures: pl.DataFrame, definitions: pl.DataFrame, schemes: Mapping[str, Scheme]) -> pl.DataFrame:
    """The figures with `interval_worse` and `interval_better`, for those rated by such a scheme.

    As it was given with the figure, before any other. Else by the counts of the figure: Wilson for shares,
    Byar for rates and plain counts. Averages, shares of money and the like have none, nor has a survey that
    gives none, for only who ran it knows how people were drawn: they are not rated ("no confidence
    interval"). The figures are returned as they are where no scheme asks.
    """
    asking = [code for code, scheme in schemes.items() if _asks(scheme)]
    if not figures["scheme"].is_in(asking).any():
        return figures
    asked = _asked(figures, definitions, pl.col("scheme").is_in(asking))
    found = margins(confidence.intervals(asked))
    return figures.with_columns(found.select(COLUMNS))


def of(figures: pl.DataFrame, definitions: pl.DataFrame) -> pl.DataFrame:
    """The figures with the columns of `confidence.intervals`, as given or by the counts of each.

    `figures` has `indicator`, `value`, `polarity`, `numerator`, `denominator`, `multiplier`, and perhaps
    `respondents`, `given_lower`, `given_upper`; `definitions` has `indicator`, `unit`, `aggregation`,
    `numerator_label`, `denominator_label`. `value_type` is what each is by its definition, a proportion, rate
    or count; null where counts give it no interval.
    """
    asked = _asked(figures, definitions, pl.lit(value=True))
    found = confidence.intervals(asked).select(*confidence.COLUMNS, value_type="value_type")
    return figures.with_columns(found)


def _asked(figures: pl.DataFrame, definitions: pl.DataFrame, which: pl.Expr) -> pl.DataFrame:
    """What `confidence.intervals` asks of the figures; of those alone that are `which`."""
    kinds = definitions.select(
        "indicator",
        interval=pl.Series([_kind(row) for row in definitions.iter_rows(named=True)], dtype=pl.String),
    )
    counted, of = pl.coalesce("numerator", "value"), pl.col("denominator")
    is_share = (of > 0) & pl.col("numerator").is_between(0, of)
    is_rate = (of > 0) & (pl.col("numerator") >= 0)
    can = (
        pl.when(pl.col("interval") == "proportion").then(is_share)
        .when(pl.col("interval") == "rate").then(is_rate)
        .otherwise(of.is_null() & (pl.col("value") >= 0))
    )  # fmt: skip
    # What is counted one by one is whole; pounds and hours seldom are.
    is_whole = (counted.floor() == counted) & (of.is_null() | (of.floor() == of))
    asked = which & can & is_whole & pl.col("respondents").is_null()
    given = which & pl.col("value").is_between("given_lower", "given_upper")
    nothing = [pl.lit(None, kind).alias(name) for name, kind in SURVEY.items() if name not in figures.columns]
    return (
        figures.with_columns(nothing)
        .join(kinds, on="indicator", how="left", maintain_order="left")
        .select(
            "value",
            "polarity",
            "denominator",
            "multiplier",
            "given_lower",
            "given_upper",
            value_type="interval",
            interval=pl.when(given).then(pl.lit("given")).when(asked).then("interval"),
            numerator=pl.when(asked).then(counted),
        )
    )


def _asks(scheme: Scheme) -> bool:
    return any(limit.by in COLUMNS for edge in scheme.edges for limit in edge.at)


def _kind(definition: Mapping[str, object]) -> str | None:
    unit, aggregation = str(definition["unit"]), str(definition["aggregation"])
    above, below = (str(definition[f"{part}_label"] or "") for part in ("numerator", "denominator"))
    kind = measured.kind(unit, aggregation, below)
    if measured.is_amount(above, below) or (kind == "count" and unit != COUNTS):
        return None
    return measured.INTERVALS.get(kind)
