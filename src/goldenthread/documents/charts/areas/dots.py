"""Dots: areas on one scale, each with its interval if it has one, the middle as a dashed line."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from goldenthread.documents.charts import palette, signs, svg
from goldenthread.documents.charts.areas.specs import Area, AreaPlot
from goldenthread.documents.charts.axes import frame, keys, letters
from goldenthread.documents.charts.axes.scale import Scale, ends, tick_words, ticks
from goldenthread.documents.wording.measures import Amount, figure

_MANY, _MANY_LYING = 30, 20
"""So many rows stand in one column; more are split where there is room, sooner on a page on its side."""
_LYING: Final = 840.0
_COLUMN: Final = 310.0
_GAP: Final = 26.0
_NAMES: Final = 0.4
_SMALL_LINE: Final = 15.0


@dataclass(frozen=True, slots=True)
class Column:
    """Some of the areas, one below the other: where names, dots and values stand."""

    areas: tuple[Area, ...]
    x: float
    scale: Scale
    values_end: float
    names: float


def draw(chart: AreaPlot, *, width: float, finding: str) -> str:
    """The chart as an SVG picture so many pixels wide, its words at true size."""
    across = 1
    most = _MANY if width < _LYING else _MANY_LYING
    while len(chart.areas) / across > most and (across + 1) * _COLUMN <= width:
        across += 1
    each = -(-len(chart.areas) // across)
    wide = (width - _GAP * (across - 1)) / across
    values = ticks(*ends(_numbers(chart)))
    parts: list[str] = []
    foot = 0.0
    for number in range(across):
        areas = chart.areas[number * each : (number + 1) * each]
        column = _column(chart, areas, number * (wide + _GAP), wide, values)
        drawn = _drawn(chart, column)
        texts = tick_words(values, chart.measure)
        parts.extend(frame.uprights(column.scale, values, texts, _top(chart) - 4, drawn.height))
        parts.extend(drawn.parts)
        foot = max(foot, drawn.height)
    legend = keys.signs(_signs(chart), 4, foot + 40, width - 8)
    return svg.picture(width, foot + 24 + legend.height + 4, finding, *parts, *legend.parts)


def _numbers(chart: AreaPlot) -> list[Amount]:
    each = (v for area in chart.areas for v in (area.value, area.lower, area.upper))
    return [v for v in (*each, chart.middle, *(chart.band or ())) if v is not None]


def _top(chart: AreaPlot) -> float:
    return 28.0 if chart.middle is not None else 8.0


def _column(
    chart: AreaPlot, areas: tuple[Area, ...], x: float, wide: float, values: Sequence[Decimal]
) -> Column:
    """A column of its width, with as much room for names and figures as in every other."""
    bold = [letters.wide(area.name, bold=area.is_own or bool(area.stands_out)) for area in chart.areas]
    names = min(max(bold) + 4, wide * _NAMES)
    shown = [
        letters.wide(figure(a.value, chart.measure), bold=True) for a in chart.areas if a.value is not None
    ]
    half = max(map(letters.wide, tick_words(list(values), chart.measure))) / 2
    start = x + names + max(12.0, half - names)
    end = x + wide - max(max(shown, default=0.0) + 12, half)
    return Column(areas, x, Scale(float(values[0]), float(values[-1]), start, end), x + wide, names)


def _drawn(chart: AreaPlot, column: Column) -> keys.Rows:
    """The rows of a column and its middle line; as `height` where its axis stands."""
    heads = [_lines(area, column) for area in column.areas]
    base = 19.0 if len(column.areas) > 20 else 24.0
    highs = [max(base, _SMALL_LINE * len(lines) + 7) for lines in heads]
    foot = _top(chart) + sum(highs)
    parts = _grounds(chart, column, highs, foot)
    y = _top(chart)
    for area, lines, high in zip(column.areas, heads, highs, strict=True):
        parts.extend(_row(chart, area, lines, y + high / 2, column))
        y += high
    return keys.Rows(parts, foot)


def _lines(area: Area, column: Column) -> list[str]:
    """The name, and beneath it what has no room beside the dot."""
    lines = letters.wrapped(area.name, column.names, most=2)
    if area.value is not None and area.word and not _beside(area, column):
        lines += letters.wrapped(area.word, column.names, most=2)
    return lines


def _beside(area: Area, column: Column) -> tuple[float, str] | None:
    """Where a word has room beside its dot and interval, and which end of it stands there."""
    assert area.value is not None, "a word stands beside a dot"
    low, high = (column.scale.at(area.value if v is None else v) for v in (area.lower, area.upper))
    room = letters.wide(area.word) + 8
    if high + 6 + room <= column.scale.end:
        return high + 8, "start"
    return (low - 8, "end") if low - 6 - room >= column.scale.start else None


def _grounds(chart: AreaPlot, column: Column, highs: Sequence[float], foot: float) -> list[str]:
    """What lies behind the dots: our own row, the band, the middle."""
    parts = []
    y = _top(chart)
    for area, high in zip(column.areas, highs, strict=True):
        if area.is_own:
            box: svg.Look = {"x": column.x, "y": y, "width": column.values_end - column.x}
            parts.append(
                svg.element(
                    "rect",
                    {**box, "height": high, "fill": palette.BRAND, "fill-opacity": "0.08", "class": "gt-own"},
                )
            )
        y += high
    top = _top(chart) - 4
    if chart.band is not None:
        start, end = (column.scale.at(each) for each in chart.band)
        band = {"x": start, "y": top, "width": max(end - start, 1.5), "height": foot - top}
        parts.append(svg.element("rect", {**band, "fill": palette.LIMIT, "fill-opacity": "0.16"}))
    if chart.middle is not None:
        x = column.scale.at(chart.middle)
        line = {"d": f"M{svg.coordinate(x)} {svg.coordinate(top - 4)}V{svg.coordinate(foot)}"}
        dash = {"stroke": palette.INK, "stroke-width": "1.4", "stroke-dasharray": "4 3"}
        parts.append(svg.element("path", {**line, **dash}))
        name = f"{chart.middle_name} {figure(chart.middle, chart.measure)}"
        (text,) = letters.wrapped(name, column.values_end - column.x, most=1)
        half = letters.wide(text) / 2
        middle = min(max(x, column.x + half), column.values_end - half)
        parts.append(letters.words(middle, 14, text, anchor="middle"))
    return parts


def _row(chart: AreaPlot, area: Area, lines: Sequence[str], y: float, column: Column) -> list[str]:
    bold = area.is_own or bool(area.stands_out)
    first = y + 4.5 - _SMALL_LINE * (len(lines) - 1) / 2
    parts = [
        letters.words(column.x, first + _SMALL_LINE * number, line, bold=bold)
        for number, line in enumerate(lines)
    ]
    if area.value is None:
        room = column.values_end - column.scale.start
        (text,) = letters.wrapped(area.word, room, most=1)
        return [*parts, letters.words(column.scale.start, y + 4.5, text, fill=palette.INK_2, is_upon=True)]
    colour = palette.BRAND if area.is_own else palette.SERIES
    if area.lower is not None and area.upper is not None:
        start, end = column.scale.at(area.lower), column.scale.at(area.upper)
        line = f"M{svg.coordinate(start)} {svg.coordinate(y)}H{svg.coordinate(end)}"
        look: svg.Look = {"stroke": colour, "stroke-width": 1.8}
        parts.append(svg.element("path", {"d": line, **look, **_own_class(area, "gt-own-line")}))
    parts.append(_dot(area, column.scale.at(area.value), y, colour))
    if area.word and (place := _beside(area, column)):
        parts.append(letters.words(place[0], y + 4.5, area.word, anchor=place[1], is_upon=True))
    shown = figure(area.value, chart.measure)
    return [*parts, letters.words(column.values_end, y + 4.5, shown, bold=bold, anchor="end")]


def _dot(area: Area, x: float, y: float, colour: str) -> str:
    """A dot; ours larger with a white heart, one that stands out by its shape."""
    if area.stands_out:
        return signs.put(signs.SHAPES[area.stands_out], x, y)
    dot: svg.Look = {"r": 5.4 if area.is_own else 4.2, "fill": colour, **_own_class(area, "gt-own")}
    heart = svg.element("circle", {"r": 2, "fill": palette.PAPER}) if area.is_own else ""
    return signs.put(svg.element("circle", dot) + heart, x, y)


def _own_class(area: Area, name: str) -> dict[str, str]:
    """By which a page gives our own marks the council's colour."""
    return {"class": name} if area.is_own else {}


def _signs(chart: AreaPlot) -> list[tuple[str, str]]:
    found = []
    if any(area.lower is not None for area in chart.areas):
        line = svg.element("path", {"d": "M-5 0H7", "stroke": palette.SERIES, "stroke-width": 1.8})
        dot = svg.element("circle", {"cx": 1, "r": 3.6, "fill": palette.SERIES})
        found.append((line + dot, "Figure and the range that chance allows"))
    there = {area.stands_out for area in chart.areas}
    found += [(shape, signs.WORDS[kind]) for kind, shape in signs.SHAPES.items() if kind in there]
    if chart.band is not None:
        box: svg.Look = {"x": -5, "y": -6, "width": 11, "height": 12, "fill": palette.LIMIT}
        found.append((svg.element("rect", {**box, "fill-opacity": "0.16"}), chart.band_name))
    return found
