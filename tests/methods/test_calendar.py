"""Laws of working days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.methods import calendar

DAYS = st.dates(date(2023, 6, 1), date(2024, 6, 30))
STEPS = st.integers(min_value=-60, max_value=60)
HOLIDAYS = st.frozensets(DAYS, max_size=30).map(
    lambda days: days | {date(year, 1, 1) for year in (2022, 2023, 2024, 2025)}
)


@given(day=DAYS, steps=STEPS, holidays=HOLIDAYS)
def test_counting_so_many_working_days_finds_them_again(day, steps, holidays):
    reached = calendar.working_day(day, steps, holidays)

    if steps > 0:
        assert calendar.working_days(day, reached, holidays) == steps
    if steps:
        assert calendar.is_working_day(reached, holidays)


@given(first=DAYS, second=DAYS, third=DAYS, holidays=HOLIDAYS)
def test_working_days_add_up(first, second, third, holidays):
    first, second, third = sorted([first, second, third])

    whole = calendar.working_days(first, third, holidays)
    parts = calendar.working_days(first, second, holidays) + calendar.working_days(second, third, holidays)
    assert whole == parts


@given(meeting=DAYS, clear_days=st.integers(1, 28), holidays=HOLIDAYS)
def test_exactly_so_many_clear_days_lie_between(meeting, clear_days, holidays):
    published = calendar.latest_publication(meeting, holidays, clear_days)

    assert calendar.working_days(published, meeting - timedelta(days=1), holidays) == clear_days


@given(day=DAYS, holiday=DAYS, steps=st.integers(1, 60), holidays=HOLIDAYS)
def test_a_holiday_more_never_shortens_the_time(day, holiday, steps, holidays):
    with_it = calendar.working_day(day, steps, holidays | {holiday})

    assert with_it >= calendar.working_day(day, steps, holidays)


@given(first=DAYS, second=DAYS, holidays=HOLIDAYS)
def test_backwards_is_the_same_with_a_minus(first, second, holidays):
    there = calendar.working_days(first, second, holidays)

    assert calendar.working_days(second, first, holidays) == -there
