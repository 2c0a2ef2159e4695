"""Trend words: by which method a trend is told, the directions, and why there is none."""

from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.closed_words import NO_WORD
from goldenthread.methods.trend import ARROWS, TRENDS

METHODS: Final = pl.Enum(
    [
        "change on the period before",
        "change on the like period a year earlier",
        "regression over the charted window",
        "regression within seasons",
        "recent trend (DHSC)",
    ]
)
"""The methods' names, as they stand beside every trend; the first two are those of `trend.against`."""
PREVIOUS, LIKE, REGRESSION, SEASONAL, RECENT = (np.uint8(number) for number in range(5))

WHY: Final = pl.Enum(
    [
        "",
        "overlaps",
        "value_type",
        "not_yearly",
        "too_few",
        "no_interval",
        "no_width",
        "all_counted",
        "neutral",
        "range",
    ]
)
"""Why there is no trend; with the last two there is a direction, and neither way is better by itself."""
NUMBER: Final = {word: np.uint8(number) for number, word in enumerate(WHY.categories)}

POLARITIES: Final = ("", "neutral", "higher", "lower", "range")
HIGHER, LOWER, RANGE = 2, 3, 4

MARKERS: Final = pl.Enum(
    [
        "CannotBeCalculated",
        "Increasing",
        "Decreasing",
        "NoChange",
        "IncreasingAndGettingBetter",
        "IncreasingAndGettingWorse",
        "DecreasingAndGettingBetter",
        "DecreasingAndGettingWorse",
    ]
)
"""A recent trend in the words of the Department's own program."""

Directions = NDArray[np.int8]
Codes = NDArray[np.uint8]


def trends(direction: Directions, polarity: NDArray[np.uint16], why: Codes) -> dict[str, pl.Series]:
    """`arrow`, `trend` and `why` of series that rose (1), fell (-1) or did neither (0).

    Null where `why` says why nothing can be said; where no way is better there is an arrow and no trend.
    """
    cannot = why > 0
    arrow = np.where(cannot, NO_WORD, 1 - direction).astype(np.uint8)
    sign = np.where(polarity == HIGHER, 1, -1)
    has_side = (polarity == HIGHER) | (polarity == LOWER)
    trend = np.where(cannot | ~has_side, NO_WORD, 1 - direction * sign).astype(np.uint8)
    sideless = np.where(polarity == RANGE, NUMBER["range"], NUMBER["neutral"])
    return {
        "arrow": _words(arrow, ARROWS),
        "trend": _words(trend, TRENDS),
        "why": _words(np.where(cannot | has_side, why, sideless).astype(np.uint8), WHY),
    }


def markers(direction: Directions, polarity: NDArray[np.uint16], why: Codes) -> pl.Series:
    """The same as one word of MARKERS."""
    plain = np.select([direction > 0, direction < 0], [1, 2], 3)
    is_better = (direction > 0) == (polarity == HIGHER)
    judged = np.where(direction > 0, 4, 6) + ~is_better
    has_side = ((polarity == HIGHER) | (polarity == LOWER)) & (direction != 0)
    return _words(np.where(why > 0, 0, np.where(has_side, judged, plain)).astype(np.uint8), MARKERS)


def methods(number: Codes) -> pl.Series:
    """The names of the methods of those numbers."""
    return _words(number, METHODS)


def _words(number: Codes, known: pl.Enum) -> pl.Series:
    return pl.select(closed_words.words(pl.lit(pl.Series(number)), known)).to_series()
