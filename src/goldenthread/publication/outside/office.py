"""Office: the texts of a Word file or a workbook: every part, sheet, comment, name and property."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree
from python_calamine import CalamineWorkbook

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDED: Final = ("descr", "title", "alt", f"{WORD}val")
NAMED: Final = (f"{WORD}alias", f"{WORD}tag", f"{WORD}docVar")
PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)


def document(content: bytes) -> Iterator[str]:
    """A Word file: rows and paragraphs of every part, pictures' words, controls, and books of charts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                yield from workbook(archive.read(name))
            elif name.endswith((".xml", ".rels")):
                yield from _part(etree.fromstring(archive.read(name), PARSER))


def workbook(content: bytes) -> Iterator[str]:
    """A workbook: the rows of every sheet, hidden ones too, in full; then comments, names and properties."""
    opened = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in opened.sheet_names:
        for row in opened.get_sheet_by_name(name).to_python():
            yield "; ".join(str(cell) for cell in row if cell not in ("", None))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if part.endswith((".xml", ".rels")) and not part.startswith("xl/worksheets/sheet"):
                yield from _part(etree.fromstring(archive.read(part), PARSER))


def _part(root: etree._Element) -> Iterator[str]:
    kinds = [f"{WORD}{kind}" for kind in ("tr", "p")]
    pieces = [element for kind in kinds for element in root.iter(kind)]
    for element in pieces or list(root):
        yield " ".join(_said(element))


def _said(element: etree._Element) -> Iterator[str]:
    for each in element.iter():
        if not isinstance(each.tag, str) or each.tag in NAMED or "descr" in each.attrib:
            yield from (str(value) for name, value in each.attrib.items() if name in WORDED)
        if each.text and each.text.strip():
            yield " ".join(each.text.split())
