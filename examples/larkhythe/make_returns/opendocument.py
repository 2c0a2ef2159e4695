"""OpenDocument spreadsheets: the few parts that a reader needs, zipped with fixed dates."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from examples.larkhythe.make_returns.workbook import NOTICE, Cell

KIND = "application/vnd.oasis.opendocument.spreadsheet"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet>
{tables}
</office:spreadsheet></office:body></office:document-content>
"""

Page = tuple[str, str, Sequence[Sequence[Cell]]]


def write(path: Path, pages: Sequence[Page]) -> None:
    """A workbook of pages: name, heading, rows; the notice stands under each heading."""
    tables = "\n".join(_table(name, [[heading], [NOTICE], [], *rows]) for name, heading, rows in pages)
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w") as archive:
        for name, content, packing in (
            ("mimetype", KIND, ZIP_STORED),
            ("META-INF/manifest.xml", MANIFEST, ZIP_DEFLATED),
            ("content.xml", CONTENT.format(tables=tables), ZIP_DEFLATED),
        ):
            part = ZipInfo(name, LONG_AGO)
            part.compress_type = packing
            archive.writestr(part, content)


def _table(name: str, rows: Sequence[Sequence[Cell]]) -> str:
    width = max(len(row) for row in rows)
    lines = "\n".join(_row(row, width) for row in rows)
    return f'<table:table table:name="{escape(name)}"><table:table-column/>\n{lines}\n</table:table>'


def _row(cells: Sequence[Cell], width: int) -> str:
    written = "".join(_cell(cell) for cell in [*cells, *[""] * (width - len(cells))])
    return f"<table:table-row>{written}</table:table-row>"


def _cell(cell: Cell) -> str:
    if cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(cell))}</text:p></table:table-cell>"
