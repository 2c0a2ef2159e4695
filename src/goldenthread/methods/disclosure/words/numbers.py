"""Numbers: every number of a text, in digits or in words, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_UP_TO_19: Final = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
UNITS: Final = tuple(_UP_TO_19.split())
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH: Final = {
    **{word: number for number, word in enumerate(UNITS)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "a": 1,
    "both": 2,
    "couple": 2,
    "pair": 2,
}

_UNIT = rf"(?:{'|'.join(UNITS[1:10])})"
_BELOW_20 = rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})"
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -]{_UNIT})?|{_BELOW_20})"
_BELOW_1000 = rf"(?:(?:{_UNIT}|a) hundred(?:(?: and)? {_BELOW_100})?|{_BELOW_100})"
WORDED: Final = (
    rf"(?:(?:{_BELOW_1000}|a) thousand(?:,?(?: and)? {_BELOW_1000})?|{_BELOW_1000}"
    rf"|half a dozen|(?:{_UNIT}|a) dozen|a couple|a pair|both)"
)
DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w§])(?<!\d[.,:])(?:(?P<digits>{DIGITS})(?![\w§]|[.,:]\d|-[a-z])"
    rf"|(?P<words>{WORDED})(?![\w]|-[a-z]))"
    r"(?P<unit> ?%| ?per ?cent(?! of a)\b| percentage points?\b| ?pp\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: its worth, its decimals, and the stretch it takes with a percent sign."""

    worth: float
    places: int
    start: int
    end: int
    is_percent: bool = False
    is_points: bool = False


# A text is read once for each hidden figure: its numbers are found once.
@lru_cache(maxsize=64)
def numbers(plain: str) -> tuple[Number, ...]:
    """Every number in order. A word of a compound ("two-parent"), an ordinal and a code are none."""
    return tuple(_found(plain))


def _found(plain: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(plain):
        digits, unit = match["digits"], (match["unit"] or "").strip().lower()
        worth = float(digits.replace(",", "")) if digits else worded(match["words"])
        yield Number(
            worth=worth,
            places=len(digits.partition(".")[2]) if digits else 0,
            start=match.start(),
            end=match.end(),
            is_percent=unit.startswith(("%", "per")) and "point" not in unit,
            is_points="point" in unit or unit == "pp",
        )


def worded(words: str) -> float:
    """What a number in words is worth: "one hundred and forty-two" is 142."""
    total = current = 0
    for word in re.split(r"[ ,-]+", words.lower()):
        if word == "hundred":
            current *= 100
        elif word == "dozen":
            current *= 12
        elif word == "thousand":
            total, current = 1000 * current, 0
        elif word == "half":
            return 6.0
        elif word not in ("and", "a") or (word == "a" and not current):
            current += _WORTH[word]
    # "A couple" is 2, not 3.
    return float(total + current - (1 if words.lower().startswith(("a couple", "a pair")) else 0))
