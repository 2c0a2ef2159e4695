"""Dots: every area's figure of one indicator on one scale, with the same figures as a table."""

from __future__ import annotations

import polars as pl

from goldenthread.assessments.compared import words
from goldenthread.documents import content as c
from goldenthread.documents.charts import plots
from goldenthread.documents.charts.areas.specs import MOST_AREAS, Area, AreaPlot
from goldenthread.documents.wording import missing

COLUMNS = (c.Column("Area", share=60), c.Column("Figure", "value", share=20), c.Column("Place", share=20))


def details(line: words.Line, areas: pl.DataFrame, id: str) -> c.Details:
    """The dots of one line, folded (see `figure`)."""
    title = f"{line['indicator']} {line['name']}"
    return c.Details(f"{title}: area by area", (figure(line, areas, id),))


def figure(line: words.Line, areas: pl.DataFrame, id: str) -> c.Figure:
    """The dots of one line: the best first, the council marked, the median and the middle half."""
    found = list(areas.head(MOST_AREAS).iter_rows(named=True))
    title = f"{line['indicator']} {line['name']}"
    plot = AreaPlot(
        name=title,
        measure=words.measure(line),
        areas=tuple(_area(row) for row in found),
        middle=line["median"],
        middle_name="Median of the others",
        band=(line["q1"], line["q3"]),
        band_name="Middle half of the others",
    )
    twin = c.rows_table(
        f"{id}-table",
        f"{title}: every area's figure",
        COLUMNS,
        tuple(c.Row(c.line(row["name"]), (_figure(row, line), _place(row))) for row in found),
    )
    drawing = c.Drawing(title, plots.finding(plot), plot)
    return c.Figure(id, (drawing,), twin)


def _area(row: words.Line) -> Area:
    word = missing("not_available") if row["value"] is None else ""
    return Area(row["name"], row["value"], word=word, is_own=row["is_self"])


def _figure(row: words.Line, line: words.Line) -> c.Line:
    return c.line(words.figure(row["value"], line))


def _place(row: words.Line) -> c.Line:
    return c.line("none" if row["rank"] is None else f"{row['rank']}{' =' if row['is_tied'] else ''}")
