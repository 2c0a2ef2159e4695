"""Periods: how to go from one to another, split it, and choose the one a report rates."""

from collections.abc import Callable
from datetime import date
from itertools import accumulate

import polars as pl

from goldenthread.methods.periods import codes
from goldenthread.methods.periods.codes import CALENDARS, NotAPeriod, Period, parse
from goldenthread.methods.periods.words import label, long_label

__all__ = [
    "CALENDARS",
    "FRAME",
    "NotAPeriod",
    "Period",
    "containing",
    "following",
    "frame",
    "label",
    "like",
    "long_label",
    "months",
    "ordinal",
    "parse",
    "previous",
    "rated_period",
    "shifted",
]

FRAME = pl.Schema(
    {
        "period": pl.String,
        "kind": pl.String,
        "calendar": pl.String,
        "start": pl.Date,
        "end": pl.Date,
        "ordinal": pl.Int64,
    }
)
LETTERS = {
    (calendar.code, kind): letter
    for calendar in CALENDARS.values()
    for letter, (kind, _) in calendar.parts.items()
}


def previous(period: Period, *, every: int = 1) -> Period:
    """The one before: the quarter before a quarter.

    Rolling periods, years to date and snapshots go back by `every` months: 3 for a series reported quarterly.
    """
    return shifted(period, -every)


def following(period: Period, *, every: int = 1) -> Period:
    """The one after; see `previous`."""
    return shifted(period, every)


def like(period: Period) -> Period:
    """The same time a year earlier."""
    return shifted(period, -_in_a_year(period))


def shifted(period: Period, steps: int) -> Period:
    """So many steps later: a step is a period of its own kind; a month for rolling, to date and snapshot."""
    if period.kind == "month":
        return codes.month(period.last + steps)
    if period.kind == "rolling":
        return codes.rolling(period.length, period.last + steps)
    if period.kind == "ytd":
        return codes.year_to_date(period.calendar, period.last + steps)
    if period.kind == "snapshot":
        return codes.snapshot(_same_day(period.end, period.last + steps))
    begins = period.start.year + steps
    if period.kind == "year":
        return codes.year(period.calendar, begins)
    if period.kind == "years":
        return codes.years(period.calendar, begins, begins + period.length // 12 - 1)
    return _numbered_part(period.calendar, period.kind, ordinal(period) + steps)


def ordinal(period: Period) -> int:
    """A whole number that grows by one step from each period to the next of its kind, so that gaps show."""
    if period.kind in ("year", "years"):
        return period.start.year
    if letter := LETTERS.get((period.calendar, period.kind)):
        in_a_year = len(CALENDARS[period.calendar].parts[letter][1])
        return codes.year_of(period.calendar, period.first) * in_a_year + int(period.code[-1]) - 1
    return period.last


def months(period: Period) -> list[str]:
    """The codes of its months, in order; of a snapshot the month in which it lies."""
    return [codes.month(number).code for number in range(period.first, period.last + 1)]


def containing(day: date, kind: str, calendar: str = "financial") -> Period:
    """The period of a kind in which a day lies; the year to date is the one up to its month."""
    number = codes.month_number(day)
    if kind == "month":
        return codes.month(number)
    if kind == "snapshot":
        return codes.snapshot(day)
    if kind == "ytd":
        return codes.year_to_date(calendar, number)
    if kind == "year":
        return codes.year(calendar, codes.year_of(calendar, number))
    if (calendar, kind) in LETTERS:
        lengths = CALENDARS[calendar].parts[LETTERS[calendar, kind]][1]
        begins = codes.year_of(calendar, number)
        into_the_year = number - codes.first_month(calendar, begins)
        index = sum(into_the_year >= end for end in accumulate(lengths))
        return _numbered_part(calendar, kind, begins * len(lengths) + index)
    raise NotAPeriod(f"a day lies in no single {kind} of the {calendar} year: ask for {_kinds(calendar)}")


def frame(period_codes: pl.Series) -> pl.DataFrame:
    """One row for each different code, with what it stands for (columns of `FRAME`): join it on `period`."""
    found = [parse(code) for code in period_codes.unique().drop_nulls().sort()]
    rows = [(p.code, p.kind, p.calendar, p.start, p.end, ordinal(p)) for p in found]
    return pl.DataFrame(rows, schema=FRAME, orient="row")


def rated_period(
    report: Period, basis: str, arrears_months: int = 0, *, calendar: str = "financial", span: int = 1
) -> Period:
    """The period of an indicator that a report of one month, quarter or year rates.

    It is the latest of the basis that had ended when the report's period, less the arrears, ended: for
    quarter 2 a quarter's figure two months in arrears is that of quarter 1. A basis of several years names
    them (years_3), or `span` does.
    """
    if report.kind == "snapshot" or report.start != codes.first_day(report.first):
        raise NotAPeriod(f"a report is about a month, a quarter or a year, not about {report.code}")
    last = report.last - arrears_months
    kind, _, size = basis.rpartition("_")
    if kind == "rolling" and size.isdecimal():
        return codes.rolling(int(size), last)
    if kind == "years" and size.isdecimal():
        return _years_ended(last, calendar, int(size))
    if basis not in RATED:
        raise NotAPeriod(f"{basis!r} is no basis: write one of rolling_12, years_3, {', '.join(RATED)}")
    return RATED[basis](last, calendar, span)


def _in_a_year(period: Period) -> int:
    if period.kind in ("year", "years"):
        return 1
    letter = LETTERS.get((period.calendar, period.kind))
    return len(CALENDARS[period.calendar].parts[letter][1]) if letter else 12


def _numbered_part(calendar: str, kind: str, number: int) -> Period:
    letter = LETTERS[calendar, kind]
    begins, index = divmod(number, len(CALENDARS[calendar].parts[letter][1]))
    return codes.part(calendar, begins, letter, index + 1)


def _same_day(day: date, number: int) -> date:
    """That day in another month; the end of a month stays the end of a month."""
    last = codes.last_day(number)
    at_end = day == codes.last_day(codes.month_number(day))
    return last if at_end else last.replace(day=min(day.day, last.day))


def _kinds(calendar: str) -> str:
    parts = [kind for kind, _ in CALENDARS[calendar].parts.values()]
    return ", ".join(["month", *parts, "year", "ytd", "snapshot"])


def _ended(kind: str, last: int, calendar: str) -> Period:
    """The latest period of a kind that had ended with a numbered month."""
    here = containing(codes.first_day(last), kind, calendar)
    return here if here.last == last else previous(here)


def _counted_to(last: int, calendar: str) -> int:
    """The month a year to date had been counted to: a school year is counted at the end of each term."""
    return _ended("term", last, calendar).last if calendar == "academic" else last


def _years_ended(last: int, calendar: str, span: int) -> Period:
    if span < 2:
        raise NotAPeriod("a basis of several years says how many: write years_3, or annual for one")
    final = _ended("year", last, calendar).start.year
    return codes.years(calendar, final - span + 1, final)


RATED: dict[str, Callable[[int, str, int], Period]] = {
    "month": lambda last, calendar, span: codes.month(last),
    "quarter": lambda last, calendar, span: _ended("quarter", last, calendar),
    "ytd": lambda last, calendar, span: codes.year_to_date(calendar, _counted_to(last, calendar)),
    "snapshot": lambda last, calendar, span: codes.snapshot(codes.last_day(last)),
    "forecast": lambda last, calendar, span: codes.snapshot(codes.last_day(last)),
    "annual": lambda last, calendar, span: _ended("year", last, calendar),
    "academic_year": lambda last, calendar, span: _ended("year", last, "academic"),
    "half": lambda last, calendar, span: _ended("half", last, calendar),
    "third": lambda last, calendar, span: _ended("third", last, "financial"),
    "term": lambda last, calendar, span: _ended("term", last, "academic"),
    "years": _years_ended,
}
