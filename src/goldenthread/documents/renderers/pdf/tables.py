"""Tables: columns shared out over the width of the page, rows as plain values."""

from itertools import zip_longest
from typing import Final

from goldenthread.documents.renderers.pdf import columns, measures
from goldenthread.documents.renderers.pdf.glyphs import printable
from goldenthread.documents.renderers.pdf.lines import LYING, Place, Value, told
from goldenthread.documents.spans import words
from goldenthread.documents.tables import Column, Row, RowGroup, Table

DENSE: Final = 6
"""More columns than this are set smaller."""

SIZES: Final = {False: 10.0, True: 9.0}
CLOSE: Final = 9.5
"""What a table that is not dense is set in on a paper that is to be one sheet."""

GAPS: Final = {False: 3.0, True: 2.0}
SPARK: Final = {False: 25.0, True: 22.0}
VALUE: Final = 1.05
"""How much larger the value is set than the figures beside it."""

INDENT: Final = 4.0
"""How far the parts of a row stand in, in the last column that heads them."""

AFTER_FIGURES: Final = 1.5
"""What stands clear between figures at the right of a column and text at the left of the next."""

# Half of a page: a row higher than this may be split, every other stays whole.
TALL: Final = 90.0
SHORT, SHORT_LYING = 60.0, 80.0
"""A table up to so high is not split at all, on a page upright or on its side."""

LINE: Final = 4.2
AROUND: Final = 2.8
"""What a line and what the space around a row takes, in millimetres."""

ROOMY: Final = 0.85
"""What columns may need of the width, at the least, for "Not rated" to stay on one line in them."""

_FIGURES: Final = ("number", "value")


def table(content: Table, place: Place) -> dict[str, Value]:
    """A table as values: widths of columns and gaps in millimetres, heads, groups of rows, notes."""
    is_dense = len(content.columns) > DENSE
    size = CLOSE if place.is_close and not is_dense else SIZES[is_dense]
    shares, lines = widths(content, place.width, size, GAPS[is_dense])
    high = lines * LINE + sum(1 for _ in content.rows()) * AROUND
    gaps = [GAPS[is_dense] + _clear(content.columns, i) for i in range(1, len(shares))]
    own = [w - GAPS[is_dense] - _clear(content.columns, i) for i, w in enumerate(shares)]
    cells = [place.narrowed(w) for w in own]
    return {
        "k": "table",
        "id": content.id,
        "caption": printable(content.caption),
        "dense": is_dense,
        "widths": [round(w, 2) for w in (*own[:-1], own[-1] + GAPS[is_dense])],
        "gaps": gaps,
        "kinds": [_kind(column) for column in content.columns],
        "labels": [printable(column.label) for column in content.columns],
        "groups": [_group(group, cells, size) for group in content.groups],
        "notes": [told(note, place) for note in content.notes],
        "heads": content.heads,
        "indent": INDENT,
        "high": round(high, 1),
        "whole": high < (SHORT_LYING if place.width > LYING else SHORT),
    }


def _kind(column: Column) -> str:
    return column.kind if column.kind == "value" else "number" if column.kind in _FIGURES else "text"


def _group(group: RowGroup, cells: list[Place], size: float) -> dict[str, Value]:
    return {
        "label": printable(group.label),
        "note": printable(group.note),
        "rows": [_row(row, below, cells, size) for row, below in zip_longest(group.rows, group.rows[1:])],
    }


def _row(row: Row, below: Row | None, cells: list[Place], size: float) -> dict[str, Value]:
    lines = (row.header, *row.cells)
    return {
        "cells": [told(line, cell, size=size) for line, cell in zip(lines, cells, strict=True)],
        "kind": row.kind,
        "rule": "thin" if "total" in (row.kind, below.kind if below else "") else "hair",
        "id": row.id,
        "tall": any(
            measures.height(words(line), size, cell.width) > TALL
            for line, cell in zip(lines, cells, strict=True)
            if len(line) > 0
        ),
    }


def widths(content: Table, total: float, size: float, gap: float) -> tuple[list[float], int]:
    """The columns' widths, by shares or by content and then so that the table is short, and its lines."""
    rows = [[row.header, *row.cells] for row in content.rows()]
    sizes = [_size(content, i, size) for i in range(len(content.columns))]
    cells = [[columns.paragraphs(cell, sizes[i], size) for i, cell in enumerate(row)] for row in rows]
    own = [gap + _clear(content.columns, i) for i in range(len(sizes))]
    if content.heads and any(row.kind == "part" for row in content.rows()):
        own[content.heads - 1] += INDENT
    labels = [measures.longest_word(column.label, size) * columns.BOLD for column in content.columns]

    def least_widths(*, whole: bool) -> list[float]:
        spark = SPARK[len(sizes) > DENSE]
        longest = (
            max((columns.least(row[i], each, size, spark, whole=whole) for row in rows), default=0.0)
            for i, each in enumerate(sizes)
        )
        return [min(max(pair), total / 3) + more for *pair, more in zip(longest, labels, own, strict=True)]

    least = least_widths(whole=True)
    if sum(least) > ROOMY * total:
        least = least_widths(whole=False)
    widest = [max((row[i][0] for row in cells), default=0.0) for i in range(len(sizes))]
    wanted = [
        column.share or max(min(wide, total / 2), label) + more
        for column, wide, label, more in zip(content.columns, widest, labels, own, strict=True)
    ]
    if any(column.share for column in content.columns):
        wanted = [float(column.share or 1) for column in content.columns]
    # In tables of few columns heads move no width: such tables stand above each other, their columns in line.
    is_dense = len(sizes) > DENSE
    heads = [
        [measures.width(column.label, size) * columns.BOLD if is_dense else 0.0] for column in content.columns
    ]
    balance = columns.Balance([heads, *cells], least, gap)
    settled = balance.settled(measures.shared(total, least, wanted))
    return settled, balance.height(settled) - balance.height(settled, rows=1)


def _size(content: Table, i: int, size: float) -> float:
    """The size of regular type that is as wide as what a column is set in."""
    if content.columns[i].kind == "value":
        return size * columns.BOLD * VALUE
    return size * columns.BOLD if i < content.heads else size


def _clear(columns: tuple[Column, ...], i: int) -> float:
    """What a column of text keeps clear at its left because figures end there."""
    return AFTER_FIGURES if i and _kind(columns[i]) == "text" and _kind(columns[i - 1]) != "text" else 0.0
