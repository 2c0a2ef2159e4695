"""Process control restated: one series, point by point, in exact fractions, as slow and plain as can be."""

import itertools
from dataclasses import dataclass
from fractions import Fraction

COMMON = "Common Cause"


@dataclass
class Plain:
    """What is said of one point."""

    group: int
    mean: Fraction | None = None
    lower: Fraction | None = None
    upper: Fraction | None = None
    outside: bool | None = None
    side: int | None = None
    near: bool | None = None
    cause: str | None = None


def charted(dates, values, *, rebases=(), fix_after=None, screen=True):
    """The points of one series, in order of date; a value is a Fraction, or None where it is missing."""
    points, groups, number = [], [], 0
    for at, date in enumerate(dates):
        if date in rebases:
            number += 1
        if at == 0 or date in rebases:
            groups.append([])
        groups[-1].append(at)
        points.append(Plain(number))
    for group in groups:
        _chart_group([points[at] for at in group], [values[at] for at in group], fix_after, screen)
    return points


def _chart_group(points, values, fix_after, screen):
    base = values if fix_after is None else values[:fix_after]
    present = [value for value in base if value is not None]
    if not present:
        return
    mean = sum(present, Fraction(0)) / len(present)
    for point, value in zip(points, values, strict=True):
        point.mean = mean
        if value is not None:
            point.side = (value > mean) - (value < mean)
    ranges = [
        abs(after - before)
        for before, after in itertools.pairwise(base)
        if before is not None and after is not None
    ]
    if not ranges:
        return
    average = sum(ranges, Fraction(0)) / len(ranges)
    zeros = sum(1 for each in ranges if each == 0)
    if screen and zeros * 2 <= len(ranges):
        kept = [each for each in ranges if each < Fraction("3.267") * average]
        average = sum(kept, Fraction(0)) / len(kept)
    width = Fraction("2.66") * average
    for point, value in zip(points, values, strict=True):
        point.lower, point.upper = mean - width, mean + width
        if value is not None:
            point.outside = value > point.upper or value < point.lower
            point.near = not point.outside and abs(value - mean) > width * 2 / 3
    _name_causes(points, values)


def _name_causes(points, values):
    trends = _trends(values)
    shifts = _windows(7, [point.side for point in points], lambda window: window in ([1] * 7, [-1] * 7))
    threes = _windows(
        3,
        [(point.side, point.near) for point in points],
        lambda window: (
            [side for side, _ in window] in ([1] * 3, [-1] * 3) and sum(1 for _, near in window if near) >= 2
        ),
    )
    for at, point in enumerate(points):
        word = "Above" if point.side == 1 else "Below"
        if values[at] is None:
            point.cause = COMMON
        elif point.outside:
            point.cause = "Above UCL" if point.side == 1 else "Below LCL"
        elif at in trends:
            point.cause = f"7 Point Trend ({_way(at, values, trends)})"
        elif at in threes and point.near:
            point.cause = f"2 in 3 {word} CL"
        elif at in shifts:
            point.cause = f"7 Points {word} CL"
        else:
            point.cause = COMMON


def _trends(values):
    return _windows(
        7,
        values,
        lambda window: (
            None not in window
            and (
                all(before < after for before, after in itertools.pairwise(window))
                or all(before > after for before, after in itertools.pairwise(window))
            )
        ),
    )


def _way(at, values, trends):
    if at + 1 in trends and values[at + 1] != values[at]:
        return "Increasing" if values[at + 1] > values[at] else "Decreasing"
    return "Increasing" if values[at] > values[at - 1] else "Decreasing"


def _windows(size, items, holds):
    """The places that are in a stretch of so many items of which that holds."""
    found = set()
    for begin in range(len(items) - size + 1):
        if holds(items[begin : begin + size]):
            found.update(range(begin, begin + size))
    return found
