"""Widening: hide the cheapest cells more by which a cell that is fixed can take another count."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.attack import recovered
from goldenthread.methods.disclosure.linear import Places, Programme, Values
from goldenthread.methods.disclosure.protection import NotProtected
from goldenthread.methods.disclosure.system import Flags, Role, System
from goldenthread.methods.disclosure.unknowns import NEGLIGIBLE, unknowns


def closed(system: System, secondary: Flags) -> Flags:
    """The secondary cells and as many more as it takes that the attack recovers no primary cell.

    Raises NotProtected where a cell cannot take another count even with all free cells hidden.
    """
    hidden = system.hidden(secondary)
    while len(cells := recovered(system, hidden)):
        widening = Widening(system, hidden)
        for cell in cells:
            hidden = hidden | widening.opened(int(cell), 1.0)
    return np.asarray(hidden & system.is_(Role.FREE))


def shown_beside(system: System, cells: NDArray[np.intp]) -> NDArray[np.intp]:
    """The shown cells of the sums in which these cells stand: what keeps them from moving."""
    columns = abs(sparse.csc_array(system.sums)).astype(np.int64)
    picked = np.zeros(len(system), np.int64)
    picked[cells] = 1
    near = columns.T @ (columns @ picked > 0).astype(np.int64) > 0
    return np.flatnonzero(near & system.is_(Role.SHOWN))


class Widening:
    """Changes of the true table that may use free cells which are printed so far, at a price."""

    def __init__(self, system: System, hidden: Flags) -> None:
        self._system = system
        left = unknowns(system, ~system.is_(Role.SHOWN))
        self._cells = left.cells
        self._printed = np.flatnonzero(~hidden[left.cells])
        down, up = left.down.copy(), left.up
        fall = -down[self._printed]
        down[self._printed] = 0.0
        sums = sparse.hstack([left.sums, -sparse.csc_array(left.sums)[:, self._printed]])
        self._bounds = np.concatenate([down, np.zeros(len(fall))]), np.concatenate([up, fall])
        self._programme = Programme(sparse.csr_array(sums), *self._bounds)
        prices = np.full(sums.shape[1], -NEGLIGIBLE)
        dear = -1.0 - np.log1p(system.costs[left.cells[self._printed]])
        prices[self._printed] = prices[len(left) :] = dear
        self._prices = prices
        self._programme.price(prices)

    def opened(self, cell: int, step: float) -> Flags:
        """The printed cells to hide so that `cell` can be `step` off its count, up or down.

        Raises NotProtected where it cannot.
        """
        found = [change for side in (step, -step) if (change := self._change(cell, side)) is not None]
        if not found:
            cells = np.array([cell])
            raise NotProtected(cells, shown_beside(self._system, cells))
        change = max(found, key=lambda one: float(self._prices @ one))
        hidden = np.zeros(len(self._system), bool)
        size = len(self._cells)
        moves = np.abs(change[self._printed]) + np.abs(change[size:]) > NEGLIGIBLE
        hidden[self._cells[self._printed[moves]]] = True
        return hidden

    def _change(self, cell: int, step: float) -> Values | None:
        place = np.flatnonzero(self._cells == cell)
        if not len(place):
            return None
        return self._pinned(place, step)

    def _pinned(self, place: Places, step: float) -> Values | None:
        lower, upper = (bound[place] for bound in self._bounds)
        low, high = (np.full(1, step), upper) if step > 0 else (lower, np.full(1, step))
        if (low > high).any():
            return None
        self._programme.bound(place, low, high)
        change = self._programme.solve()
        self._programme.bound(place, lower, upper)
        return change
