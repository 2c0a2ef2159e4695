"""Widths: how the columns of a table share the page, so that no word is cut and rows stay low."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt
from typing import Final

from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.docx.charts import pictures
from goldenthread.documents.renderers.docx.markup import TWIPS
from goldenthread.documents.renderers.pdf.columns import Balance
from goldenthread.documents.spans import Break, Line, Number, Quiet, Spark, Trend, words
from goldenthread.documents.tables import Column, Table

PADDING: Final = 170
"""Left and right of what stands in a cell, in twips, with a little to spare."""

NARROW: Final = 120
"""The same in a table of many columns."""

INDENT: Final = 227
"""How far a row that belongs to the one above is set in."""

_SPARKLINE: Final = pictures.SPARKLINE[0] * pictures.PIXEL * TWIPS + PADDING
_MM: Final = 1440 / 25.4
_FIGURES: Final = ("number", "value")
_ROOM: Final = 0.85
_SHORT: Final = 11.0
_FIGURE: Final = 11
_RATING: Final = 10
_LONGEST: Final = 13.0
_LINE: Final = 34.0
_BOLD: Final = 1.07
_SPARE: Final = 1.02
_USUAL: Final = 0.556
_WIDE: Final = {
    letter: width
    for letters, width in (
        ("ijl'", 0.222), (" \u00a0!,./:;I[]\\ft|", 0.278), ("()-r", 0.333), ("Jckvsxyz", 0.5), ("FTZ", 0.611),
        ("ABEKPSVXY&", 0.667), ("CDHNRUw", 0.722), ("GOQ", 0.778), ("Mm", 0.833), ("%", 0.889), ("W@", 0.98),
    )
    for letter in letters
}  # fmt: skip
_UNBROKEN: Final = re.compile(r"\b\d{4}-\d{2}\b|[^ \t\n-]+-?")
# Room for a shape or an arrow, its blank, and the bold in which a worsening is set.
_GLYPH: Final = "W\u00a0\u00a0"


def of(table: Table, width: int, points: float, padding: int = PADDING) -> list[int]:
    """The width of each column in twips, together `width`, for text of so many points."""
    letter = points * TWIPS * _SPARE
    cells = [_lines(table, i) for i in range(len(table.columns))]
    needed = [
        max(_needed(column, lines) * letter + padding, _pictured(lines))
        for column, lines in zip(table.columns, cells, strict=True)
    ]
    if any(row.kind == "part" for row in table.rows()):
        needed[0] += INDENT
    lengths = [
        [_lengths(cell, column) for cell in lines] for column, lines in zip(table.columns, cells, strict=True)
    ]
    longest = [max(map(max, column), default=0.0) for column in lengths]
    enough = [max(n, min(long, _LINE) * letter + padding) for n, long in zip(needed, longest, strict=True)]
    if sum(enough) > width:
        needed = _unparted(table, needed, enough, longest, _ROOM * width)
        start = shared(needed, [_typical(list(map(sum, column))) for column in lengths], width, enough)
        return _settled(table, lengths, start, needed, letter, padding)
    shares = [column.share for column in table.columns]
    return shared(enough, [s or 1 for s in shares] if any(shares) else [sqrt(e) for e in enough], width)


def _unparted(
    table: Table, needed: Sequence[float], enough: Sequence[float], longest: Sequence[float], room: float
) -> list[float]:
    """The least that columns may have where figures stay in one line too: a count with its whole, a limit.

    Those that take least for it come first, as long as that leaves room for words.
    """
    found = list(needed)
    left = room - sum(needed)
    for more, i in sorted((e - n, i) for i, (n, e) in enumerate(zip(needed, enough, strict=True))):
        if table.columns[i].kind in _FIGURES and longest[i] <= _SHORT and more <= left:
            found[i] = enough[i]
            left -= more
    return found


def _settled(
    table: Table,
    lengths: Sequence[Sequence[Sequence[float]]],
    start: Sequence[int],
    needed: Sequence[float],
    letter: float,
    padding: int,
) -> list[int]:
    """The widths after every move from a column to another that saves lines."""
    rows = [[[wide * letter / _MM for wide in cell] for cell in row] for row in zip(*lengths, strict=True)]
    heads = [[_wide(column.label) * _BOLD * letter / _MM] for column in table.columns]
    least = [n / _MM for n in needed]
    if sum(start) <= sum(needed):
        return list(start)
    found = Balance([heads, *rows], least, padding / _MM).settled([s / _MM for s in start])
    return _whole([w * _MM for w in found], sum(start))


def _lengths(cell: Line, column: Column) -> list[float]:
    """How wide each line of a cell is that nothing breaks: its words, then each of its quiet ones."""
    found = [0.0]
    for i, span in enumerate(cell):
        match span:
            case Spark():
                continue
            case Break():
                found.append(0.0)
            case Quiet(text):
                found += [_wide(text)] if i else []
                found[0] += 0 if i else _wide(text)
            case Mark(word=word, detail=detail):
                found[-1] += _wide(_GLYPH + word)
                found += [_wide(detail)] if detail else []
            case Trend(word=word):
                found[-1] += _wide(_GLYPH + word)
            case _:
                found[-1] += _wide(words((span,))) * (_BOLD if column.kind == "value" else 1.0)
    return found


def _lines(table: Table, i: int) -> list[Line]:
    return [row.header if i == 0 else row.cells[i - 1] for row in table.rows()]


def _needed(column: Column, cells: list[Line]) -> float:
    """The longest piece that does not break, in letters' heights; heads and values are set bold."""
    label = max(map(_wide, _UNBROKEN.findall(column.label)), default=1.0) * _BOLD
    pieces = {piece for line in cells for piece in _pieces(line)}
    longest = max(map(_wide, pieces), default=1.0) * (_BOLD if column.kind == "value" else 1.0)
    return min(max(label, longest), _LONGEST)


def _pieces(line: Line) -> Iterator[str]:
    for span in line:
        if isinstance(span, Spark):
            continue
        said = words((span,))
        if isinstance(span, Mark | Trend):
            said = _GLYPH + (span.word if isinstance(span, Mark) else said)
        if isinstance(span, Number) and len(said) <= _FIGURE:
            yield said
        if isinstance(span, Mark) and len(span.word) <= _RATING:
            yield said
        yield from _UNBROKEN.findall(said)


def _pictured(column: list[Line]) -> float:
    return _SPARKLINE if any(isinstance(span, Spark) for line in column for span in line) else 0.0


def _typical(lengths: list[float]) -> float:
    """How much a column has to say: its mean, in which a few long notes weigh more than many short ones."""
    return max(sqrt(sum(length**2 for length in lengths) / max(len(lengths), 1)), 1.0)


@lru_cache(maxsize=50_000)
def _wide(text: str) -> float:
    """How wide a text is in Arial, for letters one point high."""
    return sum(_WIDE.get(letter, _USUAL) for letter in text)


def shared(
    needed: Sequence[float], wanted: Sequence[float], width: int, enough: Sequence[float] = ()
) -> list[int]:
    """Widths in the proportions wanted: none under what is needed, and none over what is enough."""
    if sum(needed) >= width:
        return _whole([width * n / sum(needed) for n in needed], width)
    given = _raised(needed, wanted, width)
    spare = [max(g - e, 0.0) for g, e in zip(given, enough, strict=True)] if enough else []
    if sum(spare):
        short = [max(e - g, 0.0) for g, e in zip(given, enough, strict=True)]
        moved = sum(spare) / sum(short)
        given = [g - s + moved * h for g, s, h in zip(given, spare, short, strict=True)]
    return _whole(given, width)


def _raised(needed: Sequence[float], wanted: Sequence[float], width: int) -> list[float]:
    fixed: set[int] = set()
    while True:
        left = width - sum(needed[i] for i in fixed)
        weight = sum(w for i, w in enumerate(wanted) if i not in fixed)
        given = [needed[i] if i in fixed else left * w / weight for i, w in enumerate(wanted)]
        short = {i for i, g in enumerate(given) if g < needed[i]} - fixed
        if not short:
            return given
        fixed |= short


def _whole(given: list[float], width: int) -> list[int]:
    found = [int(g) for g in given]
    found[0] += width - sum(found)
    return found
