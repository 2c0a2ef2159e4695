"""Shares: a whole number split into whole parts that add up to it exactly."""

from collections.abc import Sequence
from fractions import Fraction


def spread(total: int, weights: Sequence[float]) -> list[int]:
    """`total` in parts proportional to the weights, by largest remainder; ties go to the earlier part."""
    exact = [Fraction(weight).limit_denominator(10**6) for weight in weights]
    whole = sum(exact)
    wanted = [total * weight / whole for weight in exact]
    parts = [int(share) for share in wanted]
    by_remainder = sorted(range(len(parts)), key=lambda at: (parts[at] - wanted[at], at))
    for at in by_remainder[: total - sum(parts)]:
        parts[at] += 1
    return parts


def within(total: int, limits: Sequence[int], weights: Sequence[float]) -> list[int]:
    """`total` in parts proportional to the weights, none above its limit; the rest goes where room is."""
    if total > sum(limits):
        raise ValueError(f"{total} does not fit within {sum(limits)}")
    parts = [min(part, limit) for part, limit in zip(spread(total, weights), limits, strict=True)]
    while missing := total - sum(parts):
        room = [limit - part for part, limit in zip(parts, limits, strict=True)]
        parts = [
            min(part + more, limit)
            for part, more, limit in zip(parts, spread(missing, room), limits, strict=True)
        ]
    return parts
