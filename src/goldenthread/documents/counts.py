"""Counts: doughnuts and their table twin made from the same slices, so that they cannot differ."""

from typing import Literal

from goldenthread.documents.blocks import Block, Drawing, Figure
from goldenthread.documents.charts.specs import Doughnut, Slice
from goldenthread.documents.refusals import ContentRefused
from goldenthread.documents.spans import Number, line
from goldenthread.documents.tables import Column, Row, rows_table


def doughnut(title: str, slices: tuple[Slice, ...], counted: str) -> Drawing:
    """A doughnut whose spoken finding is its counts: "All: 27 actions. 4 complete, 14 green, ..."."""
    chart = Doughnut(slices, counted)
    said = ", ".join(f"{s.count} {s.mark.word.lower()}" for s in slices)
    return Drawing(title, f"{title}: {chart.total} {counted}. {said}.", chart)


def doughnut_figure(
    *,
    id: str,
    caption: str,
    path: str,
    drawings: tuple[Drawing, ...],
    beside: tuple[Block, ...] = (),
    twin_place: Literal["here", "end"] = "here",
) -> Figure:
    """Doughnuts with the same ratings, the first drawn large, and their counts as a table.

    `path` is where the counts live; each number is bound to "path/title/word".
    """
    charts = [(d.title, d.chart) for d in drawings if isinstance(d.chart, Doughnut)]
    if len(charts) != len(drawings) or len({tuple(s.mark for s in c.slices) for _, c in charts}) != 1:
        raise ContentRefused(f"figure {id!r}: doughnuts side by side need the same ratings in the same order")
    marks = [s.mark for s in charts[0][1].slices]
    columns = (
        Column("Group"),
        *(Column(mark.word, "number") for mark in marks),
        Column("Total", "number"),
    )
    rows = tuple(
        Row(
            line(title),
            (
                *(line(Number(f"{s.count:,}", f"{path}/{title}/{s.mark.word}")) for s in chart.slices),
                line(Number(f"{chart.total:,}", f"{path}/{title}/Total")),
            ),
        )
        for title, chart in charts
    )
    return Figure(id, drawings, rows_table(f"{id}-table", caption, columns, rows), beside, twin_place)
