"""Sparkline: the shape of one series in the space of a word."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from goldenthread.documents.charts import palette, svg
from goldenthread.documents.charts.specs import Sparkline

_DASH: Final = "3 2.5"


class _Scale:
    """Where a position and a value stand in a picture of the given size."""

    def __init__(self, chart: Sparkline, width: float, height: float) -> None:
        numbers = chart.numbers()
        self.low, self.high = min(numbers), max(numbers)
        self.width, self.height = width, height
        self.end = width - (16 if chart.live is not None else 6)
        self.step = (self.end - 4) / (len(chart.values) - 1)

    def x(self, position: float) -> float:
        return 4 + position * self.step

    def y(self, value: float) -> float:
        if self.high == self.low:
            return self.height / 2
        return 4 + (self.high - value) / (self.high - self.low) * (self.height - 8)

    def at(self, position: float, value: float) -> str:
        return f"{svg.coordinate(self.x(position))} {svg.coordinate(self.y(value))}"


@lru_cache(maxsize=4096)
def draw(chart: Sparkline, *, width: float = 120, height: float = 34) -> str:
    """The chart as an SVG picture: target dashed, range as a band, black dot frozen, ring known since."""
    scale = _Scale(chart, width, height)
    parts: list[str] = []
    if chart.upper:
        parts.extend(_band(chart, scale))
    for limit in (chart.target, chart.lower, chart.upper):
        parts.extend(_steps(limit, scale))
    parts.extend(_runs(chart, scale))
    parts.extend(_ends(chart, scale))
    return svg.picture(width, height, chart.finding, *parts)


def _spans(limit: Sequence[float | None], scale: _Scale) -> list[tuple[float, float, float]]:
    """Each stretch over which a limit holds one value: from x, to x, value."""
    stretches: list[tuple[float, float, float]] = []
    for i, value in enumerate(limit):
        if value is None:
            continue
        left = 0.0 if i == 0 else scale.x(i - 0.5)
        right = scale.width if i == len(limit) - 1 else scale.x(i + 0.5)
        if stretches and stretches[-1][2] == value and stretches[-1][1] == left:
            left = stretches.pop()[0]
        stretches.append((left, right, value))
    return stretches


def _steps(limit: Sequence[float | None], scale: _Scale) -> list[str]:
    path, end = "", -1.0
    for left, right, value in _spans(limit, scale):
        y = svg.coordinate(scale.y(value))
        path += f"V{y}" if left == end else f"M{svg.coordinate(left)} {y}"
        path += f"H{svg.coordinate(right)}"
        end = right
    dashed = {"fill": "none", "stroke": palette.INK, "stroke-width": "1.2", "stroke-dasharray": _DASH}
    return [svg.element("path", {"d": path, **dashed})] if path else []


def _band(chart: Sparkline, scale: _Scale) -> list[str]:
    drawn = []
    for i, (low, high) in enumerate(zip(chart.lower, chart.upper, strict=True)):
        if low is None or high is None:
            continue
        left = 0.0 if i == 0 else scale.x(i - 0.5)
        right = scale.width if i == len(chart.upper) - 1 else scale.x(i + 0.5)
        box = {"x": left, "y": scale.y(high), "width": right - left, "height": scale.y(low) - scale.y(high)}
        drawn.append(svg.element("rect", {**box, "fill": palette.BAND}))
    return drawn


def _runs(chart: Sparkline, scale: _Scale) -> list[str]:
    """The line in unbroken runs; a value between two gaps stands as a small dot."""
    runs: list[list[tuple[int, float]]] = [[]]
    for i, value in enumerate(chart.values):
        if i in chart.breaks or value is None:
            runs.append([])
        if value is not None:
            runs[-1].append((i, value))
    look = {"fill": "none", "stroke": palette.SERIES, "stroke-width": "1.6", "stroke-linejoin": "round"}
    drawn = []
    for run in filter(None, runs):
        if len(run) > 1:
            first, *rest = (scale.at(i, v) for i, v in run)
            drawn.append(svg.element("path", {"d": f"M{first}L{' '.join(rest)}", **look}))
        else:
            (i, value) = run[0]
            drawn.append(
                svg.element("circle", {**_centre(scale, i, value), "r": 1.6, "fill": palette.SERIES})
            )
    return drawn


def _centre(scale: _Scale, position: float, value: float) -> dict[str, str | float]:
    return {"cx": scale.x(position), "cy": scale.y(value)}


def _ends(chart: Sparkline, scale: _Scale) -> list[str]:
    """The frozen dot, and what is known since, if anything is."""
    latest = len(chart.values) - 1
    value = chart.values[latest]
    drawn: list[str] = []
    if chart.live is not None:
        since = latest + 11 / scale.step
        if value is not None:
            dotted = {
                "stroke": palette.BRAND,
                "stroke-width": "1.2",
                "stroke-dasharray": "1.5 2",
                "class": "gt-live",
            }
            drawn.append(
                svg.element(
                    "path", {"d": f"M{scale.at(latest, value)}L{scale.at(since, chart.live)}", **dotted}
                )
            )
        ring: dict[str, str | float] = {"r": 2.8, "fill": palette.PAPER, "stroke": palette.BRAND}
        ring |= {"stroke-width": 1.8, "class": "gt-live"}
        drawn.append(svg.element("circle", {**_centre(scale, since, chart.live), **ring}))
    if value is not None:
        drawn.append(svg.element("circle", {**_centre(scale, latest, value), "r": 2.8, "fill": palette.INK}))
    return drawn
