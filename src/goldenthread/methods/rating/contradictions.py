"""Rating contradictions: where the printed figure would seem to deserve another colour."""

from typing import Final

import polars as pl

from goldenthread.methods.rounding import NUDGE, half_up

BEYOND: Final = {"better_edge": "better_side", "worse_edge": "worse_side", "other_edge": "other_side"}
"""Each edge of a verdict, with the column that says where a value must stand to be beyond it."""

HALF: Final = 0.5000001
"""A printed figure lies within half a step of the value, and a little more where it was nudged."""


def reach(decimals: pl.Series) -> float:
    """How far a printed figure can lie from its value, at the most."""
    fewest = decimals.cast(pl.Int64).min()
    return HALF * 10.0**-fewest if isinstance(fewest, int) else 0.0


def within_reach(verdicts: pl.DataFrame, figures: pl.Series, reach: float) -> pl.Series:
    """Positions of the figures so near to an edge that rounding could carry them over it."""
    known = [edge for edge in BEYOND if verdicts[edge].null_count() < verdicts.height]
    near = pl.any_horizontal(
        *((pl.col(edge) - figures).abs() <= reach for edge in known), pl.lit(value=False)
    )
    return verdicts.select(near.fill_null(value=False).arg_true().alias("near")).to_series()


def contradicted(near: pl.DataFrame) -> pl.Series:
    """Numbers of the rows whose figure, rounded to its decimals, stands beyond an edge of its own rating.

    The classic complaint: 94.96 is amber against 95, and is printed as 95.0. `near` has a column `row`, the
    `figure`, its `decimals`, and the edges and sides of its verdict.
    """
    is_beyond = pl.any_horizontal(_is_beyond(edge, side) for edge, side in BEYOND.items())
    found = [near["row"].clear()]
    for part in near.drop_nulls("decimals").partition_by("decimals"):
        decimals = int(part["decimals"][0])
        nearer = part.gather(within_reach(part, part["figure"], HALF * 10.0**-decimals))
        printed = nearer.with_columns(printed=half_up(pl.col("figure"), decimals))
        found.append(printed.filter(is_beyond)["row"])
    return pl.concat(found)


def _is_beyond(edge: str, side: str) -> pl.Expr:
    printed, limit = pl.col("printed"), pl.col(edge)
    slack = limit.abs() * NUDGE
    by_side = {
        "at or above": printed >= limit - slack,
        "above": printed > limit + slack,
        "at or below": printed <= limit + slack,
        "below": printed < limit - slack,
    }
    return pl.any_horizontal((pl.col(side) == words) & test for words, test in by_side.items())
