"""Figures: the numbers beside the labels, read into exact text."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.strips import Strip
from goldenthread.collection.candidates.written import mapped
from goldenthread.collection.findings import Code
from goldenthread.collection.mapping.schema import NumberSource
from goldenthread.collection.mapping.sources import of
from goldenthread.collection.readers.book import Cell, address
from goldenthread.collection.values.markers import Markers
from goldenthread.collection.values.numbers import NumberReader, Reading
from goldenthread.collection.values.statuses import Statuses


@dataclass(frozen=True)
class Figures:
    """Readings by measure for some rows of a table; `sound` are the positions of rows without a fault."""

    readings: dict[str, list[Reading]]
    sound: list[int]


def read(
    grid: Grid, strip: Strip, rows: Sequence[int], indicators: Sequence[str], words: tuple[Markers, Statuses]
) -> Figures:
    """The numbers of a strip in some rows of the sheet; faults go into the notebook."""
    readings: dict[str, list[Reading]] = {}
    amiss: set[int] = set()
    for measure, column in strip.columns.items():
        cells = [grid.sheet.rows[row][column] for row in rows]
        found = _readings(strip.sources[measure], cells, indicators, words)
        amiss |= _refuse(grid, rows, column, found)
        amiss |= _refuse_merged(grid, rows, column, found)
        readings[measure] = found
    sound = (
        [position for position in range(len(rows)) if position not in amiss]
        if amiss
        else list(range(len(rows)))
    )
    return Figures(readings, sound)


def _readings(
    source: NumberSource, cells: list[Cell], indicators: Sequence[str], words: tuple[Markers, Statuses]
) -> list[Reading]:
    """Each different cell read once; once for each way of reading, where that differs by indicator."""
    readers: dict[tuple[object, ...], NumberReader] = {}

    def reader(indicator: str) -> NumberReader:
        made = _reader(source, indicator, words)
        return readers.setdefault((made.scale, made.percent, made.clock), made)

    which = mapped(indicators, reader)
    if len(readers) <= 1:
        only = next(iter(readers.values()), NumberReader())
        return mapped(cells, only.read)
    numbers = {id(made): made for made in readers.values()}
    pairs = zip(map(id, which), cells, strict=True)
    return mapped(pairs, lambda pair: numbers[pair[0]].read(pair[1]))


def _reader(source: NumberSource, indicator: str, words: tuple[Markers, Statuses]) -> NumberReader:
    markers, statuses = words
    return NumberReader(
        scale=of(source.scale, indicator, NumberReader.scale),
        percent=of(source.percent, indicator, NumberReader.percent),
        clock=of(source.clock, indicator, NumberReader.clock),
        brackets=source.brackets,
        words=source.words,
        markers=markers,
        statuses=statuses,
    )


def _refuse(grid: Grid, rows: Sequence[int], column: int, found: list[Reading]) -> set[int]:
    amiss = {position for position, reading in enumerate(found) if reading.fault is not None}
    for position in sorted(amiss):
        reading = found[position]
        assert reading.fault is not None, "chosen for its fault"
        grid.notebook.refuse_row(rows[position], column, reading.fault, reading.wrong, reading.right)
    return amiss


def _refuse_merged(grid: Grid, rows: Sequence[int], column: int, found: list[Reading]) -> set[int]:
    """A number in merged cells belongs to none of their rows for certain; a marker holds for all."""
    if not grid.merged:
        return set()
    amiss = {
        position
        for position, row in enumerate(rows)
        if (row, column) in grid.merged and found[position].exact is not None
    }
    for position in sorted(amiss):
        grid.notebook.refuse_row(
            rows[position],
            column,
            Code.MERGED_NUMBER,
            f"the number in {address(rows[position], column)} stands in merged cells",
            "Unmerge the cells and write a number in each row it is about",
        )
    return amiss
