"""Neighbourhood: cells that belong together because they share sums."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse


class Neighbours:
    """Which cells meet in which sums; of a whole system, or of some of its cells."""

    def __init__(self, sums: sparse.csr_array) -> None:
        self._cells = _joined(sparse.csr_array(sums))
        self._sums = _joined(sparse.csr_array(sums.T.tocsr()))
        self._shape = sums.shape

    def around(self, cell: int, most: int, chance: np.random.Generator) -> NDArray[np.int64]:
        """Up to `most` cells about this one: those of its sums, then those of their sums, and so on."""
        seen = np.zeros(self._shape[1], bool)
        asked = np.zeros(self._shape[0], bool)
        seen[cell] = True
        edge, left = np.array([cell]), most - 1
        while len(edge) and left > 0:
            sums = np.unique(_of(self._sums, edge))
            sums = chance.permutation(sums[~asked[sums]])
            asked[sums] = True
            cells = _of(self._cells, sums)
            cells = cells[~seen[cells]]
            _, firsts = np.unique(cells, return_index=True)
            edge = cells[np.sort(firsts)[:left]]
            seen[edge] = True
            left -= len(edge)
        return np.flatnonzero(seen)


def _joined(matrix: sparse.csr_array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    return matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64)


def _of(matrix: tuple[NDArray[np.int64], NDArray[np.int64]], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    ends, columns = matrix
    lengths = ends[rows + 1] - ends[rows]
    before = np.concatenate([[0], np.cumsum(lengths)])
    found: NDArray[np.int64] = columns[np.repeat(ends[rows] - before[:-1], lengths) + np.arange(before[-1])]
    return found
