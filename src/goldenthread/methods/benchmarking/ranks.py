"""Ranks: the place of each figure among those it is compared with, the best first."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods.spc.words import LOWER, RANGE

Figures = NDArray[np.float64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

TOLERANCE: Final = 1e-13
"""Figures that differ by less than this share of the larger one are equal: the computer's rounding."""


def in_order(key: Figures, of_set: Counts) -> Counts:
    """The order of rows by set and, within it, by key; sets are numbered from 0."""
    by_key = np.argsort(key)
    # Numbers of two bytes are sorted by counting, three times as fast.
    numbers = of_set[by_key]
    small = numbers.astype(np.uint16) if numbers.max(initial=0) < 1 << 16 else numbers
    order: Counts = by_key[np.argsort(small, kind="stable")]
    return order


def scores(value: Figures, midpoint: Figures, polarity: NDArray[np.uint16]) -> tuple[Figures, Figures]:
    """What the least of is best, and how large the figures are in it.

    Where more is better, and where neither way is, the largest figure comes first; where a midpoint is best,
    that nearest to it ("Goldilocks").
    """
    score = np.where(polarity == LOWER, value, -value)
    size = np.abs(value)
    if (is_range := polarity == RANGE).any():
        score = np.where(is_range, np.abs(value - midpoint), score)
        size = np.where(is_range, np.fmax(size, np.abs(midpoint)), size)
    return score, size


def ranks(score: Figures, size: Figures, of_set: Counts, starts: Counts) -> tuple[Counts, Flags]:
    """The rank of each figure in its set, from 1, and whether it is shared; equal figures share the least.

    `starts` is where each set would start if its figures stood together, by number of the set.
    """
    order = in_order(score, of_set)
    sorted_score, sorted_size, sorted_set = score[order], size[order], of_set[order]
    is_next = np.ones(len(order), np.bool_)
    step = sorted_score[1:] - sorted_score[:-1]
    is_next[1:] = step > TOLERANCE * np.maximum(sorted_size[1:], sorted_size[:-1])
    is_next[1:] |= sorted_set[1:] != sorted_set[:-1]
    place = np.arange(len(order))
    first = np.maximum.accumulate(np.where(is_next, place, 0))
    is_tied = ~is_next
    is_tied[:-1] |= ~is_next[1:]
    rank, tied = np.empty(len(order), np.int64), np.empty(len(order), np.bool_)
    rank[order] = first - starts[sorted_set] + 1
    tied[order] = is_tied
    return rank, tied
