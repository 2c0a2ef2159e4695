"""Periods: what time a figure is about."""

from datetime import date

import pytest

from goldenthread.methods import periods
from tests.spec.worked import examples


@examples("""
| code             | short                    | in_full                                                    |
|------------------|--------------------------|------------------------------------------------------------|
| 2023-09          | Sep 2023                 | September 2023                                             |
| 2023-24-Q2       | Q2 2023-24               | Quarter 2 (July to September 2023)                         |
| 2023-24-Q4       | Q4 2023-24               | Quarter 4 (January to March 2024)                          |
| 2023-24-H1       | H1 2023-24               | Half 1 (April to September 2023)                           |
| 2023-24-T1       | T1 2023-24               | Tranche 1 (April to July 2023)                             |
| 2023-24          | 2023-24                  | 2023-24 (April 2023 to March 2024)                         |
| ac2022-23        | academic year 2022-23    | academic year 2022-23 (September 2022 to August 2023)      |
| ac2022-23-T3     | Summer term 2022-23      | Summer term (April to August 2023)                         |
| cy2023           | 2023                     | 2023 (January to December 2023)                            |
| cy2023-Q3        | Q3 2023 (calendar year)  | Quarter 3 (July to September 2023)                         |
| r12-2023-09      | 12 months to Sep 2023    | 12 months to September 2023 (October 2022 to September 2023) |
| 2014-15..2016-17 | 2014-15 to 2016-17       | 2014-15 to 2016-17 (April 2014 to March 2017)              |
| at2023-09-30     | 30 September 2023        | 30 September 2023                                          |
| ytd-2023-09      | Apr to Sep 2023          | Year to date (April to September 2023)                     |
| acytd-2023-08    | Sep 2022 to Aug 2023     | Year to date (September 2022 to August 2023)               |
""")
def test_every_period_has_one_code_and_its_words(code, short, in_full):
    """A period has one code, a short label for tables and a long one that says which months it means."""
    period = periods.parse(code)

    assert periods.label(period) == short
    assert periods.long_label(period) == in_full


@examples("""
| written     | write_instead |
|------------|---------------|
| 2023/24 Q2 | 2023-24-Q2    |
| 2023-25    | 2023-24       |
| 2023       | cy2023        |
| 2023-24-Q5 | Q1 to Q4      |
| 2023-13    | 2023-12       |
| fy2023-24  | 2023-24       |
| at2023-9-1 | at2023-09-30  |
| R12-2023-09 | r12-2023-09  |
""")
def test_anything_else_is_refused_with_what_to_write(written, write_instead):
    """A code that is not exactly right is refused, and the refusal says what would be right."""
    with pytest.raises(periods.NotAPeriod, match=write_instead):
        periods.parse(written)


def test_2010_11_is_november_2010():
    """2010-11 could be a month or a year: as a code it is November 2010, and the year is fy2010-11."""
    assert periods.label(periods.parse("2010-11")) == "Nov 2010"
    assert periods.label(periods.parse("fy2010-11")) == "2010-11"
    assert periods.previous(periods.parse("2012-13")).code == "fy2011-12"


@examples("""
| period       | before       | a_year_earlier |
|--------------|--------------|----------------|
| 2023-24-Q1   | 2022-23-Q4   | 2022-23-Q1     |
| 2024-01      | 2023-12      | 2023-01        |
| ac2022-23-T1 | ac2021-22-T3 | ac2021-22-T1   |
| 2023-24      | 2022-23      | 2022-23        |
| at2024-02-29 | at2024-01-31 | at2023-02-28   |
| r12-2023-09  | r12-2023-08  | r12-2022-09    |
| 2014-15..2016-17 | 2013-14..2015-16 | 2013-14..2015-16 |
""")
def test_a_figure_is_held_against_the_period_before_and_the_like_period(period, before, a_year_earlier):
    """Quarter 1 follows quarter 4 of the year before; its like period is quarter 1 a year earlier."""
    assert periods.previous(periods.parse(period)).code == before
    assert periods.like(periods.parse(period)).code == a_year_earlier


def test_a_rolling_figure_reported_quarterly_goes_back_a_quarter():
    """Twelve months to September, reported each quarter, are held against the twelve months to June."""
    assert periods.previous(periods.parse("r12-2023-09"), every=3).code == "r12-2023-06"


def test_the_months_of_a_quarter():
    """Quarter 2 is July, August and September."""
    assert periods.months(periods.parse("2023-24-Q2")) == ["2023-07", "2023-08", "2023-09"]


@examples("""
| kind    | calendar  | the_24th_of_january_2024_lies_in |
|---------|-----------|----------------------------------|
| month   | financial | 2024-01                          |
| quarter | financial | 2023-24-Q4                       |
| quarter | calendar  | cy2024-Q1                        |
| third   | financial | 2023-24-T3                       |
| term    | academic  | ac2023-24-T2                     |
| year    | financial | 2023-24                          |
| year    | calendar  | cy2024                           |
| ytd     | financial | ytd-2024-01                      |
""")
def test_a_day_lies_in_one_period_of_a_kind(kind, calendar, the_24th_of_january_2024_lies_in):
    """The day of the Cabinet meeting lies in quarter 4 of 2023-24, and in the spring term."""
    period = periods.containing(date(2024, 1, 24), kind, calendar)

    assert period.code == the_24th_of_january_2024_lies_in


@examples("""
| indicator                               | basis         | months_in_arrears | rated_period |
|-----------------------------------------|---------------|-------------------|--------------|
| complaints answered in time             | quarter       | 0                 | 2023-24-Q2   |
| waste recycled, a quarter in arrears    | quarter       | 3                 | 2023-24-Q1   |
| health checks, two months in arrears    | quarter       | 2                 | 2023-24-Q1   |
| council tax collected                   | ytd           | 0                 | ytd-2023-09  |
| sickness, rolling                       | rolling_12    | 0                 | r12-2023-09  |
| casualties, a quarter in arrears        | rolling_12    | 3                 | r12-2023-06  |
| households in temporary accommodation   | snapshot      | 0                 | at2023-09-30 |
| forecast overspend                      | forecast      | 0                 | at2023-09-30 |
| litter surveys, three a year            | third         | 0                 | 2023-24-T1   |
| exclusions                              | academic_year | 0                 | ac2022-23    |
| survey of residents                     | annual        | 0                 | 2022-23      |
""")
def test_what_the_quarter_2_report_rates(indicator, basis, months_in_arrears, rated_period):
    """Each indicator is rated on its own period: the latest that had ended, less its arrears."""
    report = periods.parse("2023-24-Q2")

    assert periods.rated_period(report, basis, int(months_in_arrears)).code == rated_period, indicator


def test_a_school_year_to_date_is_counted_term_by_term():
    """A figure for the school year to date stands still between terms: in June it is that of the spring."""
    quarter_1, quarter_2 = periods.parse("2023-24-Q1"), periods.parse("2023-24-Q2")

    assert periods.rated_period(quarter_1, "ytd", calendar="academic").code == "acytd-2023-03"
    assert periods.rated_period(quarter_2, "ytd", calendar="academic").code == "acytd-2023-08"


def test_a_calendar_year_figure_in_the_quarter_2_report():
    """A figure for calendar years is that of 2022 in September 2023; a three-year one ends with 2022-23."""
    report = periods.parse("2023-24-Q2")

    assert periods.rated_period(report, "annual", calendar="calendar").code == "cy2022"
    assert periods.rated_period(report, "years_3").code == "2020-21..2022-23"
    assert periods.rated_period(report, "years", span=3).code == "2020-21..2022-23"
