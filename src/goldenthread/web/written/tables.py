"""Tables: a table of a document as rows of HTML cells, with roles that keep it a table on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from goldenthread.documents import content as c
from goldenthread.web.written import spans

FIGURES: Final = ("number", "value")
MOST_ON_A_PHONE: Final = 3
"""So many columns fit on a phone as they are; rows of more become blocks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its classes; `label` is the head of its column, which stands before it on a phone."""

    html: SafeString
    label: str = ""
    look: str = ""
    is_head: bool = False

    @property
    def whole(self) -> str:
        """The cell with its tags."""
        said = f"{_said('class', self.look)}{_said('data-l', self.label)}>{self.html}"
        return (
            f'<th scope="row" role="rowheader"{said}</th>' if self.is_head else f'<td role="cell"{said}</td>'
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its head, its cells, its classes and its id."""

    head: SafeString
    cells: tuple[Cell, ...]
    look: str = ""
    id: str = ""

    @property
    def whole(self) -> SafeString:
        """The row with its tags, written here: a template takes three times as long over so many cells."""
        head = f'<th scope="row" role="rowheader">{self.head}</th>'
        cells = "".join(cell.whole for cell in self.cells)
        row = f'<tr role="row"{_said("id", self.id)}{_said("class", self.look)}>{head}{cells}</tr>'
        return mark_safe(row)  # noqa: S308 -- cells are escaped already, attributes by `_said`


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; "" for a table of one group."""

    rows: tuple[Row, ...]
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as its template writes it; `is_framed` where it scrolls by itself."""

    id: str
    caption: str
    heads: tuple[Cell, ...]
    groups: tuple[Group, ...]
    look: str = ""
    notes: tuple[SafeString, ...] = field(default=())
    is_framed: bool = False
    hides_caption: bool = False


@lru_cache(maxsize=1024)
def _said(name: str, value: str) -> str:
    """An attribute with its value escaped; nothing for none."""
    return f' {name}="{escape(value)}"' if value else ""


def of(table: c.Table, *, hides_caption: bool = False) -> Table:
    """A table of a document for a page."""
    return Table(
        id=table.id,
        caption=table.caption,
        heads=tuple(Cell(spans.line(c.line(column.label)), look=_look(column)) for column in table.columns),
        groups=tuple(
            Group(tuple(_row(row, table) for row in group.rows), group.label, group.note)
            for group in table.groups
        ),
        look=_looks(table),
        notes=tuple(spans.line(note) for note in table.notes),
        is_framed=table.kind == "ledger",
        hides_caption=hides_caption,
    )


def _row(row: c.Row, table: c.Table) -> Row:
    looks = [f"gt-{row.kind}"] if row.kind != "plain" else []
    looks += ["gt-changed"] if row.changed else []
    return Row(spans.line(row.header), tuple(_cells(row, table)), " ".join(looks), row.id)


def _cells(row: c.Row, table: c.Table) -> Iterator[Cell]:
    for place, (cell, column) in enumerate(zip(row.cells, table.columns[1:], strict=True), start=1):
        yield Cell(spans.line(cell), column.label, _look(column), is_head=place < table.heads)


def _look(column: c.Column) -> str:
    found = ["gt-num"] if column.kind in FIGURES else []
    return " ".join([*found, *{"value": ["gt-value"], "note": ["w6"]}.get(column.kind, [])])


def _looks(table: c.Table) -> str:
    if table.kind == "ledger":
        return "gt-ledger gt-table--tight"
    return "gt-stack" if len(table.columns) > MOST_ON_A_PHONE else "gt-table--tight"
