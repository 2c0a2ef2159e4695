"""Clearing: a clearance covers what was frozen, and is not known before it was given."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from goldenthread.council_folder.problems import Problem
from goldenthread.council_folder.reading.rows import Row
from goldenthread.council_folder.schema.base import LONDON


def problems(rows: Sequence[Row]) -> Iterator[Problem]:
    """Every clearance whose day cannot be."""
    frozen = _frozen(rows)
    for row in rows:
        if row.section.name == "clearances" and row.get("day"):
            yield from _faults(row, frozen.get(row.get("period")))


def _faults(row: Row, frozen: datetime.date | None) -> Iterator[Problem]:
    assert row.stamp
    day, known = row.get("day"), _day(row.stamp.known_from)
    if frozen and day < frozen:
        wrong = f"cleared on {day}, but {row.get('period')} was frozen on {frozen}"
        yield _problem(row, wrong, "Nobody can clear what does not stand yet: write that day or a later one")
    if day > known:
        wrong = f"cleared on {day}, but known from {known}"
        yield _problem(row, wrong, "Write it once it was given, with a known_from on that day or later")


def _frozen(rows: Sequence[Row]) -> dict[str, datetime.date]:
    """The day on which each period is frozen, as the calendar's latest entry says."""
    written = [row for row in rows if row.section.name == "periods" and row.get("freeze_at")]
    return {row.code: _day(row.get("freeze_at")) for row in written}


def _day(moment: datetime.datetime) -> datetime.date:
    return moment.astimezone(LONDON).date()


def _problem(row: Row, wrong: str, instead: str) -> Problem:
    return Problem(row.file, row.line_of("day"), f"{row.code} > day", wrong, instead)
