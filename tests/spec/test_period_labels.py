"""Period labels: how a period is written in a return, and what is read from it."""

from datetime import date

import pytest

from goldenthread.methods.periods.labels import (
    LabelNotUnderstood,
    Reading,
    SpanDisagrees,
    UnlikePeriod,
    YearMissing,
    read,
)
from tests.spec.worked import examples


@examples("""
| label                         | kind     | period       |
|-------------------------------|----------|--------------|
| 2023-24 Q2                    | quarter  | 2023-24-Q2   |
| Q2 2023/24                    | quarter  | 2023-24-Q2   |
| Quarter 2, 2023/2024          | quarter  | 2023-24-Q2   |
| Jul-Sep 2023                  | quarter  | 2023-24-Q2   |
| quarter ending September 2023 | quarter  | 2023-24-Q2   |
| 30/09/2023                    | quarter  | 2023-24-Q2   |
| Sep-23                        | month    | 2023-09      |
| September 2023                | month    | 2023-09      |
| 09/2023                       | month    | 2023-09      |
| Jan 2023/24                   | month    | 2024-01      |
| 2023–24                       | year     | 2023-24      |
| FY 23/24                      | year     | 2023-24      |
| year ending March 2024        | year     | 2023-24      |
| Tranche 1 2023/24             | third    | 2023-24-T1   |
| Spring term 2023              | term     | ac2022-23-T2 |
| Sep-23                        | ytd      | ytd-2023-09  |
| Q2 2023-24                    | ytd      | ytd-2023-09  |
| April to September 2023       | ytd      | ytd-2023-09  |
| as at 30 September 2023       | snapshot | at2023-09-30 |
| Sep-23                        | snapshot | at2023-09-30 |
""")
def test_labels_are_read_as_people_write_them(label, kind, period):
    """The indicator's declared kind of period counts: Sep-23 can be a month or the year to date."""
    assert read(label, kind).code == period


@examples("""
| label                 | period      |
|-----------------------|-------------|
| 12 months to Sep 2023 | r12-2023-09 |
| rolling 12 to Jun 2023 | r12-2023-06 |
| Oct 2022 to Sep 2023  | r12-2023-09 |
| Q2 2023-24            | r12-2023-09 |
""")
def test_a_rolling_year_is_labelled_by_its_end(label, period):
    """Twelve rolling months may be labelled by their first and last month, or by the one they end with."""
    assert read(label, "rolling", span=12).code == period


def test_a_provisional_label_says_so():
    """2019/20 (prov) is the year 2019-20, and the figure is provisional; [r] says it is revised."""
    assert read("2019/20 (prov)", "year") == Reading("2019-20", "provisional")
    assert read("2023-24 Q1 (prov)", "quarter") == Reading("2023-24-Q1", "provisional")
    assert read("2023-24 [r]", "year") == Reading("2023-24", "revised")


def test_a_date_cell_of_excel():
    """Excel shows Sep-23 and keeps 1 September 2023: for a monthly indicator that is September."""
    assert read(date(2023, 9, 1), "month").code == "2023-09"
    assert read(date(2023, 9, 30), "quarter").code == "2023-24-Q2"


def test_a_date_that_ends_no_quarter_is_refused():
    """1 July is the first day of quarter 2, and no way to label the quarter."""
    with pytest.raises(UnlikePeriod, match="write it as Q2 2023-24"):
        read(date(2023, 7, 1), "quarter")


def test_the_year_may_stand_in_a_column_beside():
    """ "Sep" beside 2023, and "January" beside 2023-24, are read together; alone they are refused."""
    assert read("Sep", "month", within=2023.0).code == "2023-09"
    assert read("January", "month", within="2023-24").code == "2024-01"
    assert read("Q2", "quarter", within="2023-24").code == "2023-24-Q2"
    with pytest.raises(YearMissing, match="map the column of the year"):
        read("Sep", "month")


@examples("""
| label   | declared | read_as          |
|---------|----------|------------------|
| 2015-16 | 1        | 2015-16          |
| 2014-16 | 2        | 2014-15..2015-16 |
| 2012-15 | 3        | 2012-13..2014-15 |
| 2018-22 | 4        | 2018-19..2021-22 |
| 2010-11 | 1        | fy2010-11        |
""")
def test_several_years_are_read_by_their_declared_span(label, declared, read_as):
    """2014-16 covers two financial years, April 2014 to March 2016, and the indicator must be declared so."""
    assert read(label, "years", span=int(declared)).code == read_as


@examples("""
| label   | declared | covers  |
|---------|----------|---------|
| 2010-14 | 3        | 4 years |
| 2015-16 | 2        | 1 year  |
| 2014-16 | 1        | 2 years |
| 2014-16 | 3        | 2 years |
""")
def test_a_span_that_disagrees_is_refused_never_guessed(label, declared, covers):
    """A label that covers more or fewer years than declared is refused: somebody must say which is right."""
    with pytest.raises(
        SpanDisagrees, match=f"covers {covers} but the indicator is declared to cover {declared}"
    ):
        read(label, "years", span=int(declared))


def test_2010_11_is_read_as_the_indicator_is_declared():
    """2010-11 is November 2010 for a monthly indicator and a financial year for an annual one."""
    assert read("2010-11", "month").code == "2010-11"
    assert read("2010-11", "year").code == "fy2010-11"
    with pytest.raises(LabelNotUnderstood, match="November 2010 or a year"):
        read("2010-11", "snapshot")


def test_the_calendar_is_the_declared_one():
    """2022/23 is an academic year where the indicator is declared so; 2023 alone is a calendar year."""
    assert read("2022/23", "year", calendar="academic").code == "ac2022-23"
    assert read("2023", "year", calendar="calendar").code == "cy2023"
    assert read("2000 Q1", "quarter", calendar="calendar").code == "cy2000-Q1"
    with pytest.raises(LabelNotUnderstood, match="write 2022-23 or 2023-24"):
        read("2023", "year")
    with pytest.raises(UnlikePeriod, match="no single quarter of the academic year"):
        read("Sep 2023", "quarter", calendar="academic")


@examples("""
| label                 | kind    | what_would_be_right  |
|-----------------------|---------|----------------------|
| Sep-23                | quarter | Q2 2023-24           |
| 2023-24               | month   | Sep 2023             |
| 2023-24               | snapshot | 30/09/2023          |
| Jul-Sep 2023          | ytd     | Sep 2023             |
| 09/30/2023            | month   | day, month, year     |
| 13/2023               | month   | 1 to 12              |
| 45199                 | month   | names no period      |
| 17 May to 11 June 2023 | year   | a year as 2023-24    |
| academic year 2022-23 | year    | the financial one    |
| 2023-22               | year    | run backwards        |
| tbc                   | month   | a month as Sep 2023  |
""")
def test_what_cannot_be_read_for_certain_is_refused(label, kind, what_would_be_right):
    """A label of another kind, or one that names no period, is refused with what would be right."""
    with pytest.raises(LabelNotUnderstood, match=what_would_be_right):
        read(label, kind)


def test_a_number_that_may_be_a_day_of_excel_is_refused():
    """45199 may be 30 September 2023 as Excel counts days: the cell must be formatted as a date."""
    with pytest.raises(LabelNotUnderstood, match="format the cell as a date"):
        read(45199.0, "month")


@pytest.mark.parametrize("empty", [None, "", True])
def test_an_empty_cell_names_no_period(empty):
    """An empty cell names no period, and is refused as such."""
    with pytest.raises(LabelNotUnderstood, match="the cell names no period"):
        read(empty, "month")


def test_a_span_must_be_declared():
    """Several years, or a rolling period, cannot be read while nobody has declared how many."""
    with pytest.raises(SpanDisagrees, match="declare how many"):
        read("2014-16", "years")
    with pytest.raises(SpanDisagrees, match="6 months but the indicator is declared to cover 12 months"):
        read("6 months to Sep 2023", "rolling", span=12)
