"""Table rows: what a row of somebody else's table says of each field of an item."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from goldenthread.collection.candidates.written import as_text
from goldenthread.collection.findings import FileRefused
from goldenthread.collection.readers.opening import open_book
from goldenthread.council_folder.problems import did_you_mean
from goldenthread.council_folder.reading.yaml_text import Path
from goldenthread.council_folder.schema.tables import FirstOf, Taken

# As many digits as a number of a council folder may have.
EXACTLY = Context(prec=25)
BRACES = re.compile(r"\{([^{}]+)\}")

Row = Sequence[str]


class Fault(NamedTuple):
    """What is wrong, and the place in the description of the table that shows it."""

    place: Path
    wrong: str
    instead: str


class NotTaken(ValueError):
    """The table, or a row of it, does not fit its description."""

    def __init__(self, place: Path, wrong: str, instead: str):
        self.fault = Fault(place, wrong, instead)
        super().__init__(wrong)


class NotAmongCodes(NotTaken):
    """A text that the description gives no meaning."""


@dataclass(frozen=True)
class Table:
    """The rows of a file under their headings; blank rows are left out."""

    name: str
    columns: Mapping[str, int]
    rows: Sequence[Row]

    def cell(self, row: Row, column: str, place: Path) -> str:
        """What stands in a column of a row; raises `NotTaken` where there is no such column."""
        if column not in self.columns:
            raise NotTaken(place, f"{self.name} has no column {column}", did_you_mean(column, self.columns))
        return row[self.columns[column]]


def open_table(name: str, data: FilePath | None, place: Path) -> Table:
    """The table of that name in the data folder, its first row as headings; raises `NotTaken`."""
    file = _inside(name, data, place)
    try:
        book = open_book(file)
        cells = book.sheet(book.names[0]).rows
    except FileRefused as refused:
        first = refused.findings[0]
        raise NotTaken(place, f"{name}: {first.wrong}", first.right) from refused
    texts = [[as_text(cell).strip() for cell in row] for row in cells]
    filled = [row for row in texts if any(row)]
    headings = filled[0] if filled else []
    columns = {heading: number for number, heading in reversed(list(enumerate(headings))) if heading}
    return Table(name, columns, filled[1:])


def value(table: Table, row: Row, take: Any, place: Path) -> Any:
    """What a row says of one field, None where it says nothing; raises `NotTaken`."""
    if isinstance(take, FirstOf):
        return _first(table, row, take, place)
    if not isinstance(take, Taken):
        return take
    text = _text(table, row, take, place)
    if not text or text in take.nothing:
        return None
    if take.over:
        return _quotient(table, text, table.cell(row, take.over, (*place, "over")), place)
    if not take.codes or text in take.codes:
        return take.codes.get(text, text)
    if take.otherwise is None:
        wrong = f"{text!r} in {table.name}, {take.column or take.compose}, is not among the codes"
        raise NotAmongCodes((*place, "codes"), wrong, "Add what it means")
    return take.otherwise


def _inside(name: str, data: FilePath | None, place: Path) -> FilePath:
    if data is None:
        wrong = f"{name} stands in a data folder, and none was given"
        raise NotTaken(place, wrong, "Give the folder with --data; the README says where its files come from")
    file = (data / name).resolve()
    if not file.is_relative_to(data.resolve()):
        raise NotTaken(place, f"{name} leads out of the data folder", "Name a file inside it")
    if not file.is_file():
        there = [other.relative_to(data).as_posix() for other in data.rglob("*") if other.is_file()]
        raise NotTaken(place, f"{name} is not in the data folder", did_you_mean(name, there))
    return file


def _first(table: Table, row: Row, take: FirstOf, place: Path) -> Any:
    """The first place that says something; a text without a meaning is a fault only in the final one."""
    for number, each in enumerate(take.first_of):
        try:
            found = value(table, row, each, (*place, "first_of", number))
        except NotAmongCodes:
            if number == len(take.first_of) - 1:
                raise
            continue
        if found is not None:
            return found
    return None


def _text(table: Table, row: Row, take: Taken, place: Path) -> str:
    if take.column:
        return table.cell(row, take.column, (*place, "column"))
    return BRACES.sub(lambda found: table.cell(row, found[1], (*place, "compose")), take.compose)


def _quotient(table: Table, above: str, below: str, place: Path) -> Decimal:
    try:
        return EXACTLY.divide(Decimal(above), Decimal(below))
    except DecimalException as error:
        wrong = f"{above!r} divided by {below!r} in {table.name} is no number"
        raise NotTaken((*place, "over"), wrong, "Correct the table, or name other columns") from error
