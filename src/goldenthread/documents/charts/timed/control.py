"""Control chart and run chart: points in time, held against the lines that say what chance explains."""

from dataclasses import dataclass
from typing import Final

from goldenthread.documents.charts import palette, signs, svg
from goldenthread.documents.charts.axes import frame, keys, letters
from goldenthread.documents.charts.axes.scale import Scale, ends, tick_words, ticks
from goldenthread.documents.charts.timed import annotations, icons, levels
from goldenthread.documents.charts.timed.specs import ControlChart, RunChart
from goldenthread.documents.wording.measures import Amount

NARROW: Final = 480.0
"""Below this width words are shorter and the chart is less high."""
_BESIDE: Final = 0.36
"""The share of the width that names at the ends of lines may take; longer ones stand beneath."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where things stand: the scale of values, and the position of each point."""

    scale: Scale
    xs: tuple[float, ...]
    left: float
    right: float
    top: float
    foot: float
    narrow: bool


def draw(chart: ControlChart | RunChart, *, width: float, finding: str) -> str:
    """The chart as an SVG picture so many pixels wide, its words at true size."""
    narrow = width < NARROW
    head = keys.Rows([], 0.0)
    if isinstance(chart, ControlChart):
        head = icons.icons(chart.variation, chart.assurance, 0, width)
    noted = annotations.lettered(chart)
    values = ticks(*ends(_numbers(chart)))
    texts = tick_words(values, chart.measure)
    left = max(map(letters.wide, texts)) + 10
    named = levels.names(chart, short=narrow)
    widest = max((letters.wide(text, bold=True) for _, text, _ in named), default=0.0)
    is_beside = widest <= width * _BESIDE
    right = width - (widest + 12 if is_beside else 4)
    top = head.height + (annotations.HIGH if noted else 10)
    foot = top + (210 if narrow else 270)
    room = Room(
        Scale(float(values[0]), float(values[-1]), foot, top),
        _positions(len(chart.periods), left, right),
        left, right, top, foot, narrow,
    )  # fmt: skip
    parts = [
        *head.parts,
        *levels.bands(chart, room.scale, room.xs, left, right),
        *frame.hairlines(room.scale, values, texts, left, right),
        *levels.lines(chart, room.scale, room.xs, left, right),
        *(levels.labels(named, room.scale, right + 8, top, foot) if is_beside else []),
        *annotations.uprights(noted, room.xs, left, right, top, foot),
        *_runs(chart, room),
        *_points(chart, room),
        *frame.periods(chart.periods, room.xs, foot, (left, right)),
    ]
    meant = [*_signs(chart), *([] if is_beside else levels.signs(chart))]
    legend = keys.signs(meant, 4, foot + 42, width - 8)
    told = keys.lettered(
        [(letter, text) for _, letter, text in noted], 4, foot + 46 + legend.height, width - 8
    )
    height = foot + 30 + legend.height + (told.height + 6 if noted else 0) + 4
    return svg.picture(width, height, finding, *parts, *legend.parts, *told.parts)


def _numbers(chart: ControlChart | RunChart) -> list[Amount]:
    lines = (each for level in chart.levels for each in (level.centre, level.lower, level.upper))
    return [each for each in (*chart.values, *chart.target, *lines) if each is not None]


def _positions(count: int, left: float, right: float) -> tuple[float, ...]:
    """Half a step lies before the first point and after the last."""
    step = (right - left) / count
    return tuple(left + step * (i + 0.5) for i in range(count))


def _at(room: Room, i: int, value: Amount) -> str:
    return f"{svg.coordinate(room.xs[i])} {svg.coordinate(room.scale.at(value))}"


def _runs(chart: ControlChart | RunChart, room: Room) -> list[str]:
    """The line through the points, broken where a value is missing or limits start anew."""
    starts = {level.start for level in chart.levels}
    runs: list[list[str]] = [[]]
    for i, value in enumerate(chart.values):
        if i in starts or value is None:
            runs.append([])
        if value is not None:
            runs[-1].append(_at(room, i, value))
    look = {"fill": "none", "stroke": palette.SERIES, "stroke-width": "1.6", "stroke-linejoin": "round"}
    return [svg.element("path", {"d": "M" + "L".join(run), **look}) for run in runs if len(run) > 1]


def _points(chart: ControlChart | RunChart, room: Room) -> list[str]:
    drawn = []
    for i, (x, value) in enumerate(zip(room.xs, chart.values, strict=True)):
        kind = chart.kinds[i] if chart.kinds else "chance"
        shape = signs.CHANCE if kind == "chance" else signs.SHAPES[kind]
        drawn.append(
            signs.put(signs.MISSING, x, room.foot - 8)
            if value is None
            else signs.put(shape, x, room.scale.at(value))
        )
    return drawn


def _signs(chart: ControlChart | RunChart) -> list[tuple[str, str]]:
    """What the shapes mean that are there; where all are alike, nothing needs to be said."""
    found = [(shape, signs.WORDS[kind]) for kind, shape in signs.SHAPES.items() if kind in chart.kinds]
    if None in chart.values:
        found.append((signs.MISSING, signs.NO_FIGURE))
    chance = [(signs.CHANCE, signs.BY_CHANCE)] if "chance" in chart.kinds and found else []
    return [*chance, *found, *levels.near_sign(chart)]
