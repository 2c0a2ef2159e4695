"""Confidence formulas: Wilson's interval for proportions, Byar's for counts, the exact one for few events."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv

from goldenthread.methods.closed_words import NO_WORD
from goldenthread.methods.confidence.reading import Counted, Figures, Flags
from goldenthread.methods.confidence.words import (
    AS_GIVEN,
    BYAR,
    COUNT,
    EXACT,
    GIVEN,
    MISSING,
    NONE,
    NOT_GIVEN,
    OF_NONE,
    PROPORTION,
    RATE,
    WILSON,
)

FEW: Final = 10
"""Below so many events Byar's approximation is not good enough, and the exact interval stands."""


@dataclass(frozen=True)
class Found:
    """An interval for each row (not-a-number: none), its method (NO_WORD: none) and why there is none."""

    lower: Figures
    upper: Figures
    method: NDArray[np.uint8]
    why: NDArray[np.uint8]


def found(figures: Counted, z: float, left_out: float) -> Found:
    """The interval of each row; `left_out` is the share of chances outside, `z` its standard deviations."""
    kind, size = figures.kind, len(figures.kind)
    result = Found(
        np.full(size, np.nan),
        np.full(size, np.nan),
        np.full(size, NO_WORD, np.uint8),
        _why(figures),
    )
    has_one = result.why == 0
    rows = np.flatnonzero(has_one & (kind == PROPORTION))
    count, of = figures.count[rows], figures.of[rows]
    _put(result, rows, wilson(np.minimum(count, of), of, z), figures.multiplier[rows], WILSON)
    scale = np.where(kind == RATE, figures.multiplier / np.where(figures.of > 0, figures.of, 1.0), 1.0)
    is_counted = has_one & ((kind == RATE) | (kind == COUNT))
    rows = np.flatnonzero(is_counted & (figures.count >= FEW))
    _put(result, rows, byar(figures.count[rows], z), scale[rows], BYAR)
    rows = np.flatnonzero(is_counted & (figures.count < FEW))
    _put(result, rows, exact(figures.count[rows], left_out), scale[rows], EXACT)
    rows = np.flatnonzero(has_one & (kind == GIVEN))
    _put(result, rows, (figures.lower[rows], figures.upper[rows]), np.ones(len(rows)), AS_GIVEN)
    return result


def wilson(count: Figures, of: Figures, z: float) -> tuple[Figures, Figures]:
    """Wilson's score interval of the shares `count` / `of`.

    Published as (2c + z² -+ z √(z² + 4c(1 - c/n))) / 2(n + z²). Here the same with its difference taken
    out, so that none of n gives a lower limit of just 0, and all of n an upper one of just 1.
    """
    return _wilson_lower(count, of, z), 1 - _wilson_lower(of - count, of, z)


def _wilson_lower(count: Figures, of: Figures, z: float) -> Figures:
    root = z * np.sqrt(z * z + 4 * count * (1 - count / of))
    lower: Figures = 2 * count**2 / (of * (2 * count + z * z + root))
    return lower


def byar(count: Figures, z: float) -> tuple[Figures, Figures]:
    """Byar's approximation to the exact interval of a Poisson count; for 10 events and more."""
    more = count + 1
    lower: Figures = count * (1 - 1 / (9 * count) - z / (3 * np.sqrt(count))) ** 3
    upper: Figures = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return lower, upper


def exact(count: Figures, left_out: float) -> tuple[Figures, Figures]:
    """The exact interval of a Poisson count: half of what is left out lies on either side."""
    lower = np.where(count > 0, gammaincinv(np.where(count > 0, count, 1.0), left_out / 2), 0.0)
    return lower, gammaincinv(count + 1, 1 - left_out / 2)


def _put(
    result: Found, rows: NDArray[np.int64], ends: tuple[Figures, Figures], scale: Figures, method: np.uint8
) -> None:
    result.lower[rows], result.upper[rows] = ends[0] * scale, ends[1] * scale
    result.method[rows] = method


def _why(figures: Counted) -> NDArray[np.uint8]:
    kind = figures.kind
    needs_whole: Flags = (kind == PROPORTION) | (kind == RATE)
    is_missing = (kind != GIVEN) & np.isnan(figures.count) | needs_whole & np.isnan(figures.of)
    lacks_end = (kind == GIVEN) & (np.isnan(figures.lower) | np.isnan(figures.upper))
    reasons = [(kind == 0, NONE), (is_missing, MISSING), (needs_whole & (figures.of == 0), OF_NONE)]
    return np.select(
        [which for which, _ in (*reasons, (lacks_end, NOT_GIVEN))],
        [code for _, code in (*reasons, (lacks_end, NOT_GIVEN))],
        np.uint8(0),
    )
