"""Series: quarters written as a path of printed figures become monthly counts that add up to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from examples.larkhythe.make_returns.chance import chance, wobble
from examples.larkhythe.make_returns.figure import Figure, count, missing, ratio
from examples.larkhythe.make_returns.shares import spread, within
from examples.larkhythe.make_returns.solve import counts_for
from examples.larkhythe.make_returns.spans import LATER_MONTHS, QUARTERS, after, last_day, months_of, snapshot

FLAT = (1.0,) * 12


@dataclass(frozen=True)
class Path:
    """A ratio's way through the quarters.

    `steps`: one printed figure a quarter, "n/d" where the counts are fixed, "-" where there is none; "|"
    parts the years for the eye. `later`: October and November 2023. `season`: twelve weights from April on.
    """

    indicator: str
    base: int
    steps: str
    later: str = ""
    multiplier: int = 100
    season: Sequence[float] = FLAT
    noise: float = 0.04
    gap: str = ""


def steps_of(path: str) -> list[str]:
    """The figures of a path without the strokes between years."""
    return path.replace("|", " ").split()


def quarters(path: Path) -> list[Figure]:
    """One figure a quarter."""
    return [
        ratio(path.indicator, quarter, *counts) if counts else missing(path.indicator, quarter, path.gap)
        for quarter, counts in _counts(path)
    ]


def months(path: Path) -> list[Figure]:
    """Three figures a quarter that add up to it, and the months after the latest quarter."""
    found: list[Figure] = []
    for quarter, counts in _counts(path):
        found += _months_of(path, quarter, counts)
    for month, step in zip(LATER_MONTHS, steps_of(path.later), strict=bool(path.later)):
        near = round(path.base / 3 * _weight(path, month) * wobble(chance(path.indicator, month), path.noise))
        found.append(ratio(path.indicator, month, *counts_for(step, path.multiplier, near)))
    return found


def snapshots(path: Path) -> list[Figure]:
    """One count a quarter end."""
    return [
        ratio(path.indicator, snapshot(months_of(quarter)[2]), *counts)
        if counts
        else missing(path.indicator, snapshot(months_of(quarter)[2]), path.gap)
        for quarter, counts in _counts(path)
    ]


def monthly_totals(
    indicator: str, steps: str, later: str = "", *, season: Sequence[float] = FLAT
) -> list[Figure]:
    """Counts by month from counts by quarter."""
    found: list[Figure] = []
    for quarter, step in zip(QUARTERS, steps_of(steps), strict=True):
        generator = chance(indicator, quarter)
        weights = [season[_place(month)] * wobble(generator, 0.05) for month in months_of(quarter)]
        parts = spread(int(step), weights)
        found += [
            count(indicator, month, part) for month, part in zip(months_of(quarter), parts, strict=True)
        ]
    later_steps = zip(LATER_MONTHS, steps_of(later), strict=bool(later))
    return found + [count(indicator, month, step) for month, step in later_steps]


def quarterly_totals(indicator: str, steps: str) -> list[Figure]:
    """Counts by quarter as written."""
    return [count(indicator, quarter, step) for quarter, step in zip(QUARTERS, steps_of(steps), strict=True)]


def monthly_counts(indicator: str, before: int, steps: str, later: str, *, noise: float) -> list[Figure]:
    """Counts on each month's last day, drawn between counts at quarter ends."""
    found, start = [], before
    for quarter, step in zip(QUARTERS, steps_of(steps), strict=True):
        end = int(step)
        generator = chance(indicator, quarter)
        between = [start + (end - start) * part / 3 for part in (1, 2)]
        drawn = [max(0, round(point * wobble(generator, noise))) for point in between]
        found += [
            count(indicator, snapshot(month), number)
            for month, number in zip(months_of(quarter), [*drawn, end], strict=True)
        ]
        start = end
    later_steps = zip(LATER_MONTHS, steps_of(later), strict=True)
    return found + [count(indicator, snapshot(month), step) for month, step in later_steps]


def quarter_counts(indicator: str, steps: str) -> list[Figure]:
    """Counts on each quarter's last day as written."""
    return [
        count(indicator, snapshot(months_of(quarter)[2]), step)
        for quarter, step in zip(QUARTERS, steps_of(steps), strict=True)
    ]


def _counts(path: Path) -> list[tuple[str, tuple[int, int] | None]]:
    found: list[tuple[str, tuple[int, int] | None]] = []
    for quarter, step in zip(QUARTERS, steps_of(path.steps), strict=True):
        weight = sum(_weight(path, month) for month in months_of(quarter)) / 3
        near = round(path.base * weight * wobble(chance(path.indicator, quarter, "base"), path.noise))
        found.append((quarter, None if step == "-" else counts_for(step, path.multiplier, near)))
    return found


def _months_of(path: Path, quarter: str, counts: tuple[int, int] | None) -> list[Figure]:
    if counts is None:
        return [missing(path.indicator, month, path.gap) for month in months_of(quarter)]
    above, below = counts
    generator = chance(path.indicator, quarter)
    weights = [_weight(path, month) * wobble(generator, 0.05) for month in months_of(quarter)]
    bases = spread(below, weights)
    tilted = [base * wobble(generator, 0.02) for base in bases]
    limits = bases if path.multiplier > 1 else [above] * 3
    tops = within(above, limits, tilted)
    return [
        ratio(path.indicator, month, top, base)
        for month, top, base in zip(months_of(quarter), tops, bases, strict=True)
    ]


def _weight(path: Path, month: str) -> float:
    return path.season[_place(month)]


def _place(month: str) -> int:
    """The month's place in the financial year, from 0."""
    return (last_day(after(month, -3)).month - 1) % 12
