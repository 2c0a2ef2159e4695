"""Scale: where a value stands, and the round values that an axis names."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import floor, isfinite, log10

from goldenthread.documents.charts.faults import NotAChart
from goldenthread.documents.wording.measures import Amount, Measure, digits, duration, with_unit

MOST: float = 1e15
"""Figures beyond it have digits that a chart could not place."""

LEAST: float = 1e-15
"""Figures no further apart than this stand at one height."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high`, drawn from `start` to `end` (in pixels, either way round)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: Amount) -> float:
        """The position of a value, in pixels."""
        share = (float(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def check_finite(numbers: Iterable[Amount | None]) -> None:
    """Raise NotAChart for a number that no scale can hold."""
    for number in numbers:
        if number is not None and not (isfinite(number) and abs(float(number)) < MOST):
            raise NotAChart(f"a chart cannot show {number}; leave out what is not finite, or below {MOST:g}")


def ends(numbers: Iterable[Amount], *, from_zero: bool = False) -> tuple[float, float]:
    """Round ends of an axis on which all of these numbers have room."""
    found = [*map(float, numbers), *([0.0] if from_zero else [])]
    low, high = min(found), max(found)
    if high - low <= max(LEAST, 1e-9 * max(abs(low), abs(high))):
        around = abs(high) * 0.1 if abs(high) > LEAST else 1.0
        low, high = (min(low, 0.0) if from_zero else low - around), high + around
    step = float(_step(low, high))
    return floor(low / step) * step, -floor(-high / step) * step


def ticks(low: float, high: float) -> list[Decimal]:
    """Three to six round values from one end to the other."""
    step = _step(low, high)
    first, last = (round(Decimal(repr(each)) / step) for each in (low, high))
    return [step * number for number in range(first, last + 1)]


def tick_words(values: list[Decimal], measure: Measure) -> list[str]:
    """What stands at the values of an axis: bare digits, and with the highest its unit."""
    if measure.display == "minutes_seconds":
        return [duration(value, "cell") for value in values]
    decimals = max(0, *(-int(value.normalize().as_tuple().exponent) for value in values))
    bare = [digits(value, decimals) for value in values]
    return [*bare[:-1], with_unit(bare[-1], measure.unit, "cell")]


def _step(low: float, high: float) -> Decimal:
    """A step of 1, 2 or 5 by which the axis has at most five parts, and its ends are whole steps."""
    rough = (high - low) / 5
    size = Decimal(10) ** floor(log10(rough))
    for factor in (1, 2, 5, 10, 20):
        step = size * factor
        parts = -floor(-high / float(step)) - floor(low / float(step))
        if parts <= 5:
            return step
    return size * 50
