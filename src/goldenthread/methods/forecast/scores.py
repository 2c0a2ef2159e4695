"""Forecast scores: what was expected held against what happened, by service."""

from typing import Final

import polars as pl

FEWEST: Final = 5
NEEDED: Final = ("service", "made_by", "expected", "outturn", "expected_lower", "expected_upper")

SCORED: Final = pl.Schema(
    {
        "service": pl.String,
        "made_by": pl.String,
        "forecasts": pl.Int64,
        "absolute_error": pl.Float64,
        "bias": pl.Float64,
        "without_per_cent": pl.Int64,
        "with_interval": pl.Int64,
        "inside": pl.Float64,
        "is_few": pl.Boolean,
    }
)


class ColumnsMissing(ValueError):
    """The frame lacks columns without which nothing can be scored."""


def by_service(frame: pl.DataFrame) -> pl.DataFrame:
    """One row for each service and maker (`SCORED`), sorted; a maker is a method or "owner", never a person.

    `frame` has a row for each forecast of which the outturn is known. `absolute_error` is the mean of
    |expected - outturn| and `bias` the mean of (expected - outturn), both in per cent of the outturn, so that
    indicators of unlike units can stand together: above zero too much was expected. Outturns of zero have no
    per cent and are counted in `without_per_cent`. `inside` is the share of 1 of the outturns that lie within
    the interval, of the `with_interval` that had one. With fewer than `FEWEST` forecasts `is_few`: too few to
    tell skill from luck; the figures stand all the same. Percentages as errors, and what is wrong with them:
    R. J. Hyndman and A. B. Koehler, International Journal of Forecasting 22 (2006). Raises ColumnsMissing.
    """
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise ColumnsMissing(f"to score forecasts, the frame needs {', '.join(missing)}")
    out = pl.col("expected") - pl.col("outturn")
    per_cent = pl.when(pl.col("outturn") != 0).then(100 * out / pl.col("outturn").abs())
    within = pl.col("outturn").is_between("expected_lower", "expected_upper")
    return (
        frame.with_columns(_out=per_cent, _within=within)
        .group_by("service", "made_by")
        .agg(
            forecasts=pl.len().cast(pl.Int64),
            absolute_error=pl.col("_out").abs().mean(),
            bias=pl.col("_out").mean(),
            without_per_cent=pl.col("_out").is_null().sum().cast(pl.Int64),
            with_interval=pl.col("_within").is_not_null().sum().cast(pl.Int64),
            inside=pl.col("_within").mean(),
            is_few=pl.len() < FEWEST,
        )
        .select(SCORED.names())
        .sort("service", "made_by")
    )
