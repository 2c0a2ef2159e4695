"""Laws of periods."""

import itertools
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.methods import periods
from goldenthread.methods.periods import codes

NUMBERS = st.integers(min_value=1900 * 12, max_value=2199 * 12)
YEARS = st.integers(min_value=1900, max_value=2199)
CALENDARS = st.sampled_from(sorted(codes.CALENDARS))
KINDS_OF_CALENDAR = [
    ("financial", "quarter"),
    ("financial", "half"),
    ("financial", "third"),
    ("academic", "term"),
    ("calendar", "quarter"),
    ("calendar", "half"),
    *((calendar, "year") for calendar in codes.CALENDARS),
]
PARTS = st.sampled_from(KINDS_OF_CALENDAR)


@st.composite
def parts_of_a_year(draw):
    calendar, kind = draw(PARTS)
    return periods.containing(codes.first_day(draw(NUMBERS)), kind, calendar)


ALL = st.one_of(
    parts_of_a_year(),
    NUMBERS.map(codes.month),
    NUMBERS.map(lambda number: codes.snapshot(codes.last_day(number))),
    st.builds(codes.rolling, st.integers(2, 60), NUMBERS),
    st.builds(codes.year_to_date, CALENDARS, NUMBERS),
    st.builds(lambda calendar, y, n: codes.years(calendar, y, y + n), CALENDARS, YEARS, st.integers(1, 9)),
)


@given(period=ALL)
def test_a_code_says_all_there_is_to_say(period):
    assert periods.parse(period.code) == period


@given(period=ALL)
def test_the_previous_of_the_following_is_the_same(period):
    assert periods.previous(periods.following(period)) == period
    assert periods.following(periods.previous(period)) == period


@given(period=ALL)
def test_ordinals_grow_by_one(period):
    assert periods.ordinal(periods.following(period)) == periods.ordinal(period) + 1


@given(period=ALL)
def test_like_is_twelve_months_back(period):
    a_year_earlier = periods.like(period)

    assert a_year_earlier.kind == period.kind
    assert a_year_earlier.first == period.first - 12
    assert a_year_earlier.last == period.last - 12


@given(period=parts_of_a_year())
def test_parts_follow_each_other_without_gap_or_overlap(period):
    assert periods.following(period).start == period.end + timedelta(days=1)


@given(period=ALL)
def test_months_fill_the_period(period):
    parts = [periods.parse(code) for code in periods.months(period)]

    assert all(a.end + timedelta(days=1) == b.start for a, b in itertools.pairwise(parts))
    if period.kind != "snapshot":
        assert (parts[0].start, parts[-1].end) == (period.start, period.end)


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)), part=PARTS)
def test_every_day_lies_in_exactly_one_part(day, part):
    calendar, kind = part
    period = periods.containing(day, kind, calendar)

    assert period.start <= day <= period.end


@given(number=NUMBERS, part=PARTS)
def test_the_latest_that_had_ended(number, part):
    calendar, kind = part
    basis = "annual" if kind == "year" else kind
    rated = periods.rated_period(codes.month(number), basis, calendar=calendar)

    assert rated.last <= number < periods.following(rated).last


@given(found=st.lists(ALL))
def test_periods_sort_by_their_end(found):
    ends = [period.end for period in sorted(found)]

    assert ends == sorted(ends)


@given(found=st.lists(ALL))
def test_a_frame_holds_each_code_once(found):
    frame = periods.frame(pl.Series([period.code for period in found] * 2, dtype=pl.String))

    assert frame.schema == periods.FRAME
    assert set(frame["period"]) == {period.code for period in found}
    assert frame["period"].is_unique().all()
    for row in frame.iter_rows(named=True):
        period = periods.parse(row["period"])
        assert (row["start"], row["end"]) == (period.start, period.end)
        assert row["ordinal"] == periods.ordinal(period)


@given(text=st.text(alphabet="0123456789acfhqrtyQHT-.", max_size=20))
def test_any_text_is_a_period_or_refused(text):
    try:
        period = periods.parse(text)
    except periods.NotAPeriod:
        return
    assert period.code == text


def test_a_frame_refuses_what_is_no_period():
    with pytest.raises(periods.NotAPeriod, match="2023/24"):
        periods.frame(pl.Series(["2023-24", "2023/24"]))


def test_a_report_is_not_about_a_day():
    with pytest.raises(periods.NotAPeriod, match="a report is about"):
        periods.rated_period(periods.parse("at2023-09-30"), "quarter")


def test_a_basis_that_does_not_exist_is_refused():
    with pytest.raises(periods.NotAPeriod, match="rolling_12, years_3, month, quarter"):
        periods.rated_period(periods.parse("2023-24-Q2"), "fortnight")
    with pytest.raises(periods.NotAPeriod, match="write years_3, or annual for one"):
        periods.rated_period(periods.parse("2023-24-Q2"), "years")
