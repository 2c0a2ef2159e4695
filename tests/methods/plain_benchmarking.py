"""A plain restatement of benchmarking: one comparison at a time, in exact fractions, by counting."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor


@dataclass(frozen=True)
class Area:
    """An area of a comparison; `value` None: missing."""

    name: str
    value: Fraction | None
    is_self: bool = False


def places(areas, polarity, midpoint=None):
    """Of each area with a figure its rank, percentile and quarter."""
    goodness = {
        "higher": lambda value: value,
        "neutral": lambda value: value,
        "lower": lambda value: -value,
        "range": lambda value: -abs(value - midpoint),
    }[polarity]
    held = {area.name: goodness(area.value) for area in areas if area.value is not None}
    found = {}
    for name, good in held.items():
        rank = 1 + sum(1 for other in held.values() if other > good)
        shared = sum(1 for other in held.values() if other == good) > 1
        quarter = next(part for part in (1, 2, 3, 4) if rank * 4 <= part * len(held))
        found[name] = (rank, Fraction(rank, len(held)), quarter if len(held) >= 4 else None, shared)
    return found


def peers(areas):
    """The figures of the others, sorted."""
    return sorted(area.value for area in areas if area.value is not None and not area.is_self)


def quantile(values, share, method):
    """R's quantile() with type 7 or 6, as its manual writes it: gamma and j from n, p and m."""
    n = len(values)
    m = {"type7": 1 - share, "type6": share}[method]
    j = floor(n * share + m)
    gamma = n * share + m - j

    def at(place):
        return values[min(max(place, 1), n) - 1]

    return (1 - gamma) * at(j) + gamma * at(j + 1)


def ntile(values, part):
    """The greatest of a part, the figures dealt into four; None for fewer than four."""
    if len(values) < 4:
        return None
    sizes = [len(values) // 4 + (number < len(values) % 4) for number in range(4)]
    return values[sum(sizes[:part]) - 1]


def cuts(values, method):
    """The three cut points; None without figures."""
    if not values:
        return (None, None, None)
    if method == "ntile":
        return tuple(ntile(values, part) for part in (1, 2, 3))
    return tuple(quantile(values, Fraction(part, 4), method) for part in (1, 2, 3))


def median(values):
    """The middle figure, or half of the two in the middle."""
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def mad(values):
    """The median of the distances to the median."""
    middle = median(values)
    return median(sorted(abs(value - middle) for value in values))
