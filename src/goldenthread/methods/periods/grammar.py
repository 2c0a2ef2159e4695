"""Period grammar: which days or months a label names, before anyone asks what the indicator expects."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from goldenthread.methods.periods import codes
from goldenthread.methods.periods.words import MONTHS


class LabelNotUnderstood(ValueError):
    """The label names no period for certain; the message says what would be right."""


class YearMissing(LabelNotUnderstood):
    """The label names a month or a part of a year, and nothing near it names the year."""


@dataclass(frozen=True)
class Found:
    """What a label names: a run of numbered months, how it was said, and the day if it was one."""

    said: str
    first: int
    last: int
    day: date | None = None


@dataclass(frozen=True)
class Context:
    """What is known besides the label: the declared calendar, and the year in whose table it stands."""

    calendar: str
    within: str = ""


NAMES = {name[:size].lower(): number for number, name in enumerate(MONTHS) for size in (3, 4, len(name))}
MON = r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"  # noqa: E501
PAIR = r"(?:\d{4} ?[-/] ?(?:\d{4}|\d\d)|\d\d ?[-/] ?\d\d)"
YEAR = rf"({PAIR}|\d{{4}})"
MAYBE_YEAR = rf"(?:[ ,-]*(?:of |in )?({PAIR}|\d{{4}}|'?\d\d))?"
PART = r"(q|qtr|quarter|h|half|t|third|tranche|term) ?-?([1-4])"
TERMS = {"autumn": 1, "spring": 2, "summer": 3}
SPOKEN = {"month": 1, "quarter": 3, "year": 12}


def find(text: str, context: Context) -> Found:
    """What a cleaned, lower-case label names. Raises `LabelNotUnderstood`."""
    for pattern, read in GRAMMAR:
        if found := pattern.fullmatch(text):
            return read(context, *found.groups(default=""))
    raise LabelNotUnderstood(
        f"{text!r} names no period: write a month as Sep 2023, a quarter as Q2 2023-24, a year as 2023-24, "
        "a day as 30/09/2023"
    )


def full_year(digits: str) -> int:
    """The year of two or four digits: 23 is 2023, 98 is 1998."""
    digits = digits.strip("' ")
    number = int(digits)
    if len(digits) == 2:
        return number + (2000 if number < 70 else 1900)
    if not 1800 <= number <= 2999:
        raise LabelNotUnderstood(f"{digits} is no year: write one from 1800 to 2999")
    return number


def pair(text: str) -> tuple[int, int] | None:
    """The two years of `2023-24`, `2023/2024` or `23/24`; None when the text names a single year."""
    both = re.fullmatch(r"(\d\d|\d{4}) ?[-/] ?(\d\d|\d{4})", text)
    if not both:
        return None
    begins = full_year(both[1])
    if len(both[2]) == 4:
        return begins, full_year(both[2])
    ends = begins - begins % 100 + int(both[2])
    return begins, ends + 100 if 90 <= begins - ends < 100 else ends  # 1999-00, 1998-02


def year_begins(text: str, calendar: str) -> int:
    """The year in which the one year that a text names begins."""
    both = pair(text)
    is_split = codes.CALENDARS[calendar].is_split
    if both is None and is_split:
        year = full_year(text)
        raise LabelNotUnderstood(
            f"{year} stands for no {calendar} year: write {codes.year(calendar, year - 1).code} "
            f"or {codes.year(calendar, year).code}"
        )
    if both is None:
        return full_year(text)
    if not is_split or both[1] - both[0] != 1:
        raise LabelNotUnderstood(f"{text} is not one {calendar} year: write one year, or declare the span")
    return both[0]


def month_in(name: str, year: str, context: Context) -> int:
    """The numbered month of a name and a year; a year such as 2023-24 says which of the two."""
    year = year or context.within
    if not year:
        raise YearMissing(f"{name!r} names no year: write {name.title()} 2023, or map the column of the year")
    index = NAMES[name]
    if pair(year) is None:
        return full_year(year) * 12 + index
    calendar = codes.CALENDARS[context.calendar]
    start = codes.first_month(calendar.code, year_begins(year, calendar.code))
    return start + (index - calendar.first_month + 1) % 12


def _month(context: Context, name: str, year: str) -> Found:
    number = month_in(name, year, context)
    return Found("month", number, number)


def _numbered_month(context: Context, number: str, year: str) -> Found:
    if not 1 <= int(number) <= 12:
        raise LabelNotUnderstood(f"{number}/{year} names no month: months are 1 to 12")
    found = full_year(year) * 12 + int(number) - 1
    return Found("month", found, found)


def _day(context: Context, day: str, month: str, year: str) -> Found:
    number = NAMES[month] + 1 if month in NAMES else int(month)
    try:
        found = date(full_year(year), number, int(day))
    except ValueError as error:
        raise LabelNotUnderstood(
            f"{day}/{month}/{year} is no day: write day, month, year: 30/09/2023"
        ) from error
    return on_day(found)


def on_day(day: date) -> Found:
    """A single day."""
    return Found("day", codes.month_number(day), codes.month_number(day), day)


def _part(context: Context, letter: str, index: str, year: str) -> Found:
    year = year or context.within
    if not year:
        raise YearMissing(f"{letter}{index} names no year: write Q2 2023-24, or map the column of the year")
    calendar = "academic" if letter == "term" else context.calendar
    begins = year_begins(year, calendar)
    try:
        return of_period(codes.part(calendar, begins, letter[0].upper(), int(index)))
    except codes.NotAPeriod as error:
        raise LabelNotUnderstood(str(error)) from error


def of_period(period: codes.Period) -> Found:
    """What a period names, when the label is a code already."""
    return on_day(period.end) if period.kind == "snapshot" else Found(period.kind, period.first, period.last)


def _term(context: Context, name: str, year: str) -> Found:
    year = year or context.within
    if not year:
        raise YearMissing(f"{name} term names no year: write {name.title()} term 2022-23")
    begins = full_year(year) - (name != "autumn") if pair(year) is None else year_begins(year, "academic")
    return of_period(codes.part("academic", begins, "T", TERMS[name]))


def _years(context: Context, text: str) -> Found:
    both = pair(text)
    is_split = codes.CALENDARS[context.calendar].is_split
    if both is None:
        return of_period(codes.year(context.calendar, year_begins(text, context.calendar)))
    begins, ends = both
    return _whole_years(context, begins, ends - 1 if is_split else ends)


def _years_in_full(context: Context, first: str, final: str) -> Found:
    return _whole_years(context, year_begins(first, context.calendar), year_begins(final, context.calendar))


def _whole_years(context: Context, begins: int, final: int) -> Found:
    if final < begins:
        raise LabelNotUnderstood("the years run backwards: write 2023-24, or 2014-15 to 2016-17")
    start = codes.first_month(context.calendar, begins)
    return Found("year" if final == begins else "years", start, start + 12 * (final - begins) + 11)


def _run(context: Context, first: str, first_year: str, last: str, last_year: str) -> Found:
    ends = month_in(last, last_year, context)
    latest = ends - (NAMES[last] - NAMES[first]) % 12
    starts = month_in(first, first_year, context) if first_year else latest
    if starts > ends:
        raise LabelNotUnderstood(f"{first} {first_year} to {last} {last_year} runs backwards")
    return Found("run", starts, ends)


def _up_to(context: Context, size: str, unit: str, end: str) -> Found:
    last = find(end, context).last
    months = int(size or 1) * SPOKEN[unit or "month"]
    return Found("run", last - months + 1, last)


def _to_date(context: Context, end: str) -> Found:
    last = find(end, context).last
    return Found("run", codes.year_to_date(context.calendar, last).first, last)


def _as_at(context: Context, end: str) -> Found:
    return find(end, context)


def _rule(pattern: str, read: Callable[..., Found]) -> tuple[re.Pattern[str], Callable[..., Found]]:
    return re.compile(pattern), read


GRAMMAR = (
    _rule(rf"{MON}[ ,./-]*({PAIR}|\d{{4}}|'?\d\d)?", _month),
    _rule(rf"{YEAR}[ ,/-]*{MON}", lambda context, year, name: _month(context, name, year)),
    _rule(r"(\d\d?)[ /.-](\d{4})", _numbered_month),
    _rule(r"(\d{4}) ?m(\d\d?)", lambda context, year, number: _numbered_month(context, number, year)),
    _rule(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)", _day),
    _rule(rf"(\d\d?)(?:st|nd|rd|th)?[ -]*{MON}[ ,-]*(\d{{4}}|'?\d\d)", _day),
    _rule(
        rf"{MON} (\d\d?)(?:st|nd|rd|th)?,? (\d{{4}})", lambda c, month, day, year: _day(c, day, month, year)
    ),
    _rule(
        r"(\d{4})-(\d\d)-(\d\d)(?:[ t]00:00(?::00)?)?", lambda c, year, month, day: _day(c, day, month, year)
    ),
    _rule(rf"{PART}{MAYBE_YEAR}", _part),
    _rule(rf"{YEAR}[ ,-]*{PART}", lambda context, year, letter, index: _part(context, letter, index, year)),
    _rule(rf"(autumn|spring|summer)(?: term)?(?:[ ,-]*{YEAR})?", _term),
    _rule(rf"{YEAR} (autumn|spring|summer)(?: term)?", lambda c, year, name: _term(c, name, year)),
    _rule(YEAR, _years),
    _rule(rf"({PAIR}) ?(?:to|-|\.\.) ?({PAIR})", _years_in_full),
    _rule(rf"{MON}[ ]?{MAYBE_YEAR} ?(?:to|-) ?{MON}[ ]?{MAYBE_YEAR}", _run),
    _rule(
        r"(?:rolling )?(\d\d?)[ -]?m(?:on)?(?:ths?)?(?: rolling)?(?: up)? (?:to|ending|ended) (.+)",
        lambda context, size, end: _up_to(context, size, "", end),
    ),
    _rule(r"rolling (\d\d?) (?:to )?(.+)", lambda context, size, end: _up_to(context, size, "", end)),
    _rule(
        r"(month|quarter|year) (?:to|ending|ended) (?!date)(.+)",
        lambda context, unit, end: _up_to(context, "", unit, end),
    ),
    _rule(r"(?:ytd|year to date|cumulative)(?: to)? (.+)", _to_date),
    _rule(r"(.+) (?:ytd|year to date|cumulative)", _to_date),
    _rule(r"(?:as )?at (.+)", _as_at),
)
