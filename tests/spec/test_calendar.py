"""The calendar: working days, clear days, call-in."""

from datetime import date

import pytest

from goldenthread.methods import calendar

ENGLAND = frozenset(
    date(year, month, day)
    for year, month, day in [
        *((2023, 1, 2), (2023, 4, 7), (2023, 4, 10), (2023, 5, 1), (2023, 5, 8), (2023, 5, 29)),
        *((2023, 8, 28), (2023, 12, 25), (2023, 12, 26)),
        *((2024, 1, 1), (2024, 3, 29), (2024, 4, 1), (2024, 5, 6), (2024, 5, 27), (2024, 8, 26)),
        *((2024, 12, 25), (2024, 12, 26)),
    ]
)


def test_five_clear_days_before_cabinet():
    """Cabinet on Wednesday 24 January 2024: the agenda is published by Tuesday 16 January.

    The clear days are 17, 18, 19, 22 and 23 January: not the day of publication, not the day of the meeting,
    no weekend.
    """
    assert calendar.latest_publication(date(2024, 1, 24), ENGLAND) == date(2024, 1, 16)


def test_five_clear_days_over_christmas():
    """Cabinet on Wednesday 3 January 2024: the agenda is published by Thursday 21 December 2023.

    Christmas Day, Boxing Day and New Year's Day are no clear days.
    """
    assert calendar.latest_publication(date(2024, 1, 3), ENGLAND) == date(2023, 12, 21)


def test_call_in():
    """Decisions published on Friday 26 January can be called in for five working days, to 2 February."""
    assert calendar.call_in_ends(date(2024, 1, 26), ENGLAND) == date(2024, 2, 2)


def test_call_in_over_easter():
    """Decisions published on Wednesday 27 March 2024 can be called in until Friday 5 April."""
    assert calendar.call_in_ends(date(2024, 3, 27), ENGLAND) == date(2024, 4, 5)


def test_from_the_quarter_to_the_meeting():
    """From 30 September 2023 to the Cabinet of 24 January 2024 are 116 days."""
    assert calendar.days_between(date(2023, 9, 30), date(2024, 1, 24)) == 116


def test_a_complaint_answered_in_fifteen_working_days():
    """A complaint of Thursday 14 December 2023, due in fifteen working days, is due on Tuesday 9 January."""
    assert calendar.working_day(date(2023, 12, 14), 15, ENGLAND) == date(2024, 1, 9)
    assert calendar.working_days(date(2023, 12, 14), date(2024, 1, 9), ENGLAND) == 15


def test_working_days_cannot_be_counted_without_the_holidays_of_the_year():
    """Where no bank holiday of a year is known, its working days are not guessed."""
    with pytest.raises(calendar.HolidaysUnknown, match="2031"):
        calendar.latest_publication(date(2031, 1, 22), ENGLAND)
