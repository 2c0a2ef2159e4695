"""Widening: hide the cheapest cells more by which a cell that is fixed can take another count."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.attack import narrower
from goldenthread.methods.disclosure.linear import Places, Programme, Values
from goldenthread.methods.disclosure.protection import NotProtected, shown_beside
from goldenthread.methods.disclosure.system import Flags, Role, System
from goldenthread.methods.disclosure.unknowns import NEGLIGIBLE, unknowns


def closed(system: System, secondary: Flags, width: int = 1) -> Flags:
    """The secondary cells and as many more as it takes that the attack leaves each primary cell `width`.

    Raises NotProtected where a cell cannot take such a count even with all free cells hidden.
    """
    hidden = system.hidden(secondary)
    cells = narrower(system, hidden, width)
    while len(cells):
        widening = Widening(system, hidden)
        for cell in cells:
            hidden = hidden | widening.opened(int(cell), width)
        # Whoever had another possible count keeps it when more is hidden.
        cells = narrower(system, hidden, width, cells)
    return np.asarray(hidden & system.is_(Role.FREE))


class Widening:
    """Changes of the true table that may use free cells which are printed so far, at a price."""

    def __init__(self, system: System, hidden: Flags, *, whole: bool = False) -> None:
        self._system = system
        left = unknowns(system, ~system.is_(Role.SHOWN))
        self._cells = left.cells
        self._printed = np.flatnonzero(~hidden[left.cells])
        down, up = left.down.copy(), left.up
        fall = -down[self._printed]
        down[self._printed] = 0.0
        sums = sparse.hstack([left.sums, -sparse.csc_array(left.sums)[:, self._printed]])
        self._bounds = np.concatenate([down, np.zeros(len(fall))]), np.concatenate([up, fall])
        self._programme = Programme(sparse.csr_array(sums), *self._bounds, whole=whole)
        self._prices = np.full(sums.shape[1], -NEGLIGIBLE)
        self._price(-1.0 - np.log1p(system.costs[left.cells[self._printed]]))

    def opened(self, cell: int, width: int) -> Flags:
        """The printed cells to hide so that two tables differ by `width` in this cell.

        Raises NotProtected where none do.
        """
        place = np.flatnonzero(self._cells == cell)
        found = [changes for rise in range(width, -1, -1) if (changes := self._pair(place, rise, width))]
        if not found:
            cells = np.array([cell])
            raise NotProtected(cells, shown_beside(self._system, cells))
        moves = np.sum([np.abs(one) for one in min(found, key=self._dear)], axis=0)
        taken = moves[self._printed] + moves[len(self._cells) :] > NEGLIGIBLE
        # What is hidden for one cell costs the next one nothing.
        self._price(np.where(taken, -NEGLIGIBLE, self._prices[self._printed]))
        hidden = np.zeros(len(self._system), bool)
        hidden[self._cells[self._printed[taken]]] = True
        return hidden

    def _price(self, dear: Values) -> None:
        """What it costs to move the printed cells, up or down."""
        self._prices[self._printed] = self._prices[len(self._cells) :] = dear
        self._programme.price(self._prices)

    def _dear(self, changes: list[Values]) -> float:
        return -float(sum(self._prices @ one for one in changes))

    def _pair(self, place: Places, rise: int, width: int) -> list[Values]:
        """The changes to `rise` above the true count and to `width` below that; empty where one fails."""
        steps = [step for step in (rise, rise - width) if step]
        changes = [self._pinned(place, step) for step in steps] if len(place) else [None]
        found = [one for one in changes if one is not None]
        return found if len(found) == len(changes) else []

    def _pinned(self, place: Places, step: float) -> Values | None:
        lower, upper = (bound[place] for bound in self._bounds)
        low, high = (np.full(1, step), upper) if step > 0 else (lower, np.full(1, step))
        if (low > high).any():
            return None
        self._programme.bound(place, low, high)
        change = self._programme.solve()
        self._programme.bound(place, lower, upper)
        return change
