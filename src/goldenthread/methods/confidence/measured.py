"""Measured: what the figures of an indicator are, told by its definition: counts, shares, rates, means."""

import re
from typing import Final

AMOUNTS: Final = re.compile(
    r"£|budget|\brent\b|council tax|business rates|\bdebt\b|spending|savings|tonnes|emissions|length|sessions"
    r"|full-time equivalent",
    re.IGNORECASE,
)
"""Labels of what comes in any amount, not one by one: money, weight, length, time. Chance sets no limits."""

INTERVALS: Final = {"share": "proportion", "rate": "rate", "count": "count"}
"""The kind of `confidence.intervals` of each kind of figure that has one by its counts alone."""


def kind(unit: str, aggregation: str, denominator_label: str | None) -> str:
    """A "count"; a "share" or "rate" of people or things; the "mean" of something over cases; a "level".

    A level is a mean over what is counted again each month, such as staff.
    """
    if not denominator_label:
        return "count"
    if unit == "%":
        return "share"
    if unit.startswith("per "):
        return "rate"
    return "level" if aggregation.startswith("rolling") else "mean"


def is_amount(*labels: str | None) -> bool:
    """Whether what is counted is an amount, by the labels of numerator and denominator."""
    return any(AMOUNTS.search(label or "") for label in labels)
