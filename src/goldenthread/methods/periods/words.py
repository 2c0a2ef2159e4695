"""Periods in words: as a reader of a report knows them."""

from collections.abc import Callable

from goldenthread.methods.periods.codes import CALENDARS, Period, year_of

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
TERMS = {"1": "Autumn", "2": "Spring", "3": "Summer"}
NUMBERED = {"quarter": "Quarter", "half": "Half", "third": "Tranche"}


def label(period: Period) -> str:
    """Short, for a table: "Q2 2023-24", "Sep 2023", "12 months to Sep 2023"."""
    return SHORT[period.kind](period)


def long_label(period: Period) -> str:
    """Once in full: "Quarter 2 (July to September 2023)"."""
    return LONG[period.kind](period)


def _part_label(period: Period) -> str:
    of_calendar = " (calendar year)" if period.calendar == "calendar" else ""
    return f"{period.code[-2:]} {_year_words(period)}{of_calendar}"


def _term_label(period: Period) -> str:
    return f"{TERMS[period.code[-1]]} term {_year_words(period)}"


def _year_words(period: Period) -> str:
    begins = year_of(period.calendar, period.first)
    return f"{begins}-{(begins + 1) % 100:02d}" if CALENDARS[period.calendar].is_split else f"{begins}"


def _year_label(period: Period) -> str:
    return f"{'academic year ' if period.calendar == 'academic' else ''}{_year_words(period)}"


def _years_label(period: Period) -> str:
    ends = (end.removeprefix(CALENDARS[period.calendar].prefix) for end in period.code.split(".."))
    return f"{'academic years ' if period.calendar == 'academic' else ''}{' to '.join(ends)}"


def _day(period: Period) -> str:
    return f"{period.end.day} {MONTHS[period.end.month - 1]} {period.end.year}"


def _month(period: Period) -> str:
    return f"{MONTHS[period.end.month - 1]} {period.end.year}"


def _short_month(period: Period) -> str:
    return f"{MONTHS[period.end.month - 1][:3]} {period.end.year}"


def _run(period: Period) -> str:
    """Its months: "July to September 2023", "October 2022 to September 2023", "April 2023"."""
    if period.length == 1:
        return _month(period)
    from_year = "" if period.start.year == period.end.year else f" {period.start.year}"
    return f"{MONTHS[period.start.month - 1]}{from_year} to {_month(period)}"


def _short_run(period: Period) -> str:
    if period.length == 1:
        return _short_month(period)
    from_year = "" if period.start.year == period.end.year else f" {period.start.year}"
    return f"{MONTHS[period.start.month - 1][:3]}{from_year} to {_short_month(period)}"


def _with_run(words: Callable[[Period], str]) -> Callable[[Period], str]:
    return lambda period: f"{words(period)} ({_run(period)})"


SHORT: dict[str, Callable[[Period], str]] = {
    "month": _short_month,
    "quarter": _part_label,
    "half": _part_label,
    "third": _part_label,
    "term": _term_label,
    "year": _year_label,
    "rolling": lambda period: f"{period.length} months to {_short_month(period)}",
    "years": _years_label,
    "snapshot": _day,
    "ytd": _short_run,
}
LONG: dict[str, Callable[[Period], str]] = {
    "month": _month,
    "quarter": _with_run(lambda period: f"Quarter {period.code[-1]}"),
    "half": _with_run(lambda period: f"Half {period.code[-1]}"),
    "third": _with_run(lambda period: f"Tranche {period.code[-1]}"),
    "term": _with_run(lambda period: f"{TERMS[period.code[-1]]} term"),
    "year": _with_run(_year_label),
    "rolling": _with_run(lambda period: f"{period.length} months to {_month(period)}"),
    "years": _with_run(_years_label),
    "snapshot": _day,
    "ytd": _with_run(lambda _: "Year to date"),
}
