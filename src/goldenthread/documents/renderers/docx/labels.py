"""Labels: where the words of a native doughnut stand, outside its ring and apart from each other."""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from goldenthread.documents.charts.specs import Doughnut

HOLE: Final = 60
"""The hole as a percentage of the ring's diameter, which Word lets its user change."""

_LETTER: Final = 0.52
_CLEAR: Final = 5.0
_LINE: Final = 1.35


@dataclass(frozen=True, slots=True)
class Size:
    """A native doughnut: the whole chart, its ring, and its words, in points."""

    width: float
    height: float
    top: float
    ring: float
    words: float
    title: float


LARGE: Final = Size(252, 132, 22, 94, 9.5, 10.5)
SMALL: Final = Size(162, 116, 28, 72, 9, 9)


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a label moves from the middle of its segment, as shares of the chart's width and height."""

    x: float
    y: float


def plot(size: Size) -> tuple[float, float, float, float]:
    """The ring's square as shares of the chart: left, top, width, height."""
    return (
        (size.width - size.ring) / 2 / size.width,
        (size.top + (size.height - size.top - size.ring) / 2) / size.height,
        size.ring / size.width,
        size.ring / size.height,
    )


def shifts(chart: Doughnut, size: Size) -> dict[int, Shift]:
    """For each slice that is drawn, how its label moves out of the ring."""
    angles = _middles(chart)
    found: dict[int, Shift] = {}
    for right in (True, False):
        side = sorted((i for i in angles if (sin(angles[i]) >= 0) == right), key=lambda i: -cos(angles[i]))
        radius = size.ring / 2
        ideal = [-cos(angles[i]) * (radius + size.words * 0.9) for i in side]
        step = size.words * _LINE
        for i, y in zip(side, _apart(ideal, step, radius + size.words), strict=True):
            found[i] = _shift(chart, size, i, angles[i], y, 1 if right else -1)
    return found


def _middles(chart: Doughnut) -> dict[int, float]:
    """The angle of the middle of each slice that is drawn, clockwise from the top."""
    middles: dict[int, float] = {}
    counted = 0
    for i, piece in enumerate(chart.slices):
        if piece.count:
            middles[i] = 2 * pi * (counted + piece.count / 2) / chart.total
        counted += piece.count
    return middles


def _shift(chart: Doughnut, size: Size, i: int, angle: float, y: float, way: int) -> Shift:
    radius = size.ring / 2
    piece = chart.slices[i]
    half = len(f"{piece.mark.word} {piece.count:,}") * size.words * _LETTER / 2
    away = max(abs(y) - size.words * 0.6, 0)
    beside = max((radius + _CLEAR) ** 2 - away**2, 0) ** 0.5
    x = way * min(beside + half, size.width / 2 - half)
    stands = radius * (1 + HOLE / 100) / 2
    return Shift((x - sin(angle) * stands) / size.width, (y + cos(angle) * stands) / size.height)


def _apart(ideal: list[float], step: float, furthest: float) -> list[float]:
    """Heights as near the ideal ones as a line's distance between labels allows."""
    placed: list[float] = []
    for y in ideal:
        placed.append(max(y, placed[-1] + step if placed else -furthest))
    ceiling = furthest
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], ceiling)
        ceiling = placed[i] - step
    return placed
