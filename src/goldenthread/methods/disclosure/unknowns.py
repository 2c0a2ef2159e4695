"""Unknowns: the hidden cells that plain subtraction leaves open, and what their sums say of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from goldenthread.methods.disclosure.linear import UNBOUNDED, Places, Values
from goldenthread.methods.disclosure.system import NO_LIMIT, Flags, System

NEGLIGIBLE: Final = 1e-6
"""A solver's answer that is nearer to a whole number than this is that number."""


@dataclass(frozen=True, slots=True, eq=False)
class Unknowns:
    """Hidden cells, and the sums in which two of them or more stand.

    `cells` are places in the system, k of them; `sums` has a column for each; `down` and `up` say how far
    the true count may fall and rise within what an outsider holds possible (`down` is 0 or less; `UNBOUNDED`
    where there is no limit). A change of the true table that an outsider cannot tell from it keeps every
    one of these sums at 0.
    """

    cells: Places
    sums: sparse.csr_array
    down: Values
    up: Values

    def __len__(self) -> int:
        return len(self.cells)

    def part(self, chosen: Places) -> Unknowns:
        """Some of the cells, with the sums that hold any of them; places among these cells."""
        sums = sparse.csr_array(sparse.csc_array(self.sums)[:, chosen])
        sums = sums[np.flatnonzero(np.diff(sums.indptr))]
        return Unknowns(self.cells[chosen], sums, self.down[chosen], self.up[chosen])

    def pieces(self) -> list[Unknowns]:
        """Parts that share no sum, the largest first: what happens in one says nothing of another."""
        touching = abs(self.sums).T @ abs(self.sums)
        count, piece = csgraph.connected_components(touching, directed=False)
        order = np.argsort(piece, kind="stable")
        ends = np.cumsum(np.bincount(piece, minlength=count))
        groups = np.split(order, ends[:-1]) if count else []
        return [self.part(group) for group in sorted(groups, key=lambda group: (-len(group), group[0]))]


def unknowns(system: System, hidden: Flags) -> Unknowns:
    """What is left when every sum with a single hidden cell has given that cell away."""
    columns = abs(sparse.csc_array(system.sums)).astype(bool)
    open_ = hidden.copy()
    while len(given := _given_away(columns, open_)):
        open_[given] = False
    cells = np.flatnonzero(open_)
    lower, upper = system.lower[cells], system.upper[cells]
    counts = system.counts[cells]
    up = np.where(upper == NO_LIMIT, UNBOUNDED, upper - counts)
    whole = Unknowns(np.arange(len(system)), system.sums, np.empty(len(system)), np.empty(len(system)))
    part = whole.part(cells)
    return Unknowns(cells, part.sums, (lower - counts).astype(float), up.astype(float))


def _given_away(columns: sparse.csc_array, open_: Flags) -> NDArray[np.intp]:
    hidden_in_sum = columns.astype(np.int64) @ open_.astype(np.int64)
    alone = (hidden_in_sum == 1).astype(np.int64)
    return np.flatnonzero(open_ & (columns.T.astype(np.int64) @ alone > 0))
