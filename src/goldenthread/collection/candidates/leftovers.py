"""Leftovers: columns and cells of a table that no part of the mapping reads, each of them mentioned."""

from collections.abc import Sequence

from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.headings import fits
from goldenthread.collection.candidates.written import as_text
from goldenthread.collection.findings import Code, quoted
from goldenthread.collection.mapping.schema import Mapping
from goldenthread.collection.mapping.sources import Column, Letter
from goldenthread.collection.readers.book import address, column_number, letters


def stray_cells(grid: Grid, *, is_text: bool) -> set[int]:
    """Positions of rows with something under no heading: in text the whole row may have shifted."""
    refused: set[int] = set()
    for column in _nameless(grid):
        cells = grid.column(column)
        filled = [position for position, cell in enumerate(cells) if cell != "" and as_text(cell)]
        if is_text:
            for position in filled:
                _refuse_shifted(grid, position, column)
            refused.update(filled)
        elif filled:
            places = f"{len(filled)} cell{'s' if len(filled) > 1 else ''} of column {letters(column)}"
            grid.notebook.warn(
                address(grid.rows[filled[0]], column),
                Code.CELL_OUTSIDE,
                f"{places} stand under no heading: they were not read",
                "Give the column a heading and map it, or remove the remarks",
            )
    return refused


def mention_unread(grids: Sequence[Grid], mapping: Mapping) -> None:
    """Name the columns that no table of the sheet reads, and those read although they are hidden."""
    for grid in {made.headings.bottom: made for made in grids}.values():
        tables = [made for made in grids if made.headings.bottom == grid.headings.bottom]
        used = set().union(*(made.used for made in tables))
        for column, name in enumerate(grid.headings.names()):
            is_hidden = column in grid.sheet.hidden_columns
            if column in used and is_hidden:
                _mention_hidden(grid, column)
            elif name and column not in used and not any(_is_left_out(made, column) for made in tables):
                _mention(grid, column, "a hidden column" if is_hidden else f"the column {quoted(name)}")


def _nameless(grid: Grid) -> list[int]:
    known = {column for column in range(grid.sheet.width) if grid.headings.name(column)}
    return [
        column for column in range(grid.sheet.width) if column not in known | grid.used | _by_letter(grid)
    ]


def _by_letter(grid: Grid) -> set[int]:
    """Columns the mapping names by letter have no need of a heading."""
    if grid.table.ignore_columns == "all":
        return set(range(grid.sheet.width))
    return {column_number(column.letter) for column in _columns_said(grid) if isinstance(column, Letter)}


def _columns_said(grid: Grid) -> list[Column]:
    table = grid.table
    sources = [table.indicator, table.area, table.period, table.period.in_year, *table.breakdown.values()]
    sources += [table.status, table.note, table.why, table.known_from]
    numbers = list(table.numbers().values())
    for also in table.also:
        sources += [also.indicator, also.area, also.status, *(also.breakdown or {}).values()]
        numbers += also.numbers().values()
    said = [
        source.column for source in (*sources, *numbers) if source is not None and source.column is not None
    ]
    ignored = table.ignore_columns if isinstance(table.ignore_columns, tuple) else ()
    return [*said, *table.fill_down, *ignored]


def _is_left_out(grid: Grid, column: int) -> bool:
    ignored = grid.table.ignore_columns
    if ignored == "all":
        return True
    return any(
        column_number(wanted.letter) == column
        if isinstance(wanted, Letter)
        else fits(grid.headings.name(column), wanted)
        for wanted in ignored
    )


def _refuse_shifted(grid: Grid, position: int, column: int) -> None:
    grid.notebook.refuse_row(
        grid.rows[position],
        column,
        Code.CELL_OUTSIDE,
        "the row has more cells than there are headings: a comma inside a number or text may have split it",
        "Put text and numbers with commas in quotes, or save the file again from Excel",
    )


def _mention(grid: Grid, column: int, what: str) -> None:
    grid.notebook.warn(
        address(grid.headings.bottom, column),
        Code.COLUMN_NOT_MAPPED,
        f"{what} is not in the mapping: nothing of it was read",
        "Map it, or list it under ignore_columns",
    )


def _mention_hidden(grid: Grid, column: int) -> None:
    grid.notebook.warn(
        address(grid.headings.bottom, column),
        Code.COLUMN_HIDDEN,
        f"column {letters(column)} is hidden; it was read, as the mapping says",
        "Unhide the column, so that whoever signs the return sees it",
    )
