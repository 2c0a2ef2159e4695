"""Clock readings: 19:48, 2:51 and "2 min 51 s" where a number is meant."""

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal

from goldenthread.collection.values import exact

COLON = re.compile(r"(-?)(\d+):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
HOURS, MINUTES, SECONDS = (
    rf"(?:(\d+)\s*(?:{words})(?![a-z]))?"
    for words in ("h|hrs?|hours?", "m|mins?|minutes?", "s|secs?|seconds?")
)
WORDS = re.compile(rf"{HOURS}\s*{MINUTES}\s*{SECONDS}", re.ASCII | re.IGNORECASE)

# What 19:48 may mean: 19 and 48 sixtieths; or minutes and seconds, counted in one of the two.
Clock = Literal["", "sixtieths", "minutes", "seconds"]

A_DAY = date(2000, 1, 1)


def of_text(text: str, clock: Clock) -> Decimal | None:
    """The number a clock reading means, or None when the text is no clock reading."""
    if found := COLON.fullmatch(text):
        sign, *parts = found.groups()
        value = _of_parts([int(part) for part in parts if part is not None], clock)
        return -value if sign else value
    found = WORDS.fullmatch(text)
    if not found or not any(found.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return _of_seconds(3600 * hours + 60 * minutes + seconds, clock)


def of_time(cell: time | timedelta) -> Decimal:
    """The hours of a cell formatted as a time, its minutes as sixtieths: what shows as 19:48 is 19.8."""
    if isinstance(cell, time):
        cell = datetime.combine(A_DAY, cell, UTC) - datetime.combine(A_DAY, time.min, UTC)
    microseconds = (cell.days * 86_400 + cell.seconds) * 1_000_000 + cell.microseconds
    return exact.rounded(Decimal(microseconds) / Decimal(3_600_000_000))


def _of_parts(parts: list[int], clock: Clock) -> Decimal:
    if clock == "sixtieths":
        return exact.rounded(sum((Decimal(part) / 60**place for place, part in enumerate(parts)), Decimal()))
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + part
    return _of_seconds(seconds, clock)


def _of_seconds(seconds: int, clock: Clock) -> Decimal:
    per = {"seconds": 1, "minutes": 60, "sixtieths": 3600}[clock]
    return exact.rounded(Decimal(seconds) / per)
