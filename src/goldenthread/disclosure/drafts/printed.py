"""Printed: every figure that a pack would print, wherever it stands, as one row of a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import polars as pl

from goldenthread.methods import periods
from goldenthread.methods.disclosure import possible
from goldenthread.positions.queries import Sealed

Line = Mapping[str, Any]

KEY: Final = ("indicator", "area", "breakdown", "period")
NUMBERS: Final = ("value", "numerator", "denominator")
# What it costs to hide one person's share of a figure, by where that stands: this quarter's headline last, an
# old point or a group first. The engine goes by the logarithm, so the steps between them are wide.
COST: Final = {
    "figure": 1e6,
    "later": 1e5,
    "like": 1e4,
    "previous": 1e3,
    "history": 3.0,
    "breakdown": 1.0,
}
# Where the line itself says why it has no figure.
REPORTED: Final = ("figure", "later", "previous", "breakdown")
HIDDEN: Final = "hidden"
PRINTED: Final = pl.Schema(
    {
        **dict.fromkeys(KEY, pl.String()),
        "start": pl.Date(),
        "end": pl.Date(),
        "count": pl.Int64(),
        "of": pl.Int64(),
        "counts_people": pl.Boolean(),
        "multiplier": pl.Float64(),
        "cost": pl.Float64(),
        "version": pl.Int64(),
        **dict.fromkeys((f"{name}_text" for name in NUMBERS), pl.String()),
        "status": pl.String(),
        "suppressed": pl.Boolean(),
        "lines": pl.List(pl.String()),
    }
)
"""The columns of `figures`, one row for each different statement about a figure.

`count` and `of` are the whole counts behind it: what is counted, and what it is a share of (null where it is
none). `version` tells statements apart that differ, 0 for the one that stands first. `cost` is that of the
dearest place, for each that it counts. `*_text` is what is printed, null where nothing is. `suppressed`: it
was hidden where it came from, so that nobody here knows it. `lines` are the ids of the lines of which
it is the figure itself.
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """All that one pack prints: a frozen quarter and the one before it, and later lines beside them.

    `restated` are indicator lines of the quarter as now known, `later` those of the months after it.
    """

    now: Sealed
    before: Sealed | None = None
    restated: tuple[Line, ...] = ()
    later: tuple[Line, ...] = ()

    def only(self, may_print: Callable[[Line], bool]) -> Printed:
        """The same with those breakdowns alone that may be printed."""
        before = self.before and _with_breakdowns(self.before, may_print)
        return replace(self, now=_with_breakdowns(self.now, may_print), before=before)

    @property
    def area(self) -> str:
        """The council's own area; "" where the position names none."""
        councils = self.now.of("council")
        return str(councils[0].get("area") or "") if councils else ""


def _with_breakdowns(position: Sealed, may_print: Callable[[Line], bool]) -> Sealed:
    kept = tuple(filter(may_print, position.of("breakdown")))
    return replace(position, lines={**position.lines, "breakdown": kept})


def lines(printed: Printed) -> Iterator[tuple[str, str, Line]]:
    """Every indicator line that is printed: an id of its own, where it stands (of `COST`), the line."""
    yield from ((f"now/{line['indicator']}", "figure", line) for line in printed.now.of("indicator"))
    yield from ((f"restated/{n}", "figure", line) for n, line in enumerate(printed.restated))
    yield from ((f"later/{n}", "later", line) for n, line in enumerate(printed.later))
    if printed.before:
        earlier = printed.before.of("indicator")
        yield from ((f"before/{line['indicator']}", "previous", line) for line in earlier)


def figures(printed: Printed) -> pl.DataFrame:
    """Every figure with a value that the pack prints: columns `PRINTED`, in the order in which they stand."""
    counted = rows(printed).with_columns(
        count=possible.people_counted(), of=pl.col("denominator").round(0).cast(pl.Int64)
    )
    said = counted.group_by(*KEY, "count", "of", maintain_order=True).agg(
        pl.col("cost").max(),
        pl.col("counts_people", "multiplier").first(),
        *(pl.col(f"{name}_text").drop_nulls().first() for name in NUMBERS),
        pl.col("status").drop_nulls().first(),
        pl.col("suppressed").any(),
        lines=pl.col("line").drop_nulls(),
    )
    versions = pl.int_range(pl.len()).over(KEY).alias("version")
    spans = periods.frame(said["period"]).select("period", "start", "end")
    known = said.with_columns(versions).join(spans, on="period", how="left", maintain_order="left")
    return known.select(pl.col(name).cast(kind) for name, kind in PRINTED.items())


def rows(printed: Printed) -> pl.DataFrame:
    """Every number that the pack prints of a figure, as often as it stands there (`ROW`)."""
    return pl.DataFrame(list(_rows(printed)), schema=ROW, orient="row")


ROW: Final = pl.Schema(
    {
        **dict.fromkeys(KEY, pl.String()),
        **dict.fromkeys(NUMBERS, pl.Float64()),
        **dict.fromkeys((f"{name}_text" for name in NUMBERS), pl.String()),
        "multiplier": pl.Float64(),
        "counts_people": pl.Boolean(),
        "cost": pl.Float64(),
        "suppressed": pl.Boolean(),
        "status": pl.String(),
        "line": pl.String(),
    }
)


def _rows(printed: Printed) -> Iterator[tuple[Any, ...]]:
    area = printed.area
    for named, where, line in lines(printed):
        yield from _of_line(line, area, where, named)
    for position in filter(None, (printed.now, printed.before)):
        yield from _of_breakdowns(position, area)


def _of_line(line: Line, area: str, where: str, named: str) -> Iterator[tuple[Any, ...]]:
    """The figure of an indicator's line, those it is held against, and its history."""
    told = {name: line.get(name) for name in (*NUMBERS, *(f"{name}_exact" for name in NUMBERS))}
    yield from _row(line, area, line.get("period"), told, where, (line.get("status"), named))
    for when in ("like", "previous"):
        held = {name: line.get(f"{when}_{name}") for name in NUMBERS}
        yield from _row(line, area, line.get(f"{when}_period"), held, when)
    for point in line["history"]:
        yield from _row(line, area, point["period"], point, "history")


def _of_breakdowns(position: Sealed, area: str) -> Iterator[tuple[Any, ...]]:
    of = {line["indicator"]: line for line in position.of("indicator")}
    for line in position.of("breakdown"):
        about = {**of.get(line["indicator"], {}), **line}
        yield from _row(about, area, line["period"], line, "breakdown", (line.get("status"), None))


def _row(
    line: Line,
    area: str,
    period: str | None,
    told: Line,
    where: str,
    beside: tuple[str | None, str | None] = (None, None),
) -> Iterator[tuple[Any, ...]]:
    """One row, if there is a figure at all; its texts as they were recorded, else as they were computed."""
    suppressed = told.get("value") is None and where in REPORTED and line.get("reason") == HIDDEN
    if period is None or (told.get("value") is None and not suppressed):
        return
    yield (
        line["indicator"],
        line.get("area") or area,
        line.get("breakdown") or "",
        period,
        *(told.get(name) for name in NUMBERS),
        *(told.get(f"{name}_exact") or _text(told.get(name)) for name in NUMBERS),
        line["multiplier"],
        line["counts_people"] is not False,
        COST[where],
        suppressed,
        *beside,
    )


def _text(number: float | None) -> str | None:
    return None if number is None else f"{number:.12g}"
