"""Controlled rounding: every count to a multiple of the base nearby, so that sums still add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from goldenthread.methods.disclosure.policy.terms import Rounding

Counts = NDArray[np.int64]

NODES: Final = 2_000
"""How many branches of the search for an additive table are tried: a bound of work, not of time."""

NOISE: Final = 1e-3
"""What the seed adds to a cost at most: it decides between tables that are equally near, nothing else."""


@dataclass(frozen=True, slots=True, eq=False)
class Rounded:
    """Rounded counts, whether they add up as the true ones do, and what readers are told.

    `is_alone` are the counts that were rounded to the nearest multiple by themselves.
    """

    counts: Counts
    is_additive: bool
    is_alone: NDArray[np.bool_]
    statement: str


def controlled(
    counts: Counts, sums: sparse.csr_array, base: int, *, out: Counts | None = None, seed: int = 0
) -> Rounded:
    """Counts moved by less than the base to one of its multiples, with `sums @ counts == 0` kept.

    `counts` (n, whole, 0 or more) and `sums` (m x n, whole numbers) as a `System` holds them. A multiple of
    the base stays as it is. Among the additive tables one nearest to the counts is taken; the seed decides
    between equals. `out` are the multiples that were printed of these counts before, and stay (-1 where none
    was; one that is no longer near is passed over). In a table of two dimensions of which nothing is out
    there always is one (its sums are totally unimodular). Where there is none, or none was found, each count
    is rounded by itself and the statement says so. Source: Cox (1987), zero-restricted controlled rounding.
    """
    if base < 2:
        raise ValueError(f"a base of {base} rounds nothing: give 2 or more")
    floors, over = np.divmod(counts, base)
    before = np.full(len(counts), -1) if out is None else _went_up(out, floors, over, base)
    goes_up = _additive(sums, floors, over, base, before, seed)
    if goes_up is not None:
        nobody = np.zeros(len(counts), bool)
        told = Rounding(base, "controlled").statement
        return Rounded((floors + goes_up) * base, True, nobody, told)
    is_alone = before < 0
    nearest = (2 * counts + base) // (2 * base) * base
    alone = np.where(is_alone, nearest, (floors + before) * base)
    told = f"No table adds up. {Rounding(base, 'independent').statement}"
    return Rounded(alone, bool(np.all(sums @ alone == 0)), is_alone, told)


def _went_up(out: Counts, floors: Counts, over: Counts, base: int) -> Counts:
    """1 for each count that was printed going up, 0 for each going down, -1 where it is to be chosen."""
    steps = out // base - floors
    is_near = (out >= 0) & (out % base == 0) & (steps >= 0) & (steps <= np.sign(over))
    return np.where(is_near, steps, -1)


def _additive(
    sums: sparse.csr_array, floors: Counts, over: Counts, base: int, before: Counts, seed: int
) -> Counts | None:
    """1 for each cell that goes up, 0 for each that goes down, so that all sums hold; None if not found."""
    goes_up = np.maximum(before, 0)
    open_cells = np.flatnonzero((over > 0) & (before < 0))
    owed = -(sums @ (floors + goes_up))
    if len(open_cells):
        noise = np.random.default_rng(seed).random(len(open_cells)) * NOISE
        found = optimize.milp(
            (base - 2 * over[open_cells]) / base + noise,
            integrality=np.ones(len(open_cells)),
            bounds=optimize.Bounds(0, 1),
            constraints=optimize.LinearConstraint(sums[:, open_cells], owed, owed),
            options={"node_limit": NODES},
        )
        if found.x is None:
            return None
        goes_up[open_cells] = np.rint(found.x).astype(np.int64)
    # Whole numbers decide, not the tolerance of a solver.
    return goes_up if not (sums @ (floors + goes_up)).any() else None
