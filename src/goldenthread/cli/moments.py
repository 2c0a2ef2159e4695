"""Moments as people write them at a door: a bare date means the end of that day, here."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/London")
END_OF_DAY = time(23, 59, 59, 999_999)


class MomentNotUnderstood(ValueError):
    """The text is neither a date nor a date with a time."""


def read(text: str) -> datetime:
    """A moment in UTC from `2023-11-10` (the end of that day) or `2023-11-10T17:00` (UK time).

    An offset, if written, is kept: `2023-11-10T17:00+00:00`.
    """
    try:
        if len(text) == len("2023-11-10"):
            return datetime.combine(date.fromisoformat(text), END_OF_DAY, HERE).astimezone(UTC)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise MomentNotUnderstood(
            f"'{text}' is not a date: write 2023-11-10 for the end of that day, or 2023-11-10T17:00"
        ) from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=HERE)).astimezone(UTC)


def read_date(text: str) -> date:
    """A date from `2023-09-30`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MomentNotUnderstood(f"'{text}' is not a date: write 2023-09-30") from None


def in_words(moment: datetime) -> str:
    """`10 November 2023, 17:00`; the end of a day is that day alone."""
    local = moment.astimezone(HERE)
    day = f"{local.day} {local:%B %Y}"
    return day if local.time() == END_OF_DAY else f"{day}, {local:%H:%M}"
