"""Differences: whether a group lies further from the whole than small numbers alone would put it.

The limits are those of a funnel plot, three standard deviations about the figure of the whole
(D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24, 2005).
They say that a difference is more than chance, never why there is one.
"""

from __future__ import annotations

from typing import Final

import polars as pl

STANDARD_DEVIATIONS: Final = 3.0
FEWEST: Final = 5.0
"""With fewer expected than so many, counted or left out, the limits do not hold and nothing is said."""

KINDS: Final = ("share", "rate", "mean")


def beyond_chance() -> pl.Expr:
    """True where a group is beyond chance, false where it is within, null where nothing can be said.

    Reads `kind` (one of `KINDS`), `value` and `whole` (the figures of the group and of the whole, in the same
    unit), `denominator` (Float64: people, cases) and `multiplier`. A share varies as p (1 - p) / n, a rate of
    events as Poisson's counts do. For a mean of waiting times the spread is taken to be as wide as the mean
    itself, which is what waiting without end at a steady pace gives; it is wide, so that little is claimed.
    """
    n, scale = pl.col("denominator"), pl.col("multiplier")
    expected = n * pl.col("whole") / scale
    left_out = n - expected
    is_share, is_rate, is_mean = (pl.col("kind") == kind for kind in KINDS)
    may_tell = (
        pl.when(is_share).then((expected >= FEWEST) & (left_out >= FEWEST))
        .when(is_rate).then(expected >= FEWEST)
        .when(is_mean).then(n >= FEWEST)
    )  # fmt: skip
    deviation = (
        pl.when(is_share).then((expected * left_out / n).sqrt())
        .when(is_rate).then(expected.sqrt())
        .when(is_mean).then(expected / n.sqrt())
    )  # fmt: skip
    distance = ((pl.col("value") - pl.col("whole")) * n / scale).abs()
    return pl.when(may_tell).then(distance > STANDARD_DEVIATIONS * deviation)
