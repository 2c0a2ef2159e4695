"""Placing: labels as near as may be to where they belong, without touching each other."""

from collections.abc import Sequence


def apart(ideal: Sequence[float], step: float, height: float, *, least: float | None = None) -> list[float]:
    """Positions as near the ideal ones (given in order) as a distance of `step` and the height allow.

    `least` is where the first may stand; half a step unless it is given.
    """
    placed: list[float] = []
    for y in ideal:
        placed.append(max(y, placed[-1] + step if placed else (step / 2 if least is None else least)))
    ceiling = height - step / 2
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], ceiling)
        ceiling = placed[i] - step
    return placed
