"""Recovery: the hidden cells whose count an outsider works out exactly."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods.disclosure.attack.intervals import furthest
from goldenthread.methods.disclosure.linear import Places, Programme, SolverFailed, Values
from goldenthread.methods.disclosure.system import Flags, Role, System
from goldenthread.methods.disclosure.unknowns import NEGLIGIBLE, Unknowns, unknowns

FAR: Final = 100.0
"""When many cells are pushed at once each may go so far, lest some go on without end."""

ROUNDS_AT_ONCE: Final = 4
"""So often all cells that have not moved far enough are pushed together before each is tried alone."""


def recovered(system: System, hidden: Flags, cells: Places | None = None) -> NDArray[np.intp]:
    """Those of `cells` (all primary cells, unless said) that have a single possible count.

    A cell is recovered where all tables that agree with what is published agree in it, or where the interval
    of its real values holds no other whole number. That may miss a cell which only whole numbers throughout
    the table fix; it names none that is not fixed.
    """
    return narrower(system, hidden, 1, cells)


def narrower(system: System, hidden: Flags, width: int, cells: Places | None = None) -> NDArray[np.intp]:
    """Those of `cells` (all primary cells, unless said) whose possible counts differ by less than `width`.

    Possible are the whole numbers in the interval of its real values.
    """
    asked = np.flatnonzero(system.is_(Role.PRIMARY)) if cells is None else cells
    loose = np.zeros(len(system), bool)
    wanted = np.zeros(len(system), bool)
    wanted[asked] = True
    for piece in unknowns(system, hidden).pieces():
        places = np.flatnonzero(wanted[piece.cells])
        if len(places):
            loose[piece.cells[_loose(piece, places, width)]] = True
    return np.asarray(asked[~loose[asked]])


def _loose(piece: Unknowns, asked: Places, width: int) -> Places:
    """Those of `asked` that have two possible counts so far apart."""
    seen = _Seen(piece, len(asked))
    free = asked[~_fixed(seen, asked)]
    for _ in range(ROUNDS_AT_ONCE):
        slow = free[seen.span(free) < width]
        if not len(slow):
            return np.asarray(free)
        seen.push(slow)
    programme = Programme(piece.sums, piece.down, piece.up)
    slow = free[seen.span(free) < width]
    narrow = [place for place in slow if _is_narrow(programme, int(place), width)]
    return np.setdiff1d(free, np.asarray(narrow, np.intp))


def _fixed(seen: _Seen, asked: Places) -> Flags:
    """Which cells cannot move at all.

    Random prices on all cells that have not moved, then the opposite prices. Where both gain nothing, none
    of them can move: a movable cell would make one of the two totals positive, but for a chance of measure 0.
    """
    still = asked
    while len(still) and seen.push(still) > NEGLIGIBLE:
        still = still[seen.reach(still) <= NEGLIGIBLE]
    return np.isin(asked, still)


class _Seen:
    """How far each unknown has been seen to go below and above the true count, `FAR` at most."""

    def __init__(self, piece: Unknowns, seed: int) -> None:
        down, up = np.maximum(piece.down, -FAR), np.minimum(piece.up, FAR)
        self._programme = Programme(piece.sums, down, up)
        self._chance = np.random.default_rng(seed)
        self._least, self._most = np.zeros(len(piece)), np.zeros(len(piece))

    def push(self, places: Places) -> float:
        """Give these random prices and the opposite ones; the greatest total gained."""
        prices = np.zeros(len(self._least))
        signs = self._chance.choice((-1.0, 1.0), len(places))
        prices[places] = signs * self._chance.uniform(0.5, 1.5, len(places))
        return max(self._gain(prices), self._gain(-prices))

    def _gain(self, prices: Values) -> float:
        self._programme.price(prices)
        values = self._programme.solve()
        if values is None:
            raise SolverFailed("the true table itself was found impossible; the sums may be too large")
        np.minimum(self._least, values, out=self._least)
        np.maximum(self._most, values, out=self._most)
        return float(prices @ values)

    def span(self, places: Places) -> Values:
        """How many whole steps lie between the lowest and the highest seen, a value a place."""
        ends = self._most[places], -self._least[places]
        return np.asarray(np.floor(ends[0] + NEGLIGIBLE) + np.floor(ends[1] + NEGLIGIBLE))

    def reach(self, places: Places) -> Values:
        """The greatest distance seen, a value a place."""
        return np.asarray(np.maximum(-self._least[places], self._most[places]))


def _is_narrow(programme: Programme, place: int, width: int) -> bool:
    rises = np.floor(furthest(programme, place, 1.0) + NEGLIGIBLE)
    return bool(rises < width and rises + np.floor(furthest(programme, place, -1.0) + NEGLIGIBLE) < width)
