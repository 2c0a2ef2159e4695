"""Limits: mean, mean moving range and process limits of each group of points (XmR)."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

LIMIT: Final = 2.66
"""Limits lie so many mean moving ranges from the mean: 3 / 1.128, as it is published."""
SCREEN: Final = 3.267
"""Moving ranges of this many times their mean and more are left out by screening."""
TOLERANCE: Final = 1e-13
"""What differs by less than this share of a group's largest figure is equal: the computer's rounding."""


@dataclass(frozen=True)
class Limits:
    """One of each for each group; not-a-number where nothing can be said."""

    mean: Figures
    half_width: Figures
    """From the mean to either limit. 0 in a constant base; not-a-number without two neighbouring values."""
    tolerance: Figures
    values: Counts
    """Values that are there, over the whole group."""
    is_unscreened: Flags
    """More than half of the moving ranges are zero: screening was asked for and not done."""


@dataclass(frozen=True)
class Base:
    """The rows on which limits rest: all, or the first so many of each group; and where screening is on."""

    rows: Flags | None
    screens: Flags

    @classmethod
    def of(cls, starts: Counts, height: int, fixed_after: Counts, screens: Flags) -> "Base":
        """The base of groups that start at `starts`, each of its first `fixed_after` rows."""
        lengths = np.diff(np.append(starts, height))
        if (fixed_after >= lengths).all():
            return cls(None, screens)
        ends = starts + np.minimum(fixed_after, lengths)
        return cls(np.arange(height) < np.repeat(ends, lengths), screens)


def steps(value: Figures, starts: Counts) -> Figures:
    """From each point to the next, at the later one; not-a-number at a group's first and beside a gap."""
    step = np.empty_like(value)
    np.subtract(value[1:], value[:-1], out=step[1:])
    step[starts] = np.nan
    return step


def limits(value: Figures, step: Figures, starts: Counts, base: Base) -> Limits:
    """The limits of each group of values (not-a-number: missing), which start at `starts`.

    Making Data Count: mean of the base; moving ranges between neighbours; screening in one pass; limits at
    the mean and 2.66 mean moving ranges on both sides. Not screened where more than half of the moving
    ranges are zero: screening would leave nothing but zeros, and every other point outside its limits.
    """
    lengths = np.diff(np.append(starts, len(value)))
    is_there = value == value
    values = _counted(is_there, starts)
    figure = np.where(is_there, value, 0.0)
    tolerance = TOLERANCE * np.maximum.reduceat(np.abs(figure), starts)
    has_range = step == step
    if base.rows is None:
        counted = values
    else:
        is_there &= base.rows
        has_range &= base.rows
        figure = np.where(is_there, figure, 0.0)
        counted = _counted(is_there, starts)
    ranges = np.where(has_range, np.abs(step), 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.add.reduceat(figure, starts) / counted
        average, is_unscreened = _mean_range(ranges, has_range, starts, lengths, tolerance, base.screens)
    return Limits(mean, LIMIT * average, tolerance, values, is_unscreened)


def _mean_range(
    ranges: Figures, has_range: Flags, starts: Counts, lengths: Counts, tolerance: Figures, screens: Flags
) -> tuple[Figures, Flags]:
    """The mean moving range of each group, and which groups should have been screened and are not."""
    known = _counted(has_range, starts)
    average = np.add.reduceat(ranges, starts) / known
    # A mean that the computer's rounding alone has made is none.
    average[average <= tolerance] = 0.0
    if not screens.any():
        return average, np.zeros(len(starts), np.bool_)
    moved = _counted(ranges > np.repeat(tolerance, lengths), starts)
    is_mostly_constant = 2 * moved < known
    kept = (ranges < np.repeat(SCREEN * average - tolerance, lengths)) & has_range
    screened = np.add.reduceat(np.where(kept, ranges, 0.0), starts) / _counted(kept, starts)
    return np.where(screens & ~is_mostly_constant, screened, average), screens & is_mostly_constant


def _counted(flags: Flags, starts: Counts) -> Counts:
    return np.add.reduceat(flags.astype(np.int32), starts).astype(np.int64)
