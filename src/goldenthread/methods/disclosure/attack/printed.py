"""Printed: which counts the printed texts of a figure leave possible."""

from __future__ import annotations

from typing import Final

import polars as pl

TOLD: Final = ("value_text", "numerator_text", "denominator_text")
SLACK: Final = 1e-7
"""Printed numbers are compared with a little room, for decimals are not exact in binary."""


def counts_told(said: pl.DataFrame) -> pl.DataFrame:
    """`least` and `greatest` count that each figure may have, from what is printed; null where nothing is.

    `said` has `TOLD` (texts, null where not printed) and `multiplier` (100 for a percentage). A printed
    numerator is the count. A share that stands beside its denominator tells the whole numbers whose share
    comes to that text when it is rounded: 2.4 of 41,000 is 984 plus or minus 20, 33.3 of 12 is 4. A value
    with neither is a plain count.
    """
    value, above, below = (pl.col(name).cast(pl.Float64) for name in TOLD)
    half = _half_a_step(pl.col("value_text"))
    whole = below / pl.col("multiplier")
    least = pl.max_horizontal(((value - half) * whole - SLACK).ceil(), pl.lit(0.0))
    greatest = ((value + half) * whole + SLACK).floor()
    alone = below.is_null()
    return said.select(
        least=pl.coalesce(above.round(), pl.when(alone).then(value.round()).otherwise(least)).cast(pl.Int64),
        greatest=pl.coalesce(above.round(), pl.when(alone).then(value.round()).otherwise(greatest)).cast(
            pl.Int64
        ),
    )


def _half_a_step(text: pl.Expr) -> pl.Expr:
    """Half a unit of the last printed decimal."""
    places = text.str.extract(r"\.(\d+)$").str.len_chars().fill_null(0)
    return 0.5 * pl.lit(10.0).pow(-places.cast(pl.Float64))
