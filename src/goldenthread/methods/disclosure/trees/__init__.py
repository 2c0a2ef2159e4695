"""Trees: tables over hierarchies, from their inner cells to a system of cells and sums."""

from goldenthread.methods.disclosure.trees.counting import FREQ, BadCounts
from goldenthread.methods.disclosure.trees.table import Table, build
from goldenthread.methods.disclosure.trees.tree import BadTree, Tree

__all__ = ["FREQ", "BadCounts", "BadTree", "Table", "Tree", "build"]
