"""Columns: the widths that make a table short, each column wide enough for its longest word."""

from collections.abc import Sequence
from functools import cache
from math import ceil
from typing import Final

from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.pdf import measures
from goldenthread.documents.spans import Line, Link, Moved, Number, Quiet, Span, Spark, Strong, Text, Trend

SMALL: Final = 9.0
SHAPE: Final = 4.4
"""What a mark or an arrow takes beside its word, in millimetres."""

BOLD: Final = 1.05
"""How much wider the bolder face runs."""

STEPS: Final = (2.0, 5.0, 10.0, 18.0)
"""What one column may give to another at a time, in millimetres."""

MOVES: Final = 30
LINE: Final = 16
"""What a line less of the whole table weighs against a line less of one cell."""


def least(cell: Line, size: float, spark: float) -> float:
    """The width that the widest piece of a cell takes that cannot be broken."""
    return max((_piece(span, size, spark) for span in cell), default=0.0)


def _piece(span: Span, size: float, spark: float) -> float:
    match span:
        case Spark():
            return spark
        case Mark(word=word) | Trend(word=word):
            return measures.width(word.partition(" ")[0], size) * BOLD + SHAPE
        case Quiet(text):
            return measures.longest_word(text, SMALL)
        case Strong(text) | Moved(text):
            return measures.longest_word(text, size) * BOLD
        case Number(text) | Text(text) | Link(text):
            return measures.longest_word(text, size)


def paragraphs(cell: Line, size: float) -> list[float]:
    """How wide each paragraph of a cell would be on one line: its words, then each of its quiet ones."""
    loud, quiet = 0.0, []
    for span in cell:
        match span:
            case Quiet(text):
                quiet.append(measures.width(text, SMALL))
            case Mark(word=word, detail=detail):
                loud += measures.width(word, size) * BOLD + SHAPE
                quiet += [measures.width(detail, SMALL)] if detail else []
            case Trend(word=word):
                loud += measures.width(word, size) * BOLD + SHAPE
            case Number(text) | Text(text) | Strong(text) | Moved(text) | Link(text):
                loud += measures.width(text, size)
            case Spark():
                pass
    return [loud, *quiet]


class Balance:
    """A table whose columns give each other width as long as that saves lines."""

    def __init__(self, cells: Sequence[Sequence[list[float]]], least: Sequence[float], gap: float) -> None:
        self.cells, self.least, self.gap = cells, least, gap
        self.lines = cache(self._lines)

    def height(self, widths: Sequence[float]) -> int:
        """How many lines the table's rows take."""
        columns = [self.lines(i, round(width, 1)) for i, width in enumerate(widths)]
        return sum(max(row) for row in zip(*columns, strict=True))

    def _lines(self, column: int, width: float) -> list[int]:
        """How many lines each cell of a column has at a width."""
        room = max(width - self.gap, 1.0)
        return [sum(_wrapped(p, room) for p in row[column]) for row in self.cells]

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

    def _best(self, widths: list[float]) -> tuple[int, float, int, int]:
        columns = [self.lines(i, w) for i, w in enumerate(widths)]
        others = _others(columns)
        height = LINE * sum(max(row) for row in zip(*columns, strict=True))
        own = [height + sum(lines) for lines in columns]
        best = (0, 0.0, 0, 0)
        for step in STEPS:
            takers = sorted((self._badness(i, w + step, others) - own[i], i) for i, w in enumerate(widths))
            givers = sorted(
                (self._badness(i, w - step, others) - own[i], i)
                for i, w in enumerate(widths)
                if w - step >= self.least[i]
            )
            for cost, giver in givers[:2]:
                for gain, taker in takers[:2]:
                    if giver != taker and -gain - cost > best[0]:
                        best = (-gain - cost, step, giver, taker)
        return best

    def _badness(self, column: int, width: float, others: list[list[int]]) -> int:
        """How bad the table is when a column has this width instead: above all, how long."""
        now = self.lines(column, round(width, 1))
        return LINE * sum(map(max, others[column], now)) + sum(now)


def _others(columns: Sequence[Sequence[int]]) -> list[list[int]]:
    """For each column and row, the lines of the longest cell in any other column."""
    rows = [sorted(row, reverse=True)[:2] for row in zip(*columns, strict=True)]
    return [
        [top[1] if top[0] == own else top[0] for top, own in zip(rows, column, strict=True)]
        for column in columns
    ]


def _wrapped(width: float, room: float) -> int:
    return 1 if width <= room else ceil(width * 1.06 / room)
