"""Office files: every word and number that a PDF, a Word file or a workbook holds, seen or not."""

import io
import zipfile
from collections.abc import Iterator

import pypdfium2
from lxml import etree
from python_calamine import CalamineWorkbook

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDED = ("descr", "title", "alt")


def blocks(path: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Kind and words of every piece of a file that is read together: a row, a paragraph, a line."""
    if path.endswith(".pdf"):
        yield from pdf(content)
    elif path.endswith(".docx"):
        yield from docx(content)
    else:
        yield from workbook(content)


def pdf(content: bytes) -> Iterator[tuple[str, str]]:
    """Line by line, as a reader copies them out."""
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            for line in page.get_textpage().get_text_range().splitlines():
                if line.strip():
                    yield "p", " ".join(line.split())


def docx(content: bytes) -> Iterator[tuple[str, str]]:
    """Rows and paragraphs of every part, words for who cannot see a picture, charts and their workbooks."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                yield from workbook(archive.read(name))
            elif name.endswith(".xml"):
                yield from _part(etree.fromstring(archive.read(name)))


def _part(root: etree._Element) -> Iterator[tuple[str, str]]:
    found = False
    for kind in ("tr", "p"):
        for element in root.iter(f"{WORD}{kind}"):
            found = True
            yield kind, _words(element)
    if not found:
        yield "part", _words(root)


def _words(element: etree._Element) -> str:
    said = []
    for each in element.iter():
        said += [value for name, value in each.attrib.items() if name in WORDED]
        if each.text and each.text.strip():
            said.append(each.text)
        if each.tag == f"{WORD}p":
            said.append(" ")
    return " ".join("".join(said).split())


def workbook(content: bytes) -> Iterator[tuple[str, str]]:
    """Row by row, numbers in full whatever the sheet shows of them, and the properties of the file."""
    opened = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in opened.sheet_names:
        yield "sheet", name
        for row in opened.get_sheet_by_name(name).to_python():
            yield "row", " | ".join(str(cell) for cell in row if cell not in ("", None))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if part.startswith("docProps/"):
                yield "part", _words(etree.fromstring(archive.read(part)))
