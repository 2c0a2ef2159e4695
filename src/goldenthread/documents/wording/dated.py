"""Dated: days by which something is due, as they are written in a table."""

from __future__ import annotations

import calendar
from datetime import date

from goldenthread.documents.wording import dates


def due(when: str | None) -> str:
    """A month where the day is its last ("March 2024"), else the day; words where none is set."""
    if not when:
        return "no date set"
    day = last_day(when)
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return dates.month(day) if is_last else dates.day(day)


def last_day(when: str) -> date:
    """The day itself, or the last one of a month."""
    return date.fromisoformat(when) if len(when) > len("2024-03") else _end_of(when)


def sentence(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def _end_of(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])
