"""Drawn: one figure as a dot among those of others, folded, with the same figures as a table."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.charts import plots
from goldenthread.documents.charts.areas.specs import MOST_AREAS, Area, AreaPlot
from goldenthread.reports.assemble.neighbours.told import Beside
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

COLUMNS: Final = (
    c.Column("Area", share=60),
    c.Column("Figure", "value", share=20),
    c.Column("Place", "number", share=20),
)


def dots(beside: Beside) -> c.Details | None:
    """Every area's figure on one scale, the best first; None where the own figure may not be told.

    Without it the order of the others is no order that may leave.
    """
    if not beside.has_place or len(beside.comparison["areas"]) >= MOST_AREAS:
        return None
    rows = _in_order(beside)
    comparison, title = beside.comparison, f"{beside.code} {beside.line['name']}"
    plot = AreaPlot(
        name=title,
        measure=figures.measure(beside.line),
        areas=tuple(_area(row) for row in rows),
        middle=comparison["median"],
        middle_name="Median of the others",
        band=(comparison["q1"], comparison["q3"]),
        band_name="Middle half of the others",
        place=figures.path(beside.line, beside.q.at, "value"),
    )
    id = f"among-{figures.anchor(beside.code)}"
    twin = c.rows_table(f"{id}-table", f"{title}: every area's figure", COLUMNS, tuple(_rows(beside, rows)))
    figure = c.Figure(id, (c.Drawing(title, plots.finding(plot), plot),), twin)
    return c.Details("Area by area", (figure,))


def _in_order(beside: Beside) -> list[Line]:
    """The others and the council itself by place; after them, by name, who has no figure."""
    council = beside.q.at.council
    own = {
        "name": council.get("short_name") or council["name"],
        "value": beside.line["value"],
        "rank": beside.comparison["rank"],
        "is_tied": beside.comparison["is_tied"],
        "is_own": True,
    }
    every = [own, *(each | {"is_own": False} for each in beside.comparison["areas"])]
    return sorted(every, key=lambda each: (each["rank"] is None, each["rank"] or 0, each["name"]))


def _area(row: Line) -> Area:
    word = wording.missing("not_available") if row["value"] is None else ""
    return Area(row["name"], row["value"], word=word, is_own=row["is_own"])


def _rows(beside: Beside, rows: list[Line]) -> list[c.Row]:
    measure = figures.measure(beside.line)
    said = []
    for row in rows:
        value = figures.amount(row["value"])
        shown = "none" if value is None else wording.figure(value, measure)
        place = "none" if row["rank"] is None else f"{row['rank']}{' =' if row['is_tied'] else ''}"
        figure = beside.result if row["is_own"] else c.line(shown)
        said.append(c.Row(c.line(row["name"]), (figure, c.line(place))))
    return said
