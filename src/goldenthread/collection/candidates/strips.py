"""Strips: columns of numbers that belong together, one set for each period (or area, or indicator) across."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.written import as_text, folded, spellings
from goldenthread.collection.findings import Code, quoted
from goldenthread.collection.mapping.schema import Across, Also, NumberSource
from goldenthread.collection.readers.book import Cell, address

SURVEY = ("respondents", "given_lower", "given_upper")
MEASURES = ("value", "numerator", "denominator", *SURVEY)


@dataclass(frozen=True)
class Strip:
    """Columns by measure, and what their headings say by field ("" is the whole heading)."""

    columns: dict[str, int]
    sources: dict[str, NumberSource]
    across: Mapping[str, Cell] = field(default_factory=dict)


def strips(grid: Grid, also: Also | None = None) -> list[Strip]:
    """The columns of numbers of a table, or of what stands beside its own numbers."""
    said = also or grid.table
    if grid.table.across is not None:
        return _across(grid, grid.table.across)
    sources = {name: source for name, source in said.numbers().items() if source.column is not None}
    columns = {
        name: grid.find(source.column) for name, source in sources.items() if source.column is not None
    }
    return [Strip(columns, sources)]


def _across(grid: Grid, across: Across) -> list[Strip]:
    found: dict[tuple[Cell, ...], Strip] = {}
    measures = {folded(name): measure for name, measure in across.measures.items()}
    given = grid.table.numbers()
    for column in range(grid.sheet.width):
        said = _said(grid, across, column)
        if said is None:
            continue
        name = as_text(said.pop("measure", ""))
        measure = measures.get(folded(name), "") if measures else grid.table.measure
        if measure:
            grid.used.add(column)
        if measure in MEASURES:
            sources = {kind: given.get(kind, NumberSource()) for kind in MEASURES}
            strip = found.setdefault(tuple(said.values()), Strip({}, sources, said))
            _place(grid, strip, str(measure), column)
    if not found:
        raise grid.notebook.refusal(
            Code.COLUMN_MISSING,
            f"no heading matches {quoted(across.matches)}",
            "Send the table with its headings, or correct the mapping",
            address(grid.headings.bottom, 0),
        )
    return list(found.values())


def _place(grid: Grid, strip: Strip, measure: str, column: int) -> None:
    if measure in strip.columns:
        first, second = (address(grid.headings.bottom, number) for number in (strip.columns[measure], column))
        raise grid.notebook.refusal(
            Code.COLUMN_TWICE,
            f"the heading {quoted(grid.headings.name(column))} stands twice, in {first} and {second}",
            "Give each column its own heading",
            second,
        )
    strip.columns[measure] = column


def _said(grid: Grid, across: Across, column: int) -> dict[str, Cell] | None:
    """What a heading says: named groups by field, the other level as the measure; None: takes no part."""
    levels = [level[column] for level in grid.headings.levels]
    cell = levels[across.level - 1] if across.level else levels[-1]
    texts = spellings(cell) if across.level or len(levels) == 1 else (grid.headings.name(column),)
    for text in texts:
        found = re.search(across.matches, text, re.IGNORECASE) if text else None
        if found:
            said: dict[str, Cell] = dict(found.groupdict(default=""))
            if not said.keys() - {"measure"}:
                said[""] = cell if across.level or len(levels) == 1 else text
            if across.level and len(levels) == 2:
                said.setdefault("measure", levels[2 - across.level])
            return said
    return None
