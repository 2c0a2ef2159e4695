"""Calendar: working days and clear days, with the bank holidays that the caller knows."""

from collections.abc import Collection
from datetime import date, timedelta

CLEAR_DAYS = 5
"""An agenda is open to inspection five clear days before a meeting (SI 2012/2089, regulation 7)."""

CALL_IN_DAYS = 5
"""A decision nobody calls in takes effect after five working days, by most councils' constitutions."""


class HolidaysUnknown(ValueError):
    """No bank holiday of a year is known, so that its working days cannot be counted."""


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Whether the day is neither a weekend nor a bank holiday."""
    if not any(holiday.year == day.year for holiday in holidays):
        raise HolidaysUnknown(f"no bank holidays of {day.year} are known: give those of every year counted")
    return day.weekday() < 5 and day not in holidays


def working_day(day: date, steps: int, holidays: Collection[date]) -> date:
    """The working day so many after a day (before it, if negative); 0 is the day itself, working or not."""
    one = timedelta(days=1 if steps > 0 else -1)
    left = abs(steps)
    while left:
        day += one
        left -= is_working_day(day, holidays)
    return day


def working_days(start: date, end: date, holidays: Collection[date]) -> int:
    """Working days after `start` up to and with `end`: received Friday, answered Monday is one."""
    if end < start:
        return -working_days(end, start, holidays)
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(is_working_day(day, holidays) for day in days)


def latest_publication(meeting: date, holidays: Collection[date], clear_days: int = CLEAR_DAYS) -> date:
    """The last working day to publish an agenda: neither that day nor the meeting's own is a clear day."""
    return working_day(meeting, -(clear_days + 1), holidays)


def call_in_ends(published: date, holidays: Collection[date], days: int = CALL_IN_DAYS) -> date:
    """The last day on which a published decision may be called in."""
    return working_day(published, days, holidays)


def days_between(start: date, end: date) -> int:
    """Days from one date to another: 30 September to 24 January is 116."""
    return (end - start).days
