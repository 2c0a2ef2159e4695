"""Sums: relations between cells, as columns: which cell, in which sum, as a part or as the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sums:
    """One entry for each cell of each sum.

    `sum` and `cell` are numbers, `sign` is 1 for a part and -1 for the whole. Of each sum, `is_open` says
    whether the parts may come to less than the whole, `is_short` that some part is not even a cell,
    `is_listed` that somebody has said which its parts are, and `over` what it goes over (number of a label).
    """

    sum: Numbers
    cell: Numbers
    sign: Numbers
    is_open: Flags
    is_short: Flags
    is_listed: Flags
    over: Numbers

    def __len__(self) -> int:
        return len(self.is_open)

    def total(self, values: Numbers, entries: Flags | None = None) -> Numbers:
        """For each sum, the values of its cells times their signs; of some entries alone, if said."""
        weights = self.sign * values[self.cell]
        if entries is not None:
            weights = np.where(entries, weights, 0)
        found = np.zeros(len(self), np.int64)
        np.add.at(found, self.sum, weights)
        return found

    def number(self, entries: Flags) -> Numbers:
        """For each sum, how many of those entries it has."""
        return np.bincount(self.sum[entries], minlength=len(self)).astype(np.int64)

    def wholes(self) -> Numbers:
        """For each sum, the cell that is its whole."""
        found = np.full(len(self), -1, np.int64)
        is_whole = self.sign < 0
        found[self.sum[is_whole]] = self.cell[is_whole]
        return found

    def only(self, kept: Flags) -> Self:
        """The sums that are kept, numbered anew."""
        number = np.cumsum(kept) - 1
        entries = kept[self.sum]
        return type(self)(
            number[self.sum[entries]],
            self.cell[entries],
            self.sign[entries],
            self.is_open[kept],
            self.is_short[kept],
            self.is_listed[kept],
            self.over[kept],
        )

    def without(self, entries: Flags) -> Self:
        """Without some cells of sums."""
        rest = ~entries
        return type(self)(self.sum[rest], self.cell[rest], self.sign[rest], *self._of_sums)

    def with_cells(self, sums: Numbers, cells: Numbers) -> Self:
        """With one more part in each of those sums."""
        return type(self)(
            np.concatenate([self.sum, sums]),
            np.concatenate([self.cell, cells]),
            np.concatenate([self.sign, np.ones(len(cells), np.int64)]),
            *self._of_sums,
        )

    def renumbered(self, place: Numbers) -> Self:
        """The same with each cell at its new place."""
        return type(self)(self.sum, place[self.cell], self.sign, *self._of_sums)

    @property
    def _of_sums(self) -> tuple[Flags, Flags, Flags, Numbers]:
        return self.is_open, self.is_short, self.is_listed, self.over

    def and_(self, other: Self) -> Self:
        """These sums, then the others."""
        return type(self)(
            np.concatenate([self.sum, other.sum + len(self)]),
            np.concatenate([self.cell, other.cell]),
            np.concatenate([self.sign, other.sign]),
            np.concatenate([self.is_open, other.is_open]),
            np.concatenate([self.is_short, other.is_short]),
            np.concatenate([self.is_listed, other.is_listed]),
            np.concatenate([self.over, other.over]),
        )


def closed(wholes: Numbers, parts: Numbers, part_of: Numbers) -> Sums:
    """Sums of which the parts always come to the whole: of each whole its cell, of each part its cell and
    the place of its whole."""
    none = np.zeros(len(wholes), np.bool_)
    return _of(wholes, parts, part_of, (none, none, ~none, np.zeros(len(wholes), np.int64)))


def open_(
    wholes: Numbers, parts: Numbers, part_of: Numbers, is_short: Flags, is_listed: Flags, over: Numbers
) -> Sums:
    """Sums of which the parts may come to less, since something is not known."""
    return _of(wholes, parts, part_of, (np.ones(len(wholes), np.bool_), is_short, is_listed, over))


def _of(
    wholes: Numbers, parts: Numbers, part_of: Numbers, of_sums: tuple[Flags, Flags, Flags, Numbers]
) -> Sums:
    number = np.arange(len(wholes), dtype=np.int64)
    sign = np.concatenate([np.full(len(wholes), -1), np.ones(len(parts), np.int64)])
    cell = np.concatenate([wholes, parts]).astype(np.int64)
    return Sums(np.concatenate([number, part_of]).astype(np.int64), cell, sign, *of_sums)
