"""Sparks: the shape of an indicator's history in a cell, with what it shows in words."""

from __future__ import annotations

from datetime import date

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.reports.assemble.standpoint import Standpoint
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line


def of(line: Line, at: Standpoint) -> c.Spark | None:
    """The sparkline of a line; None where fewer than two figures may be shown."""
    points = _from_first(line.get("history") or [])
    values = tuple(point["value"] for point in points)
    if line.get("hidden") or sum(value is not None for value in values) < 2 or values[-1] is None:
        return None
    targets = tuple(point["target"] for point in points)
    span = _span(line, len(points))
    return c.Spark(
        c.Sparkline(
            values,
            _finding(line, points),
            target=targets if any(target is not None for target in targets) and not span[0] else (),
            lower=span[0],
            upper=span[1],
            breaks=_breaks(line, points),
        )
    )


def cell(line: Line, at: Standpoint) -> c.Line:
    """A table's cell: the sparkline, or in words why there is none."""
    spark = of(line, at)
    if spark is not None:
        return c.line(spark)
    if line.get("hidden"):
        return c.line(figures.HIDDEN)
    return c.line("too few figures")


def _from_first(points: list[Line]) -> list[Line]:
    """The points from the first that has a figure on."""
    first = next((i for i, point in enumerate(points) if point["value"] is not None), len(points))
    return points[first:]


def _span(line: Line, length: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    lower, upper = line.get("lower"), line.get("upper")
    if lower is None or upper is None:
        return (), ()
    return (lower,) * length, (upper,) * length


def _breaks(line: Line, points: list[Line]) -> tuple[int, ...]:
    """The positions before which the definition changed."""
    starts = [periods.parse(point["period"]).start for point in points]
    found = set()
    for when in line.get("breaks") or ():
        after = [i for i, start in enumerate(starts) if start >= date.fromisoformat(when)]
        if after and after[0] > 0:
            found.add(after[0])
    return tuple(sorted(found))


def _finding(line: Line, points: list[Line]) -> str:
    known = [point for point in points if point["value"] is not None]
    first, latest = known[0], known[-1]
    measure = figures.measure(line)
    ends = [wording.figure(figures.amount(point["value"]) or 0, measure) for point in (first, latest)]
    whens = [periods.label(periods.parse(point["period"])) for point in (first, latest)]
    return f"{line['name']}: from {ends[0]} ({whens[0]}) to {ends[1]} ({whens[1]}), {len(known)} figures."
