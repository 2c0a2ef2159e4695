"""Paper: a whole document as plain values, so that no text ever becomes source of the template."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goldenthread.documents.blocks import Facts, Figure, Panel, Section, Tally
from goldenthread.documents.charts import palette
from goldenthread.documents.content import Document, walk
from goldenthread.documents.renderers.html_style import Style
from goldenthread.documents.renderers.pdf import blocks, lines, measures
from goldenthread.documents.renderers.pdf.glyphs import printable
from goldenthread.documents.renderers.pdf.lines import Place, Value
from goldenthread.documents.tables import Table

NOTICE_SIZE: Final = 10.0
FOOT_SIZE: Final = 9.0
FOOT: Final = 7.5
FOOT_LINE: Final = 4.0
PAGE_OF_PAGES: Final = 26.0
"""What "10 of 28" and the space before it take of the foot, in millimetres."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the template is told, and for each table in order how many columns head its rows."""

    values: dict[str, Value]
    heads: tuple[int, ...]


def told(document: Document, style: Style) -> Told:
    """Everything that the template prints of a document."""
    wide = blocks.LANDSCAPE if document.page == "landscape" else blocks.PORTRAIT
    content = blocks.told(document.blocks, Place(wide, frozenset(_ids(document)), document.is_sheet), 2)
    values: dict[str, Value] = {
        "title": printable(document.title),
        "subtitle": printable(document.subtitle),
        "council": printable(document.council),
        "dates": printable(document.dates),
        "notice": printable(document.notice),
        "running": printable(document.running or document.title),
        "beside": _beside(document.notice, wide),
        "foot": _foot(document, wide),
        "contents": printable(document.contents),
        "language": document.language,
        "landscape": document.page == "landscape",
        "sheet": document.is_sheet,
        "brand": style.brand,
        "marks": lines.shapes(),
        "arrows": lines.arrows(palette.INK, palette.INK_2),
        "blocks": content,
    }
    return Told(values, tuple(blocks.heads(content)))


def _beside(notice: str, wide: float) -> float:
    """What the notice takes at the right of the council's name; 0 for one so long that it stands below."""
    width = measures.width(notice, NOTICE_SIZE) * 1.03 + 1 if notice else 0.0
    return width if width < wide * 0.55 else 0.0


def _foot(document: Document, wide: float) -> float:
    """The height of the foot with what stands clear above it, for its text on as many lines as it takes."""
    words = f"{document.running or document.title} · {document.notice}"
    lines_more = int(measures.width(words, FOOT_SIZE) * 1.03 / (wide - PAGE_OF_PAGES))
    return FOOT + FOOT_LINE * lines_more


def _ids(document: Document) -> Iterator[str]:
    for block, _ in walk(document.blocks):
        if isinstance(block, Section | Facts | Table | Figure | Tally | Panel):
            yield block.id
        if isinstance(block, Table):
            yield from (row.id for row in block.rows() if row.id)
