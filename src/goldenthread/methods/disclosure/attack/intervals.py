"""Intervals: the least and the greatest count that an outsider must hold possible of a hidden cell."""

from __future__ import annotations

import numpy as np

from goldenthread.methods.disclosure.linear import UNBOUNDED, Places, Programme, Values
from goldenthread.methods.disclosure.system import Flags, System
from goldenthread.methods.disclosure.unknowns import NEGLIGIBLE, Unknowns, unknowns


def intervals(system: System, hidden: Flags, cells: Places) -> tuple[Values, Values]:
    """The least and greatest value of each of `cells` over all tables that agree with what is published.

    Tables of real numbers, so each end is at least as wide as for whole numbers; `inf` where there is no
    limit. A cell that is published or given away by subtraction has its own count for both ends. Two linear
    programmes a cell, each from where the one before ended.
    """
    lowest, highest = np.zeros(len(system)), np.zeros(len(system))
    wanted = np.zeros(len(system), bool)
    wanted[cells] = True
    for piece in unknowns(system, hidden).pieces():
        asked = np.flatnonzero(wanted[piece.cells])
        if len(asked):
            places = piece.cells[asked]
            lowest[places], highest[places] = _reach(piece, asked)
    counts = system.counts[cells].astype(float)
    return counts + lowest[cells], counts + highest[cells]


def _reach(piece: Unknowns, asked: Places) -> tuple[Values, Values]:
    programme = Programme(piece.sums, piece.down, piece.up)
    reach = np.zeros((2, len(asked)))
    for side, price in enumerate((-1.0, 1.0)):
        for at, place in enumerate(asked):
            reach[side, at] = price * furthest(programme, int(place), price)
    return reach[0], reach[1]


def furthest(programme: Programme, place: int, price: float) -> float:
    """How far the value goes up (`price` 1) or down (-1): 0 or more; `UNBOUNDED` where it never ends."""
    programme.price_one(place, price)
    values = programme.solve()
    programme.price_one(place, 0.0)
    # All values at 0 are always possible, so what has no best value has no end.
    return UNBOUNDED if values is None else max(0.0, _tidy(price * float(values[place])))


def _tidy(value: float) -> float:
    whole = round(value)
    return float(whole) if abs(value - whole) < NEGLIGIBLE else value
