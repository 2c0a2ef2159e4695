"""Columns: the widths that make a table short, each column wide enough for its longest word."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.pdf import measures
from goldenthread.documents.spans import (
    Break,
    Line,
    Link,
    Moved,
    Number,
    Quiet,
    Span,
    Spark,
    Strong,
    Text,
    Trend,
)

SHAPE: Final = 4.4
"""What a mark or an arrow takes beside its word, in millimetres."""

BOLD: Final = 1.05
"""How much wider the bolder face runs."""

SHORT: Final = 10
"""The words of a mark may stay on one line if together they have no more letters: "Not rated"."""

STEPS: Final = (2.0, 5.0, 10.0, 18.0)
"""What one column may give to another at a time, in millimetres."""

SLACK: Final = 1.06
"""How much more than its width a paragraph takes that is broken into lines."""

ABSENT: Final = -1.0
SHIFTS: Final = np.array([0.0, *STEPS, *(-step for step in STEPS)])
"""No move, then what a column may take, then what it may give."""

MOVES: Final = 30
LINE: Final = 16
"""What a line less of the whole table weighs against a line less of one cell."""

Floats = NDArray[np.float64]


def least(cell: Line, size: float, quiet: float, spark: float, *, whole: bool = False) -> float:
    """The width of the widest piece of a cell that cannot be broken; quiet words have a size of their own.

    `whole` keeps the short words of a mark on one line.
    """
    return max((_piece(span, size, quiet, spark, whole=whole) for span in cell), default=0.0)


def _piece(span: Span, size: float, quiet: float, spark: float, *, whole: bool) -> float:
    match span:
        case Spark():
            return spark
        case Break():
            return 0.0
        case Mark(word=word) | Trend(word=word):
            kept = word if whole and len(word) <= SHORT else word.partition(" ")[0]
            return measures.width(kept, size) * BOLD + SHAPE
        case Quiet(text):
            return measures.longest_word(text, quiet)
        case Strong(text) | Moved(text):
            return measures.longest_word(text, size) * BOLD
        case Number(text) | Text(text) | Link(text):
            return measures.longest_word(text, size)


def paragraphs(cell: Line, size: float, quiet: float) -> list[float]:
    """How wide each paragraph of a cell would be on one line: its words, then each of its quiet ones."""
    loud, below = 0.0, []
    for span in cell:
        match span:
            case Quiet(text):
                below.append(measures.width(text, quiet))
            case Mark(word=word, detail=detail):
                loud += measures.width(word, size) * BOLD + SHAPE
                below += [measures.width(detail, quiet)] if detail else []
            case Trend(word=word):
                loud += measures.width(word, size) * BOLD + SHAPE
            case Number(text) | Text(text) | Strong(text) | Moved(text) | Link(text):
                loud += measures.width(text, size)
            case Break():
                below, loud = [*below, loud], 0.0
            case Spark():
                pass
    return [loud, *below]


class Balance:
    """A table whose columns give each other width as long as that saves lines."""

    def __init__(self, cells: Sequence[Sequence[list[float]]], least: Sequence[float], gap: float) -> None:
        deep = max((len(cell) for row in cells for cell in row), default=1)
        # How wide each paragraph is, by column, row and its number in the cell; fewer are filled up.
        filled = [[(*cell, *[ABSENT] * (deep - len(cell))) for cell in row] for row in cells]
        self.wide = np.array(filled).reshape(len(cells), len(least), deep).transpose(1, 0, 2)
        self.there = self.wide != ABSENT
        self.least, self.gap = least, gap

    def height(self, widths: Sequence[float], rows: int | None = None) -> int:
        """How many lines the table's rows take, or the first so many of them."""
        return int(self._lines(np.round(widths, 1)).max(axis=0)[:rows].sum())

    def _lines(self, widths: Floats) -> Floats:
        """How many lines each cell has, by column and row, where columns are so wide."""
        room = np.maximum(widths - self.gap, 1.0)[..., None, None]
        lines = np.where(self.wide <= room, self.there, np.ceil(self.wide * SLACK / room))
        return np.asarray(lines.sum(axis=-1))

    def settled(self, widths: Sequence[float]) -> list[float]:
        """The widths after every move that saves lines, the largest saving first."""
        found = [round(width, 1) for width in widths]
        for _ in range(MOVES):
            saved, step, giver, taker = self._best(found)
            if saved <= 0:
                break
            found[giver] = round(found[giver] - step, 1)
            found[taker] = round(found[taker] + step, 1)
        return found

    def _best(self, widths: list[float]) -> tuple[float, float, int, int]:
        lines = self._lines(np.round(np.array(widths) + SHIFTS[:, None], 1))
        bad = LINE * np.maximum(_others(lines[0]), lines).sum(axis=-1) + lines.sum(axis=-1)
        now, *shifted = bad.tolist()
        best = (0.0, 0.0, 0, 0)
        for step, wider, narrower in zip(STEPS, shifted[: len(STEPS)], shifted[len(STEPS) :], strict=True):
            takers = sorted((wider[i] - now[i], i) for i in range(len(widths)))
            givers = sorted(
                (narrower[i] - now[i], i) for i, w in enumerate(widths) if w - step >= self.least[i]
            )
            for cost, giver in givers[:2]:
                for gain, taker in takers[:2]:
                    if giver != taker and -gain - cost > best[0]:
                        best = (-gain - cost, step, giver, taker)
        return best


def _others(lines: Floats) -> Floats:
    """For each column and row, the lines of the longest cell in any other column."""
    top = np.sort(lines, axis=0)[-2:]
    return np.asarray(np.where(lines == top[-1], top[0], top[-1]))
