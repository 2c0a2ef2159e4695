"""Measures: about how wide and how high text comes out, to share a page's width among columns."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from goldenthread.documents.charts import svg

POINT: Final = 25.4 / 72
"""A point in millimetres."""


def width(text: str, size: float) -> float:
    """The width of a text set in so many points, in millimetres, rather too large than too small."""
    return svg.text_width(text, size) * POINT


def longest_word(text: str, size: float) -> float:
    """The width of its longest word, in millimetres."""
    return max((width(word, size) for word in text.split()), default=0.0)


def height(text: str, size: float, column: float) -> float:
    """The height of a text in a column so many millimetres wide, in millimetres."""
    return ceil(width(text, size) * 1.08 / max(column, 1.0)) * size * 1.32 * POINT


def shared(total: float, least: Sequence[float], wanted: Sequence[float]) -> list[float]:
    """The total shared out as wanted, but to nobody less than their least.

    Where even the least is more than there is, all are cut alike.
    """
    if sum(least) >= total:
        return [total * part / sum(least) for part in least]
    fixed: set[int] = set()
    while True:
        rest = total - sum(least[i] for i in fixed)
        weight = sum(wanted[i] for i in range(len(wanted)) if i not in fixed)
        parts = [least[i] if i in fixed else rest * wanted[i] / weight for i in range(len(wanted))]
        short = {i for i in range(len(wanted)) if i not in fixed and parts[i] < least[i] - 1e-9}
        if not short:
            return parts
        fixed |= short
