"""A plain restatement of nearest neighbours: one pair of areas at a time."""

from math import sqrt
from statistics import fmean, pstdev


def usable(table, of, names):
    """The characteristics that tell areas apart and that the area has."""

    def differ(name):
        held = [row[name] for row in table.values() if row[name] is not None]
        return len(set(held)) > 1

    return [name for name in names if table[of][name] is not None and differ(name)]


def scale(table, name):
    """Mean and standard deviation of a characteristic over the areas that have it."""
    held = [float(row[name]) for row in table.values() if row[name] is not None]
    return fmean(held), pstdev(held)


def distances(table, of, names):
    """Of each other area its rebased distance; None where it shares too little."""
    used = usable(table, of, names)
    scales = {name: scale(table, name) for name in used}
    raw = {}
    for area, row in table.items():
        shared = [name for name in used if row[name] is not None]
        if area == of:
            continue
        if 2 * len(shared) < len(used):
            raw[area] = None
            continue
        steps = [(row[name] - table[of][name]) / scales[name][1] for name in shared]
        raw[area] = sqrt(sum(step * step for step in steps) * len(used) / len(shared))
    farthest = max((each for each in raw.values() if each is not None), default=0) or 1
    return {area: None if each is None else each / farthest for area, each in raw.items()}
