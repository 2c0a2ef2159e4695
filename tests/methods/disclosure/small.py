"""Small systems made by hand or by chance, small enough for every possible table to be counted."""

import numpy as np
from hypothesis import strategies as st
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


@st.composite
def tiny_tables(draw):
    """Tables of 2 or 3 by 2 to 4 cells with totals; zeros shown or not, limits of some cells known."""
    rows, columns = draw(st.integers(2, 3)), draw(st.integers(2, 4))
    cell = st.one_of(st.integers(0, 4), st.integers(1, 2), st.integers(5, 9))
    inner = draw(st.lists(cell, min_size=rows * columns, max_size=rows * columns))
    counts, sums = crossed(np.reshape(inner, (rows, columns)))
    shows_zeros = draw(st.booleans())
    roles = np.where((counts >= 1) & (counts <= THRESHOLD), Role.PRIMARY, Role.FREE)
    roles[counts == 0] = Role.SHOWN if shows_zeros else Role.PRIMARY
    upper = np.full(len(counts), NO_LIMIT)
    for place in draw(st.lists(st.integers(0, len(counts) - 1), max_size=3)):
        upper[place] = counts[place] + draw(st.integers(0, 2))
    lower = np.where(counts == 0, 0, 1) if shows_zeros else np.zeros(len(counts), np.int64)
    return System(counts, roles.astype(np.int8), sparse.csr_array(sums), lower, upper, counts.astype(float))


def with_hidden(system, seed):
    """All primary cells and, by chance, some of the free ones."""
    chance = np.random.default_rng(seed)
    free = system.is_(Role.FREE) & (chance.random(len(system)) < chance.random())
    return system.hidden(free)
