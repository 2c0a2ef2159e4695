"""Figures: the numbers of a Word file, read back from their content controls."""

from zipfile import BadZipFile

from lxml import etree

from goldenthread.documents.renderers.docx import archive
from goldenthread.documents.renderers.docx.markup import NAMESPACES
from goldenthread.documents.renderers.docx.refusals import NotAWordFile
from goldenthread.documents.renderers.docx.template import checked
from goldenthread.documents.renderers.docx.text import lines

_W = f"{{{NAMESPACES['w']}}}"
_LARGEST = 256 * 1024 * 1024


def figures(file: bytes) -> list[tuple[str, str]]:
    """Each figure in reading order: its place and what is shown there, edited or not."""
    try:
        document = archive.unpacked(file, _LARGEST)[checked.MAIN]
    except (BadZipFile, KeyError, OSError, ValueError) as fault:
        raise NotAWordFile("the file is not a Word document (.docx)") from fault
    root = checked.parsed(checked.MAIN, document)
    found = []
    for control in root.iter(f"{_W}sdt"):
        place = _place(control)
        content = control.find(f"{_W}sdtContent")
        if place and content is not None:
            found.append((place, "".join(text.text or "" for text in content.iter(f"{_W}t"))))
    return found


def _place(control: etree._Element) -> str:
    """The place of a figure: the tag, or the title in its stead, which says the same in words.

    Some programs keep titles and drop tags, such as LibreOffice before 7.5; a title that may have been cut
    names no place for certain.
    """
    tag, title = (_said(control, name) for name in ("tag", "alias"))
    if tag or lines.BETWEEN not in title or len(title) > lines.LONGEST_TITLE - len(lines.BETWEEN):
        return tag
    return title.replace(lines.BETWEEN, "/")


def _said(control: etree._Element, name: str) -> str:
    found = control.find(f"{_W}sdtPr/{_W}{name}")
    return "" if found is None else str(found.get(f"{_W}val", ""))
