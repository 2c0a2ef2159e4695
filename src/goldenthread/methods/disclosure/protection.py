"""Protection: which cells of a system are hidden, what that holds against, and the proof of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.level import Level
from goldenthread.methods.disclosure.system import Flags, Role, System

__all__ = ["TRUE_TABLE", "Level", "NotProtected", "Protection", "Witness", "shown_beside"]

TRUE_TABLE: Final = -1
"""In place of a row of changes: the true table itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """Other tables of whole numbers that an outsider cannot tell from the true one.

    Each row of `changes` is what to add to the true counts, cell by cell (k tables, n cells, whole numbers).
    For the primary cell `cells[i]`, the tables `first[i]` and `second[i]` differ there by the width or more:
    numbers of rows, or `TRUE_TABLE`.
    """

    changes: sparse.csr_array
    cells: NDArray[np.int64]
    first: NDArray[np.int64]
    second: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Protection:
    """The free cells that are hidden too (`secondary`), and the level that this holds at `width`.

    `witness` is there at the level `WITNESS` and at no other. The width is 1 for the levels below.
    """

    secondary: Flags
    level: Level
    width: int = 1
    witness: Witness | None = None

    def loss(self, system: System) -> tuple[int, int]:
        """What the reader loses: how many cells are hidden to protect others, and the sum of their counts."""
        return int(self.secondary.sum()), int(system.counts[self.secondary].sum())

    def hidden(self, system: System) -> Flags:
        """Every cell that is not printed."""
        return system.hidden(self.secondary)


class NotProtected(Exception):
    """No choice of hidden cells protects these primary cells; nothing may be released.

    `cells` are the primary cells that stay open; `keeping` the shown cells to which that is owed, where
    known.
    """

    def __init__(self, cells: NDArray[np.intp], keeping: NDArray[np.intp] | None = None) -> None:
        self.cells = cells
        self.keeping = np.empty(0, np.intp) if keeping is None else keeping
        super().__init__(f"{len(cells)} cells would stay open whatever is hidden beside them")


def shown_beside(system: System, cells: NDArray[np.intp]) -> NDArray[np.intp]:
    """The shown cells of the sums in which these cells stand: what keeps them from moving."""
    columns = abs(sparse.csc_array(system.sums)).astype(np.int64)
    picked = np.zeros(len(system), np.int64)
    picked[cells] = 1
    near = columns.T @ (columns @ picked > 0).astype(np.int64) > 0
    return np.flatnonzero(near & system.is_(Role.SHOWN))
