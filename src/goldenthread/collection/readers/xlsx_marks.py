"""Marks of an .xlsx sheet: a scan of its XML for what the cell reader leaves out.

Scanned with regular expressions on bytes, because a parser takes three times as long as reading the cells.
"""

import html
import re
from collections.abc import Iterator
from posixpath import join, normpath

from goldenthread.collection.readers import extent
from goldenthread.collection.readers.archive import Archive
from goldenthread.collection.readers.book import Place, column_number, letters
from goldenthread.collection.readers.marks import Marks
from goldenthread.collection.readers.xlsx_styles import Styles

TAG = r"""<{}\s((?:[^>"']|"[^"]*"|'[^']*')*)>"""
SHEET = re.compile(TAG.format("sheet").encode())
RELATION = re.compile(TAG.format("Relationship").encode())
ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")

ERROR = re.compile(rb'<c\s([^>]*\bt="e"[^>]*)>(.*?)</c>', re.DOTALL)
FORMULA = re.compile(
    rb"<c\s([^>]*[^/])>\s*<f\b(?:[^>]*/>|[^>]*>([^<]*)</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
VALUE = re.compile(rb"<v>([^<]*)<")
HIDDEN_ROW = re.compile(rb'<row\s([^>]*\bhidden="(?:1|true)"[^>]*)>')
HIDDEN_COLUMN = re.compile(rb'<col\s([^>]*\bhidden="(?:1|true)"[^>]*)>')
REFERENCE = re.compile(r"([A-Z]+)(\d+)")
ROW_OR_CELL = re.compile(rb"<(row|c)(?=[\s/>])([^>]*)>")
ROW_NUMBER = re.compile(rb'\br="(\d+)"')
ROOT_PREFIX = re.compile(rb"<(\w+):(?:worksheet|workbook|styleSheet|Relationships)\b")


class Workbook:
    """The parts of an .xlsx: where each sheet lies, and what the styles mean."""

    def __init__(self, archive: Archive):
        self._archive = archive
        workbook = plain(archive.read("xl/workbook.xml"))
        self._paths = _paths(archive, workbook)
        self._stale = re.search(rb'fullCalcOnLoad="(?:1|true)"', workbook) is not None
        styles = "xl/styles.xml"
        self._styles = Styles(plain(archive.read(styles)) if styles in archive.names else b"")

    @property
    def shared_parts(self) -> set[str]:
        """What any reader unpacks besides the sheets."""
        return {name for name in self._archive.names if name.startswith("xl/sharedStrings")}

    def sheet(self, name: str) -> Marks:
        """The marks of one sheet."""
        xml = plain(self._archive.read(self._paths[name]))
        has_formulas = b"<f" in xml and (b"<f>" in xml or b"<f " in xml)
        if _lacks_references(xml):
            xml = _with_references(xml)
        extent.check_xlsx(self._archive.file, name, xml)
        return Marks(
            percent=tuple(_styled(xml, self._styles.percent)),
            red=frozenset(_styled(xml, self._styles.red)),
            instead={**dict(_errors(xml)), **dict(_unanswered(xml) if has_formulas else ())},
            hidden_rows=frozenset(_hidden_rows(xml)),
            hidden_columns=frozenset(_hidden_columns(xml)),
            has_booleans=b't="b"' in xml,
            is_stale=self._stale and has_formulas,
        )


def plain(xml: bytes) -> bytes:
    """XML whose tags have no prefix: some programs write <x:c> where others write <c>."""
    found = ROOT_PREFIX.search(xml[:2_000])
    if not found:
        return xml
    prefix = found[1] + b":"
    return xml.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")


def attributes(tag: bytes) -> dict[str, str]:
    """The attributes of a tag, without their namespaces."""
    return {
        name.decode().split(":")[-1]: html.unescape((double or single).decode())
        for name, double, single in ATTRIBUTE.findall(tag)
    }


def _paths(archive: Archive, workbook: bytes) -> dict[str, str]:
    relations = "xl/_rels/workbook.xml.rels"
    content = plain(archive.read(relations)) if relations in archive.names else b""
    targets = {tag["Id"]: tag["Target"] for tag in map(attributes, RELATION.findall(content))}
    sheets = map(attributes, SHEET.findall(workbook))
    return {tag["name"]: _inside(targets[tag["id"]]) for tag in sheets if tag.get("id") in targets}


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


def _place(tag: bytes) -> Place:
    found = REFERENCE.fullmatch(attributes(tag)["r"])
    assert found, "every cell has a reference by now"
    return int(found[2]) - 1, column_number(found[1])


def _styled(xml: bytes, styles: frozenset[int]) -> Iterator[Place]:
    if not styles:
        return
    wanted = b"|".join(str(style).encode() for style in sorted(styles))
    pattern = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*\bs="(?:' + wanted + rb')")[^>]*?\br="([A-Z]+)(\d+)"')
    columns: dict[bytes, int] = {}
    for found in pattern.finditer(xml):
        name, row = found.groups()
        if name not in columns:
            columns[name] = column_number(name.decode())
        yield int(row) - 1, columns[name]


def _errors(xml: bytes) -> Iterator[tuple[Place, str]]:
    if b't="e"' not in xml:
        return
    for tag, inside in ERROR.findall(xml):
        value = VALUE.search(inside)
        yield _place(tag), html.unescape(value[1].decode()) if value else "#ERROR"


def _unanswered(xml: bytes) -> Iterator[tuple[Place, str]]:
    """Formulas without a result: whoever wrote the file never calculated it. An empty text is a result."""
    for found in FORMULA.finditer(xml):
        tag, formula = found.groups()
        if b't="str"' not in tag:
            yield _place(tag), f"={html.unescape((formula or b'').decode())}"


def _hidden_rows(xml: bytes) -> Iterator[int]:
    if b"hidden=" in xml:
        for tag in HIDDEN_ROW.findall(xml):
            yield int(attributes(tag)["r"]) - 1


def _hidden_columns(xml: bytes) -> Iterator[int]:
    head = xml[: xml.find(b"sheetData")]
    for tag in map(attributes, HIDDEN_COLUMN.findall(head)):
        yield from range(int(tag["min"]) - 1, min(int(tag["max"]), 16_384))


def _lacks_references(xml: bytes) -> bool:
    first = next((found for found in ROW_OR_CELL.finditer(xml) if found[1] == b"c"), None)
    return first is not None and b'r="' not in first[2]


def _with_references(xml: bytes) -> bytes:
    """Some programs leave the addresses out; then cells count from the left and rows from the top."""
    row = column = 0

    def numbered(found: re.Match[bytes]) -> bytes:
        nonlocal row, column
        if found[1] == b"row":
            said = ROW_NUMBER.search(found[2])
            row, column = int(said[1]) if said else row + 1, 0
            return found[0]
        column += 1
        return f'<c r="{letters(column - 1)}{row}"'.encode() + found[2] + b">"

    return ROW_OR_CELL.sub(numbered, xml)
