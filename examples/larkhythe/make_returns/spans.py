"""Spans of time as the returns count them: the quarters and months from April 2020 to November 2023."""

from calendar import monthrange
from datetime import date

FIRST_YEAR = 2020
QUARTERS = [
    f"{year}-{(year + 1) % 100:02d}-Q{quarter}" for year in range(2020, 2024) for quarter in (1, 2, 3, 4)
][:14]
LATER_MONTHS = ["2023-10", "2023-11"]


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02d}"


def months_of(quarter: str) -> list[str]:
    """The three months of a financial quarter."""
    year, number = int(quarter[:4]), int(quarter[-1])
    first = year * 12 + 3 + 3 * (number - 1)
    return [_month(first + step) for step in range(3)]


def last_day(month: str) -> date:
    """The last day of a month."""
    year, number = int(month[:4]), int(month[5:7])
    return date(year, number, monthrange(year, number)[1])


def snapshot(month: str) -> str:
    """The code of the count on the last day of a month."""
    return f"at{last_day(month)}"


def year_to_date(month: str) -> str:
    """The code of the financial year up to a month."""
    return f"ytd-{month}"


def rolling(month: str) -> str:
    """The code of the twelve months up to a month."""
    return f"r12-{month}"


def after(month: str, steps: int) -> str:
    """The month so many months later."""
    return _month(int(month[:4]) * 12 + int(month[5:7]) - 1 + steps)


MONTHS = [month for quarter in QUARTERS for month in months_of(quarter)]
