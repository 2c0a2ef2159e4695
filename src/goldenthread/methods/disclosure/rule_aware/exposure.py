"""Exposure: the primary cells that have a single possible count for whoever knows the rule.

A hidden cell at its lower bound can only rise. Let v be a direction that keeps every sum, moves no published
cell, and moves as many of these cells off their bound as can be. A bound cell that v leaves where it is can
never move: it is as good as published. Any other primary cell that the sums alone leave open moves in some
direction u, and then in v + u/1000 too, which no bound forbids. So one linear programme and one rank test
decide for all cells at once, and exactly.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure import rank
from goldenthread.methods.disclosure.linear import UNBOUNDED, Programme, SolverFailed
from goldenthread.methods.disclosure.system import Flags, System
from goldenthread.methods.disclosure.unknowns import Unknowns, unknowns

HALF: Final = 0.5
"""Cells that can leave their bound at all can leave it by 1, for directions have no length."""


def exposed(system: System, hidden: Flags, *, basis: sparse.csr_array | None = None) -> NDArray[np.intp]:
    """The primary cells that are fixed by what is published and by the bounds of what is hidden.

    Real numbers are held possible here; `attack.recovered` also knows that counts are whole. `basis` is
    `rank.basis.of(system)` or as good, where it is known already.
    """
    return rank.exposed(system, movable(system, hidden), basis=basis)


def movable(system: System, hidden: Flags) -> Flags:
    """The hidden cells that neither subtraction gives away nor a bound holds where they are."""
    left = unknowns(system, hidden)
    open_ = np.zeros(len(system), bool)
    open_[left.cells[~_stuck(left)]] = True
    return open_


def _stuck(left: Unknowns) -> Flags:
    """Which unknowns stand at a bound that they cannot leave."""
    at_floor, at_ceiling = left.down == 0, left.up == 0
    bound = np.flatnonzero(at_floor | at_ceiling)
    if not len(bound):
        return np.zeros(len(left), bool)
    # A bound cell moves by the sum of two columns: its first step, which counts, and whatever more it goes.
    sums = sparse.csr_array(sparse.hstack([left.sums, sparse.csc_array(left.sums)[:, bound]]))
    down, up = _steps(at_floor, -1.0), _steps(at_ceiling, 1.0)
    more_down, more_up = _steps(at_floor[bound], -UNBOUNDED), _steps(at_ceiling[bound], UNBOUNDED)
    is_bound = at_floor | at_ceiling
    first_down, first_up = np.where(is_bound, down, -UNBOUNDED), np.where(is_bound, up, UNBOUNDED)
    programme = Programme(sums, np.concatenate([first_down, more_down]), np.concatenate([first_up, more_up]))
    prices = np.zeros(sums.shape[1])
    prices[: len(left)] = at_floor.astype(float) - at_ceiling
    programme.price(prices)
    if (values := programme.solve()) is None:
        raise SolverFailed("no direction was found, though not to move is one")
    return np.asarray(is_bound & (np.abs(values[: len(left)]) < HALF))


def _steps(barred: Flags, step: float) -> NDArray[np.float64]:
    return np.where(barred, 0.0, step)
