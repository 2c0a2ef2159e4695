"""Trend tests restated: one series at a time, in exact fractions, as slow and plain as can be."""

from fractions import Fraction
from functools import cache
from math import gamma, pi, sqrt

SIGNIFICANT = Fraction("9.54953570608324")


@cache
def student(free):
    """Student's t with so many degrees of freedom that 2.5 of 100 exceed: by Simpson's rule and halving."""
    scale = gamma((free + 1) / 2) / (sqrt(free * pi) * gamma(free / 2))

    def below(t, steps=2000):
        width = t / steps
        heights = [scale * (1 + (n * width) ** 2 / free) ** (-(free + 1) / 2) for n in range(steps + 1)]
        return 0.5 + width / 3 * (
            heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])
        )

    low, high = 0.0, 13.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if below(middle) > 0.975 else (middle, high)
    return low


def regression(months, values, *, seasonal):
    """Slope a year and half its interval's width, both exact squares where roots would be: or None.

    A value is a Fraction, or None where it is missing; months count from any one.
    """
    points = [(Fraction(at, 12), value, at % 12 if seasonal else 0)
              for at, value in zip(months, values, strict=True) if value is not None]  # fmt: skip
    heights = {season for *_, season in points}
    free = len(points) - len(heights) - 1
    if free < 3:
        return None
    across, up = [], []
    for time, value, season in points:
        alike = [each for each in points if each[2] == season]
        across.append(time - sum(each[0] for each in alike) / len(alike))
        up.append(value - sum(each[1] for each in alike) / len(alike))
    spread = sum(x * x for x in across)
    slope = sum(x * y for x, y in zip(across, up, strict=True)) / spread
    left = sum((y - slope * x) ** 2 for x, y in zip(across, up, strict=True))
    return slope, student(free) * sqrt(left / free / spread)


def recent(years):
    """The direction of the latest five whole ones of (year, value, lower, upper), numbered; or None."""
    there = [each for each in years if None not in each][-5:]
    if len(there) < 5 or any(lower == upper for *_, lower, upper in there):
        return None
    there = [(at, *rest) for at, (_, *rest) in enumerate(there, start=1)]
    slope, inverse = _weighted(there)
    others = [_weighted(there[:at] + there[at + 1 :])[0] for at in range(5)]
    sides = {(each > 0) - (each < 0) for each in (slope, *others)}
    if slope**2 * inverse <= SIGNIFICANT or len(sides) > 1:
        return 0
    return sides.pop()


def _weighted(points):
    weights = [1 / ((upper - lower) / Fraction("3.92")) ** 2 for *_, lower, upper in points]
    whole = sum(weights)
    middle = sum(w * year for w, (year, *_) in zip(weights, points, strict=True)) / whole
    inverse = sum(w * (year - middle) ** 2 for w, (year, *_) in zip(weights, points, strict=True))
    turned = sum(w * (year - middle) * value for w, (year, value, *_) in zip(weights, points, strict=True))
    return turned / inverse, inverse
