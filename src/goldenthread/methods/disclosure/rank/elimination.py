"""Elimination: rows and the room they need, around the compiled kernel."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.rank import kernel
from goldenthread.methods.disclosure.rank.prime import PRIME
from goldenthread.methods.disclosure.system import Flags

STRIDE: Final = 20_000
"""After so many rows whoever waits hears how far the work is."""

Progress = Callable[[str, int, int], None]

_CHANGING: Final = (
    *(
        "status",
        "active",
        "_state",
        "_start",
        "_length",
        "_room",
        "_columns",
        "_values",
        "_head",
        "_following",
    ),
    *("_link_row", "_in_column", "_first", "_second", "_ratio", "_keys", "_held"),
)


class Elimination:
    """Rows of whole numbers, published one after the other.

    `rows` is a sparse matrix of integers, a row a cell and a column a coordinate. `primary` rows are watched:
    no row is published that would fix one of them, unless it is `forced`.
    """

    def __init__(self, rows: sparse.csr_array, *, primary: Flags, forced: Flags, seed: int) -> None:
        count, width = rows.shape
        self.primary, self.forced = primary.astype(np.uint8), forced.astype(np.uint8)
        self.status = np.zeros(count, np.uint8)
        self.active = np.ones(count, np.uint8)
        self._width = width
        self._state = np.zeros(8, np.int64)
        self._pack(
            rows.indptr.astype(np.int64),
            rows.indices.astype(np.int32, copy=False),
            (rows.data % PRIME).astype(np.int32),
            (0, 0),
        )
        self._first, self._second = self._fingerprints(seed)
        self._ratio = np.full(count, kernel.EMPTY, np.int64)
        self._fill_table()
        self._scratch = np.empty(width, np.int32), np.empty(width, np.int32)

    def copy(self) -> Elimination:
        """Another one at the same stage, to go on by itself."""
        made = copy(self)
        for name in _CHANGING:
            setattr(made, name, getattr(self, name).copy())
        return made

    def publish(self, order: NDArray[np.intp], progress: Progress | None = None) -> Flags:
        """Publish these rows in this order where that fixes no primary row; returns which stay hidden."""
        order = order.astype(np.int64)
        self._state[kernel.AT] = 0
        while (at := int(self._state[kernel.AT])) < len(order):
            if progress:
                progress("cells", at, len(order))
            until = min(at - at % STRIDE + STRIDE, len(order)) if progress else len(order)
            said = self._run(until, order)
            if said == kernel.NO_ROOM:
                self._make_room()
            elif said == kernel.TABLE_FULL:
                self._fill_table()
        return np.asarray(self.status == kernel.HIDDEN)

    def is_fixed(self) -> Flags:
        """Which rows follow from what is published: nothing is left of them."""
        return np.asarray(self._length == 0)

    def left(self, kept: NDArray[np.intp]) -> sparse.csr_array:
        """What is left of these rows, over the same coordinates."""
        starts, lengths = self._start[kept], self._length[kept].astype(np.int64)
        ends = np.concatenate([[0], np.cumsum(lengths)])
        places = np.repeat(starts - ends[:-1], lengths) + np.arange(ends[-1])
        data = self._values[places].astype(np.int64)
        return sparse.csr_array((data, self._columns[places], ends), shape=(len(kept), self._width))

    def _run(self, until: int, order: NDArray[np.int64]) -> int:
        said = kernel.publish(
            until,
            order,
            self.forced,
            self.primary,
            self.active,
            self.status,
            self._start,
            self._length,
            self._room,
            self._columns,
            self._values,
            self._head,
            self._following,
            self._link_row,
            self._in_column,
            self._first,
            self._second,
            self._ratio,
            self._keys,
            self._held,
            *self._scratch,
            self._state,
        )
        return int(said)

    def _fingerprints(self, seed: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Two random combinations of each row; nobody asks for them where no row is watched."""
        if not self.primary.any():
            return np.zeros(len(self.primary), np.int64), np.zeros(len(self.primary), np.int64)
        chance = np.random.default_rng(seed).integers(1, PRIME, (2, self._width))
        return self._combined(chance[0]), self._combined(chance[1])

    def _combined(self, weights: NDArray[np.int64]) -> NDArray[np.int64]:
        """Each row times these weights, modulo the prime."""
        terms = self._values[: self._ends[-1]].astype(np.int64)
        terms *= weights[self._columns[: self._ends[-1]]]
        terms %= PRIME
        summed = np.concatenate([[0], np.cumsum(terms)])
        found: NDArray[np.int64] = (summed[self._ends[1:]] - summed[self._ends[:-1]]) % PRIME
        return found

    def _make_room(self) -> None:
        """Lay out anew what is left of the rows that still count, with room to grow."""
        counts = np.flatnonzero(self.active)
        self._length[self.active == 0] = 0
        left = self.left(counts)
        ends = np.zeros(len(self.active) + 1, np.int64)
        ends[1:] = np.cumsum(self._length)
        wanted = int(self._state[kernel.POOL_WANTED]), int(self._state[kernel.LINKS_WANTED])
        self._pack(ends, left.indices, left.data.astype(np.int32), wanted)

    def _pack(
        self,
        ends: NDArray[np.int64],
        columns: NDArray[np.int32],
        values: NDArray[np.int32],
        wanted: tuple[int, int],
    ) -> None:
        used, (pool, links) = int(ends[-1]), wanted
        self._ends = ends
        self._start, self._length = ends[:-1].copy(), np.diff(ends).astype(np.int32)
        self._room = self._length.copy()
        self._columns = _with_room(columns, used // 2 + pool + 1024)
        self._values = _with_room(values, used // 2 + pool + 1024)
        # The links of a column lie beside each other at first, each before the next.
        turned = sparse.csr_array(
            (np.ones(used, np.int8), columns, ends), shape=(len(self._length), self._width)
        ).tocsc()
        self._in_column = np.diff(turned.indptr).astype(np.int32)
        self._link_row = _with_room(turned.indices.astype(np.int32, copy=False), used // 2 + links + 1024)
        self._following = np.arange(1, len(self._link_row) + 1, dtype=np.int32)
        self._following[turned.indptr[1:][self._in_column > 0] - 1] = -1
        self._head = np.where(self._in_column > 0, turned.indptr[:-1], -1).astype(np.int32)
        self._state[[kernel.POOL_USED, kernel.LINKS_USED]] = used

    def _fill_table(self) -> None:
        """The hash table of the ratios of all primary rows, with room for several times as many."""
        watched = np.flatnonzero((self.primary > 0) & (self._length > 0))
        size = 1 << int(4 * (len(watched) + int(self._in_column.max(initial=0))) + 64).bit_length()
        self._keys = np.full(size, kernel.EMPTY, np.int64)
        self._held = np.zeros(size, np.int32)
        self._state[kernel.RATIOS] = 0
        kernel.enter(watched, self._first, self._second, self._ratio, self._keys, self._held, self._state)


def _with_room(array: NDArray[np.int32], more: int) -> NDArray[np.int32]:
    made = np.empty(len(array) + more, np.int32)
    made[: len(array)] = array
    return made
