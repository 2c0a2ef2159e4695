"""Rating contradictions: where the printed figure would seem to deserve another colour."""

from typing import Final

import polars as pl

from goldenthread.methods.rounding import NUDGE, half_up

BEYOND: Final = {"better_edge": "better_side", "worse_edge": "worse_side", "other_edge": "other_side"}
"""Each edge of a verdict, with the column that says where a value must stand to be beyond it."""

HALF_STEPS: Final = pl.Series([0.5000001 * 10.0**-decimals for decimals in range(16)])
"""How far the printed figure can lie from the value, by decimals, and a little more where it was nudged."""


def contradicted(rated: pl.DataFrame, figures: pl.Series, decimals: pl.Series) -> pl.Series:
    """Positions of rows whose figure, rounded to its decimals, stands beyond an edge of its own rating.

    The classic complaint: 94.96 is amber against 95, and is printed as 95.0. Only figures within half a
    printed step of an edge can be affected, so only these are rounded.
    """
    reach = pl.lit(HALF_STEPS).gather(pl.col("decimals").cast(pl.UInt32))
    is_near = pl.any_horizontal((pl.col("figure") - pl.col(edge)).abs() <= reach for edge in BEYOND)
    near = (
        rated.lazy()
        .select(*BEYOND.keys(), *BEYOND.values(), figure=pl.lit(figures), decimals=pl.lit(decimals))
        .with_row_index("row")
        .filter(is_near)
        .collect()
    )
    is_beyond = pl.any_horizontal(_is_beyond(edge, side) for edge, side in BEYOND.items())
    found = [_printed(part).filter(is_beyond)["row"] for part in near.partition_by("decimals")]
    return pl.concat(found) if found else near["row"]


def _printed(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of one and the same number of decimals, with the figure that is printed."""
    return rows.with_columns(printed=half_up(pl.col("figure"), int(rows["decimals"][0])))


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
