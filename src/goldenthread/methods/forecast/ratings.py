"""Forecast ratings: what is expected at the year's end rated as that figure would be, beside today's."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from goldenthread.methods import rating, targets
from goldenthread.methods.rating import Scheme

OF_THE_TARGET: Final = {*targets.FIGURES, "better_end", "worse_end", ""}
"""What an edge may start from, where it starts from the target."""

RATED: Final = {
    "expected": "expected_rating",
    "expected_lower": "lower_rating",
    "expected_upper": "upper_rating",
    "forecast": "forecast_rating",
}
"""Each number that is rated, and what its rating is called; `forecast` is the owner's."""

COLUMNS: Final = (*RATED.values(), "why_expected_not_rated")


class ColumnsMissing(ValueError):
    """The frame lacks the rating now, beside which alone a forecast's may stand."""


def rate(frame: pl.DataFrame, schemes: Mapping[str, Scheme]) -> pl.DataFrame:
    """The frame with `COLUMNS` added: the band of each number in `RATED`, by the target of the year's end.

    Needs `expected`, `scheme`, `polarity` and `rating`, the rating now; takes `expected_lower`,
    `expected_upper`, `forecast`, and the target of the year's end in the columns of `targets.FIGURES` with
    `target_reason`. Only schemes that hold a figure against its own target rate a forecast: of a neighbour,
    a trend or a margin of error at the year's end nothing is known. `why_expected_not_rated`: "" where rated,
    `no_forecast`, `scheme`, or a code of `reasons`. Raises ColumnsMissing and what `rating.rate` raises.
    """
    missing = [name for name in ("expected", "scheme", "polarity", "rating") if name not in frame.columns]
    if missing:
        raise ColumnsMissing(
            f"to rate a forecast beside the rating now, the frame needs {', '.join(missing)}"
        )
    plain = [code for code, scheme in schemes.items() if is_plain(scheme)]
    # An indicator without a scheme has no target either, and its reason says so.
    fits = pl.col("scheme").is_in(plain) | (pl.col("scheme").fill_null("") == "")
    numbers = {name: _rated(frame, name, schemes, fits) for name in RATED}
    found = frame.drop(COLUMNS, strict=False).with_columns(
        numbers[name]["rating"].cast(pl.String).alias(column) for name, column in RATED.items()
    )
    return found.with_columns(
        why_expected_not_rated=pl.when(pl.col("expected").is_null())
        .then(pl.lit("no_forecast"))
        .when(~fits)
        .then(pl.lit("scheme"))
        .otherwise(pl.lit(numbers["expected"]["reason"].cast(pl.String)))
    )


def is_plain(scheme: Scheme) -> bool:
    """Whether a scheme holds the figure itself against its own target, and asks for nothing beside it."""
    limits = [limit for edge in scheme.edges for limit in (*edge.at, *edge.lower, *edge.upper)]
    starts = {
        start for limit in limits for start in (limit.base, limit.by, limit.to) if isinstance(start, str)
    }
    has_no_condition = scheme.measured == "value" and not any(edge.when for edge in scheme.edges)
    return has_no_condition and scheme.table is None and starts <= OF_THE_TARGET


def _rated(frame: pl.DataFrame, number: str, schemes: Mapping[str, Scheme], fits: pl.Expr) -> pl.DataFrame:
    """Rating and reason of one number, row by row; empty where there is none."""
    nothing = pl.lit(None, dtype=pl.Float64)
    value = pl.col(number).cast(pl.Float64) if number in frame.columns else nothing
    about = [name for name in ("target_reason", "tolerance_kind", "decimals") if name in frame.columns]
    known = [name for name in targets.FIGURES if name in frame.columns]
    numbered = frame.with_row_index("_row")
    there = numbered.filter(fits & value.is_not_null())
    figures = there.select("_row", "scheme", "polarity", *about, *known, value=value)
    rated = rating.rate(figures, schemes).select("_row", "rating", "reason")
    return numbered.select("_row").join(rated, on="_row", how="left", maintain_order="left")
