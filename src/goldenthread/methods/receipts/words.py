"""Receipt words: figures, limits and gaps as a receipt says them."""

import math
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from goldenthread.methods import rounding
from goldenthread.methods.rounding import NUDGE

MINUS: Final = "\u2212"
MOST_DECIMALS: Final = 9
WITHOUT_WORDS: Final = {"", "count", "score", "rate", "other"}
SAID: Final = {"£m": ("£", "m"), "£000s": ("£", "k"), "£": ("£", ""), "%": ("", "%"), "% change": ("", "%")}


def figure(value: float, row: Mapping[str, Any]) -> str:
    """The figure with its unit, at the decimals of the indicator, and more where these would not be exact."""
    return _with_unit(_digits(value, _decimals(value, row)), row)


def as_printed(value: float, row: Mapping[str, Any]) -> str:
    """The figure with its unit as every table prints it."""
    return _with_unit(_digits(value, _least_decimals(row)), row)


def computed(row: Mapping[str, Any]) -> str:
    """The figure of the row; with more decimals where the printed one would seem to contradict the rating."""
    value = row["value"]
    if not row.get("printed_contradicts"):
        return as_printed(value, row)
    edges = [row.get(name) for name in ("better_edge", "worse_edge", "other_edge")]
    decimals = _least_decimals(row) + 1
    while decimals < MOST_DECIMALS and rounding.half_up(float(value), decimals) in edges:
        decimals += 1
    return f"{_with_unit(_digits(value, decimals), row)} (printed as {as_printed(value, row)})"


def gap(size: float, row: Mapping[str, Any]) -> str:
    """A distance: percentage points for percentages, else in the unit."""
    digits = _digits(abs(size), max(_least_decimals(row), _needed(abs(size), 2)))
    return f"{digits} percentage points" if row.get("unit") == "%" else _with_unit(digits, row)


def day(when: object) -> str:
    """11 July 2023."""
    if isinstance(when, str):
        when = date.fromisoformat(when[:10])
    if isinstance(when, datetime | date):
        return f"{when.day} {when:%B %Y}"
    return ""


def band(code: str) -> str:
    """The band in running words; its code is written for this."""
    return code.replace("_", " ")


def cases(limit: float, side: str, row: Mapping[str, Any]) -> int | None:
    """How many more (or fewer, negative) numerator cases of the same denominator would reach the limit.

    None unless numerator and denominator are whole numbers and give the value.
    """
    numerator, denominator, multiplier = (
        row.get(name) for name in ("numerator", "denominator", "multiplier")
    )
    if numerator is None or not denominator or not multiplier or not _are_whole(numerator, denominator):
        return None
    exact = limit * denominator / float(multiplier)
    slack = abs(exact) * NUDGE
    reaching = {
        "at or above": math.ceil(exact - slack),
        "above": math.floor(exact + slack) + 1,
        "at or below": math.floor(exact + slack),
        "below": math.ceil(exact - slack) - 1,
    }
    found = reaching[side]
    return found - round(numerator) if 0 <= found <= denominator else None


def _are_whole(numerator: float, denominator: float) -> bool:
    return float(numerator).is_integer() and float(denominator).is_integer()


def _least_decimals(row: Mapping[str, Any]) -> int:
    decimals = row.get("decimals")
    return 1 if decimals is None else int(decimals)


def _decimals(value: float, row: Mapping[str, Any]) -> int:
    return max(_least_decimals(row), _needed(value, MOST_DECIMALS))


def _needed(value: float, most: int) -> int:
    """How many decimals say the value exactly, as far as computing goes."""
    for decimals in range(most):
        if abs(rounding.half_up(float(value), decimals) - value) <= abs(value) * NUDGE:
            return decimals
    return most


def _digits(value: float, decimals: int) -> str:
    text = rounding.printed(float(value), decimals)
    whole, _, fraction = text.lstrip("-").partition(".")
    sign = MINUS if text.startswith("-") else ""
    return f"{sign}{int(whole):,}{'.' + fraction if fraction else ''}"


def _with_unit(digits: str, row: Mapping[str, Any]) -> str:
    unit = row.get("unit") or ""
    if unit in WITHOUT_WORDS:
        return digits
    before, after = SAID.get(unit, ("", f" {unit}"))
    sign, bare = (MINUS, digits[1:]) if digits.startswith(MINUS) else ("", digits)
    return f"{sign}{before}{bare}{after}"
