"""Direction: move every primary cell off its bound, through as few and as cheap other cells as can be."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.linear import UNBOUNDED, Programme, Values
from goldenthread.methods.disclosure.system import Flags, Role, System, Weights
from goldenthread.methods.disclosure.unknowns import unknowns


class Directions:
    """Directions of a system in which each of the cells `leaving` that stands at a bound leaves it.

    They keep every sum and move no shown cell. No length is meant by them: a direction says which way the
    cells go, and any part of it may be taken.
    """

    def __init__(self, system: System, leaving: Flags) -> None:
        left = unknowns(system, ~system.is_(Role.SHOWN))
        self._cells = left.cells
        self._size = len(system)
        roles = system.roles[left.cells]
        self._free = np.flatnonzero(roles == Role.FREE)
        must = leaving[left.cells]
        at_floor, at_ceiling = left.down == 0, left.up == 0
        lower = np.where(at_floor, np.where(must, 1.0, 0.0), -UNBOUNDED)
        upper = np.where(at_ceiling, np.where(must, -1.0, 0.0), UNBOUNDED)
        # What a free cell rises and what it falls are two columns, so that either costs.
        low, high = lower[self._free], upper[self._free]
        lower[self._free], upper[self._free] = np.maximum(low, 0.0), np.maximum(high, 0.0)
        sums = sparse.hstack([left.sums, -sparse.csc_array(left.sums)[:, self._free]])
        self._programme = Programme(
            sparse.csr_array(sums),
            np.concatenate([lower, np.maximum(-high, 0.0)]),
            np.concatenate([upper, np.maximum(-low, 0.0)]),
        )

    def cheapest(self, prices: Weights) -> Values | None:
        """The direction of the least total of price times distance over the free cells; a value a cell.

        `prices` has a value, 0 or more, for each cell of the system. None where no direction will do: then
        one of the cells cannot leave its bound whatever is hidden.
        """
        asked = np.zeros(len(self._cells) + len(self._free))
        asked[self._free] = asked[len(self._cells) :] = -prices[self._cells[self._free]]
        self._programme.price(asked)
        if (values := self._programme.solve()) is None:
            return None
        moved = values[: len(self._cells)].copy()
        moved[self._free] -= values[len(self._cells) :]
        direction = np.zeros(self._size)
        direction[self._cells] = moved
        return direction
