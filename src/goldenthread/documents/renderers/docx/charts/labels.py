"""Labels: where the words of a native doughnut stand, outside its ring and apart from each other."""

from dataclasses import dataclass, replace
from math import cos, pi, sin, sqrt
from typing import Final

from goldenthread.documents.charts.specs import Doughnut

HOLE: Final = 60
"""The hole as a percentage of the ring's diameter, which Word lets its user change."""

_LETTER: Final = 0.52
_SMALLEST: Final = 9.0
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


LARGE: Final = Size(252, 122, 22, 82, 9.5, 10.5)
SMALL: Final = Size(162, 112, 26, 64, 9, 9)


def fitting(size: Size, width: float) -> Size:
    """The size made smaller, with words that can still be read, where the page is narrower than that."""
    share = min(1.0, width / size.width)
    words = max(size.words * share, _SMALLEST)
    return replace(size, width=size.width * share, ring=size.ring * share, words=min(words, size.words))


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


def centres(chart: Doughnut, size: Size) -> dict[int, tuple[float, float]]:
    """For each slice that is drawn, where the middle of its label stands, in points from that of the ring."""
    angles = _middles(chart)
    radius = size.ring / 2
    found: dict[int, tuple[float, float]] = {}
    for way in (1, -1):
        side = sorted(
            (i for i in angles if (sin(angles[i]) >= 0) == (way > 0)), key=lambda i: -cos(angles[i])
        )
        ideal = [-cos(angles[i]) * (radius + size.words * 0.8) for i in side]
        heights = _apart(ideal, size.words * _LINE, radius + size.words * 0.8)
        for i, y in zip(side, heights, strict=True):
            found[i] = way * _beside(chart, size, i, y), y
    return found


def shifts(chart: Doughnut, size: Size) -> dict[int, Shift]:
    """For each slice that is drawn, how its label moves out of the middle of its segment."""
    stands = size.ring / 2 * (1 + HOLE / 100) / 2
    angles = _middles(chart)
    return {
        i: Shift((x - sin(angles[i]) * stands) / size.width, (y + cos(angles[i]) * stands) / size.height)
        for i, (x, y) in centres(chart, size).items()
    }


def _middles(chart: Doughnut) -> dict[int, float]:
    """The angle of the middle of each slice that is drawn, clockwise from the top."""
    middles: dict[int, float] = {}
    counted = 0
    for i, piece in enumerate(chart.slices):
        if piece.count:
            middles[i] = 2 * pi * (counted + piece.count / 2) / chart.total
        counted += piece.count
    return middles


def _beside(chart: Doughnut, size: Size, i: int, y: float) -> float:
    """How far to the side the middle of a label at this height stands, clear of the ring."""
    piece = chart.slices[i]
    half = len(f"{piece.mark.word} {piece.count:,}") * size.words * _LETTER / 2
    away = max(abs(y) - size.words * 0.6, 0)
    clear = sqrt(max((size.ring / 2 + _CLEAR) ** 2 - away**2, 0))
    return min(clear + half, size.width / 2 - half)


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
