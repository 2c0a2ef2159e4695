"""Markup: WordprocessingML written as text, every word of it escaped."""

import re
from functools import lru_cache
from typing import Final

from goldenthread.documents.characters import holdable

YEAR: Final = re.compile(r"\b(\d{4})-(\d{2})\b")
"""A year that runs over two, as 2023-24."""

_BREAK: Final = re.compile(r"(\r\n|\r|\n|\t)")

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}

TWIPS: Final = 20
"""Twentieths of a point, in which Word measures paper and tables."""

EMU: Final = 12700
"""English metric units in a point, in which drawings are measured."""


def escaped(text: str) -> str:
    """Text made safe to stand in an element or in an attribute."""
    text = holdable(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text or '"' in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


@lru_cache(maxsize=20_000)
def attribute(text: str) -> str:
    """Text made safe for an attribute: in one line, as attributes are read."""
    return escaped(" ".join(text.split()))


@lru_cache(maxsize=20_000)
def words(text: str) -> str:
    """Text as the inside of a run; line breaks and tabs become Word's own."""
    safe = escaped(text)
    if not _BREAK.search(safe):
        return f'<w:t xml:space="preserve">{safe}</w:t>'
    parts = (_piece(part) for part in _BREAK.split(safe) if part)
    return "".join(parts)


def _piece(part: str) -> str:
    if part == "\t":
        return "<w:tab/>"
    return "<w:br/>" if part in ("\r\n", "\r", "\n") else f'<w:t xml:space="preserve">{part}</w:t>'


def run(text: str, look: str = "") -> str:
    """One run of words; `look` is the inside of its properties."""
    return _run(words(text), look)


def unbroken(text: str, look: str = "") -> str:
    """One run of words as they stand in a narrow column: no year is broken at its hyphen.

    Not for running text: who looks for 2023-24 there with Word finds plain hyphens only.
    """
    before, *years = YEAR.split(text)
    said = words(before) if before else ""
    for first, last, after in zip(years[::3], years[1::3], years[2::3], strict=True):
        said += f"{words(first)}<w:noBreakHyphen/>{words(last + after)}"
    return _run(said, look)


def _run(said: str, look: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}{said}</w:r>"


def paragraph(style: str, inside: str, more: str = "") -> str:
    """One paragraph in the style of this id; `more` are further properties in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inside}</w:p>'


def field(code: str, shown: str) -> str:
    """A field with the result it shows until Word works it out again."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
