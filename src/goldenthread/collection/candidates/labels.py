"""Labels: everything that is said about each row of a table besides its numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from goldenthread.collection.candidates import facts, meanings, periods
from goldenthread.collection.candidates.facts import NotKnown
from goldenthread.collection.candidates.grid import Grid
from goldenthread.collection.candidates.setting import Setting
from goldenthread.collection.candidates.written import mapped
from goldenthread.collection.mapping.schema import Also
from goldenthread.collection.mapping.schema import Mapping as Return
from goldenthread.collection.mapping.sources import (
    BreakdownSource,
    IndicatorSource,
    Meaning,
    PeriodSource,
    Source,
)
from goldenthread.collection.readers.book import Cell
from goldenthread.collection.values.statuses import Statuses

T = TypeVar("T")

Across = Mapping[str, Cell]
Texts = list[str | None]
Moments = list[datetime | None] | None
Cuts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Labels:
    """A value for each row and fact; None in any of `asked` means that the row is refused."""

    indicator: Texts
    measure: list[str]
    area: Texts
    breakdown: Texts
    period: Texts
    period_status: list[str]
    status: Texts
    note: Texts
    why: Texts
    # None: as declared for the whole file.
    known_from: Moments

    def sound_rows(self) -> list[int]:
        """Positions of the rows of which every label is understood."""
        asked: tuple[Sequence[object | None], ...] = (
            self.indicator,
            self.area,
            self.breakdown,
            self.period,
            self.status,
            self.known_from or (),
        )
        amiss: set[int] = set()
        for labels in asked:
            if None in labels:
                amiss |= {position for position, label in enumerate(labels) if label is None}
        return [position for position in range(len(self.indicator)) if position not in amiss]


@dataclass
class LabelReader:
    """Reads the labels of one table; each fact once, however many numbers stand beside it."""

    grid: Grid
    mapping: Return
    setting: Setting
    statuses: Statuses
    _read: dict[object, Any] = field(default_factory=dict)

    def labels(self, also: Also | None, across: Across) -> Labels:
        """The labels of the rows, for the table's own numbers or for those it has beside them."""
        table = self.grid.table
        also = also or Also()
        found = self._indicators(also.indicator or table.indicator, across)
        codes = [meaning.indicator if meaning else None for meaning in found]
        breakdown = table.breakdown if also.breakdown is None else also.breakdown
        period, period_status = self._periods(codes, also.indicator or table.indicator, across)
        return Labels(
            indicator=codes,
            measure=[(meaning.measure or "") if meaning else "" for meaning in found],
            area=self._areas(also.area or table.area, across),
            breakdown=self._breakdowns(breakdown, found, across),
            period=period,
            period_status=period_status,
            status=self._texts("status", also.status or table.status, meanings.status(self.statuses), across),
            note=self._texts("note", table.note, meanings.remark, across),
            why=self._texts("why", table.why, meanings.remark, across),
            known_from=self._moments(table.known_from, across),
        )

    def _texts(self, name: str, source: Source | None, mean: meanings.Mean, across: Across) -> Texts:
        if source is None:
            return [""] * len(self.grid.rows)

        def read() -> Texts:
            return facts.read(self.grid, source, facts.raw(self.grid, source, across, name), mean)

        return self._once(name, source, across, read)

    def _areas(self, source: Source | None, across: Across) -> Texts:
        if source is None:
            return [self.setting.area] * len(self.grid.rows)
        return self._texts("area", source, meanings.area(self.setting), across)

    def _indicators(self, source: IndicatorSource, across: Across) -> list[Meaning | None]:
        mean = meanings.indicator(source)

        def read() -> list[Meaning | None]:
            raw = facts.raw(self.grid, source, across, "indicator")
            table = facts.meanings(self.grid, raw, raw.cells, lambda cell: mean(facts.taken(source, cell)))
            return [table[cell] for cell in raw.cells]

        return self._once("indicator", source, across, read)

    def _breakdowns(
        self, sources: Mapping[str, BreakdownSource], found: list[Meaning | None], across: Across
    ) -> Texts:
        columns = {
            dimension: self._texts(dimension, source, meanings.breakdown(source, dimension), across)
            for dimension, source in sources.items()
        }
        if not columns and not any(meaning and meaning.breakdown for meaning in found):
            return [""] * len(found)
        cuts = [tuple(sorted(meaning.breakdown.items())) if meaning else () for meaning in found]
        return mapped(zip(cuts, *columns.values(), strict=True), lambda row: _key(row[0], columns, row[1:]))

    def _periods(self, codes: Texts, said: IndicatorSource, across: Across) -> tuple[Texts, list[str]]:
        source = self.grid.table.period

        def read() -> tuple[Texts, list[str]]:
            calendar = self.mapping.calendar
            return periods.read(self.grid, source, codes, self.setting.bases, calendar, across)

        return self._once(("period", id(said)), source, across, read)

    def _moments(self, source: Source | None, across: Across) -> Moments:
        if source is None:
            return None

        def read() -> Moments:
            raw = facts.raw(self.grid, source, across, "known_from")
            table = facts.meanings(self.grid, raw, raw.cells, self._moment)
            return [table[cell] for cell in raw.cells]

        return self._once("known_from", source, across, read)

    def _moment(self, cell: Cell) -> datetime | NotKnown:
        if cell == "":
            return self.setting.known_from
        return meanings.moment(cell, self.setting.now)

    def _once(self, name: object, source: Source, across: Across, read: Callable[[], T]) -> T:
        """The fact as read before, so that no finding is written twice."""
        key = (name, id(source), tuple(across.items()) if self._is_across(source) else ())
        if key not in self._read:
            self._read[key] = read()
        found: T = self._read[key]
        return found

    def _is_across(self, source: Source) -> bool:
        year = source.in_year if isinstance(source, PeriodSource) else None
        return source.across or (year is not None and year.across)


def _key(
    cuts: tuple[tuple[str, str], ...], columns: Mapping[str, Texts], row: tuple[str | None, ...]
) -> str | None:
    """The breakdown as the ledger writes it: "age=65+;sex=female"."""
    if None in row:
        return None
    parts = dict(cuts) | {name: code for name, code in zip(columns, row, strict=True) if code}
    return ";".join(f"{name}={code}" for name, code in sorted(parts.items()))
