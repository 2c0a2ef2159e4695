"""Bars: figures from zero, each with its target as a black upright and where that is nearly met."""

from typing import Final

from goldenthread.documents.charts import palette, svg
from goldenthread.documents.charts.areas.specs import Bar, Bullet
from goldenthread.documents.charts.axes import frame, keys, letters
from goldenthread.documents.charts.axes.scale import Scale, ends, tick_words, ticks
from goldenthread.documents.charts.shapes import shape
from goldenthread.documents.wording.measures import figure

_THICK: Final = 12.0
_HIGH: Final = 34.0
"""From the words of a bar to those of the next, without the words themselves."""
_BEFORE: Final = svg.element(
    "path", {"d": "M0 0L5 8H-5Z", "fill": palette.PAPER, "stroke": palette.INK, "stroke-width": 1.6}
)
"""An earlier figure: a hollow wedge beneath the bar, pointing at it."""


def draw(chart: Bullet, *, width: float, finding: str) -> str:
    """The chart as an SVG picture so many pixels wide, its words at true size."""
    numbers = [v for b in chart.bars for v in (b.value, b.target, b.near, b.before) if v is not None]
    values = ticks(*ends(numbers, from_zero=True))
    texts = tick_words(values, chart.measure)
    scale = Scale(
        float(values[0]),
        float(values[-1]),
        letters.wide(texts[0]) / 2 + 1,
        width - letters.wide(texts[-1]) / 2 - 1,
    )
    bars: list[str] = []
    y = 0.0
    for bar in chart.bars:
        drawn = _bar(chart, bar, y, width, scale)
        bars.extend(drawn.parts)
        y += drawn.height
    lines = frame.uprights(scale, values, texts, 4, y)
    legend = keys.signs(_signs(chart), 4, y + 40, width - 8)
    return svg.picture(width, y + 24 + legend.height + 4, finding, *lines, *bars, *legend.parts)


def _bar(chart: Bullet, bar: Bar, y: float, width: float, scale: Scale) -> keys.Rows:
    """Words, then the bar beneath them."""
    said = _said(chart, bar)
    beside = letters.wide(said, bold=True) + (letters.wide(bar.mark.word) + 30 if bar.mark else 0) + 12
    below = beside > width * 0.6
    names = letters.wrapped(bar.name, width if below else width - beside, most=3)
    parts = [letters.words(0, y + 16 + letters.LINE * i, line, bold=True) for i, line in enumerate(names)]
    foot = y + 16 + letters.LINE * (len(names) if below else len(names) - 1)
    parts.extend(_right(bar, said, width, foot))
    if bar.value is not None:
        parts.extend(_marks(bar, scale, foot + 8, chart))
        return keys.Rows(parts, foot + _HIGH - y)
    return keys.Rows(parts, foot + 8 - y)


def _said(chart: Bullet, bar: Bar) -> str:
    if bar.value is None:
        return bar.word
    target = "" if bar.target is None else f", target {figure(bar.target, chart.measure)}"
    return figure(bar.value, chart.measure) + target + (f", {bar.word}" if bar.word else "")


def _right(bar: Bar, said: str, width: float, foot: float) -> list[str]:
    """Figure and target at the right end, before them the rating as shape and word."""
    parts = [letters.words(width, foot, said, anchor="end")]
    if bar.mark:
        end = width - letters.wide(said) - 14
        left = end - letters.wide(bar.mark.word) - 17
        place = f"translate({svg.coordinate(left)} {svg.coordinate(foot - 10.5)}) scale(0.75)"
        parts.append(svg.element("g", {"transform": place}, shape(bar.mark)))
        parts.append(letters.words(end, foot, bar.mark.word, anchor="end"))
    return parts


def _marks(bar: Bar, scale: Scale, top: float, chart: Bullet) -> list[str]:
    assert bar.value is not None, "a bar is drawn of a figure"
    parts = []
    if bar.near is not None and bar.target is not None:
        start, end = sorted((scale.at(bar.near), scale.at(bar.target)))
        zone: svg.Look = {"x": start, "y": top - 4, "width": end - start, "height": _THICK + 8}
        look: svg.Look = {"fill": palette.BAND, "stroke": palette.LIMIT, "stroke-width": 0.8}
        parts.append(svg.element("rect", {**zone, **look}))
    start, end = sorted((scale.at(0), scale.at(bar.value)))
    box: svg.Look = {"x": start, "y": top, "width": max(end - start, 1.0), "height": _THICK}
    parts.append(svg.element("rect", {**box, "fill": palette.SERIES}))
    if bar.before is not None:
        place = f"translate({svg.coordinate(scale.at(bar.before))} {svg.coordinate(top + _THICK + 2)})"
        parts.append(svg.element("g", {"transform": place}, _BEFORE))
    if bar.target is not None:
        line = f"M{svg.coordinate(scale.at(bar.target))} {svg.coordinate(top - 5)}v{_THICK + 10}"
        edge = {"stroke": palette.PAPER, "stroke-width": "5.5"}
        parts.append(svg.element("path", {"d": line, **edge}))
        parts.append(svg.element("path", {"d": line, "stroke": palette.INK, "stroke-width": 2.6}))
    return parts


def _signs(chart: Bullet) -> list[tuple[str, str]]:
    block: svg.Look = {"x": -5, "y": -5, "width": 11, "height": 10, "fill": palette.SERIES}
    found = [(svg.element("rect", block), "Figure")]
    if any(bar.target is not None for bar in chart.bars):
        side = {"higher": "Target or more", "lower": "Target or less"}.get(chart.better, "Target")
        found.append((svg.element("path", {"d": "M1-7V7", "stroke": palette.INK, "stroke-width": 2.6}), side))
    if any(bar.near is not None for bar in chart.bars):
        zone: svg.Look = {
            "x": -5,
            "y": -6,
            "width": 11,
            "height": 12,
            "fill": palette.BAND,
            "stroke": palette.LIMIT,
        }
        found.append((svg.element("rect", zone), "Nearly met"))
    if chart.before_name:
        found.append((svg.element("g", {"transform": "translate(1 -4)"}, _BEFORE), chart.before_name))
    return found
