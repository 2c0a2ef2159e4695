"""Frame: the hairlines of a chart with their values, and the periods along its foot."""

from collections.abc import Sequence
from decimal import Decimal

from goldenthread.documents.charts import palette, svg
from goldenthread.documents.charts.axes import letters
from goldenthread.documents.charts.axes.scale import Scale

_BETWEEN = 12.0


def hairlines(
    scale: Scale, values: Sequence[Decimal], texts: Sequence[str], left: float, right: float
) -> list[str]:
    """Level lines at these values, each named at its left."""
    parts = []
    for value, text in zip(values, texts, strict=True):
        y = scale.at(value)
        line = f"M{svg.coordinate(left)} {svg.coordinate(y)}H{svg.coordinate(right)}"
        parts.append(svg.element("path", {"d": line, "stroke": palette.HAIR}))
        parts.append(letters.words(left - 6, y + 4.5, text, anchor="end", fill=palette.INK_2))
    return parts


def uprights(
    scale: Scale, values: Sequence[Decimal], texts: Sequence[str], top: float, foot: float
) -> list[str]:
    """Upright lines at these values, named beneath as far as their words have room."""
    parts, taken = [], float("-inf")
    for value, text in zip(values, texts, strict=True):
        x = scale.at(value)
        line = f"M{svg.coordinate(x)} {svg.coordinate(top)}V{svg.coordinate(foot)}"
        parts.append(svg.element("path", {"d": line, "stroke": palette.HAIR}))
        half = letters.wide(text) / 2
        if x - half >= taken:
            parts.append(letters.words(x, foot + 16, text, anchor="middle", fill=palette.INK_2))
            taken = x + half + _BETWEEN / 2
    return parts


def periods(texts: Sequence[str], xs: Sequence[float], foot: float, ends: tuple[float, float]) -> list[str]:
    """The foot of a chart from end to end, with as many of its periods as have room."""
    left, right = ends
    line = f"M{svg.coordinate(left)} {svg.coordinate(foot)}H{svg.coordinate(right)}"
    parts = [svg.element("path", {"d": line, "stroke": palette.LIMIT})]
    widest = max(map(letters.wide, texts)) + _BETWEEN
    step = (xs[-1] - xs[0]) / (len(xs) - 1) if len(xs) > 1 else widest
    stride = next((n for n in (1, 2, 3, 4, 6, 12, 24, 48) if n * step >= widest), len(texts))
    for i in range(0, len(texts), stride):
        half = letters.wide(texts[i]) / 2
        x = min(max(xs[i], half), right - half)
        parts.append(
            svg.element(
                "path", {"d": f"M{svg.coordinate(xs[i])} {svg.coordinate(foot)}v5", "stroke": palette.LIMIT}
            )
        )
        parts.append(letters.words(x, foot + 19, texts[i], anchor="middle", fill=palette.INK_2))
    return parts
