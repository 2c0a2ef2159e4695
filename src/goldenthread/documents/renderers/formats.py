"""Formats: a paper as files that stand alone, each sent, printed and edited on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from goldenthread.documents.content import FORMAT_NAMES, Document, Format
from goldenthread.documents.renderers import docx, pdf, xlsx
from goldenthread.documents.renderers.html import Style


@dataclass(frozen=True, slots=True)
class Look:
    """What a council gives its papers: colour and type, and its own Word template (None: ours)."""

    style: Style = field(default_factory=Style)
    word_template: bytes | None = None

    @property
    def template_digest(self) -> str:
        """The SHA-256 of the council's Word template; "" for ours, which the program's version names."""
        return hashlib.sha256(self.word_template).hexdigest() if self.word_template is not None else ""


@dataclass(frozen=True, slots=True)
class File:
    """One file of one paper, before it is made: its path, and what it is called where it fails."""

    path: str
    part: str
    format: Format
    paper: Document


def _pdf(paper: Document, look: Look) -> bytes:
    return pdf.render(paper, style=look.style)


def _docx(paper: Document, look: Look) -> bytes:
    return docx.render(paper, style=look.style, template=look.word_template)


def _xlsx(paper: Document, look: Look) -> bytes:
    return xlsx.render(paper, style=look.style)


# Pages are not among them: these lead to each other and are made together.
RENDERERS: Final[Mapping[Format, Callable[[Document, Look], bytes]]] = {
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
}


def files(paper: Document) -> Iterator[File]:
    """The files that a paper asks for, in the order of the formats."""
    for format in RENDERERS:
        if format in paper.formats:
            part = f"{paper.short or paper.title} as {FORMAT_NAMES[format]}"
            yield File(f"{paper.name}.{format}", part, format, paper)


def render(file: File, look: Look) -> bytes:
    """The bytes of one file. Raises whatever its renderer refuses with."""
    return RENDERERS[file.format](file.paper, look)
