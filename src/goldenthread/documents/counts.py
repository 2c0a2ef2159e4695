"""Counts: doughnuts and their table twin made from the same slices, so that they cannot differ."""

from decimal import Decimal
from typing import Literal

from goldenthread.documents import places
from goldenthread.documents.blocks import Block, Drawing, Figure
from goldenthread.documents.charts.specs import Doughnut, Slice
from goldenthread.documents.refusals import ContentRefused
from goldenthread.documents.spans import Number, line
from goldenthread.documents.tables import Column, Row, rows_table


def doughnut(title: str, slices: tuple[Slice, ...], counted: str) -> Drawing:
    """A doughnut whose spoken finding is its counts: "All: 27 actions. 4 complete, 14 green, ...".

    The total is said once, also where the title ends in it.
    """
    chart = Doughnut(slices, counted)
    said = ", ".join(f"{s.count} {s.mark.word.lower()}" for s in slices)
    named = title.removesuffix(f": {chart.total}")
    return Drawing(title, f"{named}: {chart.total} {counted}. {said}.", chart)


def doughnut_figure(
    *,
    id: str,
    caption: str,
    place: tuple[str, ...],
    drawings: tuple[Drawing, ...],
    keys: tuple[str, ...],
    beside: tuple[Block, ...] = (),
    twin_place: Literal["here", "end"] = "here",
) -> Figure:
    """Doughnuts with the same ratings, the first drawn large, and their counts as a table.

    `place` is where the counts live and `keys` name the drawings there: each number is bound to place, key
    and word, such as "2023-24-Q2/indicators/all/not-rated".
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
                *(line(count(s.count, *place, key, s.mark.word)) for s in chart.slices),
                line(count(chart.total, *place, key, "total")),
            ),
        )
        for key, (title, chart) in zip(keys, charts, strict=True)
    )
    return Figure(id, drawings, rows_table(f"{id}-table", caption, columns, rows), beside, twin_place)


def count(number: int, *place: str) -> Number:
    """A count bound to its place, such as ("2023-24-Q2", "indicators", "all", "Not rated")."""
    *before, word = place
    return Number(f"{number:,}", places.place(*before, word.lower()), Decimal(number))
