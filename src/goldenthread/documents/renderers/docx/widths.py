"""Widths: how the columns of a table share the page, so that no word is cut."""

import re
from collections.abc import Sequence
from math import sqrt
from typing import Final

from goldenthread.documents.renderers.docx.markup import TWIPS
from goldenthread.documents.spans import Line, Spark, words
from goldenthread.documents.tables import Table

PADDING: Final = 160
"""Left and right of what stands in a cell, in twips, with a little to spare."""

SPARKLINE: Final = 1340
_LETTER: Final = 0.58
_UNBROKEN: Final = re.compile(r"[^\s-]+-?")
_LONGEST: Final = 24


def of(table: Table, width: int, points: float) -> list[int]:
    """The width of each column in twips, together `width`, for text of so many points."""
    columns = [_said(table, i) for i in range(len(table.columns))]
    needed = [_needed(texts, points) for texts in columns]
    for i in range(len(columns)):
        if any(isinstance(span, Spark) for row in table.rows() for span in _cell(row.header, row.cells, i)):
            needed[i] = max(needed[i], SPARKLINE)
    shares = [column.share for column in table.columns]
    wanted = [s or 1 for s in shares] if any(shares) else [_weight(texts) for texts in columns]
    return shared(needed, wanted, width)


def _cell(header: Line, cells: Sequence[Line], i: int) -> Line:
    return header if i == 0 else cells[i - 1]


def _said(table: Table, i: int) -> list[str]:
    said = [words(_cell(row.header, row.cells, i)) for row in table.rows()]
    if table.columns[i].kind == "rating":
        said = [f"mm{text}" for text in said]
    return [table.columns[i].label, *said]


def _needed(texts: list[str], points: float) -> float:
    longest = max((len(word) for text in texts for word in _UNBROKEN.findall(text)), default=1)
    return min(longest, _LONGEST) * points * _LETTER * TWIPS + PADDING


def _weight(texts: list[str]) -> float:
    longest = max(map(len, texts))
    return max(min(longest, 14), 3 * sqrt(longest))


def shared(needed: Sequence[float], wanted: Sequence[float], width: int) -> list[int]:
    """Widths in the proportions wanted, but none under what is needed while the page is wide enough."""
    if sum(needed) >= width:
        return _whole([width * n / sum(needed) for n in needed], width)
    fixed: set[int] = set()
    while True:
        left = width - sum(needed[i] for i in fixed)
        weight = sum(w for i, w in enumerate(wanted) if i not in fixed)
        given = [needed[i] if i in fixed else left * w / weight for i, w in enumerate(wanted)]
        short = {i for i, g in enumerate(given) if g < needed[i]} - fixed
        if not short:
            return _whole(given, width)
        fixed |= short


def _whole(given: list[float], width: int) -> list[int]:
    found = [int(g) for g in given]
    found[0] += width - sum(found)
    return found
