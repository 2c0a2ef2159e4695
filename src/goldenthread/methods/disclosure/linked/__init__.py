"""Linked: all that a release would print about counts as one system, to be protected together."""

from goldenthread.methods.disclosure.linked.adding.links import LINKS, CountsDiffer
from goldenthread.methods.disclosure.linked.adding.spans import DoesNotAddUp
from goldenthread.methods.disclosure.linked.building import Linked, build
from goldenthread.methods.disclosure.linked.held.cells import EARLIER, KIND_WORDS
from goldenthread.methods.disclosure.linked.held.figures import (
    FIGURES,
    BadFigures,
    CategoryUnknown,
    ContradictoryFlags,
    FiguresRepeated,
    NotACount,
    named_cell,
)
from goldenthread.methods.disclosure.linked.held.hierarchies import AREAS, GROUPINGS, HierarchyBroken
from goldenthread.methods.disclosure.linked.held.labels import LABELS
from goldenthread.methods.disclosure.linked.reading import derivable, possible, protecting, shown, values

__all__ = [
    "AREAS",
    "EARLIER",
    "FIGURES",
    "GROUPINGS",
    "KIND_WORDS",
    "LABELS",
    "LINKS",
    "BadFigures",
    "CategoryUnknown",
    "ContradictoryFlags",
    "CountsDiffer",
    "DoesNotAddUp",
    "FiguresRepeated",
    "HierarchyBroken",
    "Linked",
    "NotACount",
    "build",
    "derivable",
    "named_cell",
    "possible",
    "protecting",
    "shown",
    "values",
]
