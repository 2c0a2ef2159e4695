"""Confidence margins: how far the interval reaches to the worse and the better side, for rating by it."""

from typing import Final

import polars as pl

COLUMNS: Final = ("interval_worse", "interval_better")
"""What `margins` adds to a frame."""


def margins(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `COLUMNS` added: from `value` to the worse and to the better end of its interval.

    Needs `value`, `polarity` and what `confidence.intervals` adds. A scheme that colours a figure only where
    its target lies outside the interval eases the target by them: better than target by more than
    `interval_worse` is green, worse by more than `interval_better` red. Null without an interval, and where
    neither more nor less is better.
    """
    below = pl.col("value") - pl.col("interval_lower")
    above = pl.col("interval_upper") - pl.col("value")
    polarity = pl.col("polarity").cast(pl.String)

    def towards(when_higher: pl.Expr, when_lower: pl.Expr) -> pl.Expr:
        # A value that was rounded may lie a little outside an interval that was not.
        side = pl.when(polarity == "higher").then(when_higher).when(polarity == "lower").then(when_lower)
        return pl.max_horizontal(side, pl.when(side.is_not_null()).then(0.0))

    worse, better = COLUMNS
    return frame.with_columns(towards(below, above).alias(worse), towards(above, below).alias(better))
