"""Drawn: tiny tables by chance, with everything that a cell can be told to be."""

from itertools import pairwise

import numpy as np
from hypothesis import strategies as st
from scipy import linalg, sparse

from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System
from tests.methods.disclosure.laws import often
from tests.methods.disclosure.laws.shapes import SHAPES

COUNTS = np.array([0, 1, 2, 3, 4, 1, 1, 2, 0, 5, 6, 7, 9, 12, 20, 3])
BYTES = 4 + max(shape.cells.shape[1] for shape in SHAPES) + max(len(shape.cells) for shape in SHAPES)
PLAIN, UNSEEN, KEPT = 150, 200, 228


def system(shape, drawn):
    """A system of this shape: what is small, what zeros are, which cells are special, from some bytes.

    Counts of 1 to a threshold are primary, zeros too where they are not published. Some tables have cells
    that are printed whatever they count (an earlier release did), that are hidden and need no protection,
    or of which a greatest count is known; an outsider knows 1 or more of what is hidden while zeros are
    published, but of a cell that is never printed nothing.
    """
    told = np.frombuffer(drawn, np.uint8)
    threshold, publishes_zeros = (2, 4, 1, 3)[told[0] % 4], told[1] % 4 != 3
    leaves = shape.cells.shape[1]
    counts = shape.cells @ COUNTS[told[4 : 4 + leaves] % len(COUNTS)]
    small = (counts <= threshold) & (counts > 0 if publishes_zeros else True)
    roles = np.where(small, Role.PRIMARY, np.where(counts == 0, Role.SHOWN, Role.FREE)).astype(np.int8)
    lower = (counts > 0).astype(np.int64) if publishes_zeros else np.zeros(len(counts), np.int64)
    upper = np.full(len(counts), NO_LIMIT)
    kinds = told[4 + leaves : 4 + leaves + len(counts)]
    if told[2] % 2:
        special = kinds > KEPT
        upper[special] = counts[special] + kinds[special] % 3
        roles[(kinds > UNSEEN) & (kinds <= KEPT)] = Role.SHOWN
        roles[(kinds > PLAIN) & (kinds <= UNSEEN)] = Role.UNSEEN
    roles[list(shape.never_printed)] = Role.UNSEEN
    lower[roles == Role.UNSEEN] = 0
    costs = np.where(told[3] % 4 == 3, kinds % 5, counts).astype(float)
    return System(counts.astype(np.int64), roles, sparse.csr_array(shape.sums), lower, upper, costs)


def pattern(one, seed):
    """Some of the free cells, by chance: none of them, all, or any share."""
    chance = np.random.default_rng(seed)
    share = chance.choice([0.0, 0.3, 0.6, 1.0])
    return one.is_(Role.FREE) & (chance.random(len(one)) < share)


def of(*shapes):
    """Systems of one of these shapes."""
    return st.builds(system, st.sampled_from(shapes), st.binary(min_size=BYTES, max_size=BYTES))


def several(*shapes):
    """As many of them as an example holds."""
    return st.lists(of(*shapes), min_size=often.AT_ONCE, max_size=often.AT_ONCE)


seeds = st.integers(0, 2**30)


def together(systems):
    """One system of several that share no cell and no sum."""
    columns = [np.concatenate([getattr(one, name) for one in systems])
               for name in ("counts", "roles", "lower", "upper", "costs")]  # fmt: skip
    counts, roles, lower, upper, costs = columns
    sums = sparse.csr_array(linalg.block_diag(*(one.sums.toarray() for one in systems)))
    return System(counts, roles, sums, lower, upper, costs)


def places(systems):
    """Where each of the systems lies in the one of them all."""
    ends = np.cumsum([0, *(len(one) for one in systems)])
    return [slice(begin, end) for begin, end in pairwise(ends)]
