"""Palette: the colours of ratings and of charts, each with the contrast it was chosen for."""

from typing import Final

from goldenthread.documents.charts import svg
from goldenthread.documents.marks import Token

INK: Final = "#1a1d23"
INK_2: Final = "#474d59"
SERIES: Final = "#4a5263"
BAND: Final = "#e8e9ec"
PAPER: Final = "#ffffff"
BRAND: Final = "#5c2860"

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

# What tells the segments apart without colour: lines one way, none, lines the other way, both, hollow.
_HATCH: Final[dict[Token, tuple[str, str]]] = {
    "blue": ("M-1 1L1-1M0 6L6 0M5 7L7 5", PAPER),
    "amber": ("M-1 5L1 7M0 0L6 6M5-1L7 1", "#8a5300"),
    "red": ("M-1 1L1-1M0 6L6 0M5 7L7 5M-1 5L1 7M0 0L6 6M5-1L7 1", PAPER),
}


def hatch(token: Token, name: str) -> str:
    """The pattern of a token as a definition called `name`; "" where the plain fill is the pattern."""
    if token not in _HATCH:
        return ""
    lines, stroke = _HATCH[token]
    return svg.element(
        "pattern",
        {"id": name, "width": 6, "height": 6, "patternUnits": "userSpaceOnUse"},
        svg.element("rect", {"width": 6, "height": 6, "fill": FILL[token]}),
        svg.element("path", {"d": lines, "stroke": stroke, "stroke-width": 1, "stroke-opacity": 0.6}),
    )
