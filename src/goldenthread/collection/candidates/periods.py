"""The period of each row: its label, held against the kind of period the indicator has."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from goldenthread.collection.candidates import facts
from goldenthread.collection.candidates.facts import NotKnown, Raw
from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.setting import Basis
from goldenthread.collection.candidates.written import as_text, folded, translation
from goldenthread.collection.findings import Code, quoted
from goldenthread.collection.mapping.sources import PeriodSource, of
from goldenthread.collection.readers.book import Cell
from goldenthread.methods.periods import codes as period_codes
from goldenthread.methods.periods import labels as period_labels
from goldenthread.methods.periods.codes import NotAPeriod
from goldenthread.methods.periods.labels import LabelNotUnderstood, Reading, SpanDisagrees

K = TypeVar("K")

# Tried in this order where the mapping does not say what kind of period a label names; beside each what
# else the same label may be: "2010-11" a month or a year, T1 a third or a term.
RIVALS = {"month": "year", "quarter": "", "half": "", "third": "term", "term": "", "year": ""}
SPANNED = re.compile(r"(rolling|years)_(\d+)")
KINDS = {"annual": "year", "academic_year": "year", "forecast": "snapshot"}


class Expected(NamedTuple):
    """What is known of a label's period before it is read."""

    kind: str
    span: int | None
    calendar: str


def read(
    grid: Grid,
    source: PeriodSource,
    indicators: list[str | None],
    bases: Mapping[str, Basis],
    calendar: str,
    across: Mapping[str, Cell] | None = None,
) -> tuple[list[str | None], list[str]]:
    """The period code of each row (None: refused), and the status its label gives away."""
    labels = facts.raw(grid, source, across, "period")
    within: Sequence[Cell] = [""] * len(grid.rows)
    if source.in_year is not None:
        within = facts.raw(grid, source.in_year, across, "in_year").cells
    codes = facts.folded_keys(source.codes)
    kinds = translation(indicators, lambda code: _expected(source, code or "", bases, calendar))
    if source.in_year is None and len(set(kinds.values())) == 1:
        expected = next(iter(kinds.values()))
        return _read(grid, labels, labels.cells, lambda label: _reading(source, codes, label, "", expected))
    rows = list(zip(labels.cells, within, (kinds[code] for code in indicators), strict=True))
    return _read(grid, labels, rows, lambda row: _reading(source, codes, *row))


def _read(
    grid: Grid, labels: Raw, keys: Sequence[K], read: Callable[[K], Reading | NotKnown]
) -> tuple[list[str | None], list[str]]:
    table = facts.meanings(grid, labels, keys, read)
    periods = {key: reading.code if reading else None for key, reading in table.items()}
    statuses = {key: reading.status if reading else "" for key, reading in table.items()}
    return [periods[key] for key in keys], [statuses[key] for key in keys]


def _expected(source: PeriodSource, indicator: str, bases: Mapping[str, Basis], calendar: str) -> Expected:
    kind: str = of(source.as_, indicator, "as_written")
    calendar = of(source.calendar, indicator, calendar)
    span = of(source.years, indicator, 0)
    if span:
        return Expected("year" if span == 1 else "years", span, calendar)
    if kind == "basis" and indicator in bases:
        basis = bases[indicator]
        kind, calendar = KINDS.get(basis.basis, basis.basis), basis.calendar
    spanned = SPANNED.fullmatch(kind)
    if spanned:
        return Expected(spanned[1], int(spanned[2]), calendar)
    return Expected(kind, None, calendar)


def _reading(
    source: PeriodSource, codes: Mapping[str, str], label: Cell, within: Cell, expected: Expected
) -> Reading | NotKnown:
    if not isinstance(label, date):
        text = facts.taken(source, label) or source.blank or ""
        label = codes.get(folded(text), text)
    try:
        if expected.kind == "code":
            return Reading(period_codes.parse(as_text(label)).code)
        if expected.kind in ("as_written", "basis"):
            return _as_written(label, within, expected)
        return period_labels.read(
            label, expected.kind, calendar=expected.calendar, span=expected.span, within=within
        )
    except (LabelNotUnderstood, period_codes.NotAPeriod) as error:
        code = Code.SPAN_DISAGREES if isinstance(error, SpanDisagrees) else Code.NOT_A_PERIOD
        wrong, _, right = str(error).partition(": ")
        return NotKnown(code, wrong, right[:1].upper() + right[1:] or "Write a month as Sep 2023")


def _as_written(label: Cell, within: Cell, expected: Expected) -> Reading:
    """The period a label names by itself; a label that could be two things is not understood."""
    if code := _exact_code(label):
        return Reading(code)
    failures: list[LabelNotUnderstood] = []
    for kind in RIVALS:
        try:
            found = period_labels.read(label, kind, calendar=expected.calendar, within=within)
        except LabelNotUnderstood as error:
            failures.append(error)
            continue
        except NotAPeriod:
            continue  # a calendar without such parts: an academic year has no quarters
        if not isinstance(label, date):
            _refuse_rival(label, within, expected, kind)
        return found
    raise failures[0]


def _refuse_rival(label: Cell, within: Cell, expected: Expected, kind: str) -> None:
    if not (rival := RIVALS[kind]):
        return
    try:
        period_labels.read(label, rival, calendar=expected.calendar, within=within)
    except LabelNotUnderstood:
        return
    raise LabelNotUnderstood(
        f"{quoted(as_text(label))} may be a {kind} or a {rival}: let the mapping say which (as: {kind})"
    )


def _exact_code(label: Cell) -> str:
    """A code that can only be a code: ytd-2023-09, r12-2023-09, at2023-09-30, ac2022-23."""
    try:
        period = period_codes.parse(as_text(label))
    except period_codes.NotAPeriod:
        return ""
    says_calendar = period.code.startswith(("ac", "cy", "fy"))
    return period.code if says_calendar or period.kind not in ("month", "year", "third", "term") else ""
