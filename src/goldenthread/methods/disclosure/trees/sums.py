"""Sums: every relation between the cells of a full cross, parent less children, along each dimension."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from goldenthread.methods.disclosure.trees.tree import Tree


def of(trees: tuple[Tree, ...]) -> sparse.csr_array:
    """A row a relation, a column a cell (the last dimension runs fastest): 1 for a parent, -1 for a child."""
    sizes = [len(each) for each in trees]
    blocks = []
    for axis, each in enumerate(trees):
        before, after = int(np.prod(sizes[:axis])), int(np.prod(sizes[axis + 1 :]))
        block = sparse.kron(_unit(before), sparse.kron(_of_one(each), _unit(after)), format="csr")
        blocks.append(block)
    made = sparse.csr_array(sparse.vstack(blocks, format="csr"))
    made.sort_indices()
    return made


def _of_one(each: Tree) -> sparse.csr_array:
    children = np.arange(1, len(each))
    parents, families = np.unique(each.parents[1:], return_inverse=True)
    rows = np.concatenate([np.arange(len(parents)), families])
    columns = np.concatenate([parents, children])
    values = np.concatenate([np.ones(len(parents), np.int8), np.full(len(children), -1, np.int8)])
    return sparse.csr_array((values, (rows, columns)), shape=(len(parents), len(each)))


def _unit(size: int) -> sparse.csr_array:
    return sparse.csr_array(sparse.identity(size, np.int8, format="csr"))
