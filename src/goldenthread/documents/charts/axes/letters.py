"""Letters: words of true size in a chart, wrapped where they are too long."""

from typing import Final

from goldenthread.documents.charts import palette, svg

SIZE: Final = 13.0
LINE: Final = 17.0
"""From one line of words to the next."""


def words(
    x: float,
    y: float,
    text: str,
    *,
    bold: bool = False,
    anchor: str = "start",
    fill: str = palette.INK,
    is_upon: bool = False,
) -> str:
    """A line of words whose foot stands at `y`; `is_upon` other things, it keeps them at a distance."""
    look: svg.Look = {"x": x, "y": y, "font-size": SIZE, "fill": fill}
    if bold:
        look["font-weight"] = "600"
    if anchor != "start":
        look["text-anchor"] = anchor
    if is_upon:
        look |= {"paint-order": "stroke", "stroke": palette.PAPER, "stroke-width": 3.5}
    return svg.element("text", look, svg.words(text))


def wide(text: str, *, bold: bool = False) -> float:
    """About how wide these words are."""
    return svg.text_width(text, SIZE) * (1.05 if bold else 1.0)


def wrapped(text: str, room: float, *, most: int = 0) -> list[str]:
    """The words in lines that fit in so many pixels, at most so many lines (0: as many as it takes).

    What does not fit in the last line is cut, which three dots show.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and wide(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.extend(_pieces(word, room))
    lines = lines or [""]
    if most and len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        lines[-1] = _cut(lines[-1], room)
    return lines


def _pieces(word: str, room: float) -> list[str]:
    """A word, in pieces where it alone is too wide."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(text: str, room: float) -> str:
    while len(text) > 1 and wide(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
