"""Spread: how far one case lies from another, from cases themselves or from how far areas differ."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from scipy.special import stdtr, stdtrit

from goldenthread.methods.masking.chance import TAILS
from goldenthread.methods.masking.reading import Areas, Figures, Flags

FEWEST_AREAS: Final = 8
"""From fewer areas no spread between them is told."""
TO_NORMAL: Final = 1.482602218505602
"""The standard deviation of a normal distribution, in its median absolute deviations."""
EFFICIENCY: Final = 0.37
"""How much a median absolute deviation knows of a spread, against the deviation of the same areas."""
ROUNDING: Final = 1e-9


@dataclass(frozen=True)
class Spread:
    """Of each set the standard deviation of one case (not-a-number: unknown), and how well it is known."""

    deviation: Figures
    freedom: Figures
    is_of_cases: Flags
    areas: Figures
    """How many areas a robust spread is told from."""


def of_cases(areas: Areas, whole: Figures, is_in: Flags) -> Spread:
    """The spread of each set of means: from its cases where any area gives it, else between areas.

    Between areas: an area's mean of n cases lies off the whole by the deviation of one case / √n, as far as
    chance goes. Its gap times √n is therefore a look at that deviation, a large area's as good as a small
    one's; the median of these looks, scaled to a normal distribution, is not moved by a few poor areas.
    """
    n, own = areas.of, areas.case_spread
    more = np.where(is_in & ~np.isnan(own), n - 1, 0.0)
    squares, freedom = areas.total(more * np.where(more > 0, own, 0.0) ** 2), areas.total(more)
    has_cases = freedom > 0
    look = np.abs(areas.value - whole) * np.sqrt(n)
    robust, counted = _robust(areas, look, is_in)
    with np.errstate(divide="ignore", invalid="ignore"):
        deviation = np.where(has_cases, np.sqrt(squares / freedom), robust)
    known = np.where(has_cases, freedom, np.maximum(EFFICIENCY * (counted - 1), 1.0))
    return Spread(deviation, known, has_cases, counted)


def _robust(areas: Areas, look: Figures, is_in: Flags) -> tuple[Figures, Figures]:
    rows = pl.DataFrame({"set": areas.set[is_in], "look": look[is_in], "size": np.abs(areas.value[is_in])})
    found = rows.group_by("set").agg(pl.col("look").median(), pl.col("size").max(), areas=pl.len())
    deviation, counted = np.full(areas.sets, np.nan), np.zeros(areas.sets)
    at = found["set"].to_numpy()
    median = found["look"].to_numpy()
    is_none = median <= ROUNDING * found["size"].to_numpy()
    counted[at] = found["areas"].to_numpy()
    deviation[at] = np.where(is_none, 0.0, TO_NORMAL * median)
    deviation[counted < FEWEST_AREAS] = np.nan
    return deviation, counted


def chance(distance: Figures, freedom: Figures) -> Figures:
    """The chance of so many standard deviations or more to either side, by Student's t."""
    found: Figures = 2 * stdtr(freedom, -np.abs(distance))
    return found


def limits(freedom: Figures) -> list[Figures]:
    """At each of TAILS the lower and the upper limit, in standard deviations from the whole."""
    return [side * stdtrit(freedom, 1 - tail) for tail in TAILS for side in (-1, 1)]
