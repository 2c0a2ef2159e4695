"""The book: sheets of typed cells with their addresses, whatever kind of file they came from."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from goldenthread.collection.findings import Finding

# A blank cell is ""; a cell formatted as a percentage is text ("93%"), and so is an error ("#N/A").
Cell = str | float | datetime.date | datetime.datetime | datetime.time | datetime.timedelta
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merge:
    """A rectangle of merged cells, counted from 0, all edges inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One visible sheet. Rows and columns are counted from 0; every row is as long as the widest."""

    name: str
    rows: list[list[Cell]]
    merges: tuple[Merge, ...] = ()
    red: frozenset[Place] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True)
class Book:
    """A file, opened: the names of its visible sheets, each read when it is asked for."""

    file: str
    kind: str
    digest: str
    names: tuple[str, ...]
    hidden: int
    findings: tuple[Finding, ...] = ()
    _read: Callable[[str], Sheet] = field(repr=False, default=lambda name: Sheet(name, []))

    def sheet(self, name: str) -> Sheet:
        """The cells of one visible sheet."""
        return self._read(name)


def letters(column: int) -> str:
    """The name of a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """The column of a name, counted from 0: A is 0."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def address(row: int, column: int) -> str:
    """The address people use: row 6, column 1 is B7."""
    return f"{letters(column)}{row + 1}"
