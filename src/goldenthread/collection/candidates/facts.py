"""Facts: one thing about each row (its indicator, area, status), read where the mapping says it stands."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.written import as_text, folded, mapped, spellings, translation
from goldenthread.collection.findings import Code, quoted
from goldenthread.collection.mapping.sources import Source
from goldenthread.collection.readers.book import Cell, column_number

T = TypeVar("T")
K = TypeVar("K")

BRACES = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Raw:
    """Cells that say one thing, one for each row, and the column they stand in (None: not in the rows)."""

    cells: Sequence[Cell]
    column: int | None


@dataclass(frozen=True)
class NotKnown:
    """What is wrong with a text that means nothing here."""

    code: Code
    wrong: str
    right: str


def raw(grid: Grid, source: Source, across: Mapping[str, Cell] | None = None, field: str = "") -> Raw:
    """The cells a source points to."""
    if source.column is not None:
        number = grid.find(source.column)
        return Raw(grid.column(number), number)
    if source.compose is not None:
        return _composed(grid, source.compose)
    return Raw([_same(grid, source, across or {}, field)] * len(grid.rows), None)


def read(grid: Grid, source: Source, found: Raw, mean: Callable[[str], str | NotKnown]) -> list[str | None]:
    """What the cells mean; None in a row that is refused. A constant that means nothing refuses the file."""
    codes = folded_keys(source.codes)
    table = meanings(grid, found, found.cells, lambda cell: _meaning(source, codes, cell, mean))
    return [table[cell] for cell in found.cells]


def meanings(
    grid: Grid, found: Raw, keys: Sequence[K], read: Callable[[K], T | NotKnown]
) -> dict[K, T | None]:
    """What each different key means; None where it means nothing, and its rows are refused."""
    table = translation(keys, read)
    faults = {key: value for key, value in table.items() if isinstance(value, NotKnown)}
    for row, key in zip(grid.rows, keys, strict=True) if faults else ():
        if key in faults:
            _refuse(grid, row, found.column, faults[key])
    return {key: None if isinstance(value, NotKnown) else value for key, value in table.items()}


def _refuse(grid: Grid, row: int, column: int | None, fault: NotKnown) -> None:
    if column is None:
        raise grid.notebook.refusal(fault.code, fault.wrong, fault.right)
    grid.notebook.refuse_row(row, column, fault.code, fault.wrong, fault.right)


def taken(source: Source, cell: Cell) -> str:
    """The text of a cell, or the part of it that the mapping takes."""
    text = as_text(cell)
    if source.matches is None or not text:
        return text
    found = re.search(source.matches, text, re.IGNORECASE)
    return (found[1] or "").strip() if found else text


def folded_keys(codes: Mapping[str, T]) -> dict[str, T]:
    """A dictionary whose words are compared as people compare them."""
    return {folded(written): code for written, code in codes.items()}


def _meaning(
    source: Source, codes: Mapping[str, str], cell: Cell, mean: Callable[[str], str | NotKnown]
) -> str | NotKnown:
    text = taken(source, cell)
    if not text and source.blank is not None:
        return source.blank
    if (code := codes.get(folded(text))) is not None:
        return code
    return source.otherwise if source.otherwise is not None else mean(text)


def _composed(grid: Grid, template: str) -> Raw:
    names = BRACES.findall(template)
    numbers = [grid.find(name) for name in names]
    between = BRACES.split(template)[::2]

    def text(cells: tuple[Cell, ...]) -> Cell:
        pairs = zip(map(as_text, cells), between[1:], strict=True)
        return " ".join((between[0] + "".join(part for pair in pairs for part in pair)).split())

    columns = zip(*(grid.column(number) for number in numbers), strict=True)
    return Raw(mapped(columns, text), numbers[0] if numbers else None)


def _same(grid: Grid, source: Source, across: Mapping[str, Cell], field: str) -> Cell:
    """A cell that holds for the whole table or column."""
    if source.constant is not None:
        return source.constant
    if source.sheet:
        return grid.sheet.name
    if source.across:
        return across.get(field, across.get("", ""))
    if source.cell is not None:
        return _one_cell(grid, source.cell)
    return _above(grid, source.above or "")


def _one_cell(grid: Grid, address: str) -> Cell:
    letters = address.rstrip("0123456789")
    row, column = int(address[len(letters) :]) - 1, column_number(letters)
    rows = grid.sheet.rows
    cell = rows[row][column] if row < len(rows) and column < grid.sheet.width else ""
    if as_text(cell):
        return cell
    raise grid.notebook.refusal(
        Code.CELL_MISSING, f"cell {address} is blank", f"Fill in {address}, or correct the mapping", address
    )


def _above(grid: Grid, pattern: str) -> Cell:
    for row in grid.sheet.rows[: grid.headings.top]:
        for cell in row:
            for text in spellings(cell):
                found = re.search(pattern, text, re.IGNORECASE) if text else None
                if found:
                    return found[1] if found.groups() else cell
    raise grid.notebook.refusal(
        Code.CELL_MISSING,
        f"no cell above the headings matches {quoted(pattern)}",
        "Write the line back, or correct the mapping",
    )
