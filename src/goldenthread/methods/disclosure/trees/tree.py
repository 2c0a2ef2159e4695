"""Tree: the nodes of one dimension, from its total down to its leaves."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse

TOTAL: Final = "Total"


class BadTree(ValueError):
    """The levels of a dimension do not make a tree; the message names the place."""


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """A dimension as columns, one entry a node; the total comes first, and every parent before its children.

    `paths` are the names from the top level down to the node, `()` for the total; `parents` are numbers of
    nodes, -1 for the total; `leaves` are the nodes at the lowest level, in the order of their names.
    """

    name: str
    levels: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]
    parents: NDArray[np.int64]
    leaves: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.paths)

    def labels(self) -> list[str]:
        """A word for each node that no other node has: its path, joined by "/" ("\\/" within a name)."""
        return ["/".join(map(_escaped, path)) or TOTAL for path in self.paths]

    def adds_up(self) -> sparse.csr_array:
        """Nodes by leaves: 1 where the leaf is, or lies beneath, the node."""
        node = self.leaves
        column = np.arange(len(node))
        rows, columns = [node], [column]
        while np.any(node > 0):
            node, column = self.parents[node], column[node > 0] if node.min() == 0 else column
            rows.append(node)
            columns.append(column)
        both = np.concatenate(rows), np.concatenate(columns)
        return sparse.csr_array((np.ones(len(both[0]), np.int64), both), shape=(len(self), len(self.leaves)))


def tree(name: str, levels: tuple[str, ...], rows: pl.DataFrame) -> Tree:
    """The tree of a dimension from rows that hold its level columns (text), top level first.

    A name may stand under several parents except at the lowest level. Raises BadTree: a blank level, a name
    with a space at an end, one leaf under two parents, names each above the next in a circle.
    """
    named = rows.select(levels).unique().sort(levels)
    _refuse_gaps(name, levels, named)
    _refuse_two_parents(name, levels, named)
    _refuse_cycles(name, levels, named)
    paths: list[tuple[str, ...]] = [()]
    for depth in range(1, len(levels) + 1):
        paths += named.select(levels[:depth]).unique(maintain_order=True).rows()
    place = {path: number for number, path in enumerate(paths)}
    parents = np.array([-1, *(place[path[:-1]] for path in paths[1:])], np.int64)
    return Tree(name, levels, tuple(paths), parents, np.arange(len(paths) - len(named), len(paths)))


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace("/", "\\/")


def _refuse_gaps(name: str, levels: tuple[str, ...], named: pl.DataFrame) -> None:
    for level in levels:
        blank = named.filter(pl.col(level).is_null() | (pl.col(level).str.strip_chars() == ""))
        if len(blank):
            said = ", ".join(word or "(blank)" for word in blank.row(0))
            raise BadTree(f"{name}: {level} is blank in {said}; every level of a row needs a name")
        if len(edged := named.filter(pl.col(level).str.strip_chars() != pl.col(level))):
            raise BadTree(f"{name}: {edged[level][0]!r} begins or ends with a space; write it without")
        if len(odd := named.filter(pl.col(level) == TOTAL)):
            said = ", ".join(odd.row(0))
            raise BadTree(f"{name}: {said} has levels beneath {TOTAL}; a total is {TOTAL} from there down")


def _refuse_two_parents(name: str, levels: tuple[str, ...], named: pl.DataFrame) -> None:
    leaf = levels[-1]
    twice = named.filter(pl.col(leaf).is_duplicated()).sort(leaf)
    if len(twice):
        first, second = ("/".join(row[:-1]) for row in twice.rows()[:2])
        raise BadTree(f"{name}: {twice[leaf][0]} stands under {first} and {second}; a leaf has one parent")


def _refuse_cycles(name: str, levels: tuple[str, ...], named: pl.DataFrame) -> None:
    above: dict[str, set[str]] = {}
    for high, low in pairwise(levels):
        for parent, child in named.select(high, low).unique(maintain_order=True).rows():
            # An only child may have its parent's name.
            if parent != child:
                above.setdefault(child, set()).add(parent)
    try:
        TopologicalSorter({child: sorted(above[child]) for child in sorted(above)}).prepare()
    except CycleError as found:
        one, *others, _ = found.args[1]
        through = f" through {', '.join(others[1:])}" if others[1:] else ""
        raise BadTree(
            f"{name}: {one} is above {others[0]} and below it{through}; a hierarchy has no cycle"
        ) from None
