"""Icons: variation and assurance as staff know them, each a shape with a letter and its words."""

from typing import Final

from goldenthread.documents.charts import palette, svg
from goldenthread.documents.charts.axes import letters
from goldenthread.documents.charts.axes.keys import Rows
from goldenthread.documents.charts.timed.specs import Assurance, Variation

_WAVE: Final = "M-5 1.5Q-2.5-4.5 0 0T5-1.5"
_BETWEEN: Final = 22.0
HIGH: Final = 24.0
"""A line of icons."""

VARIATION: Final[dict[Variation, str]] = {
    "common_cause": "Variation: chance alone",
    "improvement_high": "Variation: improving (high)",
    "improvement_low": "Variation: improving (low)",
    "concern_high": "Variation: concern (high)",
    "concern_low": "Variation: concern (low)",
    "neutral_high": "Variation: changed (high)",
    "neutral_low": "Variation: changed (low)",
}
ASSURANCE: Final[dict[Assurance, str]] = {
    "inconsistent": "Target: met or missed by chance",
    "pass": "Target: will be met",
    "fail": "Target: will be missed",
}
_LETTERS: Final[dict[Assurance, str]] = {"inconsistent": "?", "pass": "P", "fail": "F"}


def icons(variation: Variation, assurance: Assurance, x: float, width: float) -> Rows:
    """Both icons, side by side where there is room; none where nothing is given."""
    found = []
    if variation:
        found.append((_variation(variation), VARIATION[variation]))
    if assurance:
        found.append((_assurance(assurance), ASSURANCE[assurance]))
    parts: list[str] = []
    left, line = x, 0
    for icon, text in found:
        room = 26 + letters.wide(text)
        if left > x and left + room > x + width:
            left, line = x, line + 1
        middle = HIGH * line + 11
        parts.append(f'<g transform="translate({left + 10:.2f} {middle:.2f})">{icon}</g>')
        parts.append(letters.words(left + 26, middle + 4.5, text))
        left += room + _BETWEEN
    return Rows(parts, HIGH * (line + 1) + 6 if found else 0.0)


def _variation(variation: Variation) -> str:
    """Concern is a square, as its points are; chance a wave; anything else a ring with its letter."""
    if variation == "common_cause":
        wave = {"d": _WAVE, "fill": "none", "stroke": palette.SERIES, "stroke-width": "1.8"}
        return _ring(palette.SERIES) + svg.element("path", wave)
    letter = "H" if variation.endswith("high") else "L"
    if variation.startswith("concern"):
        square = svg.element("path", {"d": "M-9.5-9.5H9.5V9.5H-9.5Z", "fill": palette.CONCERN})
        return square + _letter(letter, palette.PAPER)
    colour = palette.IMPROVEMENT if variation.startswith("improvement") else palette.INK
    return _ring(colour) + _letter(letter, colour)


def _assurance(assurance: Assurance) -> str:
    if assurance == "fail":
        square = svg.element("path", {"d": "M-9.5-9.5H9.5V9.5H-9.5Z", "fill": palette.CONCERN})
        return square + _letter("F", palette.PAPER)
    colour = palette.IMPROVEMENT if assurance == "pass" else palette.SERIES
    return _ring(colour) + _letter(_LETTERS[assurance], colour)


def _ring(colour: str) -> str:
    ring: svg.Look = {"r": 9, "fill": palette.PAPER, "stroke": colour, "stroke-width": 2}
    return svg.element("circle", ring)


def _letter(letter: str, colour: str) -> str:
    return letters.words(0, 4.6, letter, bold=True, anchor="middle", fill=colour)
