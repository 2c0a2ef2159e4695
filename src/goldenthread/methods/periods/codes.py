"""Period codes: one code for one stretch of time, made and read strictly."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from types import MappingProxyType


class NotAPeriod(ValueError):
    """The text is no period code; the message says what would be right."""


@dataclass(frozen=True)
class Calendar:
    """How a year is counted: its code's prefix, its first month, and its parts as runs of months."""

    code: str
    prefix: str
    first_month: int
    parts: Mapping[str, tuple[str, tuple[int, ...]]]

    @property
    def is_split(self) -> bool:
        """Whether one year of it stands in two years of the wall calendar."""
        return self.first_month > 1


QUARTER = ("quarter", (3, 3, 3, 3))
HALF = ("half", (6, 6))
THIRD = ("third", (4, 4, 4))
# Easter moves; to be comparable from year to year the spring term is January to March.
TERM = ("term", (4, 3, 5))
CALENDARS: Mapping[str, Calendar] = MappingProxyType(
    {
        "financial": Calendar("financial", "", 4, {"Q": QUARTER, "H": HALF, "T": THIRD}),
        "academic": Calendar("academic", "ac", 9, {"T": TERM}),
        "calendar": Calendar("calendar", "cy", 1, {"Q": QUARTER, "H": HALF}),
    }
)
PREFIXES = {calendar.prefix: calendar for calendar in CALENDARS.values()}


@total_ordering
@dataclass(frozen=True)
class Period:
    """The time a figure is about. Periods sort by their end, then their start."""

    code: str
    kind: str
    calendar: str
    start: date
    end: date

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.start, self.code) < (other.end, other.start, other.code)

    @property
    def first(self) -> int:
        """Its first month, counted from the year 0."""
        return month_number(self.start)

    @property
    def last(self) -> int:
        """Its last month, counted from the year 0."""
        return month_number(self.end)

    @property
    def length(self) -> int:
        """How many months it touches."""
        return self.last - self.first + 1


def month_number(day: date) -> int:
    """Months since the year 0: two months that follow each other differ by one."""
    return day.year * 12 + day.month - 1


def first_day(number: int) -> date:
    """The first day of a numbered month."""
    return date(number // 12, number % 12 + 1, 1)


def last_day(number: int) -> date:
    """The last day of a numbered month."""
    year, month = number // 12, number % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def first_month(calendar: str, first_year: int) -> int:
    """The numbered month in which the calendar's year that begins in a year begins."""
    return first_year * 12 + CALENDARS[calendar].first_month - 1


def year_of(calendar: str, number: int) -> int:
    """The year in which the calendar's year of a numbered month begins: 2023 for January 2024 in 2023-24."""
    return (number - CALENDARS[calendar].first_month + 1) // 12


def month(number: int) -> Period:
    """One month: 2023-09."""
    return _stretch(f"{first_day(number):%Y-%m}", "month", "none", number, number)


def year(calendar: str, first_year: int) -> Period:
    """One year of a calendar, by the year in which it begins: 2023-24, ac2022-23, cy2023.

    A financial year whose plain code would be a month (2010-11 is November 2010) is written fy2010-11.
    """
    kind_of_year = CALENDARS[calendar]
    start = first_month(calendar, first_year)
    code = _year_code(kind_of_year, first_year)
    if not kind_of_year.prefix and 1 <= (first_year + 1) % 100 <= 12:
        code = f"fy{code}"
    return _stretch(code, "year", calendar, start, start + 11)


def part(calendar: str, first_year: int, letter: str, index: int) -> Period:
    """One quarter (Q), half (H), third or term (T) of a year: 2023-24-Q2, ac2022-23-T3."""
    kind_of_year = CALENDARS[calendar]
    if letter not in kind_of_year.parts or not 1 <= index <= len(kind_of_year.parts[letter][1]):
        raise NotAPeriod(f"the {calendar} year has {_parts_of(kind_of_year)}, not {letter}{index}")
    kind, lengths = kind_of_year.parts[letter]
    start = first_month(calendar, first_year) + sum(lengths[: index - 1])
    code = f"{_year_code(kind_of_year, first_year)}-{letter}{index}"
    return _stretch(code, kind, calendar, start, start + lengths[index - 1] - 1)


def rolling(size: int, last: int) -> Period:
    """So many months up to and with a numbered month: r12-2023-09."""
    if not 2 <= size <= 120:
        raise NotAPeriod(f"a rolling period has 2 to 120 months, not {size}: write r12-2023-09")
    return _stretch(f"r{size}-{first_day(last):%Y-%m}", "rolling", "none", last - size + 1, last)


def year_to_date(calendar: str, last: int) -> Period:
    """From the start of the calendar's year up to and with a numbered month: ytd-2023-09."""
    kind_of_year = CALENDARS[calendar]
    start = first_month(calendar, year_of(calendar, last))
    return _stretch(f"{kind_of_year.prefix}ytd-{first_day(last):%Y-%m}", "ytd", calendar, start, last)


def years(calendar: str, first_year: int, final_year: int) -> Period:
    """Several years together, by the years in which the first and the final one begin: 2014-15..2016-17."""
    if final_year <= first_year:
        raise NotAPeriod("several years run from an earlier year to a later one: write 2014-15..2016-17")
    kind_of_year = CALENDARS[calendar]
    start = first_month(calendar, first_year)
    code = f"{_year_code(kind_of_year, first_year)}..{_year_code(kind_of_year, final_year)}"
    return _stretch(code, "years", calendar, start, start + 12 * (final_year - first_year) + 11)


def snapshot(day: date) -> Period:
    """One day on which something was counted: at2023-09-30."""
    return _within_reach(Period(f"at{day:%Y-%m-%d}", "snapshot", "none", day, day))


@lru_cache(maxsize=65_536)
def parse(code: str) -> Period:
    """The period of a code, strictly: there is exactly one code for each period. Raises `NotAPeriod`."""
    for pattern, make in GRAMMAR:
        if found := pattern.fullmatch(code):
            period = make(*found.groups(default=""))
            if period.code != code:
                raise NotAPeriod(f"{code!r} is not how this period is written: write {period.code}")
            return period
    raise NotAPeriod(
        f"{code!r} is not a period code: write a month as 2023-09, a quarter as 2023-24-Q2, a year as "
        "2023-24, ac2022-23 or cy2023, twelve months to September as r12-2023-09, the year to date as "
        "ytd-2023-09, a day as at2023-09-30, several years as 2014-15..2016-17"
    )


def _stretch(code: str, kind: str, calendar: str, first: int, last: int) -> Period:
    return _within_reach(Period(code, kind, calendar, first_day(first), last_day(last)))


def _within_reach(period: Period) -> Period:
    if period.start.year < 1800 or period.end.year > 2999:
        raise NotAPeriod(f"{period.code} lies outside the years 1800 to 2999")
    return period


def _year_code(calendar: Calendar, first_year: int) -> str:
    second = f"-{(first_year + 1) % 100:02d}" if calendar.is_split else ""
    return f"{calendar.prefix}{first_year:04d}{second}"


def _parts_of(calendar: Calendar) -> str:
    parts = calendar.parts.items()
    return ", ".join(f"{letter}1 to {letter}{len(lengths)} ({kind})" for letter, (kind, lengths) in parts)


def _read_month_number(text: str) -> int:
    return month_number(date.fromisoformat(f"{text}-01"))


def _read_year(prefix: str, first_year: str, second: str) -> tuple[str, int]:
    """The calendar and the first year of `2023-24`, `ac2022-23` or `cy2023`."""
    calendar = PREFIXES["" if prefix == "fy" else prefix]
    begins = int(first_year)
    follows = f"{(begins + 1) % 100:02d}" if calendar.is_split else ""
    if second != follows:
        raise NotAPeriod(
            f"{prefix}{first_year}{second and '-' + second} is no period: write the {calendar.code} year as "
            f"{_year_code(calendar, begins)}, a calendar year as cy{begins}, a month as {begins}-01 to "
            f"{begins}-12, several years with '..' between"
        )
    return calendar.code, begins


def _read_part(prefix: str, first_year: str, second: str, letter: str, index: str) -> Period:
    return part(*_read_year(prefix, first_year, second), letter, int(index))


def _read_years(*groups: str) -> Period:
    calendar, begins = _read_year(*groups[:3])
    other, ends = _read_year(*groups[3:])
    if calendar != other:
        raise NotAPeriod(f"several years are of one calendar: write the second one as a {calendar} year")
    return years(calendar, begins, ends)


def _read_snapshot(text: str) -> Period:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise NotAPeriod(f"{text!r} is no day of the calendar: write a day as at2023-09-30") from error
    return snapshot(day)


YEAR = r"(ac|cy|fy)?([12]\d{3})(?:-(\d\d))?"
MONTH = r"([12]\d{3}-(?:0[1-9]|1[0-2]))"
GRAMMAR: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(MONTH), lambda text: month(_read_month_number(text))),
    (re.compile(YEAR), lambda *groups: year(*_read_year(*groups))),
    (re.compile(YEAR + r"-([A-Z])(\d)"), _read_part),
    (re.compile(r"r(\d{1,3})-" + MONTH), lambda size, text: rolling(int(size), _read_month_number(text))),
    (
        re.compile(r"(ac|cy)?ytd-" + MONTH),
        lambda prefix, text: year_to_date(PREFIXES[prefix].code, _read_month_number(text)),
    ),
    (re.compile(YEAR + r"\.\." + YEAR), _read_years),
    (re.compile(r"at([12]\d{3}-\d\d-\d\d)"), _read_snapshot),
)
