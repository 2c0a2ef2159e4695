"""Measures: about how wide and how high text comes out, to share a page's width among columns."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final

# How far each character from space to tilde advances in Source Sans 3 Regular, in thousandths of its size.
ADVANCES: Final = (
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497,
    497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 544, 588, 571, 615, 527, 494, 617, 652, 263,
    480, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497,
    500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419,
    338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
)  # fmt: skip
OTHER: Final = 560
"""What any other character is taken to advance."""

# A blank that holds two words together is as wide as one that parts them.
_NO_BREAK: Final = (ADVANCES[0],)
_BY_BYTE: Final = (*(0,) * 32, *ADVANCES, *(OTHER,) * 33, *_NO_BREAK, *(OTHER,) * 95)

POINT: Final = 25.4 / 72
"""A point in millimetres."""


@lru_cache(maxsize=16384)
def width(text: str, size: float) -> float:
    """The width of a text set in so many points, in millimetres."""
    advance = sum(map(_BY_BYTE.__getitem__, text.encode("latin-1", "replace")))
    return advance * size / 1000 * POINT


@lru_cache(maxsize=16384)
def longest_word(text: str, size: float) -> float:
    """The width of its longest word, in millimetres, with a hair to spare."""
    return max((width(word, size) for word in text.split()), default=0.0) * 1.02


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
