"""Tables: columns shared out over the width of the page, rows as plain values."""

from typing import Final

from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.pdf import measures
from goldenthread.documents.renderers.pdf.glyphs import printable
from goldenthread.documents.renderers.pdf.lines import Place, Value, told
from goldenthread.documents.spans import Line, Quiet, Spark, Trend, words
from goldenthread.documents.tables import Column, Row, RowGroup, Table

DENSE: Final = 8
"""More columns than this are set smaller."""

SIZES: Final = {False: 9.5, True: 9.0}
GAPS: Final = {False: 3.0, True: 2.0}
SPARK: Final = {False: 25.0, True: 22.0}
SHAPE: Final = 4.4
"""What a mark or an arrow takes beside its word, in millimetres."""

BOLD: Final = 1.06
"""How much wider the bolder face runs."""

AFTER_FIGURES: Final = 1.5
"""What stands clear between figures at the right of a column and text at the left of the next."""

# Half of a page: a row higher than this may be split, every other stays whole.
TALL: Final = 90.0
_FIGURES: Final = ("number", "value")


def table(content: Table, place: Place) -> dict[str, Value]:
    """A table as values: widths in millimetres, heads, groups of rows, notes."""
    is_dense = len(content.columns) > DENSE
    size = SIZES[is_dense]
    columns = widths(content, place.width, size, GAPS[is_dense])
    cells = [place.narrowed(w - GAPS[is_dense] - _clear(content.columns, i)) for i, w in enumerate(columns)]
    return {
        "k": "table",
        "id": content.id,
        "caption": printable(content.caption),
        "dense": is_dense,
        "widths": [round(w, 2) for w in columns],
        "kinds": [_kind(column) for column in content.columns],
        "labels": [printable(column.label) for column in content.columns],
        "groups": [_group(group, cells, size) for group in content.groups],
        "notes": [told(note, place) for note in content.notes],
        "heads": content.heads,
    }


def _kind(column: Column) -> str:
    return column.kind if column.kind == "value" else "number" if column.kind in _FIGURES else "text"


def _group(group: RowGroup, cells: list[Place], size: float) -> dict[str, Value]:
    return {
        "label": printable(group.label),
        "note": printable(group.note),
        "rows": [_row(row, cells, size) for row in group.rows],
    }


def _row(row: Row, cells: list[Place], size: float) -> dict[str, Value]:
    lines = (row.header, *row.cells)
    return {
        "cells": [told(line, cell, size=size) for line, cell in zip(lines, cells, strict=True)],
        "kind": row.kind,
        "id": row.id,
        "tall": any(
            measures.height(words(line), size, cell.width) > TALL
            for line, cell in zip(lines, cells, strict=True)
            if len(line) > 0
        ),
    }


def widths(content: Table, total: float, size: float, gap: float) -> list[float]:
    """The columns' widths: by their shares if it has any, else by what stands in them; no word is cut."""
    lines = [[row.header, *row.cells] for row in content.rows()]
    least, wanted = [], []
    for i, column in enumerate(content.columns):
        cells = [line[i] for line in lines]
        longest = max((_least(cell, size) for cell in cells), default=0.0)
        label = measures.longest_word(column.label, 9.0) * BOLD
        least.append(min(max(longest, label), total / 3) + gap + _clear(content.columns, i))
        wanted.append(max((_most(cell, size) for cell in cells), default=0.0))
        wanted[-1] = max(wanted[-1], measures.width(column.label, size) * 0.6, 1.0)
    shares = [float(column.share) for column in content.columns]
    if any(shares):
        return measures.shared(total, least, [share or 1.0 for share in shares])
    return measures.shared(total, least, [min(w, total / 2) + gap for w in wanted])


def _clear(columns: tuple[Column, ...], i: int) -> float:
    """What a column of text keeps clear at its left because figures end there."""
    return AFTER_FIGURES if i and _kind(columns[i]) == "text" and _kind(columns[i - 1]) != "text" else 0.0


def _least(cell: Line, size: float) -> float:
    """The width that the widest unbreakable piece of a cell takes."""
    return max((_piece(span, size) for span in cell), default=0.0)


def _piece(span: object, size: float) -> float:
    match span:
        case Spark():
            return SPARK[size == SIZES[True]]
        case Mark(word=word) | Trend(word=word):
            return measures.width(word.partition(" ")[0], size) * BOLD + SHAPE
        case Quiet(text):
            return measures.longest_word(text, 9.0)
    return measures.longest_word(getattr(span, "text", "") or getattr(span, "shown", ""), size)


def _most(cell: Line, size: float) -> float:
    """The width that a cell would take on one line."""
    loud = words(tuple(span for span in cell if not isinstance(span, Quiet | Spark)))
    shapes = any(isinstance(span, Mark | Trend) for span in cell)
    return measures.width(loud, size) + (SHAPE if shapes else 0.0)
