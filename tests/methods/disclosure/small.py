"""Small systems made by hand or by chance, small enough for every possible table to be counted."""

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System

THRESHOLD = 4


def system_of(counts, sums, *, lower=1, upper=NO_LIMIT, roles=None):
    """Counts of 1 to 4 are primary and zeros are shown, unless `roles` says otherwise."""
    counts = np.array(counts, np.int64)
    if roles is None:
        roles = np.where(counts == 0, Role.SHOWN, np.where(counts <= THRESHOLD, Role.PRIMARY, Role.FREE))
    size = len(counts)
    return System(
        counts,
        np.asarray(roles, np.int8),
        sparse.csr_array(np.array(sums, np.int64)),
        np.where(counts == 0, 0, np.broadcast_to(lower, size)).astype(np.int64),
        np.broadcast_to(np.int64(upper), (size,)).copy()
        if np.isscalar(upper)
        else np.asarray(upper, np.int64),
        counts.astype(float),
    )


def crossed(inner):
    """A table of two dimensions with its totals: cells row by row, the total last in each."""
    inner = np.asarray(inner, np.int64)
    rows, columns = inner.shape
    full = np.zeros((rows + 1, columns + 1), np.int64)
    full[:-1, :-1] = inner
    full[-1, :-1], full[:, -1] = inner.sum(axis=0), full.sum(axis=1)
    full[-1, -1] = inner.sum()
    place = np.arange(full.size).reshape(full.shape)
    sums = []
    for line in (*place, *place.T):
        relation = np.zeros(full.size, np.int64)
        relation[line[:-1]], relation[line[-1]] = -1, 1
        sums.append(relation)
    return full.ravel(), np.array(sums)
