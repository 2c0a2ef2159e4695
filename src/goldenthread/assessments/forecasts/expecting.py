"""Expecting: ledger, definitions and targets into forecasts of the year's end, one line an indicator."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl

from goldenthread.assessments import assess, history, material
from goldenthread.assessments.aims import year_end
from goldenthread.assessments.material import Material
from goldenthread.methods import forecast, targets
from goldenthread.methods.forecast import points, ratings
from goldenthread.organisation import queries as organisation

NOW = (
    "indicator", "name", "unit", "unit_code", "decimals", "display", "basis", "polarity", "scheme", "period",
    "value", "numerator", "denominator", "status", "rating", "reason",
)  # fmt: skip
OWNERS = ("forecast", "forecast_exact", "forecast_basis", "forecast_author")
YEAR_END = ("target_year_end", "target_year_end_exact", "year_end_lower", "year_end_upper")
HOW = ("year", "until", "end", "shape", "denominator_is", "year_end_period", "why", "lowest", "highest")
PERCENT = 100.0


def lines(*, report_period: str, position_date: date, known_at: datetime, area: str) -> pl.DataFrame:
    """The forecasts of every indicator in force, for a report period, as known at a moment (see `of`).

    Owners are named by the title of their post.
    """
    gathered = material.gather(
        report_period=report_period, position_date=position_date, known_at=known_at, area=area
    )
    return named(gathered, on=position_date, known_at=known_at)


def named(gathered: Material, *, on: date, known_at: datetime) -> pl.DataFrame:
    """The forecasts of gathered material (see `of`), owners named by the title of their post on a day."""
    posts = organisation.posts(on=on, known_at=known_at)
    titles = {
        made.author: organisation.answering(posts, made.author).title
        for made in gathered.forecasts.values()
        if made.author
    }
    return of(gathered).with_columns(pl.col("forecast_author").replace(titles))


def of(gathered: Material) -> pl.DataFrame:
    """One row an indicator, sorted by it: its figure and rating now, what is expected, how, and the ratings.

    The columns of `forecast.expected` and `ratings.rate`; `NOW` as `assess.of` has them; the owner's
    `forecast`; the target of the year's end under its name in `YEAR_END`.
    """
    verdicts = assess.of(gathered)
    asked = year_end.asked(gathered).select("indicator", *targets.FIGURES, "tolerance_kind", "target_reason")
    now = verdicts.select(*NOW, *OWNERS, *YEAR_END, coverage_now="coverage")
    beside = now.join(asked, on="indicator", how="left", maintain_order="left")
    made = beside.join(expected(gathered), on="indicator", how="left", maintain_order="left")
    rated = ratings.rate(made, gathered.schemes)
    return rated.drop(*targets.FIGURES, "tolerance_kind", "target_reason").sort("indicator")


def expected(gathered: Material) -> pl.DataFrame:
    """What is expected of each indicator at the year's end; `why` says why of some there is no forecast."""
    how, wanted = points.of(gathered.definitions, gathered.report)
    figures = _figures(gathered, _with_end(wanted, how))
    asked = how.join(
        gathered.definitions.select("indicator", "multiplier"),
        on="indicator",
        how="left",
        maintain_order="left",
    ).join(_bounds(gathered, figures), on="indicator", how="left", maintain_order="left")
    never = asked.filter(pl.col("why") != "")
    found = forecast.expected(figures, asked.filter(pl.col("why") == "").drop("why"))
    every = pl.concat([found.with_columns(pl.col("why").cast(pl.String)), never], how="diagonal")
    return every.select("indicator", *HOW, *(name for name in forecast.COLUMNS if name not in HOW))


def _with_end(wanted: pl.DataFrame, how: pl.DataFrame) -> pl.DataFrame:
    """Each figure wanted beside the month in which its year ends."""
    return wanted.join(how.select("indicator", "end"), on="indicator", how="left", maintain_order="left")


def _figures(gathered: Material, wanted: pl.DataFrame) -> pl.DataFrame:
    """The figures wanted; what lacks a part, or is measured in two ways, is missing."""
    added_up = history.added_up(gathered, wanted.select("indicator", "period"), gathered.area)
    joined = wanted.join(
        added_up.select(
            "indicator", "period", "value", "numerator", "denominator", "coverage", "is_short", "status"
        ),
        on=["indicator", "period"],
        how="left",
        maintain_order="left",
    ).join(
        gathered.definitions.select("indicator", "basis"), on="indicator", how="left", maintain_order="left"
    )
    # A quarter of which a month is missing is a figure, and says so; a year to date without one would be low,
    # and what lacks a part is no outturn.
    grows = (pl.col("basis") == "ytd") | pl.col("basis").str.starts_with("rolling")
    must_be_whole = grows | (pl.col("month") == pl.col("end"))
    gone = (
        pl.col("is_mixed")
        | pl.col("is_short")
        | (must_be_whole & (pl.col("coverage") != ""))
        | (pl.col("status") == "missing")
    )
    return joined.with_columns(
        pl.when(~gone).then(name).alias(name) for name in ("value", "numerator", "denominator")
    ).drop("basis", "coverage", "is_short", "status", "is_mixed", "end")


def _bounds(gathered: Material, figures: pl.DataFrame) -> pl.DataFrame:
    """What a figure can be: what was never below zero stays there, and no share known goes beyond 100%."""
    seen = figures.group_by("indicator", maintain_order=True).agg(
        _least=pl.col("value").min(), _most=pl.col("value").max()
    )
    known = seen.join(
        gathered.definitions.select("indicator", "unit"), on="indicator", how="left", maintain_order="left"
    )
    is_share = (pl.col("unit") == "%") & (pl.col("_most") <= PERCENT)
    return known.select(
        "indicator",
        lowest=pl.when(pl.col("_least") >= 0).then(0.0),
        highest=pl.when(is_share).then(PERCENT),
    )
