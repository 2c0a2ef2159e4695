"""How to ask for key challenges."""

from __future__ import annotations

from datetime import date, datetime

from goldenthread.audit import versions
from goldenthread.challenges.models import Challenge


def key_challenges(*, period: str, on: date, known_at: datetime) -> list[Challenge]:
    """The key challenges of a period, by number, as they stood on a day and were known at a moment."""
    found = versions.in_force(Challenge, on, known_at, period=period)
    return sorted(found, key=lambda challenge: challenge.number)


def every(*, on: date, known_at: datetime) -> list[Challenge]:
    """The key challenges of all periods, by period and number, as they stood on a day and were known."""
    found = versions.in_force(Challenge, on, known_at)
    return sorted(found, key=lambda challenge: (challenge.period, challenge.number))
