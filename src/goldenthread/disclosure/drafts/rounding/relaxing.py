"""Relaxing: print the rounded counts again that are hidden without need.

The search for what to hide goes by sums, and of ends only by those that hold small counts; a rounded count
next to an end of its interval looks to it as if it could not move. What it hides for that is tried anew.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from goldenthread.disclosure.drafts.rounding.intervals import Told
from goldenthread.methods.disclosure.protection import NotProtected, Protection, Witness
from goldenthread.methods.disclosure.system import Role, System

Places = NDArray[np.int64]


def relaxed(told: Told, protection: Protection) -> tuple[Told, Protection]:
    """The protection without those hidden cells from `told.first` on that nothing needs, with its witness.

    All of them at once, else the dearest one by one; each time a new witness is looked for. A multiple is
    hidden with what it tells, and in the system that comes back it is settled whether it is known: it is no
    figure of its own.
    """
    system, twin = told.built.system, np.arange(len(told.built.system))
    twin[told.twins[:, 0]], twin[told.twins[:, 1]] = told.twins[:, 1], told.twins[:, 0]
    # With more hidden the witness holds as before.
    protection = replace(protection, secondary=protection.secondary | protection.secondary[twin])
    protection = _tried(system, protection, np.flatnonzero(protection.secondary), twin, told.first)
    return _settled(told, protection)


def _tried(system: System, protection: Protection, places: Places, twin: Places, first: int) -> Protection:
    hidden = places[places >= first]
    if not len(hidden):
        return protection
    if found := _without(system, protection, hidden):
        return found
    for cell in hidden[np.argsort(-system.costs[hidden], kind="stable")]:
        if protection.secondary[cell]:
            protection = _without(system, protection, np.array([cell, twin[cell]])) or protection
    return protection


def _settled(told: Told, protection: Protection) -> tuple[Told, Protection]:
    multiples = told.twins[:, 1]
    if not len(multiples):
        return told, protection
    system = told.built.system
    roles, secondary = system.roles.copy(), protection.secondary.copy()
    free = multiples[roles[multiples] == Role.FREE]
    roles[free] = np.where(secondary[free], Role.UNSEEN, Role.SHOWN)
    secondary[free] = False
    known = replace(system, roles=roles)
    built, shown = (replace(each, system=known) for each in (told.built, told.shown))
    return Told(built, shown, told.first, told.twins), replace(protection, secondary=secondary)


def _without(system: System, protection: Protection, cells: Places) -> Protection | None:
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
