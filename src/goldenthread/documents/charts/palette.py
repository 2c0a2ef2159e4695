"""Palette: the colours of ratings and of charts, each with the contrast it was chosen for."""

from typing import Final

from goldenthread.documents.charts import svg
from goldenthread.documents.marks import Mark, Token

INK: Final = "#1a1d23"
INK_2: Final = "#474d59"
SERIES: Final = "#4a5263"
BAND: Final = "#e8e9ec"
PAPER: Final = "#ffffff"
BRAND: Final = "#5c2860"
LIMIT: Final = "#626978"
HAIR: Final = "#e8e9ec"
CHANCE: Final = "#f3f3f5"
CONCERN: Final = "#b4500f"
IMPROVEMENT: Final = "#2364aa"

FILL: Final[dict[Token, str]] = {
    "green": "#1a7f4f",
    "amber": "#f0a81c",
    "red": "#a8192b",
    "blue": "#1f5fa8",
    "grey": PAPER,
}
EDGE: Final[dict[Token, str]] = {
    "green": "#1a7f4f",
    "amber": "#8a5300",
    "red": "#a8192b",
    "blue": "#1f5fa8",
    "grey": "#626978",
}

_RISING: Final = "M-1 1L1-1M0 6L6 0M5 7L7 5"
_FALLING: Final = "M-1 5L1 7M0 0L6 6M5-1L7 1"
_DOTS: Final = "M1.5 0V1.5M4.5 3V4.5"

# What tells whole segments apart without colour: lines one way, none, lines the other way, both, hollow.
_LINES: Final[dict[Token, str]] = {"blue": _RISING, "amber": _FALLING, "red": _RISING + _FALLING}


def ground(mark: Mark) -> str:
    """The colour under the pattern of a mark's segment: white for a half shape."""
    return PAPER if mark.shape.startswith("half-") else FILL[mark.token]


def hatch(mark: Mark, name: str) -> str:
    """The pattern over a mark's segment as a definition called `name`; "" where the plain fill will do.

    A half shape has the lines of its colour on white, any other shape of its own has dots. The pattern is
    lines alone: with a ground of its own each tile would show its seams in print.
    """
    fill, edge = FILL[mark.token], EDGE[mark.token]
    if mark.shape.startswith("half-"):
        return _pattern(name, _LINES.get(mark.token, _RISING), edge, 1.6)
    if mark.shape in ("star", "cross"):
        return _pattern(name, _DOTS, PAPER, 1.5)
    if mark.token in _LINES:
        return _pattern(name, _LINES[mark.token], edge if fill != edge else PAPER, 0.8)
    return ""


def _pattern(name: str, lines: str, stroke: str, width: float) -> str:
    tile: dict[str, str | float] = {"width": 6, "height": 6}
    return svg.element(
        "pattern",
        {"id": name, **tile, "patternUnits": "userSpaceOnUse"},
        svg.element("path", {"d": lines, "stroke": stroke, "stroke-width": width, "stroke-opacity": 0.75}),
    )
