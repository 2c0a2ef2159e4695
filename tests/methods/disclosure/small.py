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
