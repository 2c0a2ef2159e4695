"""Changes: how far a figure moved, which way, and whether that is better."""

from decimal import Decimal
from typing import Final

from goldenthread.documents.wording.measures import Amount, Measure, digits, duration, with_unit

# What a trend is called wherever it is said; its codes are stable, its words are these.
VERDICTS: Final = {"improving": "better", "steady": "same", "worsening": "worse"}


def change(now: Amount, before: Amount, measure: Measure, *, on: str, trend: str | None = None) -> str:
    """A change in words: "up 3.1 percentage points on last quarter, better".

    The difference is taken between the unrounded figures and rounded once. `on` is what the figure is held
    against ("last quarter"), `trend` the verdict improving, steady or worsening, if there is one.
    """
    difference = _minus(now, before)
    if difference == 0:
        return f"the same as {on}"
    way = "up" if difference > 0 else "down"
    verdict = f", {VERDICTS[trend]}" if trend else ""
    return f"{way} {_size(difference, measure)} on {on}{verdict}"


def gap(value: Amount, target: Amount, measure: Measure, *, of: str = "target") -> str:
    """How far a figure stands from its target: "1.3 percentage points above target"; "on target".

    `of` is what else it may be held against ("the median").
    """
    difference = _minus(value, target)
    if difference == 0:
        return f"on {of}"
    return f"{_size(difference, measure)} {'above' if difference > 0 else 'below'} {of}"


def count_change(now: int, before: int, *, than: str) -> str:
    """A count beside an earlier one: "1 more than Q1", "2 fewer than Q1", "same as Q1".

    Where `than` is empty, because it is said above, "1 more", "2 fewer", "same".
    """
    if now == before:
        return f"same as {than}" if than else "same"
    more = f"{abs(now - before):,} {'more' if now > before else 'fewer'}"
    return f"{more} than {than}" if than else more


def _minus(one: Amount, other: Amount) -> Decimal | float:
    if isinstance(one, float) or isinstance(other, float):
        return float(one) - float(other)
    return Decimal(one) - Decimal(other)


def _size(difference: Decimal | float, measure: Measure) -> str:
    size = difference if difference > 0 else -difference
    if measure.display == "minutes_seconds":
        return duration(size, "sentence")
    text = digits(size, measure.decimals)
    if not text.strip("0."):
        step = digits(Decimal(1).scaleb(-measure.decimals), measure.decimals)
        return f"less than {_measured(step, measure.unit)}"
    return _measured(text, measure.unit)


def _measured(text: str, unit: str) -> str:
    if unit in ("%", "% change"):
        return f"{text} percentage point{'' if text == '1' else 's'}"
    return with_unit(text, unit, "sentence")
