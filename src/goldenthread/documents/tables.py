"""Tables: columns, rows with their headers, and the notes beneath."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from goldenthread.documents.refusals import CaptionMissing, CellBlank, ContentRefused, RowsNotAsWideAsColumns
from goldenthread.documents.spans import Line, Spark, words

ColumnKind = Literal["text", "number", "value", "rating", "trend", "chart", "note"]
TableKind = Literal["plain", "scorecard", "ledger"]
RowKind = Literal["plain", "part", "total"]

_NOT_WORDS: Final = frozenset({"", "-", "–", "—", "n/a", "N/A", "."})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, what it holds, and its share of the width (0 = as it comes).

    Numbers stand right, everything else left; of the numbers, a "value" is the one to be seen first. Only a
    "note" column may hold blanks.
    """

    label: str
    kind: ColumnKind = "text"
    share: int = 0

    def __post_init__(self) -> None:
        if not self.label.strip():
            raise ContentRefused("a column without a label cannot be read aloud; name it")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its header, then one cell for each further column. `part` rows belong to the row above.

    Where a table has several heads, the further ones are the first of the cells.
    """

    header: Line
    cells: tuple[Line, ...]
    kind: RowKind = "plain"
    changed: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading, such as a priority; no label for a table of one group."""

    rows: tuple[Row, ...]
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table whose first columns head its rows: `heads` of them, usually one.

    Kinds: `plain`; `scorecard` (on a phone each row becomes a block); `ledger` (wide, scrolls in a frame).
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    notes: tuple[Line, ...] = ()
    kind: TableKind = "plain"
    heads: int = 1

    def __post_init__(self) -> None:
        if not self.caption.strip():
            raise CaptionMissing(f"table {self.id!r} has no caption; say what it shows and for when")
        if len(self.columns) < 2:
            raise ContentRefused(f"table {self.id!r} needs two columns at least; use a list instead")
        if not 1 <= self.heads < len(self.columns):
            raise ContentRefused(f"table {self.id!r}: {self.heads} of {len(self.columns)} columns head a row")
        if len(self.groups) > 1 and not all(g.label.strip() for g in self.groups):
            raise ContentRefused(f"table {self.id!r}: each of several groups of rows needs a label")
        for row in self.rows():
            _check(self, row)

    def rows(self) -> Iterator[Row]:
        """All rows in order, whatever their group."""
        for group in self.groups:
            yield from group.rows


def _check(table: Table, row: Row) -> None:
    head = words(row.header)
    if 1 + len(row.cells) != len(table.columns):
        raise RowsNotAsWideAsColumns(
            f"table {table.id!r}, row {head!r}: {1 + len(row.cells)} cells under {len(table.columns)} columns"
        )
    for column, cell in zip(table.columns, (row.header, *row.cells), strict=True):
        if column.kind == "note" or any(isinstance(span, Spark) for span in cell):
            continue
        if words(cell) in _NOT_WORDS:
            raise CellBlank(
                f"table {table.id!r}, row {head!r}: say in words why {column.label!r} has no figure"
            )


def rows_table(
    id: str,
    caption: str,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    *,
    notes: tuple[Line, ...] = (),
    kind: TableKind = "plain",
    heads: int = 1,
) -> Table:
    """A table of one group, the common case."""
    return Table(id, caption, columns, (RowGroup(rows),), notes, kind, heads)
