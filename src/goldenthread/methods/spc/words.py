"""Process control's words: the closed lists in which points, variation and assurance are told."""

from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.closed_words import NO_WORD

CAUSES: Final = pl.Enum(
    [
        "Common Cause",
        "Above UCL",
        "Below LCL",
        "7 Point Trend (Increasing)",
        "7 Point Trend (Decreasing)",
        "2 in 3 Above CL",
        "2 in 3 Below CL",
        "7 Points Above CL",
        "7 Points Below CL",
    ]
)
"""Why a point is special, in the words of NHSRplotthedots; those that speak of more have odd numbers."""

COMMON, OUTSIDE, TREND, TWO_OF_THREE, SHIFT = (np.uint8(number) for number in (0, 1, 3, 5, 7))
DOWNWARDS: Final = np.uint8(1)
"""Added to a cause where the point is low or falling."""

POINT_TYPES: Final = pl.Enum(
    [
        "common_cause",
        "special_cause_improvement",
        "special_cause_concern",
        "special_cause_neutral_high",
        "special_cause_neutral_low",
    ]
)
"""What a point means for whoever knows which way is better."""

VARIATION_ICONS: Final = pl.Enum(
    [
        "common_cause",
        "improvement_high",
        "improvement_low",
        "concern_high",
        "concern_low",
        "neutral_high",
        "neutral_low",
    ]
)
ASSURANCES: Final = pl.Enum(["inconsistent", "consistent_pass", "consistent_fail"])
ASSURANCE_ICONS: Final = pl.Enum(["inconsistent", "pass", "fail"])
INCONSISTENT, PASS, FAIL = (np.uint8(number) for number in range(3))

POLARITIES: Final = ("", "neutral", "higher", "lower", "range")
NEUTRAL, HIGHER, LOWER, RANGE = range(1, 5)
"""In a range neither more nor less is always better, so that its points and icons are the neutral ones."""


def _by_polarity_and_cause(high_and_low: list[tuple[int, int]]) -> NDArray[np.uint8]:
    """A number for each polarity and each cause, for causes are high and low by turns; NO_WORD stays."""
    table = np.full((len(POLARITIES), NO_WORD + 1), NO_WORD, np.uint8)
    table[:, : len(CAUSES.categories)] = [[0, *pair * 4] for pair in high_and_low]
    return table.ravel()


_TYPES = _by_polarity_and_cause([(3, 4), (3, 4), (1, 2), (2, 1), (3, 4)])
_ICONS = _by_polarity_and_cause([(5, 6), (5, 6), (1, 4), (3, 2), (5, 6)])


def point_types(cause: NDArray[np.uint8], polarity: NDArray[np.uint16]) -> NDArray[np.uint8]:
    """The numbers in POINT_TYPES of points with these causes, each with the polarity of its series."""
    found: NDArray[np.uint8] = _TYPES[(polarity << 8) + cause]
    return found


def variation_icons(cause: NDArray[np.uint8], polarity: NDArray[np.uint16]) -> NDArray[np.uint8]:
    """The numbers in VARIATION_ICONS of latest points with these causes."""
    found: NDArray[np.uint8] = _ICONS[(polarity << 8) + cause]
    return found


def remarks() -> pl.Expr:
    """What is to be said of each group beside its figures, in one line; "" where nothing is.

    An expression over the columns of `verdicts.groups`.
    """
    said = {
        "is_trial": pl.format("trial limits: {} of the 13 values that limits need", "values"),
        "is_constant": pl.lit("constant: limits without width"),
        "is_unscreened": pl.lit("not screened: more than half of the moving ranges are zero"),
    }
    has_limits = pl.col("obstacle") == ""
    lines = [pl.when(pl.col(flag) & has_limits).then(words) for flag, words in said.items()]
    obstacle = pl.when(~has_limits).then("obstacle")
    return pl.concat_str([obstacle, *lines], separator="; ", ignore_nulls=True)
