"""Levels: average, limits and target of a control chart, and what they are called at their ends."""

from collections.abc import Sequence
from typing import Final

from goldenthread.documents.charts import palette, svg
from goldenthread.documents.charts.axes import letters
from goldenthread.documents.charts.axes.placing import apart
from goldenthread.documents.charts.axes.scale import Scale
from goldenthread.documents.charts.timed.specs import ControlChart, Level, RunChart
from goldenthread.documents.wording.measures import Amount, figure

NEAR: Final = 2 / 3
"""Near limits, from the average to the limits."""

_THIN: Final[svg.Look] = {"stroke-width": 1.2}
_DASHED: Final[svg.Look] = {"stroke-width": 1.4, "stroke-dasharray": "6 4"}
_DOTTED: Final[svg.Look] = {"stroke-width": 1.4, "stroke-dasharray": "1.4 3.6"}

Named = tuple[Amount, str, bool]
"""A value at the right end, its words, and whether it is the target's."""


def bands(
    chart: ControlChart | RunChart, scale: Scale, xs: Sequence[float], left: float, right: float
) -> list[str]:
    """The ground between the limits: where points fall by chance."""
    parts = []
    for level, start, end in _stretches(chart, xs, left, right):
        if level.lower is not None and level.upper is not None:
            y = scale.at(level.upper)
            box = {"x": start, "y": y, "width": end - start, "height": scale.at(level.lower) - y}
            parts.append(svg.element("rect", {**box, "fill": palette.CHANCE}))
    return parts


def lines(
    chart: ControlChart | RunChart, scale: Scale, xs: Sequence[float], left: float, right: float
) -> list[str]:
    """Average thin, limits dashed, near limits dotted, the target a black line that steps."""
    parts = []
    for level, start, end in _stretches(chart, xs, left, right):
        if level.centre is None:
            continue
        parts.append(_level(scale, level.centre, start, end, _THIN))
        for limit in (level.lower, level.upper):
            if limit is None or limit == level.centre:
                continue
            near = float(level.centre) + (float(limit) - float(level.centre)) * NEAR
            parts.append(_level(scale, near, start, end, _DOTTED))
            parts.append(_level(scale, limit, start, end, _DASHED))
    return [*parts, *_target(chart, scale, xs, left, right)]


def names(chart: ControlChart | RunChart, *, short: bool) -> list[Named]:
    """What the lines are at the right end, each with its value."""
    level = chart.levels[-1]
    upper, lower, centre = "Upper limit", "Lower limit", chart.centre_name
    if short:
        upper, lower = "Limit", "Limit"
    said = [(level.upper, upper, False), (level.centre, centre, False), (level.lower, lower, False)]
    if chart.target and chart.target[-1] is not None:
        said.append((chart.target[-1], "Target", True))
    named = [
        (value, f"{name} {figure(value, chart.measure)}", bold)
        for value, name, bold in said
        if value is not None
    ]
    return sorted(named, key=lambda each: -each[0])


def labels(named: Sequence[Named], scale: Scale, x: float, top: float, foot: float) -> list[str]:
    """The names beside the ends of their lines, none upon another."""
    ys = apart([scale.at(value) for value, _, _ in named], letters.LINE - 1, foot + 8, least=top)
    return [letters.words(x, y + 4.5, text, bold=bold) for y, (_, text, bold) in zip(ys, named, strict=True)]


def signs(chart: ControlChart | RunChart) -> list[tuple[str, str]]:
    """The lines and what they are, for where their names have no room beside them."""
    level = chart.levels[-1]
    lines = {"Upper limit": (level.upper, _DASHED), chart.centre_name: (level.centre, _THIN)}
    lines |= {"Lower limit": (level.lower, _DASHED)}
    if chart.target:
        lines |= {"Target": (chart.target[-1], {"stroke": palette.INK, "stroke-width": 2.0})}
    return [
        (
            svg.element("path", {"d": "M-5 0H7", "stroke": palette.LIMIT, **look}),
            f"{name} {figure(value, chart.measure)}",
        )
        for name, (value, look) in lines.items()
        if value is not None
    ]


def near_sign(chart: ControlChart | RunChart) -> list[tuple[str, str]]:
    """What the dotted lines are, and whether limits are on trial."""
    if all(level.lower == level.upper for level in chart.levels):
        return []
    dotted = svg.element("path", {"d": "M-5 0H8", "stroke": palette.LIMIT, **_DOTTED})
    found = [(dotted, "Two thirds of the way to a limit")]
    if isinstance(chart, ControlChart) and chart.is_trial:
        dashed = svg.element("path", {"d": "M-5 0H8", "stroke": palette.LIMIT, **_DASHED})
        found.append((dashed, "Limits on trial: too few figures yet"))
    return found


def _stretches(
    chart: ControlChart | RunChart, xs: Sequence[float], left: float, right: float
) -> list[tuple[Level, float, float]]:
    """Each level with the ends of its lines: half way between the points where it starts anew."""
    edges = [left, *((xs[level.start - 1] + xs[level.start]) / 2 for level in chart.levels[1:]), right]
    return list(zip(chart.levels, edges[:-1], edges[1:], strict=True))


def _level(scale: Scale, value: Amount, start: float, end: float, look: svg.Look) -> str:
    line = f"M{svg.coordinate(start)} {svg.coordinate(scale.at(value))}H{svg.coordinate(end)}"
    return svg.element("path", {"d": line, "stroke": palette.LIMIT, **look})


def _target(
    chart: ControlChart | RunChart, scale: Scale, xs: Sequence[float], left: float, right: float
) -> list[str]:
    path, before = "", None
    for i, value in enumerate(chart.target):
        start = left if i == 0 else (xs[i - 1] + xs[i]) / 2
        end = right if i == len(xs) - 1 else (xs[i] + xs[i + 1]) / 2
        if value is not None:
            y = svg.coordinate(scale.at(value))
            path += f"V{y}" if before is not None else f"M{svg.coordinate(start)} {y}"
            path += f"H{svg.coordinate(end)}"
        before = value
    look = {"fill": "none", "stroke": palette.INK, "stroke-width": "2"}
    return [svg.element("path", {"d": path, **look})] if path else []
