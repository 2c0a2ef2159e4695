"""Doughnut: counts by rating, clockwise from the top, each segment with its shape, word and count."""

from dataclasses import dataclass, replace
from math import cos, pi, sin, sqrt
from typing import Final, Literal

from goldenthread.documents.charts import palette, svg
from goldenthread.documents.charts.axes.placing import apart
from goldenthread.documents.charts.shapes import shape
from goldenthread.documents.charts.specs import Doughnut, Slice
from goldenthread.documents.marks import HOLLOW

GAP: Final = 3.0
SIDE: Final = 11.5


@dataclass(frozen=True, slots=True)
class Size:
    """One true size a doughnut is drawn at, in pixels."""

    width: float
    height: float
    outer: float
    inner: float
    label: float
    figure: float
    total: float
    word: float
    step: float
    stacked: bool


SIZES: Final[dict[Literal["large", "small"], Size]] = {
    "large": Size(352, 186, 64, 40, 80, 15, 28, 14.5, 20, False),
    "small": Size(216, 164, 46, 32, 64, 15, 21, 12, 31, True),
}


@dataclass(frozen=True, slots=True)
class _Segment:
    slice: Slice
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def draw(chart: Doughnut, *, finding: str, prefix: str, size: Literal["large", "small"] = "large") -> str:
    """The chart as an SVG picture; `prefix` keeps its patterns apart from those of other charts on a page."""
    segments = _segments(chart)
    to = _roomy(SIZES[size], segments)
    hatches = [palette.hatch(s.slice.mark, f"{prefix}-{i}") for i, s in enumerate(segments)]
    parts = [svg.element("defs", {}, *hatches)] if any(hatches) else []
    for i, (segment, pattern) in enumerate(zip(segments, hatches, strict=True)):
        parts.append(
            _ring_part(segment, to, f"url(#{prefix}-{i})" if pattern else "", alone=len(segments) == 1)
        )
    if not segments:
        parts.append(_empty(to))
    parts.extend(_middle(chart, to))
    parts.extend(_labels(segments, to))
    return svg.picture(to.width, to.height, finding, *parts)


def _segments(chart: Doughnut) -> list[_Segment]:
    found: list[_Segment] = []
    counted = 0
    for piece in chart.slices:
        if piece.count:
            start, counted = counted, counted + piece.count
            found.append(_Segment(piece, 2 * pi * start / chart.total, 2 * pi * counted / chart.total))
    return found


def _roomy(to: Size, segments: list[_Segment]) -> Size:
    """The size with room at both sides for the longest word that may have to stand there."""
    words = [s.slice.mark.word if to.stacked else f"{s.slice.mark.word} {s.slice.count:,}" for s in segments]
    beside = 0.0 if to.stacked else SIDE + 5
    size = to.word if to.stacked else to.figure
    longest = max((svg.text_width(word, size) for word in words), default=0.0)
    return replace(to, width=max(to.width, 2 * (to.outer + 7 + beside + longest + 2)))


def _at(to: Size, radius: float, angle: float) -> tuple[float, float]:
    return to.width / 2 + radius * sin(angle), to.height / 2 - radius * cos(angle)


def _point(to: Size, radius: float, angle: float) -> str:
    x, y = _at(to, radius, angle)
    return f"{svg.coordinate(x)} {svg.coordinate(y)}"


def _ring_part(segment: _Segment, to: Size, pattern: str, *, alone: bool) -> str:
    mark = segment.slice.mark
    outline = _whole(to) if alone else _arc(segment, to)
    look: dict[str, str | float] = {"fill": palette.ground(mark), "stroke": palette.EDGE[mark.token]}
    look["stroke-width"] = 1.2
    if mark.token == HOLLOW:
        look["stroke-dasharray"] = "3 2.4"
    part = svg.element("path", {"d": outline, **look})
    return part + svg.element("path", {"d": outline, "fill": pattern}) if pattern else part


def _whole(to: Size) -> str:
    drawn = ""
    for radius, sweep in ((to.outer, 1), (to.inner, 0)):
        far = f"A{svg.coordinate(radius)} {svg.coordinate(radius)} 0 0 {sweep} "
        drawn += f"M{_point(to, radius, 0)}{far}{_point(to, radius, pi)}{far}{_point(to, radius, 0)}Z"
    return drawn


def _arc(segment: _Segment, to: Size) -> str:
    width = segment.end - segment.start
    gap = min(GAP, width * to.inner / 2)
    large = 1 if width > pi else 0
    (o1, o2), (i1, i2) = (
        (segment.start + gap / 2 / radius, segment.end - gap / 2 / radius) for radius in (to.outer, to.inner)
    )
    outer, inner = svg.coordinate(to.outer), svg.coordinate(to.inner)
    return (
        f"M{_point(to, to.outer, o1)}A{outer} {outer} 0 {large} 1 {_point(to, to.outer, o2)}"
        f"L{_point(to, to.inner, i2)}A{inner} {inner} 0 {large} 0 {_point(to, to.inner, i1)}Z"
    )


def _empty(to: Size) -> str:
    edge = palette.EDGE[HOLLOW]
    return svg.element(
        "path", {"d": _whole(to), "fill": palette.PAPER, "stroke": edge, "stroke-dasharray": "3 2.4"}
    )


def _middle(chart: Doughnut, to: Size) -> list[str]:
    x, y = to.width / 2, to.height / 2
    big: dict[str, str | float] = {
        "x": x,
        "y": y + to.total * 0.14,
        "text-anchor": "middle",
        "fill": palette.INK,
    }
    big |= {"font-size": to.total, "font-weight": "600"}
    under: dict[str, str | float] = {
        "x": x,
        "y": y + to.total * 0.14 + to.word * 1.1,
        "text-anchor": "middle",
    }
    under |= {
        "font-size": min(to.word, 1.9 * to.inner / max(len(chart.counted) * 0.48, 1)),
        "fill": palette.INK_2,
    }
    return [
        svg.element("text", big, svg.words(f"{chart.total:,}")),
        svg.element("text", under, svg.words(chart.counted)),
    ]


def _labels(segments: list[_Segment], to: Size) -> list[str]:
    drawn: list[str] = []
    for right in (True, False):
        side = [s for s in segments if (sin(s.middle) >= 0) == right]
        side.sort(key=lambda s: -cos(s.middle))
        ideal = [_at(to, to.label, s.middle)[1] for s in side]
        for segment, y in zip(side, apart(ideal, to.step, to.height), strict=True):
            reach = _reach(y, to)
            drawn.append(_label(segment, to.width / 2 + (reach if right else -reach), y, to, right=right))
    return drawn


def _reach(y: float, to: Size) -> float:
    """How far from the middle a label at this height begins, so that no corner of it touches the ring."""
    clear = to.outer + 7
    nearest = max(abs(y - to.height / 2) - (to.step - 3) / 2, 0)
    return max(sqrt(max(clear**2 - nearest**2, 0)), 8.0)


def _label(segment: _Segment, x: float, y: float, to: Size, *, right: bool) -> str:
    mark, count = segment.slice.mark, f"{segment.slice.count:,}"
    bold: dict[str, str | float] = {"font-size": to.figure, "font-weight": "600"}
    first = count if to.stacked else f"{mark.word} {count}"
    left = x if right else x - svg.text_width(first, to.figure) - SIDE - 5
    start: dict[str, str | float] = {"x": x + SIDE + 5} if right else {"x": x, "text-anchor": "end"}
    if to.stacked:
        under: dict[str, str | float] = {"fill": palette.INK_2, "font-size": to.word, "y": y + 12}
        anchor: dict[str, str | float] = {"x": x, "text-anchor": "start" if right else "end"}
        word = svg.element("text", {**anchor, **under}, svg.words(mark.word))
        figure = svg.element("text", {**start, "y": y - 1.5, "fill": palette.INK, **bold}, svg.words(count))
        return _shape(segment, left, y - 12) + figure + word
    said = svg.words(f"{mark.word} ") + svg.element("tspan", {"font-weight": "600"}, svg.words(count))
    place: dict[str, str | float] = {**start, "y": y + to.figure * 0.34, "font-size": to.figure}
    return _shape(segment, left, y - SIDE / 2) + svg.element("text", {**place, "fill": palette.INK}, said)


def _shape(segment: _Segment, x: float, y: float) -> str:
    place = f"translate({svg.coordinate(x)} {svg.coordinate(y)}) scale({SIDE / 16:.3f})"
    return svg.element("g", {"transform": place}, shape(segment.slice.mark))
