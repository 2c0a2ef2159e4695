"""Basis: every cell as a combination of coordinates that no sum ties to each other."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.rank.elimination import Elimination
from goldenthread.methods.disclosure.system import System


def of(system: System) -> sparse.csr_array:
    """A row a cell, a column a coordinate; integers modulo 2^31 - 1.

    Each cell starts as a coordinate of its own. A sum is then a row that is known to be 0: publishing it
    expresses one of its cells by the others. The smallest cells come first in the order of the coordinates,
    and with them leaves, so that totals stay coordinates and publishing them costs nothing.
    """
    cells, sums = len(system), system.sums.shape[0]
    place = np.empty(cells, np.int64)
    place[np.argsort(system.counts, kind="stable")] = np.arange(cells)
    unit = sparse.csr_array((np.ones(cells, np.int64), (np.arange(cells), place)), shape=(cells, cells))
    renamed = sparse.csr_array(
        (system.sums.data.astype(np.int64), place[system.sums.indices], system.sums.indptr),
        shape=system.sums.shape,
    )
    renamed.sort_indices()
    rows = sparse.csr_array(sparse.vstack([unit, renamed], format="csr"))
    is_sum = np.arange(cells + sums) >= cells
    work = Elimination(rows, primary=np.zeros(cells + sums, bool), forced=is_sum, seed=0)
    work.publish(cells + np.argsort(np.diff(system.sums.indptr), kind="stable"))
    return without_empty_columns(work.left(np.arange(cells)))


def without_empty_columns(rows: sparse.csr_array) -> sparse.csr_array:
    """The same rows over the coordinates that occur in them."""
    occurs = np.zeros(rows.shape[1], bool)
    occurs[rows.indices] = True
    place = np.cumsum(occurs) - 1
    return sparse.csr_array(
        (rows.data, place[rows.indices], rows.indptr), shape=(rows.shape[0], int(occurs.sum()))
    )
