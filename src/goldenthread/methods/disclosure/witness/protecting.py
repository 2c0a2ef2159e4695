"""Protecting: hide so much that each primary cell has its two tables, and bring them as the proof."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure import rule_aware
from goldenthread.methods.disclosure.proof import faults
from goldenthread.methods.disclosure.protection import Level, NotProtected, Protection, Witness
from goldenthread.methods.disclosure.rule_aware.widening import Widening, closed
from goldenthread.methods.disclosure.system import Flags, Role, System
from goldenthread.methods.disclosure.witness.finding import find

Progress = Callable[[str, int, int], None]


class ProofFailed(RuntimeError):
    """A witness that we made ourselves does not hold; a fault of ours, and nothing may be released."""


def protect(
    system: System,
    *,
    width: int = 1,
    basis: sparse.csr_array | None = None,
    seed: int = 0,
    rounds: int | None = None,
    give_up: Callable[[], bool] | None = None,
    progress: Progress | None = None,
) -> Protection:
    """Hide free cells until each primary cell has two tables that differ by `width`; raises NotProtected.

    Starts from the level below. Where a cell has no two tables, the cheapest cells are hidden by which it
    gets them, and the search is made anew. The proof is checked before it is handed out.
    """
    start = rule_aware.protect(
        system, basis=basis, seed=seed, rounds=rounds, give_up=give_up, progress=progress
    )
    wide = start.secondary if width == 1 else closed(system, start.secondary, width)
    hidden, witness = _proven(system, system.hidden(wide), (width, seed), progress)
    secondary = np.asarray(hidden & system.is_(Role.FREE))
    protection = Protection(secondary, Level.WITNESS, width, witness)
    if found := faults(system, protection):
        raise ProofFailed("; ".join(found[:3]))
    return protection


def _proven(
    system: System, hidden: Flags, asked: tuple[int, int], progress: Progress | None
) -> tuple[Flags, Witness]:
    width, seed = asked
    while True:
        try:
            return hidden, find(system, hidden, width=width, seed=seed, progress=progress)
        except NotProtected as refused:
            more = _widened(system, hidden, refused, width)
            if not (more & ~hidden).any():
                raise
        hidden = hidden | more


def _widened(system: System, hidden: Flags, refused: NotProtected, width: int) -> Flags:
    """The cells hidden so far and those by which the open cells get their tables.

    Real numbers first, for they are quick and mostly whole; whole numbers where they bring nothing more.
    """
    more = _opened(Widening(system, hidden), refused, width)
    if not (more & ~hidden).any():
        more = _opened(Widening(system, hidden, whole=True), refused, width)
    return hidden | more


def _opened(widening: Widening, refused: NotProtected, width: int) -> Flags:
    found = [widening.opened(int(cell), width) for cell in refused.cells]
    return np.asarray(np.logical_or.reduce(found))
