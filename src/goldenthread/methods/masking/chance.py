"""Chance: how likely counts so far off are, and the limits of a funnel plot, both exact."""

from collections.abc import Callable
from statistics import NormalDist
from typing import Final

import numpy as np
from scipy.special import betainc, gammainc, gammaincc

from goldenthread.methods.masking.reading import Figures, Rows

TAILS: Final = (0.025, 0.001)
"""The chances beyond the limits at 95% and at 99.8%, about two and three standard deviations."""


def binomial(count: Figures, of: Figures, share: Figures) -> Figures:
    """The chance of a count at least so far off on its side, doubled (for there are two), at most 1."""
    return _doubled(_binomial_to(count, of, share), _binomial_from(count, of, share))


def poisson(count: Figures, expected: Figures) -> Figures:
    """The same of a count of events where so many are expected."""
    return _doubled(_poisson_to(count, expected), _poisson_from(count, expected))


def binomial_limits(of: Figures, share: Figures) -> list[Figures]:
    """At each of TAILS the lower and the upper limit, counts among so many."""

    def lower(tail: float, share: Figures) -> Figures:
        near = np.clip(_near(tail, of * share, of * share * (1 - share), 1 - 2 * share), 0.0, of)
        limit = _limit(tail, near, lambda count, rows: _binomial_to(count, of[rows], share[rows]))
        return np.maximum(limit, 0.0)

    return [limit for tail in TAILS for limit in (lower(tail, share), of - lower(tail, 1 - share))]


def poisson_limits(expected: Figures) -> list[Figures]:
    """At each of TAILS the lower and the upper limit, counts where so many are expected."""

    def lower(tail: float) -> Figures:
        near = np.maximum(_near(tail, expected, expected, 1.0), 0.0)
        limit = _limit(tail, near, lambda count, rows: _poisson_to(count, expected[rows]))
        return np.maximum(limit, 0.0)

    def upper(tail: float) -> Figures:
        near = np.maximum(_near(1 - tail, expected, expected, 1.0), 0.0)
        return -_limit(tail, -near, lambda count, rows: _poisson_from(-count, expected[rows]))

    return [limit for tail in TAILS for limit in (lower(tail), upper(tail))]


def _doubled(to: Figures, from_: Figures) -> Figures:
    doubled: Figures = np.minimum(2 * np.minimum(to, from_), 1.0)
    return doubled


def _binomial_to(count: Figures, of: Figures, share: Figures) -> Figures:
    """The chance of so many or fewer."""
    inside = (count >= 0) & (count < of)
    at = np.where(inside, count, 0.0)
    to: Figures = np.where(inside, betainc(np.maximum(of - at, 1.0), at + 1, 1 - share), count >= of)
    return to


def _binomial_from(count: Figures, of: Figures, share: Figures) -> Figures:
    """The chance of so many or more."""
    at = np.maximum(count, 1.0)
    from_: Figures = np.where(count > 0, betainc(at, np.maximum(of - at, 0.0) + 1, share), 1.0)
    return from_


def _poisson_to(count: Figures, expected: Figures) -> Figures:
    to: Figures = np.where(count >= 0, gammaincc(np.maximum(count, 0.0) + 1, expected), 0.0)
    return to


def _poisson_from(count: Figures, expected: Figures) -> Figures:
    from_: Figures = np.where(count > 0, gammainc(np.maximum(count, 1.0), expected), 1.0)
    return from_


def _near(tail: float, mean: Figures, variance: Figures, skew: Figures | float) -> Figures:
    """About where the chance of so many or fewer reaches `tail`: a normal curve, made a little skew."""
    z = NormalDist().inv_cdf(tail)
    near: Figures = mean + z * np.sqrt(variance) + skew * (z * z - 1) / 6
    return near


def _limit(tail: float, near: Figures, chance_to: Callable[[Figures, Rows], Figures]) -> Figures:
    """Where the chance of so many or fewer reaches `tail`: between two counts, in proportion.

    Spiegelhalter draws his limits so. Here the upper one is found in the same way from its own side, so that
    an area lies outside a limit just where the chance of it is below that limit's. The count is looked for by
    steps from `near`, row by row until it is there.
    """
    every = np.arange(len(near))
    count = np.ceil(near)
    to = chance_to(count, every)
    rows = np.flatnonzero(to < tail)
    while len(rows):
        count[rows] += 1
        to[rows] = chance_to(count[rows], rows)
        rows = rows[to[rows] < tail]
    before = chance_to(count - 1, every)
    rows = np.flatnonzero(before >= tail)
    while len(rows):
        count[rows] -= 1
        to[rows], before[rows] = before[rows], chance_to(count[rows] - 1, rows)
        rows = rows[before[rows] >= tail]
    limit: Figures = count - (to - tail) / (to - before)
    return limit
