"""Figures: the numbers beside the labels, read into exact text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import polars as pl

from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.setting import Basis
from goldenthread.collection.candidates.strips import Strip
from goldenthread.collection.candidates.written import translation
from goldenthread.collection.findings import Code
from goldenthread.collection.mapping.schema import NumberSource
from goldenthread.collection.mapping.sources import of
from goldenthread.collection.readers.book import Cell, address
from goldenthread.collection.values.markers import Markers
from goldenthread.collection.values.numbers import NumberReader, Reading
from goldenthread.collection.values.statuses import Statuses

K = TypeVar("K")

Words = tuple[Markers, Statuses]


@dataclass(frozen=True)
class Readings:
    """One number for each row: which of the different readings it is."""

    which: pl.Series
    different: list[Reading]

    def column(self, name: str) -> pl.Series:
        """What each says: its `exact` text or null, its `status`, its `reason`."""
        said = [getattr(found, name) for found in self.different]
        return pl.Series(said, dtype=pl.String).gather(self.which)


@dataclass(frozen=True)
class Figures:
    """Readings by measure for some rows of a table; `sound` are the positions of rows without a fault."""

    readings: dict[str, Readings]
    sound: Sequence[int]


def read(
    grid: Grid,
    strip: Strip,
    rows: Sequence[int],
    indicators: Sequence[str],
    words: Words,
    bases: Mapping[str, Basis],
) -> Figures:
    """The numbers of a strip in some rows (by position); faults go into the notebook."""
    readings: dict[str, Readings] = {}
    amiss: set[int] = set()
    for measure, column in strip.columns.items():
        cells = _taken(grid.column(column), rows)
        found = _readings(cells, indicators, partial(_reader, strip.sources[measure], words, bases))
        amiss |= _refuse(grid, rows, column, found)
        amiss |= _refuse_merged(grid, rows, column, found)
        readings[measure] = found
    sound = range(len(rows))
    return Figures(readings, [position for position in sound if position not in amiss] if amiss else sound)


def _taken(column: Sequence[Cell], rows: Sequence[int]) -> Sequence[Cell]:
    return column if len(rows) == len(column) else [column[position] for position in rows]


def _readings(
    cells: Sequence[Cell], indicators: Sequence[str], reader_of: Callable[[str], NumberReader]
) -> Readings:
    """Each different cell read once; once for each way of reading, where that differs by indicator."""
    readers = translation(indicators, reader_of)
    ways = {(reader.scale, reader.percent, reader.clock): reader for reader in readers.values()}
    if len(ways) <= 1:
        only = next(iter(ways.values()), NumberReader())
        return _numbered(cells, translation(cells, only.read))
    way = {code: (reader.scale, reader.percent, reader.clock) for code, reader in readers.items()}
    pairs = list(zip((way[code] for code in indicators), cells, strict=True))
    return _numbered(pairs, translation(pairs, lambda pair: ways[pair[0]].read(pair[1])))


def _numbered(keys: Sequence[K], table: dict[K, Reading]) -> Readings:
    numbers = {key: number for number, key in enumerate(table)}
    return Readings(pl.Series([numbers[key] for key in keys], dtype=pl.UInt32), list(table.values()))


def _reader(source: NumberSource, words: Words, bases: Mapping[str, Basis], indicator: str) -> NumberReader:
    markers, statuses = words
    is_share = indicator not in bases or bases[indicator].is_per_cent
    return NumberReader(
        scale=of(source.scale, indicator, NumberReader.scale),
        percent=of(source.percent, indicator, NumberReader.percent) if is_share else NumberReader.percent,
        clock=of(source.clock, indicator, NumberReader.clock),
        brackets=source.brackets,
        words=source.words,
        markers=markers,
        statuses=statuses,
    )


def _refuse(grid: Grid, rows: Sequence[int], column: int, found: Readings) -> set[int]:
    faulty = [number for number, reading in enumerate(found.different) if reading.fault is not None]
    amiss = found.which.is_in(faulty).arg_true().to_list() if faulty else []
    for position in amiss:
        reading = found.different[found.which[position]]
        assert reading.fault is not None, "chosen for its fault"
        grid.notebook.refuse_row(
            grid.rows[rows[position]], column, reading.fault, reading.wrong, reading.right
        )
    return set(amiss)


def _refuse_merged(grid: Grid, rows: Sequence[int], column: int, found: Readings) -> set[int]:
    """A number in merged cells belongs to none of their rows for certain; a marker holds for all."""
    amiss = {
        position
        for position, row in enumerate(rows if grid.merged else ())
        if (grid.rows[row], column) in grid.merged
        and found.different[found.which[position]].exact is not None
    }
    for position in sorted(amiss):
        row = grid.rows[rows[position]]
        wrong = f"the number in {address(row, column)} stands in merged cells"
        right = "Unmerge the cells and write a number in each row it is about"
        grid.notebook.refuse_row(row, column, Code.MERGED_NUMBER, wrong, right)
    return amiss
