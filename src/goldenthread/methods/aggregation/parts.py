"""Parts: the months, quarters, terms or years that together make a period."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from goldenthread.methods import periods
from goldenthread.methods.periods import Period

KINDS = {1: "month", 3: "quarter", 4: "third", 6: "half", 12: "year"}
"""How long a part is, in months, and the kind of period it is; of an academic year 4 stands for a term."""

WAYS = pl.Schema({"period": pl.String, "months_per_part": pl.Int64, "averaged": pl.String})
TILES = pl.Schema(
    {
        **WAYS,
        "part_start": pl.Date(),
        "part_end": pl.Date(),
        "expected": pl.Int64(),
        "unit": pl.String(),
        "obstacle": pl.String(),
    }
)


class PeriodsDiffer(ValueError):
    """Periods of one kind do not make up a period of another, and unlike periods are never mixed."""


def parts(whole: Period, months_per_part: int) -> list[Period]:
    """The parts that make up a period without gap or overlap. Raises `PeriodsDiffer`."""
    kind = "term" if whole.calendar == "academic" and months_per_part == 4 else KINDS.get(months_per_part)
    if kind is None:
        raise PeriodsDiffer(f"no period has {months_per_part} months: write one of {sorted(KINDS)}")
    if whole.kind == "snapshot":
        raise PeriodsDiffer(f"{whole.code} is a single day: it is counted, not added up")
    found = [periods.containing(whole.start, kind, _calendar(whole, kind))]
    while found[-1].end < whole.end:
        found.append(periods.following(found[-1]))
    if (found[0].start, found[-1].end) != (whole.start, whole.end):
        raise PeriodsDiffer(f"{periods.label(whole)} is not made up of whole {plural(kind)}")
    return found


def tiles(ways: pl.DataFrame) -> pl.DataFrame:
    """One row for each part of each period wanted (columns of `TILES`); an obstacle where there are none."""
    rows = [row for way in ways.unique().iter_rows() for row in _rows(*way)]
    return pl.DataFrame(rows, schema=TILES, orient="row")


def plural(kind: str) -> str:
    """Several of a kind of period: "months", "halves"."""
    return "halves" if kind == "half" else f"{kind}s"


Row = tuple[str, int, str, date | None, date | None, int, str, str]


def _rows(code: str, months_per_part: int, averaged: str) -> list[Row]:
    try:
        found = parts(periods.parse(code), months_per_part)
    except PeriodsDiffer as error:
        return [(code, months_per_part, averaged, None, None, 0, "", str(error))]
    found = _of_months(found, averaged)
    unit = plural(found[0].kind)
    return [(code, months_per_part, averaged, part.start, part.end, len(found), unit, "") for part in found]


def _of_months(found: Sequence[Period], averaged: str) -> list[Period]:
    """Only the parts that end in one of the months to be averaged, if months are named: "12,1,2"."""
    named = {int(number) for number in averaged.split(",") if number}
    return [part for part in found if not named or part.end.month in named] or list(found)


def _calendar(whole: Period, kind: str) -> str:
    has_such_parts = (whole.calendar, kind) in periods.LETTERS or kind == "year"
    return whole.calendar if whole.calendar != "none" and has_such_parts else "financial"
