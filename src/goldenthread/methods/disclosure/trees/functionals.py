"""Functionals: each cell of a full cross as a combination of coordinates.

In every family of siblings the smallest child is the dependent one: it is its parent less the others. The
coordinates are the cells that are no dependent child in any dimension, so margins are coordinates themselves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.trees.tree import Tree


def of(trees: tuple[Tree, ...], counts: NDArray[np.int64]) -> sparse.csr_array:
    """A row a cell, a column a coordinate; `counts` has an axis for each tree."""
    product = sparse.csr_array(np.ones((1, 1), np.int64))
    for axis, each in enumerate(trees):
        weights = counts.sum(axis=tuple(other for other in range(counts.ndim) if other != axis))
        product = _crossed(product, of_one(each, weights))
    return product


def of_one(each: Tree, weights: NDArray[np.int64]) -> sparse.csr_array:
    """The nodes of one tree over those of them that are no dependent child."""
    families: dict[int, list[int]] = {}
    for node, parent in enumerate(each.parents.tolist()):
        families.setdefault(parent, []).append(node)
    dependent = {parent: min(family, key=lambda node: weights[node]) for parent, family in families.items()}
    made: list[dict[int, int]] = []
    for node, parent in enumerate(each.parents.tolist()):
        if parent < 0 or dependent[parent] != node:
            made.append({node: 1})
        else:
            others = {other: -1 for other in families[parent] if other != node}
            made.append(made[parent] | others)
    coordinates = sorted({column for row in made for column in row})
    place = {node: number for number, node in enumerate(coordinates)}
    rows = [row for row, entries in enumerate(made) for _ in entries]
    columns = [place[column] for entries in made for column in entries]
    values = [value for entries in made for value in entries.values()]
    shape = (len(each), len(coordinates))
    return sparse.csr_array((np.array(values, np.int64), (rows, columns)), shape=shape)


def _crossed(first: sparse.csr_array, second: sparse.csr_array) -> sparse.csr_array:
    made = sparse.csr_array(sparse.kron(first, second, format="csr"))
    made.sort_indices()
    return made
