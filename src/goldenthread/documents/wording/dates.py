"""Dates: days and months as they are written out."""

from datetime import date
from typing import Final

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def day(when: date) -> str:
    """A day in full: "30 September 2023"."""
    return f"{day_of_year(when)} {when.year}"


def day_of_year(when: date) -> str:
    """A day whose year is plain: "30 September"."""
    return f"{when.day} {_MONTHS[when.month - 1]}"


def month(when: date) -> str:
    """A month: "March 2024"."""
    return f"{_MONTHS[when.month - 1]} {when.year}"


def known_line(*, position: date, known: date) -> str:
    """The two dates that stand on every first page."""
    return f"Position at {day(position)}. Figures as known on {day(known)}."
