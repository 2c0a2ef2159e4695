"""Search: less to hide, by choosing anew in one neighbourhood after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.rank import deletion
from goldenthread.methods.disclosure.rank import region as regions
from goldenthread.methods.disclosure.rank.elimination import Elimination, Progress
from goldenthread.methods.disclosure.rank.neighbourhood import Neighbours
from goldenthread.methods.disclosure.rank.region import Region
from goldenthread.methods.disclosure.system import Flags, Role, System, Weights

GiveUp = Callable[[], bool]

SMALLEST_REGION: Final = 2_000
REGIONS: Final = 20
"""Cells are looked at in regions of a twentieth of the table, and of these many cells at least."""
ROUNDS_IN_A_REGION: Final = 30
NEIGHBOURHOOD: Final = 400
TRIES: Final = 8
SUM_COUNTS: Final = 3.0
"""How much the costs of the hidden cells count beside their number."""


@dataclass(slots=True, eq=False)
class Search:
    """A search under way: the cells hidden so far, and what weighs how much."""

    system: System
    secondary: Flags
    weights: Weights
    chance: np.random.Generator
    takes_part: sparse.csr_array
    partners: sparse.csr_array
    neighbours: Neighbours

    def round(self, whole: Region, inside: Flags) -> None:
        """Choose anew in a neighbourhood of one hidden cell of a region."""
        hidden = np.flatnonzero(self.secondary & inside)
        near = np.zeros(len(self.system), bool)
        near[self.neighbours.around(int(self.chance.choice(hidden)), NEIGHBOURHOOD, self.chance)] = True
        part = whole.narrowed(self.system, near & inside, self.secondary)
        if part.rows.shape[1]:
            self._choose(part)

    def region(self, size: int) -> Flags:
        """Which cells lie about one of the hidden cells."""
        inside = np.ones(len(self.system), bool)
        if size < len(self.system):
            cell = int(self.chance.choice(np.flatnonzero(self.secondary)))
            inside[:] = False
            inside[self.neighbours.around(cell, size, self.chance)] = True
        return inside

    def _choose(self, part: Region) -> None:
        """The best of a few tries, if it is no worse than what stands."""
        cells = part.cells
        free = np.flatnonzero(self.system.is_(Role.FREE)[cells])
        now = self.secondary[cells]
        primary = self.system.is_(Role.PRIMARY)[cells]
        start = Elimination(part.rows, primary=primary, forced=np.zeros(len(cells), bool), seed=0)
        wanted = self._wanted(part, free)
        weights, dear = self.weights[cells], np.log1p(self.system.costs[cells])
        best, least = None, float(weights[now].sum())
        for _ in range(TRIES):
            work = start.copy()
            key = self._key(dear, wanted, now)
            found = work.publish(free[np.argsort(-key[free], kind="stable")])
            if (weighs := float(weights[found].sum())) <= least + 1e-9:
                best, least = found, weighs
        if best is not None:
            self.secondary[cells[free]] = best[free]

    def _wanted(self, part: Region, free: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Weights:
        """For each cell, how many of its sums hold exactly one hidden cell without those to be chosen."""
        hidden = self.secondary | self.system.is_(Role.PRIMARY)
        hidden[part.cells[free]] = False
        near = self.partners[part.cells]
        sums = np.unique(near.indices)
        holds_one = np.zeros(near.shape[1])
        holds_one[sums] = self.takes_part[sums] @ hidden.astype(np.int64) == 1
        return np.asarray(near @ holds_one)

    def _key(self, dear: Weights, wanted: Weights, now: Flags) -> Weights:
        """What to publish first, shaken: sometimes in favour of what is hidden now."""
        chance = self.chance
        noise = np.exp(chance.uniform(np.log(0.02), np.log(0.5)))
        key = dear - chance.uniform(0, 1.5) * wanted + noise * chance.standard_normal(len(dear))
        if chance.random() < 0.7:
            key = key - chance.uniform(0, 2) * now
        return np.asarray(key)


def improved(
    system: System,
    basis: sparse.csr_array,
    secondary: Flags,
    *,
    seed: int,
    rounds: int,
    give_up: GiveUp | None = None,
    progress: Progress | None = None,
) -> Flags:
    """A choice that protects as `secondary` does and costs no more, after so many rounds.

    The same seed and number of rounds give the same answer; `give_up` is asked before each round.
    """
    search = _started(system, secondary, seed)
    size = max(SMALLEST_REGION, len(system) // REGIONS)
    every = regions.whole(system, basis)
    part, inside = every, np.ones(len(system), bool)
    for number in range(rounds):
        if not search.secondary.any() or (give_up and give_up()):
            break
        if number % ROUNDS_IN_A_REGION == 0:
            inside = search.region(size)
            part = every.narrowed(system, inside, search.secondary)
        if progress:
            progress("looking for less to hide", number, rounds)
        search.round(part, inside)
    return search.secondary


def _started(system: System, secondary: Flags, seed: int) -> Search:
    usual = float(system.costs[secondary].mean()) if secondary.any() else 0.0
    weights = 1 + SUM_COUNTS * system.costs / usual if usual else np.ones(len(system))
    takes_part = deletion.takes_part(system)
    return Search(
        system=system,
        secondary=secondary.copy(),
        weights=weights,
        chance=np.random.default_rng(seed),
        takes_part=takes_part,
        partners=sparse.csr_array(takes_part.T.tocsr()),
        neighbours=Neighbours(system.sums),
    )
