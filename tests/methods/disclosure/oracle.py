"""The oracle: every table of whole numbers that an outsider must hold possible, counted one by one.

No solver and no code of ours takes part but the columns of the system.
"""

import numpy as np

from goldenthread.methods.disclosure.system import NO_LIMIT, Role

MOST_TABLES = 5_000
FAR = 10**6
NEAR, WIDE = 1, 3
"""How far from the true count other tables are looked for, to tell whether a cell is fixed.

Any other table is the true one after some steps, each of them possible by itself and none against another.
Where the sums are totally unimodular a step changes no cell by more than 1; in the other tiny tables by no
more than 3.
"""
A_LOOK = 500
"""So many of the tables near the true one already show most of the cells that are not fixed."""


class TooManyTables(Exception):
    """More tables than a test should count."""


def tables(system, hidden, reach=None, look=None, most=MOST_TABLES):
    """All tables that agree with what is published, a row a table; within `reach` of the true one, if said.

    `look` is for some of them only, about so many. Raises TooManyTables where there are more than `most`, or
    a cell has no greatest count.
    """
    cells = np.flatnonzero(hidden)
    sums = system.sums.toarray().astype(np.int64)
    rest = -sums[:, ~hidden] @ system.counts[~hidden]
    low, high = _bounds(system, cells, sums[:, cells], rest, reach)
    if len(cells) and (high - low).max() >= FAR // 2:
        raise TooManyTables
    order = _order(sums[:, cells])
    found = _filled(sums[:, cells[order]], rest, low[order], high[order], look or most, look)
    every = np.repeat(system.counts[None], len(found), axis=0)
    every[:, cells[order]] = found
    return every


def _bounds(system, cells, sums, rest, reach):
    """What each sum by itself says of each cell, again and again until nothing changes."""
    low, high = system.lower[cells], np.where(system.upper[cells] == NO_LIMIT, FAR, system.upper[cells])
    if reach is not None:
        counts = system.counts[cells]
        low, high = np.maximum(low, counts - reach), np.minimum(high, counts + reach)
    used, scale = sums != 0, np.where(sums == 0, 1, sums)
    while True:
        ends = np.sort([sums * low, sums * high], axis=0)
        least, most = ends.sum(axis=2)
        at_least = rest[:, None] - (most[:, None] - ends[1])
        at_most = rest[:, None] - (least[:, None] - ends[0])
        sides = np.sort([at_least / scale, at_most / scale], axis=0)
        new_low = np.where(used, np.ceil(sides[0]), -FAR).max(axis=0, initial=-FAR).astype(np.int64)
        new_high = np.where(used, np.floor(sides[1]), FAR).min(axis=0, initial=FAR).astype(np.int64)
        new_low, new_high = np.maximum(low, new_low), np.minimum(high, new_high)
        if (new_low == low).all() and (new_high == high).all():
            return low, high
        low, high = new_low, new_high


def _order(sums):
    """The cells of the shortest sum first, and so on, so that sums are complete early."""
    rows = np.argsort((sums != 0).sum(axis=1), kind="stable")
    told = [cell for row in rows for cell in np.flatnonzero(sums[row])] + list(range(sums.shape[1]))
    return np.array(list(dict.fromkeys(told)), np.intp)


def _filled(sums, rest, low, high, most, look):
    """One cell after the other with each of its counts, kept while every sum can still come out."""
    found, left = np.zeros((1, 0), np.int64), rest[None]
    later = np.sort([sums * low, sums * high], axis=0)
    later = later.sum(axis=2, keepdims=True) - later.cumsum(axis=2)
    for cell in range(sums.shape[1]):
        values = np.arange(low[cell], high[cell] + 1)
        if len(found) > most:
            if not look:
                raise TooManyTables
            every = len(found) // look + 1
            found, left = found[::every], left[::every]
        column = np.tile(values, len(found))
        left = np.repeat(left, len(values), axis=0) - column[:, None] * sums[:, cell]
        kept = ((left >= later[0, :, cell]) & (left <= later[1, :, cell])).all(axis=1)
        found = np.column_stack([np.repeat(found, len(values), axis=0), column])[kept]
        left = left[kept]
    return found


def fixed(system, hidden, cells=None):
    """Those of the cells (the primary ones, unless said) in which all possible tables agree."""
    asked = np.flatnonzero(system.is_(Role.PRIMARY)) if cells is None else cells
    for reach, look in ((NEAR, A_LOOK), (NEAR, None), (WIDE, None)):
        if len(asked):
            possible = tables(system, hidden, reach, look, most=100_000)[:, asked]
            asked = asked[(possible == system.counts[asked]).all(axis=0)]
    return asked.tolist()


def ranges(system, hidden, cells):
    """The least and the greatest count of each cell over all possible tables."""
    possible = tables(system, hidden)[:, cells]
    return possible.min(axis=0), possible.max(axis=0)


def left_open(system, hidden):
    """Cells that the sums alone do not fix: those that some change moves which keeps every sum at 0."""
    cells = np.flatnonzero(hidden)
    sums = system.sums.toarray()[:, cells].astype(float)
    _, sizes, turned = np.linalg.svd(sums, full_matrices=True)
    moves = turned[int((sizes > 1e-9).sum()) :]
    return cells[np.abs(moves).max(axis=0, initial=0.0) > 1e-9]


def whole_groups(system, hidden):
    """Total and part of each sum in which every possible table has everybody, 1 or more, in one part."""
    zeros = np.flatnonzero(system.counts == 0)
    known = set(zeros[~hidden[zeros]].tolist()) | set(fixed(system, hidden, zeros[hidden[zeros]]))
    found = []
    for row in system.sums.toarray().tolist():
        sides = [[cell for cell, factor in enumerate(row) if factor * sign > 0] for sign in (1, -1)]
        (total, *more), parts = sides if len(sides[0]) == 1 else sides[::-1]
        left = [part for part in parts if part not in known]
        if not more and len(parts) > 1 and system.counts[total] and len(left) == 1:
            found.append((total, left[0]))
    return found
