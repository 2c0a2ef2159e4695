"""Behind the printed figures: what a reader would subtract or add up."""

from datetime import date

import polars as pl

from goldenthread.disclosure.drafts import behind
from goldenthread.disclosure.drafts.world import HELD


def rows(*counts):
    """Each (start, end, numerator, denominator) of one indicator."""
    return pl.DataFrame([("ASC02", "LKH", "", *count) for count in counts], schema=HELD, orient="row")


def day(month, number=1, year=2023):
    return date(year, month, number)


def between(found):
    return [
        (f"{row['start']:%d %b}", f"{row['end']:%d %b}", row["numerator"], row["denominator"])
        for row in found.iter_rows(named=True)
    ]


def test_any_two_figures_to_date_of_one_year_tell_what_lies_between_them():
    """4 to June, 9 to September, 12 to December: 5, 3, and 8 in the half year."""
    printed = rows(
        (day(4), day(6, 30), 4, None), (day(4), day(9, 30), 9, None), (day(4), day(12, 31), 12, None)
    )
    assert between(behind.printed(printed, HELD.to_frame())) == [
        ("01 Jul", "30 Sep", 5, None),
        ("01 Jul", "31 Dec", 8, None),
        ("01 Oct", "31 Dec", 3, None),
    ]


def test_a_population_is_no_sum_over_time():
    """7 and 4 of 164,900 people have 3 between them, of nobody in particular."""
    printed = rows((day(4), day(6, 30), 4, 164_900), (day(4), day(9, 30), 7, 164_900))
    assert between(behind.printed(printed, HELD.to_frame())) == [("01 Jul", "30 Sep", 3, None)]


def test_twelve_months_that_overlap_rest_on_the_quarters_between_their_ends():
    """Held by the month, the quarters are those that windows begin and end with; months stay inside."""
    months = rows(
        (day(1), day(1, 31), 2, 10),
        (day(2), day(2, 28), 2, 10),
        (day(3), day(3, 31), 2, 10),
        (day(4), day(4, 30), 1, 10),
    )
    windows = rows((day(4, year=2022), day(3, 31), 30, 90), (day(1), day(12, 31), 28, 90))
    assert between(behind.printed(windows, months)) == [("01 Jan", "31 Mar", 6, 30)]


def test_a_stretch_with_a_month_missing_is_not_made_up():
    months = rows((day(1), day(1, 31), 2, 10), (day(3), day(3, 31), 2, 10))
    windows = rows((day(4, year=2022), day(3, 31), 30, 90), (day(1), day(12, 31), 28, 90))
    assert between(behind.printed(windows, months)) == []


def test_what_is_printed_is_not_behind():
    printed = rows(
        (day(4), day(6, 30), 4, None), (day(7), day(9, 30), 5, None), (day(4), day(9, 30), 9, None)
    )
    assert between(behind.printed(printed, printed)) == []
