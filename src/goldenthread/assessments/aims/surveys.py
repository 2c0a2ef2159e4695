"""Surveys: how many answered is what a figure is a share of; on few answers it is read with care."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.methods.aggregation.rules import SURVEY

FIGURE: Final = tuple(SURVEY)
"""What is said beside the figure of a survey."""


def answered(figures: pl.DataFrame, denominator_label: pl.Expr) -> pl.DataFrame:
    """The figures with `respondents` as `denominator`, where the measure has one and none is given.

    A weighted share is told without counts. Whoever protects small numbers has to know how many people it is
    a share of; a plain count is a share of nobody.
    """
    has_one = denominator_label.fill_null("") != ""
    return figures.with_columns(
        denominator=pl.when(has_one).then(pl.coalesce("denominator", "respondents")).otherwise("denominator")
    )


def with_care(rated: pl.DataFrame, definitions: pl.DataFrame) -> pl.DataFrame:
    """The rated figures with `with_care` true also for those on fewer than their indicator asks for.

    Held against `min_denominator` is how many answered, else the denominator.
    """
    asked = definitions.select("indicator", fewest="min_denominator")
    few = pl.coalesce("respondents", "denominator") < pl.col("fewest")
    joined = rated.join(asked, on="indicator", how="left", maintain_order="left")
    has_figure = pl.col("value").is_not_null()
    return joined.with_columns(
        with_care=pl.col("with_care") | (has_figure & few).fill_null(value=False)
    ).drop("fewest")
