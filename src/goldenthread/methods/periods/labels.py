"""Period labels: read as people write them in returns, held against what is declared, never guessed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.methods.periods import codes, grammar
from goldenthread.methods.periods.declared import SpanDisagrees, UnlikePeriod, Wanted
from goldenthread.methods.periods.grammar import Found, LabelNotUnderstood, YearMissing

__all__ = ["LabelNotUnderstood", "Reading", "SpanDisagrees", "UnlikePeriod", "YearMissing", "read"]


@dataclass(frozen=True)
class Reading:
    """A label read: the period's code, and the status that the label gives away ("" if none)."""

    code: str
    status: str = ""


CALENDAR_OF = {"term": "academic", "third": "financial"}
STATUSES = {"p": "provisional", "e": "estimated", "r": "revised"}
MARK = re.compile(
    r"(.+?) ?(?:[(\[](p|prov|provisional|e|est|estimated?|r|rev|revised)\.?[)\]]"
    r"|(provisional|estimated|revised))"
)
EXCEL_DAYS = range(20_000, 80_000)
SAID_CALENDARS = (
    (re.compile(r"(?:fy|financial year)[ -]?"), "financial"),
    (re.compile(r"(?:ay|academic year)[ -]?"), "academic"),
    (re.compile(r"calendar year "), "calendar"),
)
ORDINALS = (("first", "1"), ("second", "2"), ("third", "3"), ("fourth", "4"))
UP_TO_A_POINT = ("ytd", "rolling", "snapshot")


def read(
    label: object, kind: str, *, calendar: str = "financial", span: int | None = None, within: object = ""
) -> Reading:
    """The period that a cell or heading of a return names.

    `kind` is the kind of period the indicator is declared to have; "years" and "rolling" also need `span`,
    the declared number of years or months. `within` is what the cell for the year says, where a label such as
    "Sep" or "Q2" stands beside it. A label of another kind, or of another span, is refused. A figure to
    date, a rolling one and a snapshot may be labelled by the month or the quarter with which they end.
    """
    wanted = Wanted(kind, CALENDAR_OF.get(kind, calendar), span or (1 if kind == "year" else 0))
    text, status = _without_status(_clean(label))
    context = grammar.Context(wanted.calendar, "" if within in (None, "") else _clean(within))
    try:
        found = _find(_without_calendar(text, wanted.calendar), label, kind, context)
        return Reading(wanted.fit(found, str(label)).code, status)
    except codes.NotAPeriod as error:
        raise UnlikePeriod(str(error)) from error


def _clean(label: object) -> str:
    if isinstance(label, datetime):
        label = label.date()
    if isinstance(label, float) and label.is_integer():
        label = int(label)
    if isinstance(label, bool) or label is None or label == "":
        raise LabelNotUnderstood("the cell names no period: write a month as Sep 2023, a year as 2023-24")
    if isinstance(label, int) and label in EXCEL_DAYS:
        raise LabelNotUnderstood(f"{label} may be a day as Excel counts them: format the cell as a date")
    text = unicodedata.normalize("NFKC", str(label)).strip().lower()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'").replace("_", "-")
    text = re.sub(r"\s+", " ", text)
    for word, digit in ORDINALS:
        text = re.sub(rf"\b(?:{word}|{digit}(?:st|nd|rd|th)) (quarter|half)\b", rf"\1 {digit}", text)
    return text


def _without_status(text: str) -> tuple[str, str]:
    marked = MARK.fullmatch(text)
    if not marked:
        return text, ""
    return marked[1], STATUSES[(marked[2] or marked[3])[0]]


def _without_calendar(text: str, calendar: str) -> str:
    for pattern, said in SAID_CALENDARS:
        if found := pattern.match(text):
            if said != calendar:
                raise UnlikePeriod(f"{text!r} is of the {said} calendar, the indicator of the {calendar} one")
            return text[found.end() :]
    return text


def _find(text: str, label: object, kind: str, context: grammar.Context) -> Found:
    if isinstance(label, date):
        return grammar.on_day(label.date() if isinstance(label, datetime) else label)
    if month_or_year := re.fullmatch(r"(\d{4})[-/](\d\d)", text):
        return _month_or_year(month_or_year[1], month_or_year[2], kind, context)
    try:
        return grammar.of_period(codes.parse(str(label).strip()))
    except codes.NotAPeriod:
        return grammar.find(text, context)


def _month_or_year(year: str, digits: str, kind: str, context: grammar.Context) -> Found:
    """`2023-09` is a month and `2023-24` a year; `2010-11` is what the indicator is declared to have."""
    could_be_month = 1 <= int(digits) <= 12
    could_be_year = codes.CALENDARS[context.calendar].is_split and (int(year) + 1) % 100 == int(digits)
    if kind in ("year", "years") or not could_be_month:
        return grammar.find(f"{year}-{digits}", context)
    if kind != "month" and could_be_year:
        month = codes.first_day(int(year) * 12 + int(digits) - 1)
        raise LabelNotUnderstood(
            f"{year}-{digits} is {month:%B %Y} or a year: write {month:%b %Y}, or fy{year}-{digits}"
        )
    return grammar.find(f"{int(digits)}/{year}", context)
