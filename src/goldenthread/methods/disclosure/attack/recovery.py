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
"""So often all cells that have not moved a whole step are pushed together before each is tried alone."""


def recovered(system: System, hidden: Flags, cells: Places | None = None) -> NDArray[np.intp]:
    """Those of `cells` (all primary cells, unless said) that have a single possible count.

    A cell is recovered where all tables that agree with what is published agree in it, or where the interval
    of its real values holds no other whole number. That may miss a cell which only whole numbers throughout
    the table fix; it names none that is not fixed.
    """
    asked = np.flatnonzero(system.is_(Role.PRIMARY)) if cells is None else cells
    loose = np.zeros(len(system), bool)
    wanted = np.zeros(len(system), bool)
    wanted[asked] = True
    for piece in unknowns(system, hidden).pieces():
        places = np.flatnonzero(wanted[piece.cells])
        if len(places):
            loose[piece.cells[_loose(piece, places)]] = True
    return np.asarray(asked[~loose[asked]])


def _loose(piece: Unknowns, asked: Places) -> Places:
    """Those of `asked` that can be a whole step off the true count."""
    seen = _Seen(piece, len(asked))
    free = asked[~_fixed(seen, asked)]
    for _ in range(ROUNDS_AT_ONCE):
        if not len(slow := free[seen.reach(free) < 1 - NEGLIGIBLE]):
            return np.asarray(free)
        seen.push(slow)
    programme = Programme(piece.sums, piece.down, piece.up)
    slow = free[seen.reach(free) < 1 - NEGLIGIBLE]
    stuck = [place for place in slow if not _steps(programme, int(place))]
    return np.setdiff1d(free, np.asarray(stuck, np.intp))


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

    def reach(self, places: Places) -> Values:
        """The greatest distance seen, a value a place."""
        return np.asarray(np.maximum(-self._least[places], self._most[places]))


def _steps(programme: Programme, place: int) -> bool:
    return any(furthest(programme, place, price) >= 1 - NEGLIGIBLE for price in (1.0, -1.0))
