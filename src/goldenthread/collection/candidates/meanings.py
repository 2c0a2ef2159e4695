"""Meanings: what the text of a label stands for, or why it stands for nothing."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from goldenthread.collection.candidates.facts import NotKnown, folded_keys
from goldenthread.collection.candidates.setting import Setting
from goldenthread.collection.candidates.written import as_text, folded
from goldenthread.collection.findings import Code, quoted
from goldenthread.collection.mapping.sources import BreakdownSource, IndicatorSource, Meaning
from goldenthread.collection.readers.book import Cell
from goldenthread.collection.values.statuses import Statuses

NOT_IN_CODES = re.compile(r"[^0-9a-z+.]+")
DAY_FIRST = re.compile(r"(\d\d?)[/.](\d\d?)[/.](\d{4})(.*)")
LONDON = ZoneInfo("Europe/London")

Mean = Callable[[str], str | NotKnown]


def indicator(source: IndicatorSource) -> Callable[[str], Meaning | NotKnown]:
    """What a label says of the indicator: its code, and perhaps measure and breakdown."""
    codes = folded_keys(source.codes)

    def mean(text: str) -> Meaning | NotKnown:
        if not text and source.blank is not None:
            return Meaning(indicator=source.blank)
        if folded(text) in codes:
            return codes[folded(text)]
        if source.otherwise is not None:
            return Meaning(indicator=source.otherwise)
        if text and not codes:
            return Meaning(indicator=text)
        wrong = f"{quoted(text)} is no indicator of this return" if text else "the row names no indicator"
        return NotKnown(Code.UNKNOWN_INDICATOR, wrong, nearest(text, source.codes))

    return mean


def area(setting: Setting) -> Mean:
    """The area's code, by its name or code."""

    def mean(text: str) -> str | NotKnown:
        if code := setting.area_code(text):
            return code
        wrong = f"{quoted(text)} is no area of the council" if text else "the row names no area"
        return NotKnown(Code.UNKNOWN_AREA, wrong, nearest(text, [*setting.areas.values(), *setting.areas]))

    return mean


def breakdown(source: BreakdownSource, dimension: str) -> Mean:
    """The code within a dimension; "" is the headline."""
    headline = {folded(word) for word in source.headline}

    def mean(text: str) -> str | NotKnown:
        if not text or folded(text) in headline:
            return ""
        if not source.codes:
            return slug(text)
        wrong = f"{quoted(text)} is no {dimension} of this return"
        return NotKnown(Code.UNKNOWN_BREAKDOWN, wrong, nearest(text, source.codes))

    return mean


def status(statuses: Statuses) -> Mean:
    """The value status of a word; a blank says nothing."""

    def mean(text: str) -> str | NotKnown:
        found = statuses.status(text) if text else ""
        if found is not None:
            return found
        right = "Write actual, provisional, estimated, revised or missing"
        return NotKnown(Code.UNKNOWN_STATUS, f"{quoted(text)} is no status of a figure", right)

    return mean


def remark(text: str) -> str | NotKnown:
    """Text that is kept as it is."""
    return text


def moment(cell: Cell, latest: datetime) -> datetime | NotKnown:
    """From when a figure was known: a date (its first moment in London) or a date with a time."""
    found = _moment(cell)
    if found is None:
        wrong = f"{quoted(as_text(cell))} is no date"
        return NotKnown(Code.KNOWN_FROM, wrong, "Write the date as 2023-11-16 or 16/11/2023")
    if found > latest:
        wrong = f"the figure is said to be known from {as_text(cell)}, which is still to come"
        return NotKnown(Code.KNOWN_FROM, wrong, "Write the day on which the figure was known")
    return found


def _moment(cell: Cell) -> datetime | None:
    if isinstance(cell, str):
        day_first = DAY_FIRST.fullmatch(cell.strip())
        try:
            cell = datetime.fromisoformat(_year_first(*day_first.groups()) if day_first else cell.strip())
        except ValueError:
            return None
    if isinstance(cell, date) and not isinstance(cell, datetime):
        cell = datetime(cell.year, cell.month, cell.day, tzinfo=LONDON)
    if not isinstance(cell, datetime):
        return None
    return (cell if cell.tzinfo else cell.replace(tzinfo=LONDON)).astimezone(UTC)


def _year_first(day: str, month: str, year: str, time: str) -> str:
    return f"{year}-{month:0>2}-{day:0>2}{time}"


def slug(text: str) -> str:
    """A code made from words: "65 to 74" is 65-to-74."""
    return NOT_IN_CODES.sub("-", text.casefold()).strip("-")


def nearest(written: str, known: Iterable[str] | Mapping[str, object]) -> str:
    """What would be right: the nearest known word, else where to look."""
    words = {folded(word): word for word in known}
    near = difflib.get_close_matches(folded(written), words, n=1, cutoff=0.6) if written else []
    if near:
        return f"Did you mean {quoted(words[near[0]])}?"
    return "Correct the row, or add it to the mapping"
