"""Search: tables of whole numbers for one piece of unknown cells, few that serve many cells each."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods.disclosure.attack.intervals import furthest
from goldenthread.methods.disclosure.linear import Places, Programme, Values
from goldenthread.methods.disclosure.protection import TRUE_TABLE
from goldenthread.methods.disclosure.system import Flags
from goldenthread.methods.disclosure.unknowns import NEGLIGIBLE, Unknowns

WITHOUT_GAIN: Final = 2
"""After so many tables in a row that serve no further cell, the search goes wider."""

REACHES: Final = (2, 8, 10_000)
"""How far cells may go from the true table, in widths: near first, for near tables are believable."""

ROUNDS: Final = 40


class Search:
    """Tables for the cells `asked` (places in `piece`): two of them are to differ by `width` in each cell.

    `most` is how far an unknown may rise in the first tables, so that a small count stays a small count.
    `tables` are changes of the true counts, a value an unknown.
    """

    def __init__(self, piece: Unknowns, asked: Places, width: int, most: Values) -> None:
        self.tables: list[Values] = []
        self.asked, self._piece, self._width, self._most = asked, piece, width, most
        self._programme = Programme(piece.sums, piece.down, piece.up, whole=True)
        size = len(piece)
        # For each unknown the lowest and the highest change so far, and which table has it.
        self._ends = np.zeros((2, size))
        self.tables_of = np.full((2, size), TRUE_TABLE, np.int64)

    def open(self) -> Places:
        """Cells for which no two tables differ by the width yet."""
        apart = self._ends[1, self.asked] - self._ends[0, self.asked]
        return np.asarray(self.asked[apart < self._width])

    def run(self, seed: int) -> None:
        """Look for tables that move many open cells at once, then for each that is left by itself."""
        chance = np.random.default_rng(seed)
        for reach in (0, *REACHES):
            self._within(reach)
            self._gather(chance)
        self._programme.price(np.zeros(len(self._piece)))
        real = Programme(self._piece.sums, self._piece.down, self._piece.up)
        for cell in self.open():
            self._alone(int(cell), real)

    def _within(self, reach: int) -> None:
        """Set how far cells may go; reach 0 is the first one, in which small counts stay small."""
        far = float(self._width * (reach or REACHES[0]))
        up = np.minimum(self._piece.up, far)
        if not reach:
            up = np.minimum(up, self._most)
        everywhere = np.arange(len(self._piece))
        self._programme.bound(everywhere, np.maximum(self._piece.down, -far), up)

    def _gather(self, chance: np.random.Generator) -> None:
        lost = 0
        for _ in range(ROUNDS):
            if lost == WITHOUT_GAIN or not len(before := self.open()):
                return
            self._programme.price(self._prices(before, chance))
            self._take(self._programme.solve())
            lost = 0 if len(self.open()) < len(before) else lost + 1

    def _prices(self, open_: Places, chance: np.random.Generator) -> Values:
        """Open cells are pushed up or down by chance, but never against a bound they stand at."""
        signs = chance.choice((-1.0, 1.0), len(open_))
        signs[self._piece.down[open_] == 0] = 1.0
        signs[self._piece.up[open_] == 0] = -1.0
        prices = np.zeros(len(self._piece))
        prices[open_] = signs * chance.uniform(0.5, 1.5, len(open_))
        return prices

    def _alone(self, cell: int, real: Programme) -> None:
        """Two tables for one cell: the width off the true count, or on both sides of it."""
        rises, falls = (min(furthest(real, cell, side), self._width) for side in (1.0, -1.0))
        place = np.array([cell])
        for rise in range(int(rises + NEGLIGIBLE), self._width - int(falls + NEGLIGIBLE) - 1, -1):
            pair = [self._pinned(place, float(step)) for step in (rise, rise - self._width) if step]
            if all(table is not None for table in pair):
                for table in pair:
                    self._take(table)
                return

    def _pinned(self, place: Places, step: float) -> Values | None:
        lower, upper = self._piece.down[place], self._piece.up[place]
        if step < lower[0] or step > upper[0]:
            return None
        self._programme.bound(place, step, step)
        table = self._programme.solve()
        self._programme.bound(place, lower, upper)
        return table

    def _take(self, table: Values | None) -> None:
        if table is None:
            return
        lower, higher = table < self._ends[0], table > self._ends[1]
        if not (lower | higher)[self.open()].any():
            return
        self._note(0, lower, table)
        self._note(1, higher, table)
        self.tables.append(table)

    def _note(self, side: int, better: Flags, table: Values) -> None:
        # A cell that is served already keeps its tables: near ones came first.
        apart = self._ends[1] - self._ends[0] < self._width
        better = better & apart
        self._ends[side, better] = table[better]
        self.tables_of[side, better] = len(self.tables)


def named(search: Search) -> NDArray[np.int64]:
    """For each cell that is asked for, the two tables: the lower one first."""
    return np.asarray(search.tables_of[:, search.asked])
