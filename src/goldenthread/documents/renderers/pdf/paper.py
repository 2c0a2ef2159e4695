"""Paper: a whole document as plain values, so that no text ever becomes source of the template."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from goldenthread.documents.blocks import Facts, Figure, Panel, Section, Tally
from goldenthread.documents.charts import palette
from goldenthread.documents.content import Document, walk
from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.html_style import Style
from goldenthread.documents.renderers.pdf import blocks, lines
from goldenthread.documents.renderers.pdf.glyphs import printable
from goldenthread.documents.renderers.pdf.lines import Place, Value
from goldenthread.documents.tables import Table


@dataclass(frozen=True, slots=True)
class Told:
    """What the template is told, and for each table in order how many columns head its rows."""

    values: dict[str, Value]
    heads: tuple[int, ...]


def told(document: Document, style: Style) -> Told:
    """Everything that the template prints of a document."""
    wide = blocks.LANDSCAPE if document.page == "landscape" else blocks.PORTRAIT
    content = blocks.told(document.blocks, Place(wide, frozenset(_ids(document))), 2)
    values: dict[str, Value] = {
        "title": printable(document.title),
        "subtitle": printable(document.subtitle),
        "council": printable(document.council),
        "dates": printable(document.dates),
        "notice": printable(document.notice),
        "running": printable(document.running or document.title),
        "contents": printable(document.contents),
        "language": document.language,
        "landscape": document.page == "landscape",
        "brand": style.brand,
        "marks": {lines.symbol(mark): lines.picture(mark) for mark in _marks(document.blocks)},
        "arrows": lines.arrows(palette.INK, palette.INK_2),
        "blocks": content,
    }
    return Told(values, tuple(blocks.heads(content)))


def _ids(document: Document) -> Iterator[str]:
    for block, _ in walk(document.blocks):
        if isinstance(block, Section | Facts | Table | Figure | Tally | Panel):
            yield block.id
        if isinstance(block, Table):
            yield from (row.id for row in block.rows() if row.id)


def _marks(part: Any) -> Iterator[Mark]:
    if isinstance(part, Mark):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _marks(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _marks(getattr(part, field.name))
