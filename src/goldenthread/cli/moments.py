"""Moments as people write them at a door: a bare date means the end of that day, here."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/London")
END_OF_DAY = time(23, 59, 59, 999_999)
# Python reads more than people write: 20231110 and 2023-W45-5 would be days as well, and not their ends.
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
TIMED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?", re.ASCII)


class MomentNotUnderstood(ValueError):
    """The text is neither a date nor a date with a time."""


def read(text: str) -> datetime:
    """A moment in UTC from `2023-11-10` (the end of that day) or `2023-11-10T17:00` (UK time).

    An offset, if written, is kept: `2023-11-10T17:00+00:00`. Of an hour that clocks tell twice, the first.
    """
    try:
        if DAY.fullmatch(text):
            return datetime.combine(date.fromisoformat(text), END_OF_DAY, HERE).astimezone(UTC)
        if TIMED.fullmatch(text):
            moment = datetime.fromisoformat(text)
            return (moment if moment.tzinfo else moment.replace(tzinfo=HERE)).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise MomentNotUnderstood(
        f"'{text}' is not a date: write 2023-11-10 for the end of that day, or 2023-11-10T17:00"
    )


def read_known(text: str, *, now: datetime) -> datetime:
    """A moment at which something was known, as `read` has it; today, whose end is to come, means now."""
    moment = read(text)
    is_today = DAY.fullmatch(text) and day_of(moment) == day_of(now)
    return now if is_today else moment


def read_date(text: str) -> date:
    """A date from `2023-09-30`."""
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise MomentNotUnderstood(f"'{text}' is not a date: write 2023-09-30")


def day_of(moment: datetime) -> date:
    """The day on which a moment lies, here."""
    return moment.astimezone(HERE).date()


def in_words(moment: datetime) -> str:
    """`10 November 2023, 17:00`; the end of a day is that day alone."""
    local = moment.astimezone(HERE)
    day = f"{local.day} {local:%B %Y}"
    return day if local.time() == END_OF_DAY else f"{day}, {local:%H:%M}"
