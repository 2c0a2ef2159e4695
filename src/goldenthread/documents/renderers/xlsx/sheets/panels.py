"""Panels: all panels of a paper, such as its key challenges, as one table; the tables in them as others."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from goldenthread.documents.blocks import Panel
from goldenthread.documents.renderers.xlsx.cells import formats
from goldenthread.documents.renderers.xlsx.cells.prose import told
from goldenthread.documents.renderers.xlsx.cells.readings import joined, said
from goldenthread.documents.renderers.xlsx.cells.sheets import Cell, Columns, Reading, Sheet, sheet
from goldenthread.documents.renderers.xlsx.sheets import tables
from goldenthread.documents.renderers.xlsx.sheets.finding import Found
from goldenthread.documents.spans import Number
from goldenthread.documents.tables import Table

_NUMBERED: Final = re.compile(r"(\w[^\d.]*?) \d+\b")


def of_panels(pieces: Sequence[Found], title: str) -> list[Sheet]:
    """The panels among the pieces as one sheet, then the tables within them, those alike together."""
    panels = [(piece.block, piece) for piece in pieces if isinstance(piece.block, Panel)]
    if not panels:
        return []
    headings = {piece.place.heading for _, piece in panels}
    caption = headings.pop() if len(headings) == 1 else ""
    caption = caption or title
    name = _name([panel.title for panel, _ in panels])
    ids = {panel.id: number for number, (panel, _) in enumerate(panels)}
    parts = _parts(panels)
    columns = [*parts, *_columns([panel for panel, _ in panels], name)]
    made = replace(sheet("panels", caption, columns, ids=ids), heads=len(parts) + 1)
    return [made, *_inner(pieces, caption, name)]


def _name(titles: list[str]) -> str:
    """What the panels are called, if their titles number them: "Challenge" for "Challenge 1. ..."."""
    found = {match[1] if (match := _NUMBERED.match(title)) else "" for title in titles}
    return found.pop() or "Title" if len(found) == 1 else "Title"


def _parts(panels: Sequence[tuple[Panel, Found]]) -> Columns:
    parts = [piece.place.part for _, piece in panels]
    return [("Section", [Reading(Cell(part)) for part in parts])] if len(set(parts)) > 1 else []


def _columns(panels: Sequence[Panel], name: str) -> Columns:
    labels = dict.fromkeys(row.label for panel in panels for row in panel.rows)
    made: list[tuple[str, list[Reading]]] = [
        (name, [Reading(Cell(panel.title)) for panel in panels]),
        ("Figures", [_figures(panel) for panel in panels]),
        ("About", [Reading(Cell(said(panel.line))) for panel in panels]),
        ("History", [Reading(Cell(panel.spark.chart.finding if panel.spark else "")) for panel in panels]),
        *((label, [_row(panel, label) for panel in panels]) for label in labels),
    ]
    return [(label, read) for label, read in made if any(one.main.held for one in read)]


def _figures(panel: Panel) -> Reading:
    """The figures at the head of a panel as printed, and beside them the first, which is its own, exact."""
    numbers = [span for line in panel.figures for span in line if isinstance(span, Number)]
    exact = [number.value for number in numbers if isinstance(number.value, Decimal)]
    return Reading(
        Cell(joined(said(line) for line in panel.figures)),
        exact=formats.held(exact[0]) if exact else None,
    )


def _row(panel: Panel, label: str) -> Reading:
    blocks = [block for row in panel.rows if row.label == label for block in row.blocks]
    inner = [block for block in blocks if isinstance(block, Table)]
    href = f"#{inner[0].id}" if inner else ""
    return Reading(Cell("\n".join(told(blocks)), href=href))


def _inner(pieces: Sequence[Found], caption: str, name: str) -> list[Sheet]:
    """The tables within panels: those of one row of the panels, with the same columns, make one sheet."""
    alike: dict[tuple[str, ...], list[tuple[Panel, Table, Columns]]] = {}
    for piece in pieces:
        if isinstance(piece.block, Table) and piece.place.panel:
            columns = tables.columns(piece.block)
            key = (piece.place.label, *(label for label, _ in columns))
            alike.setdefault(key, []).append((piece.place.panel, piece.block, columns))
    return [_together(caption, label, name, found) for (label, *_), found in alike.items()]


def _together(caption: str, row: str, name: str, found: Sequence[tuple[Panel, Table, Columns]]) -> Sheet:
    first: list[Reading] = []
    ids: dict[str, int] = {}
    for panel, table, columns in found:
        ids[table.id] = len(first)
        ids |= {row.id: len(first) + n for n, row in enumerate(table.rows()) if row.id}
        first += [Reading(Cell(panel.title)) for _ in columns[0][1]]
    labels = [label for label, _ in found[0][2]]
    together = [
        (label, [read for _, _, columns in found for read in columns[n][1]]) for n, label in enumerate(labels)
    ]
    remarks = tuple(note for _, table, _ in found for note in tables.notes(table))
    return sheet(f"panels {row}", f"{caption}: {row}", [(name, first), *together], notes=remarks, ids=ids)
