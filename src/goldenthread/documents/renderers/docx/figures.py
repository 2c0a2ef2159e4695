"""Figures: the numbers of a Word file, read back from their content controls."""

from zipfile import BadZipFile

from goldenthread.documents.renderers.docx import archive
from goldenthread.documents.renderers.docx.markup import NAMESPACES
from goldenthread.documents.renderers.docx.refusals import NotAWordFile
from goldenthread.documents.renderers.docx.template import checked

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
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        content = control.find(f"{_W}sdtContent")
        if tag is not None and content is not None:
            shown = "".join(text.text or "" for text in content.iter(f"{_W}t"))
            found.append((str(tag.get(f"{_W}val", "")), shown))
    return found
