"""Year end: what is asked of each indicator when the year ends, and what its owner expects by then."""

from __future__ import annotations

import polars as pl

from goldenthread.assessments.material import Material
from goldenthread.methods import periods, rating, targets
from goldenthread.methods.forecast import ratings

EXPECTED = pl.Schema(
    {
        "indicator": pl.String,
        "forecast": pl.Float64,
        "forecast_exact": pl.String,
        "forecast_basis": pl.String,
        "forecast_author": pl.String,
    }
)
ABOUT = ("polarity", "scheme", "decimals")
RATED = (*ABOUT, *targets.FIGURES, "tolerance_kind", "target_reason")


def beside(gathered: Material) -> pl.DataFrame:
    """One row an indicator: what is asked for at the end of the year, and what is expected.

    `year_end_period` is the one of its basis that ends last in the year, arrears or not. Asked for is
    `target_year_end` (`target_year_end_exact` as it was written), or `year_end_lower` to `year_end_upper`; a
    version that says its own year end goes before the target of the period. Else `year_end_reason` says why
    there is neither. Expected is `forecast`, with its exact text, basis, author and, where the scheme rates a
    figure by that target alone, `forecast_rating`.
    """
    asked_for = asked(gathered)
    made = pl.DataFrame(_made(gathered), schema=EXPECTED, orient="row")
    both = asked_for.join(made, on="indicator", how="left", maintain_order="left")
    rated = both.join(_rated(both, gathered), on="indicator", how="left", maintain_order="left")
    return rated.select(
        "indicator",
        "year_end_period",
        "year_end_reason",
        "target_year_end",
        "target_year_end_exact",
        pl.col("lower").alias("year_end_lower"),
        pl.col("upper").alias("year_end_upper"),
        *(name for name in EXPECTED if name != "indicator"),
        "forecast_rating",
    )


def asked(gathered: Material) -> pl.DataFrame:
    """The target of the last period of the year; one that a version names itself stands before it."""
    own = gathered.year_end_targets.drop_nulls("year_end").unique("indicator", maintain_order=True)
    attached = targets.attach(_last_periods(gathered), gathered.year_end_targets).drop("target_year_end")
    found = attached.join(
        own.select("indicator", own="year_end"), on="indicator", how="left", maintain_order="left"
    )
    # Limits are those of the period: beside another target they would mean nothing.
    is_own = pl.col("own").is_not_null() & pl.col("own").ne_missing(pl.col("target"))
    limits = [pl.when(~is_own).then(name).alias(name) for name in targets.FIGURES if name != "target"]
    return found.with_columns(
        *limits,
        target=pl.coalesce("own", "target"),
        target_year_end=pl.coalesce("own", "target"),
        target_year_end_exact=pl.when(~is_own).then("target_exact"),
        year_end_reason=pl.when(is_own).then(pl.lit("")).otherwise("target_reason"),
        year_end_period="period",
    )


def _last_periods(gathered: Material) -> pl.DataFrame:
    """Each indicator with the last period of its basis that has ended when the year ends."""
    march = periods.containing(gathered.year_end, "month")
    ways = gathered.definitions.select("basis", "calendar").unique(maintain_order=True)
    last = [periods.rated_period(march, basis, calendar=calendar).code for basis, calendar in ways.rows()]
    return gathered.definitions.select(
        "indicator", "basis", "calendar", "polarity", "scheme", "decimals"
    ).join(
        ways.with_columns(period=pl.Series(last, dtype=pl.String)),
        on=["basis", "calendar"],
        how="left",
        maintain_order="left",
    )


def _made(gathered: Material) -> list[tuple[str, float, str, str, str]]:
    return [
        (code, float(made.value), made.value, made.basis, made.author)
        for code, made in gathered.forecasts.items()
    ]


def _rated(both: pl.DataFrame, gathered: Material) -> pl.DataFrame:
    """Each forecast rated as the figure of the year's end would be."""
    plain = [code for code, scheme in gathered.schemes.items() if ratings.is_plain(scheme)]
    made = both.filter(pl.col("forecast").is_not_null() & pl.col("scheme").is_in(plain))
    figures = made.select("indicator", *RATED, value="forecast")
    rated = rating.rate(figures, gathered.schemes)
    return rated.select("indicator", forecast_rating=pl.col("rating").cast(pl.String))
