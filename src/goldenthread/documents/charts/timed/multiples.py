"""Small multiples: the same figure for many areas, each in a small chart, all on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from goldenthread.documents.charts import palette, signs, svg
from goldenthread.documents.charts.axes import keys, letters
from goldenthread.documents.charts.axes.scale import Scale, ends
from goldenthread.documents.charts.timed.specs import Small, SmallMultiples
from goldenthread.documents.wording.measures import Amount, figure

_NARROWEST: Final = 96.0
_GAP: Final = 14.0
_MANY: Final = 30
_DASH: Final = "4 3"
_LATEST: Final = svg.element("circle", {"r": 3, "fill": palette.INK})


@dataclass(frozen=True, slots=True)
class Cell:
    """One small chart's place: its corner, its width, the height of its lines of words and of its plot."""

    x: float
    y: float
    width: float
    names: int
    plot: float


def draw(chart: SmallMultiples, *, width: float, finding: str) -> str:
    """The charts as one SVG picture so many pixels wide, as many beside each other as have room."""
    across = max(1, min(len(chart.areas), int((width + _GAP) // (_NARROWEST + _GAP))))
    wide = (width - _GAP * (across - 1)) / across
    many = len(chart.areas) > _MANY
    low, high = _span(chart)
    parts: list[str] = []
    y = 0.0
    for first in range(0, len(chart.areas), across):
        row = chart.areas[first : first + across]
        names = 1 if many else max(len(letters.wrapped(area.name, wide, most=2)) for area in row)
        plot = 34.0 if many else 48.0
        for column, area in enumerate(row):
            cell = Cell(column * (wide + _GAP), y, wide, names, plot)
            parts.extend(_small(chart, area, cell, (low, high)))
        y += letters.LINE * (names + 1) + plot + (12 if many else 18)
    legend = keys.signs(_signs(chart), 4, y + 14, width - 8)
    scale = f"{chart.periods[0]} to {chart.periods[-1]}, all on one scale"
    told = keys.lettered([], 4, 0, 0)
    foot = y + 14 + legend.height
    for line in letters.wrapped(scale if len(chart.periods) > 1 else chart.periods[0], width - 8):
        told.parts.append(letters.words(4, foot, line, fill=palette.INK_2))
        foot += letters.LINE
    return svg.picture(width, foot - 8, finding, *parts, *legend.parts, *told.parts)


def _span(chart: SmallMultiples) -> tuple[float, float]:
    """The lowest and the highest figure of all, apart even where there is but one."""
    areas = (value for area in chart.areas if not area.hidden for value in area.values)
    found = [float(value) for value in (*chart.whole, *areas) if value is not None] or [0.0]
    return (min(found), max(found)) if min(found) < max(found) else ends(found)


def _small(chart: SmallMultiples, area: Small, cell: Cell, span: tuple[float, float]) -> list[str]:
    foot = cell.y + 13
    parts = []
    for line in letters.wrapped(area.name, cell.width, most=cell.names):
        parts.append(letters.words(cell.x, foot, line, bold=bool(area.word)))
        foot += letters.LINE
    foot = cell.y + 13 + letters.LINE * cell.names
    if area.hidden:
        for line in letters.wrapped(area.hidden, cell.width, most=3):
            parts.append(letters.words(cell.x, foot, line, fill=palette.INK_2))
            foot += letters.LINE
        return parts
    parts.append(_latest(chart, area, cell, foot))
    scale = Scale(*span, foot + 8 + cell.plot, foot + 8)
    base = f"M{svg.coordinate(cell.x)} {svg.coordinate(scale.start + 3)}h{svg.coordinate(cell.width)}"
    parts.append(svg.element("path", {"d": base, "stroke": palette.HAIR}))
    xs = _positions(len(chart.periods), cell)
    if chart.whole:
        look: svg.Look = {
            "stroke": palette.LIMIT,
            "stroke-width": 1.2,
            "stroke-dasharray": _DASH,
        }
        parts.extend(_line(chart.whole, xs, scale, look))
    parts.extend(_line(area.values, xs, scale, {"stroke": palette.SERIES, "stroke-width": 1.8}))
    parts.append(_end(area, xs, scale))
    return parts


def _latest(chart: SmallMultiples, area: Small, cell: Cell, foot: float) -> str:
    """The latest figure that there is, and in words where it stands out or is of an earlier period."""
    place = max(i for i, value in enumerate(area.values) if value is not None)
    value = area.values[place]
    assert value is not None, "an area without any figure is hidden, with the reason"
    shown = letters.words(cell.x, foot, figure(value, chart.measure), bold=True)
    left = cell.x + letters.wide(figure(value, chart.measure), bold=True) + 6
    room = cell.x + cell.width - left
    if place < len(chart.periods) - 1:
        (period,) = letters.wrapped(chart.periods[place], room, most=1)
        return shown + letters.words(left, foot, period)
    # Where the word has no room, the shape says it, and the text beside the chart.
    return shown + letters.words(left, foot, area.word) if letters.wide(area.word) <= room else shown


def _positions(count: int, cell: Cell) -> list[float]:
    step = (cell.width - 10) / (count - 1) if count > 1 else 0.0
    return [cell.x + 5 + step * i for i in range(count)]


def _line(values: Sequence[Amount | None], xs: Sequence[float], scale: Scale, look: svg.Look) -> list[str]:
    """A line with its gaps; a value between two gaps stands as a dot."""
    runs: list[list[str]] = [[]]
    for x, value in zip(xs, values, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{svg.coordinate(x)} {svg.coordinate(scale.at(value))}")
    drawn = []
    for run in filter(None, runs):
        shape = "M" + "L".join(run) if len(run) > 1 else f"M{run[0]}h.01"
        round_end: svg.Look = {"stroke-linecap": "round", "stroke-width": 3.2} if len(run) == 1 else {}
        drawn.append(svg.element("path", {"d": shape, "fill": "none", **look, **round_end}))
    return drawn


def _end(area: Small, xs: Sequence[float], scale: Scale) -> str:
    """The latest figure: a dot, or the shape by which the area stands out."""
    place = max(i for i, value in enumerate(area.values) if value is not None)
    value = area.values[place]
    assert value is not None, "as above"
    shape = signs.SHAPES[area.stands_out] if area.stands_out else _LATEST
    return signs.put(shape, xs[place], scale.at(value))


def _signs(chart: SmallMultiples) -> list[tuple[str, str]]:
    found = []
    if any(not area.hidden for area in chart.areas):
        found.append((_LATEST, "Latest figure"))
    there = {area.stands_out for area in chart.areas}
    found += [(shape, signs.WORDS[kind]) for kind, shape in signs.SHAPES.items() if kind in there]
    if chart.whole:
        dash = {"d": "M-5 0H6", "stroke": palette.LIMIT, "stroke-width": "1.4", "stroke-dasharray": _DASH}
        found.append((svg.element("path", dash), chart.whole_name))
    return found
