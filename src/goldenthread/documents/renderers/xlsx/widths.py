"""Widths: how wide each column and how high each row is, so that nothing is clipped and long words wrap."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

from goldenthread.documents.renderers.xlsx.cells.readings import WEB
from goldenthread.documents.renderers.xlsx.cells.sheets import Cell, Sheet

NARROWEST: Final = 11.0
EASY: Final = 32
SLOWEST: Final = 6
WIDEST: Final = 90.0
WIDEST_LINK: Final = 110.0
TITLE: Final = 24.0
LINE: Final = 14.5
SPACE: Final = 4.0
LAST_LINE: Final = 22.0
# Excel makes no row higher; what does not fit is still in the cell.
HIGHEST: Final = 409.0
# What leads to another file of the pack is no link here (writing).
LINKS: Final = ("sheet:", "#", *WEB)
_DECIMALS: Final = re.compile(r"\.0+")
_WORDS: Final = re.compile(r'"([^"]*)"')
# Letters are narrower than the digits that widths are counted in; wrapping gives some of that back.
FILLED: Final = 1.08


def of(sheet: Sheet) -> list[float]:
    """The width of each column, in characters of the usual size."""
    return [_width(sheet, column) for column in range(len(sheet.labels))]


def height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """The height of a row in points: that of its longest cell, wrapped."""
    lines = (_lines(cell.held, width) for cell, width in zip(row, widths, strict=True))
    return min(HIGHEST, LINE * max(lines) + SPACE)


def is_figures(sheet: Sheet, column: int) -> bool:
    """Whether a column holds figures above all, so that its label stands over them at the right."""
    held = [row[column].held for row in sheet.rows]
    return 2 * sum(isinstance(each, float) for each in held) > len(held)


def _lines(held: str | float, width: float) -> int:
    if isinstance(held, float):
        return 1
    return sum(max(1, ceil(len(line) / (width * FILLED))) for line in held.split("\n"))


def _digits(held: float, form: str) -> int:
    """How many characters a figure takes as shown: one that has no room is shown as hashes."""
    if not form:
        return len(f"{held:.15g}")
    decimals = len(found[0]) - 1 if (found := _DECIMALS.search(form)) else 0
    return len(f"{held:,.{decimals}f}") + sum(map(len, _WORDS.findall(form.partition(";")[0])))


def _width(sheet: Sheet, column: int) -> float:
    """As wide as the longest text up to a point, from there on slower: long texts wrap, but links do not."""
    label, cells = sheet.labels[column], [row[column] for row in sheet.rows]
    lines = [line for cell in cells if isinstance(cell.held, str) for line in cell.held.split("\n")]
    word = max((len(word) for line in [label, *lines] for word in line.split()), default=0)
    linked = max((len(str(cell.held)) for cell in cells if cell.href.startswith(LINKS)), default=0)
    longest = max(map(len, lines), default=0)
    slower = min(SLOWEST, max(2, len(sheet.labels)))
    eased = longest if longest <= EASY else EASY + (longest - EASY) / slower
    figures = [_digits(cell.held, cell.format) for cell in cells if isinstance(cell.held, float)]
    needed = max(NARROWEST, eased / FILLED + 2, len(label) / 2 + 2, word + 2, *(n + 3 for n in figures))
    return max(min(WIDEST, needed), min(WIDEST_LINK, linked))
