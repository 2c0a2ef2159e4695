"""Special causes: which points of a group speak of more than chance, and by which rule."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods.spc import words
from goldenthread.methods.spc.limits import Counts, Figures, Flags, Limits

Numbers = NDArray[np.uint8]
Signs = NDArray[np.int8]


@dataclass(frozen=True)
class Causes:
    """Of each point: on which side of the mean, whether beyond a limit or near it, and its cause by number.

    A missing value is on no side, neither outside nor near, and has a common cause.
    """

    side: Signs
    is_outside: Flags
    is_near: Flags
    cause: Numbers


def causes(value: Figures, step: Figures, starts: Counts, limits: Limits) -> Causes:
    """The causes of points in groups that start at `starts`.

    In this order: outside the limits; a trend of seven points; two of three near a limit, all three on one
    side of the mean; a shift of seven on one side. Nothing crosses the start of a group or a missing value.
    """
    lengths = np.diff(np.append(starts, len(value)))
    tolerance = np.repeat(limits.tolerance, lengths)
    from_mean = value - np.repeat(limits.mean, lengths)
    above, below = from_mean > tolerance, from_mean < -tolerance
    distance = np.abs(from_mean)
    half = np.repeat(limits.half_width, lengths)
    outside = distance > half + tolerance
    near = (distance > half * (2 / 3) + tolerance) & ~outside
    rising, falling = step > tolerance, step < -tolerance
    both_above, both_below = _with_the_one_before(above, starts), _with_the_one_before(below, starts)

    cause = np.zeros(len(value), np.uint8)
    low = below.view(np.uint8)
    shift = _seven(both_above) | _seven(both_below)
    np.copyto(cause, words.SHIFT + low, where=shift)
    np.copyto(cause, words.TWO_OF_THREE + low, where=_two_of_three(near, both_above, both_below))
    trend = _seven(rising) | _seven(falling)
    if trend.any():
        np.copyto(cause, words.TREND + _falls(trend, rising, falling, starts), where=trend)
    np.copyto(cause, words.OUTSIDE + low, where=outside)
    return Causes(above.view(np.int8) - below.view(np.int8), outside, near, cause)


def _with_the_one_before(flags: Flags, starts: Counts) -> Flags:
    """Whether a point has it as its neighbour before has, in the same group."""
    both = np.zeros_like(flags)
    np.logical_and(flags[1:], flags[:-1], out=both[1:])
    both[starts] = False
    return both


def _seven(steps: Flags) -> Flags:
    """Points in a stretch of seven that six steps in a row join; a step stands at its later point."""
    if len(steps) < 7:
        return np.zeros_like(steps)
    two = steps[1:] & steps[:-1]
    four = two[2:] & two[:-2]
    six = four[2:] & two[:-4]
    # Where the sixth step ends, the stretch ends; it takes in that point and the six before.
    ends = np.zeros(len(steps) + 6, np.bool_)
    ends[5 : 5 + len(six)] = six
    two_wide = ends[1:] | ends[:-1]
    four_wide = two_wide[2:] | two_wide[:-2]
    seven_wide: Flags = four_wide[3:] | four_wide[:-3]
    return seven_wide


def _two_of_three(near: Flags, both_above: Flags, both_below: Flags) -> Flags:
    """Near points in a window of three on one side of the mean, at least two of them near."""
    found = np.zeros_like(near)
    if len(near) < 3:
        return found
    one_side = (both_above[1:-1] & both_above[2:]) | (both_below[1:-1] & both_below[2:])
    first, second, third = near[:-2], near[1:-1], near[2:]
    window = one_side & ((first & second) | (third & (first | second)))
    found[:-2] |= window
    found[1:-1] |= window
    found[2:] |= window
    return found & near


def _falls(trend: Flags, rising: Flags, falling: Flags, starts: Counts) -> Numbers:
    """1 where a point of a trend belongs to the way down.

    A point takes the direction of the step to its right while the next point is in a trend too, else of the
    step to its left. A level step to the right is no part of a trend: then the step to the left too.
    """
    right_falls = np.append(falling[1:], np.False_)
    right_moves = right_falls | np.append(rising[1:], np.False_)
    next_too = np.append(trend[1:], np.False_) & right_moves
    # A group's first point has no step to its left, and the steps at `starts` belong to nobody.
    next_too[starts[1:] - 1] = False
    return np.where(next_too, right_falls, falling).view(np.uint8)
