"""Readings: a line of a paper taken apart into a cell and what stands in columns beside it."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.xlsx.cells import formats
from goldenthread.documents.renderers.xlsx.cells.sheets import Cell, Reading
from goldenthread.documents.renderers.xlsx.words.shorthand import told
from goldenthread.documents.spans import Line, Link, Number, Quiet, Span, Text, Trend, words

_DIRECTIONS: Final = {"up": " (up)", "down": " (down)", "flat": ""}
WEB: Final = ("https://", "http://", "mailto:")


def reading(line: Line) -> Reading:
    """A line as a workbook holds it; its quieter pieces and its marks become details."""
    loud, quiet = _parted(line)
    match loud:
        case (Number(shown=shown, value=Decimal() as value),):
            return _figure(shown, value, quiet)
        case (part, Text(text=" of "), Number(value=Decimal()) as whole):
            return replace(reading((part, *line[3:])), of=reading((whole,)).main)
        case (Trend(arrow=arrow, word=word),):
            return Reading(Cell(f"{word}{_DIRECTIONS[arrow]}"), joined(quiet))
        case (Mark(word=word, detail=detail),):
            return Reading(Cell(word), joined([detail, *quiet]))
        case _:
            return Reading(_worded(loud), joined(quiet))


def said(line: Line) -> str:
    """The line as words, each link to the web with its address."""
    return words(tuple(_addressed(span) for span in line))


def joined(parts: Iterable[str]) -> str:
    """Remarks one after the other: "[p] provisional; 512 of 561"."""
    return "; ".join(part for part in parts if part)


def is_web(href: str) -> bool:
    """Whether a link leads out of the papers."""
    return href.startswith(WEB)


def _parted(line: Line) -> tuple[Line, list[str]]:
    """What is said first, and the quieter words after it; a line that opens quietly is all it says."""
    first = line[:1]
    loud = tuple(span for span in line[1:] if not isinstance(span, Quiet))
    return (*first, *loud), [span.text for span in line[1:] if isinstance(span, Quiet)]


def _figure(shown: str, value: Decimal, quiet: list[str]) -> Reading:
    bare, mark = formats.unmarked(shown)
    beside = [told(mark)] if mark else []
    shape, held = formats.shape(bare, value), formats.held(value)
    if shape is None or held is None:
        return Reading(Cell(bare), joined([*beside, *quiet]), held)
    return Reading(Cell(held, shape.format), joined([shape.words, *beside, *quiet]))


def _worded(line: Line) -> Cell:
    """Words; where one link stands in them, the whole cell is that link."""
    links = [span for span in line if isinstance(span, Link)]
    if len(links) == 1:
        return Cell(words(line), href=links[0].href)
    return Cell(said(line))


def _addressed(span: Span) -> Span:
    if isinstance(span, Link) and is_web(span.href):
        return Text(f"{span.text} ({span.href.removeprefix('mailto:')})")
    return span
