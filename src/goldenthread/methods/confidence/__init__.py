"""Confidence: how far a figure could lie from what it stands for, by chance alone."""

from statistics import NormalDist
from typing import Final

import polars as pl

from goldenthread.methods.confidence import formulas, reading
from goldenthread.methods.confidence.reading import (
    ColumnsMissing,
    CountNotPossible,
    IntervalNotPossible,
    LevelNotPossible,
)
from goldenthread.methods.confidence.words import KINDS, METHODS, WHY

__all__ = [
    "COLUMNS",
    "KINDS",
    "METHODS",
    "WHY",
    "ColumnsMissing",
    "CountNotPossible",
    "IntervalNotPossible",
    "LevelNotPossible",
    "intervals",
]

COLUMNS: Final = (
    "interval_lower",
    "interval_upper",
    "interval_method",
    "why_interval",
    "interpret_with_care",
)
"""What `intervals` adds to a frame."""

USUAL: Final = 0.95
NARROWEST, WIDEST = 0.5, 0.9999


def intervals(frame: pl.DataFrame, *, level: float = USUAL) -> pl.DataFrame:
    """The frame with `COLUMNS` added: the confidence interval of each figure, in the figure's own unit.

    `interval` says which kind: a `proportion` (`numerator` of `denominator` people or things: Wilson), a
    `rate` (events per `denominator`: Byar, exact below 10 events), a `count` (as a rate, of one), a `given`
    one (`given_lower` to `given_upper`, as a survey publishes it), or nothing. `multiplier` turns shares
    and rates into the unit of the figure (100 for per cent; empty: 1). A figure with a `denominator` below
    `min_denominator` is to be interpreted with care. Columns other than `interval` may be absent: empty.

    Null limits have their reason in `why_interval` (`WHY`): `none` asked for, a number `missing`, `of_none`
    (a denominator of 0), `not_given`. Methods and reasons are of type Enum. Sources: E. B. Wilson, JASA 22
    (1927); APHO Technical Briefing 3 (2008); PHE, Technical Guide: Confidence Intervals (2018).

    Raises ColumnsMissing, LevelNotPossible, CountNotPossible (negative, infinite, more than there are),
    IntervalNotPossible (upside down, beside its own `value`), closed_words.WordUnknown.
    """
    if not NARROWEST <= level <= WIDEST:
        raise LevelNotPossible(f"a level of {level:g}; write a share such as 0.95, up to {WIDEST}")
    figures = reading.read(frame)
    z = NormalDist().inv_cdf((1 + level) / 2)
    found = formulas.found(figures, z, 1 - level)
    return frame.drop(COLUMNS, strict=False).with_columns(
        pl.Series("interval_lower", found.lower, nan_to_null=True),
        pl.Series("interval_upper", found.upper, nan_to_null=True),
        pl.Series("interval_method", found.method).cast(pl.UInt8).cat.to(METHODS, strict=False),
        pl.Series("why_interval", found.why).cast(pl.UInt8).cat.to(WHY),
        pl.Series("interpret_with_care", figures.of < figures.fewest),
    )
