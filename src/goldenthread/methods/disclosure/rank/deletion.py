"""Deletion: hide every free cell, then publish one after the other while no primary cell opens."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.protection import NotProtected, shown_beside
from goldenthread.methods.disclosure.rank.elimination import Elimination, Progress
from goldenthread.methods.disclosure.system import Flags, Role, System, Weights

BETA: Final = 0.4
"""How much a sum that holds exactly one primary cell speaks for hiding its other cells: 0.4 hides 6 to 8%
fewer cells than 0."""


def alone(system: System, primary: Flags) -> Weights:
    """For each cell, in how many of its sums exactly one of these primary cells stands."""
    marks = takes_part(system)
    held = marks @ primary.astype(np.int32)
    return np.asarray(marks.T @ (held == 1).astype(np.int32), np.float64)


def takes_part(system: System) -> sparse.csr_array:
    """1 where a cell takes part in a sum, whatever its coefficient there."""
    sums = system.sums
    return sparse.csr_array(((sums.data != 0).astype(np.int8), sums.indices, sums.indptr), shape=sums.shape)


def keys(system: System, beta: float = BETA) -> Weights:
    """What is dear to hide has a high key and is published first."""
    wanted = alone(system, system.is_(Role.PRIMARY))
    return np.asarray(np.log1p(system.costs) - beta * wanted)


def secondary(
    system: System,
    basis: sparse.csr_array,
    key: Weights,
    *,
    seed: int = 0,
    progress: Progress | None = None,
) -> Flags:
    """The free cells that stay hidden when cells are published by descending key.

    Shown cells are published first. Raises NotProtected where they alone fix a primary cell.
    """
    shown = np.flatnonzero(system.is_(Role.SHOWN))
    free = np.flatnonzero(system.is_(Role.FREE))
    primary = np.flatnonzero(system.is_(Role.PRIMARY))
    sizes = np.diff(basis.indptr)
    shown = shown[np.argsort(sizes[shown], kind="stable")]
    free = free[np.argsort(-key[free], kind="stable")]
    cells = np.concatenate([shown, free, primary])
    rows = np.arange(len(cells))
    work = Elimination(
        basis[cells],
        primary=rows >= len(shown) + len(free),
        forced=rows < len(shown),
        seed=seed,
    )
    stays = work.publish(rows[: len(shown) + len(free)], progress)
    if len(open_ones := cells[_open(work)]):
        raise NotProtected(open_ones, shown_beside(system, open_ones))
    chosen = np.zeros(len(system), bool)
    chosen[cells[stays]] = True
    return chosen


def _open(work: Elimination) -> NDArray[np.intp]:
    return np.flatnonzero(work.is_fixed() & (work.primary > 0))
