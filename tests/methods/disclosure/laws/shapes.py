"""Shapes: the ways in which the cells of a tiny table add up, from a single line to linked tables."""

from dataclasses import dataclass
from functools import reduce

import numpy as np


@dataclass(frozen=True, eq=False)
class Shape:
    """`cells` says which leaves each cell counts (cells by leaves), `sums` is 0 for every table.

    `corners_are_whole`: every corner of what is possible is a table of whole numbers (the sums are totally
    unimodular), so real numbers decide what whole numbers allow. Cells of `never_printed` are left out.
    """

    name: str
    cells: np.ndarray
    sums: np.ndarray
    corners_are_whole: bool = True
    never_printed: tuple[int, ...] = ()

    def __repr__(self):
        return self.name


def tree(*parents):
    """One dimension from the parents of its nodes, the total first."""
    size = len(parents) + 1
    above = np.array([-1, *parents])
    leaves = [node for node in range(size) if node not in parents]
    beneath = np.zeros((size, len(leaves)), np.int64)
    for column, leaf in enumerate(leaves):
        while leaf >= 0:
            beneath[leaf, column] = 1
            leaf = above[leaf]
    sums = []
    for parent in sorted(set(parents)):
        relation = np.where(above == parent, -1, 0)
        relation[parent] = 1
        sums.append(relation)
    return beneath, np.array(sums)


def line(size):
    """A total and its parts."""
    return tree(*[0] * size)


def cross(name, *trees, **more):
    """Every node of one tree with every node of the others; each tree's sums in every such line."""
    cells = reduce(np.kron, [beneath for beneath, _ in trees])
    sizes = [len(beneath) for beneath, _ in trees]
    sums = [
        reduce(np.kron, [own if at == axis else np.eye(size, dtype=int) for at, size in enumerate(sizes)])
        for axis, (_, own) in enumerate(trees)
    ]
    return Shape(name, cells, np.concatenate(sums), **more)


def overlapping():
    """Five parts, grouped by two and three and in another way by three and two."""
    groups = [[0, 1], [2, 3, 4], [0, 2, 3], [1, 4]]
    cells = np.concatenate([np.eye(5, dtype=int), np.zeros((5, 5), int)])
    for row, group in enumerate(groups):
        cells[5 + row, group] = 1
    cells[9] = 1
    sums = np.zeros((6, 10), int)
    for row, group in enumerate(groups):
        sums[row, 5 + row], sums[row, group] = 1, -1
    sums[4, [9, 5, 6]] = sums[5, [9, 7, 8]] = 1, -1, -1
    return Shape("overlapping groups", cells, sums)


def twice():
    """A printed figure that counts one part twice: whole numbers tell more here than real ones."""
    cells, sums = [[1, 0], [0, 1], [1, 2], [1, 1]], [[1, 2, -1, 0], [1, 1, 0, -1]]
    return Shape("one part twice", np.array(cells), np.array(sums), corners_are_whole=False)


WARDS = tree(0, 0, 1, 1, 2)
"""Two areas, one of two wards and one of a single ward."""
BOROUGH = tree(0, 0, 1, 1, 1, 2, 2)
THREE_LEVELS = tree(0, 0, 1, 1, 2, 3, 3)

SHAPES = (
    cross("a line of two", line(2)),
    cross("a line of five", line(5)),
    cross("a hierarchy", BOROUGH),
    cross("a hierarchy of three levels", THREE_LEVELS),
    cross("2 by 2", line(2), line(2)),
    cross("2 by 3", line(2), line(3)),
    cross("3 by 3", line(3), line(3)),
    cross("2 by 4", line(2), line(4)),
    cross("wards by 2", WARDS, line(2)),
    cross("a borough by 2", BOROUGH, line(2)),
    cross("wards by wards", WARDS, WARDS),
    cross("2 by 2 by 2", line(2), line(2), line(2), corners_are_whole=False),
    cross("2 by 2 by 3", line(2), line(2), line(3), corners_are_whole=False),
    cross("months to quarters to the year, by 2", tree(0, 0, 1, 1, 2, 2), line(2),
          never_printed=tuple(range(9, 21))),
    overlapping(),
    twice(),
)  # fmt: skip
