"""Relaxing: print the rounded counts again that are hidden without need.

The search for what to hide goes by sums, and of ends only by those that hold small counts; a rounded count
next to an end of its interval looks to it as if it could not move. What it hides for that is tried anew.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods.disclosure.protection import NotProtected, Protection, Witness
from goldenthread.methods.disclosure.system import System


def relaxed(system: System, protection: Protection, first: int) -> Protection:
    """The protection without those hidden cells from place `first` on that nothing needs, with its witness.

    All of them at once, else the dearest one by one; each time a new witness is looked for.
    """
    places = np.flatnonzero(protection.secondary)
    hidden = places[places >= first]
    if not len(hidden):
        return protection
    if found := _without(system, protection, hidden):
        return found
    for cell in hidden[np.argsort(-system.costs[hidden], kind="stable")]:
        protection = _without(system, protection, np.array([cell])) or protection
    return protection


def _without(system: System, protection: Protection, cells: NDArray[np.intp]) -> Protection | None:
    secondary = protection.secondary.copy()
    secondary[cells] = False
    witness = _witness(system, replace(protection, secondary=secondary))
    return replace(protection, secondary=secondary, witness=witness) if witness else None


def _witness(system: System, protection: Protection) -> Witness | None:
    # The solver is in already: this comes after a search.
    from goldenthread.methods.disclosure.witness.finding import find

    try:
        return find(system, protection.hidden(system), width=protection.width)
    except NotProtected:
        return None
