"""The grid of a table: its rows and headings, with merged labels filled and merged numbers known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from goldenthread.collection.candidates.headings import Headings
from goldenthread.collection.candidates.notebook import Notebook
from goldenthread.collection.mapping.schema import Table
from goldenthread.collection.mapping.sources import Column
from goldenthread.collection.readers.book import Cell, Merge, Place, Sheet


@dataclass(frozen=True)
class Grid:
    """One table on one sheet, ready to be read by columns."""

    sheet: Sheet
    table: Table
    headings: Headings
    rows: list[int]
    notebook: Notebook
    merged: frozenset[Place]
    # Columns that were asked for, so that the others can be named.
    used: set[int] = field(default_factory=set)

    @cached_property
    def columns(self) -> list[tuple[Cell, ...]]:
        """The cells of the rows of figures, by column. Turned once: rows lie all over the memory."""
        turned = list(zip(*(self.sheet.rows[row] for row in self.rows), strict=True))
        return turned or [()] * self.sheet.width

    def column(self, column: int) -> Sequence[Cell]:
        """The cells of one column, one for each row of figures."""
        return self.columns[column]

    def find(self, column: Column) -> int:
        """The number of a column; raises `FileRefused`."""
        number = self.headings.find(column)
        self.used.add(number)
        return number


def with_merges_filled(sheet: Sheet, first: int) -> frozenset[Place]:
    """Give every cell of a merge what its first cell says; which places those are, below a row.

    A label that is merged over rows holds for each of them. A number so merged holds for none for certain.
    """
    places = [_places(merge) for merge in sheet.merges if merge.bottom >= first and _inside(sheet, merge)]
    for merged in places:
        top, left = merged[0]
        for row, column in merged[1:]:
            sheet.rows[row][column] = sheet.rows[top][left]
    return frozenset(place for merged in places for place in merged)


def fill_down(grid: Grid, columns: Iterable[Column]) -> None:
    """Give a blank label the label above it."""
    for number in map(grid.find, columns):
        latest: Cell = ""
        for row in grid.rows:
            latest = grid.sheet.rows[row][number] or latest
            grid.sheet.rows[row][number] = latest


def _inside(sheet: Sheet, merge: Merge) -> bool:
    return merge.bottom < len(sheet.rows) and merge.right < sheet.width


def _places(merge: Merge) -> list[Place]:
    return [
        (row, column)
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    ]
