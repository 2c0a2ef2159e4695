"""Protecting: hide so much that neither the sums nor the rule gives a primary cell away.

Two things are needed: a direction that moves all primary cells at a bound off it, and that the sums alone fix
no primary cell. In turn: the cheapest direction where cells that are hidden already cost little; all that it
moves stays hidden; what more the sums call for is chosen as at the level `rank`. The best round counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.linear import Values
from goldenthread.methods.disclosure.protection import Level, NotProtected, Protection, shown_beside
from goldenthread.methods.disclosure.rank import basis as bases
from goldenthread.methods.disclosure.rank import deletion
from goldenthread.methods.disclosure.rule_aware.direction import Directions
from goldenthread.methods.disclosure.rule_aware.exposure import exposed, movable
from goldenthread.methods.disclosure.rule_aware.widening import closed
from goldenthread.methods.disclosure.system import Flags, Role, System, Weights
from goldenthread.methods.disclosure.unknowns import NEGLIGIBLE

ROUNDS: Final = 6
LARGE: Final = 50_000
"""From so many cells on two rounds are made, for each takes seconds."""
DISCOUNT: Final = 0.05
"""What a cell costs a direction that is hidden anyhow, against its full price."""
SURCHARGE: Final = 1.5
"""What a cell costs that the round before could do without."""

Progress = Callable[[str, int, int], None]


def protect(
    system: System,
    *,
    basis: sparse.csr_array | None = None,
    seed: int = 0,
    rounds: int | None = None,
    give_up: Callable[[], bool] | None = None,
    progress: Progress | None = None,
) -> Protection:
    """Hide free cells until no primary cell is fixed by the sums and the bounds; raises NotProtected.

    After the first of `rounds` (6 unless said, 2 for a large table) `give_up` is asked before each further
    one. The answer is held against the attack, whole numbers included, and mended where that opens a cell.
    """
    rows = bases.of(system) if basis is None else basis
    bounded = seed, _enough(system) if rounds is None else rounds
    try:
        best = _best_round(system, rows, system.is_(Role.PRIMARY), bounded, give_up, progress)
    except NotProtected:
        # A cell that needs no protection may stand in the way at its bound: then all that can leave one must.
        everything = ~system.is_(Role.SHOWN)
        if len(open_ones := exposed(system, everything, basis=rows)):
            raise _not_protected(system, open_ones) from None
        leaving = movable(system, everything)
        best = _best_round(system, rows, leaving, bounded, give_up, progress)
    secondary = closed(system, best)
    if len(open_ones := exposed(system, system.hidden(secondary), basis=rows)):
        raise _not_protected(system, open_ones)
    return Protection(secondary, Level.RULE_AWARE)


def _enough(system: System) -> int:
    return ROUNDS if len(system) < LARGE else 2


def _best_round(
    system: System,
    rows: sparse.csr_array,
    leaving: Flags,
    bounded: tuple[int, int],
    give_up: Callable[[], bool] | None,
    progress: Progress | None,
) -> Flags:
    seed, rounds = bounded
    secondary = deletion.secondary(system, rows, deletion.keys(system), seed=seed)
    full = np.log1p(system.costs)
    directions, prices = Directions(system, leaving), np.where(secondary, DISCOUNT * full, full)
    best, least = secondary, np.inf
    for number in range(max(1, rounds)):
        if number and give_up is not None and give_up():
            break
        if progress:
            progress("rounds", number, rounds)
        if (direction := directions.cheapest(prices)) is None:
            raise NotProtected(np.flatnonzero(leaving))
        secondary, extra = _completed(system, rows, direction, seed)
        if (cost := float(full[secondary].sum())) < least - NEGLIGIBLE:
            best, least = secondary, cost
        prices = _prices(full, direction, secondary, extra)
    return best


def _completed(system: System, rows: sparse.csr_array, direction: Values, seed: int) -> tuple[Flags, Flags]:
    """The free cells that the direction moves and those that the sums call for beside them; the latter."""
    moves = np.abs(direction) > NEGLIGIBLE
    at_bound = (system.counts == system.lower) | (system.counts == system.upper)
    roles = system.roles.copy()
    roles[moves & (roles == Role.FREE)] = Role.UNSEEN
    # A bound cell that stays put can protect nobody: it may be unable to go the way it would have to.
    roles[at_bound & ~moves & (roles != Role.PRIMARY)] = Role.SHOWN
    held = replace(system, roles=roles)
    extra = deletion.secondary(held, rows, deletion.keys(held), seed=seed)
    return extra | (moves & system.is_(Role.FREE)), extra


def _prices(full: Weights, direction: Values, secondary: Flags, extra: Flags) -> Weights:
    """Cells that move far are worth their place, so they cost less by distance; see Candes et al. 2008."""
    prices = full / (np.abs(direction) + 0.3)
    prices[extra] = DISCOUNT * full[extra]
    prices[~secondary] *= SURCHARGE
    return prices


def _not_protected(system: System, cells: NDArray[np.intp]) -> NotProtected:
    return NotProtected(cells, shown_beside(system, cells))
