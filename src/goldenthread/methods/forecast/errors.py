"""Forecast errors: how far a method would have been out in past years, and the interval that follows."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from goldenthread.methods.forecast.reading import Figures, Flags, Numbers

FEWEST: Final = 3


@dataclass(frozen=True)
class Interval:
    """One interval a series; not-a-number where the errors are too few. `coverage` is a share of 1."""

    lower: Figures
    upper: Figures
    margin: Figures
    coverage: Figures
    count: Numbers


def of_past_years(expected: Figures, outturn: Figures, is_tried: Flags, is_level: Flags) -> Figures:
    """How far out what would have been expected was, whichever way: in the unit for levels, else a share."""
    with np.errstate(divide="ignore", invalid="ignore"):
        out = np.abs(outturn - expected)
        found = np.where(is_level[:, None], out, out / np.abs(expected))
    return np.where(is_tried & np.isfinite(found), found, np.nan)


def interval(expected: Figures, errors: Figures, is_level: Flags, level: float) -> Interval:
    """The interval around what is expected, from errors of the same method (series by year).

    The margin is the k-th smallest of n errors, k the smallest whole number from (n + 1) level on, at most n:
    were any order of the years as likely as any other, a new error would be no larger with a chance of at
    least k / (n + 1). With three errors that is the largest, and three chances in four.
    """
    ordered = np.sort(errors, axis=1)
    count = np.isfinite(errors).sum(axis=1)
    # A hair, so that a whole number missed by the computer's rounding is that number.
    k = np.minimum(count, np.ceil((count + 1) * level - 1e-9).astype(np.int64))
    enough = (count >= FEWEST) & np.isfinite(expected)
    chosen = np.take_along_axis(ordered, np.maximum(k - 1, 0)[:, None], axis=1)[:, 0]
    margin = np.where(enough, chosen, np.nan)
    around = np.where(is_level, margin, margin * np.abs(expected))
    return Interval(
        lower=expected - around,
        upper=expected + around,
        margin=margin,
        coverage=np.where(enough, k / (count + 1), np.nan),
        count=count,
    )
