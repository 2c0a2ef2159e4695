"""Typesetting: one document as PDF, declared PDF/UA-1 and PDF/A-2a."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import typst

from goldenthread.documents.content import ContentRefused, Document
from goldenthread.documents.renderers.html_style import Style
from goldenthread.documents.renderers.pdf import paper, row_heads
from goldenthread.documents.renderers.pdf.lines import Value

__all__ = ["PdfRefused", "compiled", "render"]

FOLDER: Final = Path(str(files("goldenthread.documents.renderers.pdf")))
UNDATED: Final = datetime(1980, 1, 1, tzinfo=UTC)


class PdfRefused(ContentRefused):
    """A document that the typesetter does not set; the message holds what it said."""


def render(document: Document, *, style: Style) -> bytes:
    """The document as PDF: the same bytes for the same document and style.

    The council's colour is used, its typeface is not: every file is set in the faces that are shipped, so
    that it comes out the same everywhere. Links to other files of the pack become plain words.
    """
    told = paper.told(document, style)
    return row_heads.marked(compiled(document, told.values), told.heads)


def compiled(document: Document, values: Mapping[str, Value]) -> bytes:
    """What the typesetter makes of the values that a document was told as."""
    known = document.known_at or UNDATED
    try:
        made = typesetter().compile(
            format="pdf",
            sys_inputs={"document": json.dumps(values, ensure_ascii=False, separators=(",", ":"))},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(known.timestamp()),
        )
    except typst.TypstError as error:
        said = " ".join([error.message, *error.hints]).strip()
        raise PdfRefused(f"document {document.name!r} cannot be set as PDF: {said}") from error
    if not isinstance(made, bytes):
        raise PdfRefused(f"document {document.name!r}: the typesetter made no single file")
    return made


@lru_cache(maxsize=1)
def typesetter() -> typst.Compiler:
    """One typesetter for every paper: it reads template and typefaces once."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER / "fonts")]
    )
    return typst.Compiler(FOLDER / "template" / "paper.typ", root=FOLDER, font_paths=fonts)
