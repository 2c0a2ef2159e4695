"""Table: the full cross of the nodes of some trees, as a system of cells and sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.policy.terms import Zeros
from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System
from goldenthread.methods.disclosure.trees import counting, functionals, sums
from goldenthread.methods.disclosure.trees.tree import Tree, tree

THRESHOLD: Final = 4
OF_ZEROS: Final = {"shown": Role.SHOWN, "may_hide": Role.FREE, "hidden": Role.PRIMARY}


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A system whose cells are the full cross of `trees`, the last running fastest.

    `basis` gives every cell as a combination of coordinates: what `rank` works on.
    """

    trees: tuple[Tree, ...]
    system: System
    basis: sparse.csr_array

    def labels(self) -> pl.DataFrame:
        """A row a cell: in the column of each dimension the path of its node."""
        shape = [len(each) for each in self.trees]
        places = np.indices(shape, np.int32).reshape(len(shape), -1)
        return pl.DataFrame(
            {
                each.name: pl.Series(each.labels()).gather(place)
                for each, place in zip(self.trees, places, strict=True)
            }
        )


def build(
    rows: pl.DataFrame,
    dimensions: Mapping[str, tuple[str, ...]],
    *,
    threshold: int = THRESHOLD,
    zeros: Zeros = "shown",
    trees: tuple[Tree, ...] | None = None,
) -> Table:
    """A table from its inner cells: for each dimension its level columns, top level first, and `freq`.

    Counts of 1 to `threshold` are primary, others free; zeros are shown, free (`may_hide`) or primary
    (`hidden`), and only where they are shown is a hidden count known not to be one. `trees` are those of the
    dimensions, where they are known otherwise than from the rows. Inner cells without a row count 0; rows of
    totals are held against what their cells come to. A node with a single child and this child are two cells
    tied by a sum. Raises BadTree, BadCounts.
    """
    inner, totals = counting.checked(rows, dimensions)
    made = trees or tuple(tree(name, tuple(levels), inner) for name, levels in dimensions.items())
    counts = counting.cross(made, inner)
    counting.refuse_other_totals(made, counts, totals)
    return Table(made, _system(made, counts, threshold, zeros), functionals.of(made, counts))


def _system(trees: tuple[Tree, ...], crossed: NDArray[np.int64], threshold: int, zeros: Zeros) -> System:
    counts = crossed.reshape(-1)
    roles = np.full(len(counts), Role.FREE, np.int8)
    roles[counts == 0] = OF_ZEROS[zeros]
    roles[(counts > 0) & (counts <= threshold)] = Role.PRIMARY
    # Where zeros are published, whatever is hidden is known to be 1 or more.
    lower = ((counts > 0) & (zeros == "shown")).astype(np.int64)
    upper = np.full(len(counts), NO_LIMIT)
    return System(counts, roles, sums.of(trees), lower, upper, costs_of(counts))


def costs_of(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """What it costs to hide a cell: its count."""
    return counts.astype(np.float64)
