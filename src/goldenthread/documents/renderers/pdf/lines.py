"""Lines: the spans of a line as plain values for the typesetter."""

import re
import unicodedata
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from typing import Final, get_args

from goldenthread.documents.charts import plots, sparkline, svg
from goldenthread.documents.charts.shapes import shape
from goldenthread.documents.charts.specs import Plot, Sparkline
from goldenthread.documents.content import ContentRefused
from goldenthread.documents.marks import Mark, Shape, Token
from goldenthread.documents.renderers import pixels
from goldenthread.documents.renderers.pdf.glyphs import printable
from goldenthread.documents.renderers.pdf.measures import width
from goldenthread.documents.spans import (
    Break,
    Line,
    Link,
    Moved,
    Number,
    Quiet,
    Span,
    Spark,
    Strong,
    Text,
    Trend,
)

Value = str | Sequence["Value"] | Mapping[str, "Value"] | int | float | bool

# A word of fewer letters than this fits into any column that a table is given.
SHORT: Final = 9
LONG: Final = 30
PIXELS: Final = 96 / 25.4
"""A millimetre."""
PIXELS_TO_A_POINT: Final = 96 / 72
SPARE: Final = 0.3
"""What a word may stand out of its column before it is broken, in millimetres: less than the gap."""
TALLEST, TALLEST_LYING = 215.0, 140.0
"""How high a plot may be that stays on one page, upright or on its side, in millimetres."""
LYING: Final = 200.0
"""A page on its side is wider than this."""
_BREAK: Final = "\u200b"
_NO_BREAK: Final = "\u00a0"
# A number with its unit, and with the short word that leads up to it: "51 s", "to 85.0%", "of 2,676,626".
_PAIR: Final = re.compile(r"\b(?:to|of|by) [£−]?\d[\d,.%\w-]*|\b\d+ (?:min|s|h|days?|weeks?)\b")
_ARROWS: Final = {
    "up": "M6 1 11 7H7.6v6H4.4V7H1z",
    "down": "M6 13 1 7h3.4V1h3.2v6H11z",
    "flat": "M0 5.2h12v1.9H0zM0 8.7h12v1.9H0z",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where content stands: how wide that is in millimetres, and the parts that links may lead to.

    `is_close` is said of a paper that is to be one sheet.
    """

    width: float
    ids: frozenset[str]
    is_close: bool = False

    def narrowed(self, to: float) -> "Place":
        """The same with so much width."""
        return replace(self, width=to)


def told(line: Line, place: Place, *, size: float = 0.0) -> list[Value]:
    """The spans of a line; with a type size, words too wide for the place may break where they must."""
    return [_span(span, place, size) for span in line]


def fitting(text: str, place: Place, size: float) -> str:
    """Text as it can be printed, with places to break in words that are wider than their column."""
    shown = printable(text)
    if not size:
        return _broken(shown, LONG, 12)
    shown = _unparted(shown, place.width, size)
    if all(len(word) < SHORT for word in shown.split(" ")):
        return shown
    return " ".join(_narrow(word, place.width, size) for word in shown.split(" "))


def _unparted(text: str, room: float, size: float) -> str:
    """The text with each number kept beside what belongs to it, where both have room beside each other."""
    return _PAIR.sub(lambda found: _kept(found[0], room, size), text)


def _kept(pair: str, room: float, size: float) -> str:
    return pair.replace(" ", _NO_BREAK) if width(pair, size) < room else pair


def _narrow(word: str, room: float, size: float) -> str:
    if len(word) < SHORT or width(word, size) <= room + SPARE:
        return word
    return _broken(word, 0, max(int(room / width("n", size) * 0.7), 2))


def _broken(text: str, longest: int, step: int) -> str:
    if all(len(word) <= longest for word in text.split(" ")):
        return text
    return " ".join(
        word if len(word) <= longest else _BREAK.join(word[i : i + step] for i in range(0, len(word), step))
        for word in text.split(" ")
    )


def _span(span: Span, place: Place, size: float) -> Value:
    match span:
        case Text(text):
            return fitting(text, place, size)
        case Strong(text) | Moved(text):
            return ["s", fitting(text, place, size)]
        case Quiet(text):
            return ["q", fitting(text, place, size)]
        case Number(shown):
            return ["n", fitting(shown, place, size)] if " " in shown else fitting(shown, place, size)
        case Link(text, href):
            return _link(fitting(text, place, size), href, place.ids)
        case Mark():
            first, rest = _first(fitting(span.word, place, size))
            return [
                "m",
                symbol(span),
                first,
                rest,
                fitting(span.detail, place, size),
                _part(span.href, place.ids),
            ]
        case Trend(arrow, word, verdict):
            first, rest = _first(fitting(word, place, size))
            return ["t", arrow, first, rest, verdict]
        case Break():
            return ["b"]
        case Spark(chart):
            return ["p", drawn(chart, 120, 34), printable(chart.finding)]
    raise ContentRefused(f"{type(span).__name__} is no span that a PDF can show")


def _first(text: str) -> tuple[str, str]:
    """The word that stays beside a shape, and what may stand on the next line."""
    first, space, rest = text.partition(" ")
    return first, space + rest


def _part(href: str, ids: Collection[str]) -> str:
    """The part of this document that an address leads to, or nothing."""
    return href[1:] if href.startswith("#") and href[1:] in ids else ""


def _link(text: str, href: str, ids: Collection[str]) -> Value:
    if _part(href, ids):
        return ["l", text, href[1:]]
    if "://" in href or href.startswith("mailto:"):
        return ["w", text, href]
    return text


def drawn(chart: Sparkline, wide: float, high: float) -> str:
    """A sparkline as SVG, frozen figures only: paper shows nothing live."""
    return sparkline.draw(replace(chart, live=None), width=wide, height=high)


def plotted(plot: Plot, room: float) -> tuple[str, float]:
    """A plot as SVG, drawn for so many millimetres, and its width in pixels; smaller where it is too high."""
    picture = printable(plots.draw(plot, width=room * PIXELS, finding=""))
    width, height = svg.size(picture)
    if any(unicodedata.bidirectional(letter) == "AL" for letter in picture):
        picture = _as_pixels(picture)
    tallest = TALLEST if room < LYING else TALLEST_LYING
    return picture, width * min(1.0, tallest * PIXELS / height)


def _as_pixels(picture: str) -> str:
    """The drawing as pixels: a PDF does not keep the letters of a drawing where they join, as in Arabic."""
    width, height = svg.size(picture)
    page = (svg.on_paper(picture), width / PIXELS_TO_A_POINT, height / PIXELS_TO_A_POINT)
    held = b64encode(pixels.drawn([page])[page]).decode()
    image: svg.Look = {"width": width, "height": height, "href": f"data:image/png;base64,{held}"}
    return svg.picture(width, height, "", svg.element("image", image))


def symbol(mark: Mark) -> str:
    """The name of a mark's drawing."""
    return f"{mark.shape} {mark.token}"


@lru_cache(maxsize=1)
def shapes() -> dict[str, Value]:
    """Every mark there may be as SVG, by the name of its drawing."""
    marks = [Mark(outline, token, "word") for outline in get_args(Shape) for token in get_args(Token)]
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    return {symbol(mark): f"{head}{shape(mark)}</svg>" for mark in marks}


def arrows(ink: str, pale: str) -> dict[str, Value]:
    """The arrows of trends as SVG, by direction."""
    return {
        name: f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 14">'
        f'<path d="{path}" fill="{escape(pale if name == "flat" else ink)}"/></svg>'
        for name, path in _ARROWS.items()
    }


def strip(mark: Mark, count: int, across: int) -> str:
    """So many of a mark in rows of so many, as one SVG of 19 units a mark."""
    each = "".join(
        f'<g transform="translate({i % across * 19} {i // across * 19})">{shape(mark)}</g>'
        for i in range(count)
    )
    wide, high = min(count, across) * 19, -(-count // across) * 19
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">{each}</svg>'
