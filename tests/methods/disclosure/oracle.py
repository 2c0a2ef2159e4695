"""The oracle: every table of whole numbers that an outsider must hold possible, one after the other."""

import numpy as np

from goldenthread.methods.disclosure.system import NO_LIMIT, Role

MOST_TABLES = 1_000


class TooManyTables(Exception):
    """More tables than a test should count."""


def tables(system, hidden):
    """All tables that agree with what is published, a row a table; no code of ours takes part but the data.

    Cells are filled in one after the other, each within its bounds; whoever has a sum left with one empty
    cell fills it in. What is left of each sum must stay payable.
    """
    places = np.flatnonzero(hidden).tolist()
    sums = [
        [(cell, int(factor)) for cell, factor in enumerate(row) if factor]
        for row in system.sums.toarray().tolist()
    ]
    values = {cell: int(system.counts[cell]) for cell in range(len(system)) if not hidden[cell]}
    limit = int(system.counts.sum()) * 2 + 5
    found = []
    _fill(system, sums, values, places, limit, found)
    return np.array([[one[cell] for cell in range(len(system))] for one in found])


def _fill(system, sums, values, places, limit, found):
    values = dict(values)
    if not _deduce(system, sums, values, limit):
        return
    empty = [cell for cell in places if cell not in values]
    if not empty:
        found.append(values)
        if len(found) > MOST_TABLES:
            raise TooManyTables
        return
    ranges = {cell: _possible(system, sums, values, cell, limit) for cell in empty}
    cell = min(empty, key=lambda one: ranges[one][1] - ranges[one][0])
    low, high = ranges[cell]
    for value in range(low, high + 1):
        _fill(system, sums, values | {cell: value}, places, limit, found)


def _deduce(system, sums, values, limit):
    """Fill in what single sums say; false where they contradict each other or a bound."""
    changed = True
    while changed:
        changed = False
        for row in sums:
            empty = [(cell, factor) for cell, factor in row if cell not in values]
            rest = sum(factor * values[cell] for cell, factor in row if cell in values)
            if not empty and rest:
                return False
            if len(empty) == 1:
                cell, factor = empty[0]
                low, high = _bounds(system, cell, limit)
                if rest % factor or not low <= -rest // factor <= high:
                    return False
                values[cell] = -rest // factor
                changed = True
    return True


def _possible(system, sums, values, cell, limit):
    low, high = _bounds(system, cell, limit)
    for row in sums:
        factor = dict(row).get(cell)
        if not factor:
            continue
        rest = [sum(f * values[c] for c, f in row if c in values)] * 2
        for c, f in row:
            if c != cell and c not in values:
                ends = sorted(f * end for end in _bounds(system, c, limit))
                rest = [rest[0] + ends[0], rest[1] + ends[1]]
        ends = sorted((-rest[0] / factor, -rest[1] / factor))
        low, high = max(low, int(np.ceil(ends[0]))), min(high, int(np.floor(ends[1])))
    return low, high


def _bounds(system, cell, limit):
    high = int(system.upper[cell])
    return int(system.lower[cell]), limit if high == NO_LIMIT else high


def fixed(system, hidden):
    """The primary cells in which all possible tables agree."""
    possible = tables(system, hidden)
    primary = np.flatnonzero(system.is_(Role.PRIMARY))
    return primary[(possible[:, primary] == system.counts[primary]).all(axis=0)].tolist()


def ranges(system, hidden, cells):
    """The least and the greatest count of each cell over all possible tables."""
    possible = tables(system, hidden)[:, cells]
    return possible.min(axis=0), possible.max(axis=0)
