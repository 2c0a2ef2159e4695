"""Keys: what the shapes and letters of a chart mean, in lines beneath it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from goldenthread.documents.charts.axes import letters

_SIGN: Final = 16.0
_BETWEEN: Final = 18.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines that are drawn: their elements, and how high they are together."""

    parts: list[str]
    height: float


def signs(items: Sequence[tuple[str, str]], x: float, y: float, width: float) -> Rows:
    """Shapes (drawn about 0, 0) each with its words, side by side as far as there is room."""
    parts: list[str] = []
    left, line = x, 0
    for shape, text in items:
        room = _SIGN + letters.wide(text)
        if left > x and left + room > x + width:
            left, line = x, line + 1
        foot = y + letters.LINE * line
        parts.append(f'<g transform="translate({left + 5:.2f} {foot - 4.5:.2f})">{shape}</g>')
        parts.append(letters.words(left + _SIGN, foot, text))
        left += room + _BETWEEN
    return Rows(parts, letters.LINE * (line + 1) if items else 0.0)


def lettered(items: Sequence[tuple[str, str]], x: float, y: float, width: float) -> Rows:
    """Letters each with its explanation, one below the other."""
    parts: list[str] = []
    foot = y
    for letter, text in items:
        parts.append(letters.words(x, foot, letter, bold=True))
        for line in letters.wrapped(text, width - _SIGN):
            parts.append(letters.words(x + _SIGN, foot, line))
            foot += letters.LINE
    return Rows(parts, foot - y)
