"""Sheets: what a workbook holds before it is written: one table a sheet, cells with words or figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from goldenthread.documents.renderers.xlsx.words.texts import first, length, plain


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: words or an exact figure, its format, and where the whole cell leads."""

    held: str | float = ""
    format: str = ""
    href: str = ""


BLANK = Cell()
NO_ROWS = Cell("No rows")
# Excel calls a file broken where the label of a table's column is longer.
LONGEST_LABEL: Final = 255
NONE: Final[Mapping[str, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """A piece of content read for a workbook: the cell itself, and what goes into columns beside it.

    `details` are the quieter words and marks; `exact` is the figure behind words that no format prints; `of`
    is the whole that a count is printed with ("73 of 77").
    """

    main: Cell
    details: str = ""
    exact: float | None = None
    of: Cell | None = None


Columns = Sequence[tuple[str, Sequence[Reading]]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a captioned table, its notes, its part of the paper, the row of each id.

    `heads` is how many columns at its left tell what a row is about.
    """

    id: str
    caption: str
    labels: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    part: str = ""
    heads: int = 1
    ids: Mapping[str, int] = field(default_factory=dict)

    @property
    def has_blanks(self) -> bool:
        """Whether some cell is blank and so needs an explanation."""
        return any(cell.held == "" for row in self.rows for cell in row)


def sheet(
    id: str,
    caption: str,
    columns: Columns,
    *,
    notes: tuple[str, ...] = (),
    ids: Mapping[str, int] = NONE,
) -> Sheet:
    """Columns of readings as a sheet, each reading in as many columns as it needs.

    A column of details or of exact figures is made only where some row has any; one of exact figures holds
    those of every row, so that it can be worked with. A table without rows says so in its only row.
    """
    labels: list[str] = []
    filled: list[list[Cell]] = []
    for label, readings in columns:
        labels.append(label)
        filled.append([reading.main for reading in readings] or [NO_ROWS])
        if any(reading.of for reading in readings):
            labels.append(f"{label}: of")
            # Words that stand for a count, such as that it is hidden, stand for its whole too.
            filled.append([reading.of or reading.main for reading in readings])
        if any(reading.details for reading in readings):
            labels.append(f"{label}: details")
            filled.append([Cell(reading.details) for reading in readings])
        if any(reading.exact is not None for reading in readings):
            labels.append(f"{label}: exact")
            filled.append([_exact(reading) for reading in readings])
    rows = tuple(zip(*filled, strict=True))
    return Sheet(id, caption, unlike(labels), rows, notes, ids={id: 0, **ids})


def _exact(reading: Reading) -> Cell:
    held = reading.exact if reading.exact is not None else reading.main.held
    return Cell(held) if isinstance(held, float) else BLANK


def unlike(labels: Sequence[str]) -> tuple[str, ...]:
    """Labels of which no two are alike, whatever their capitals: a table tells its columns apart by them."""
    seen: set[str] = set()
    made = []
    for label in map(_short, labels):
        name, number = label, 1
        while name.casefold() in seen:
            number += 1
            name = f"{label} ({number})"
        seen.add(name.casefold())
        made.append(name)
    return tuple(made)


def _short(label: str) -> str:
    """A label as long as one may be, with room for a number."""
    whole = plain(label)
    return whole if length(whole) < LONGEST_LABEL - 10 else first(whole, LONGEST_LABEL - 20).rstrip() + " ..."
