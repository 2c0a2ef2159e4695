"""Front: the sheet that opens a workbook: whose it is, as of when, what it holds and how to read it."""

from collections.abc import Sequence

from goldenthread.documents.content import FORMAT_NAMES, FORMATS, Document
from goldenthread.documents.renderers.xlsx.cells.sheets import Cell, Reading, Sheet, sheet
from goldenthread.documents.renderers.xlsx.sheets.notes import texts
from goldenthread.documents.renderers.xlsx.words.shorthand import told, used
from goldenthread.documents.wording import joined, plural

NAME = "Cover"


def of_contents(named: Sequence[tuple[str, Sheet]]) -> Sheet:
    """The table of contents: each sheet with what it holds, as a link to it."""
    columns = (
        ("What it holds", [Reading(Cell(each.caption, href=f"sheet:{name}")) for name, each in named]),
        ("Sheet", [Reading(Cell(name)) for name, _ in named]),
        ("Rows", [Reading(Cell(float(len(each.rows)), "#,##0")) for _, each in named]),
    )
    return sheet("contents", "Contents", columns)


def lines(document: Document, tables: Sequence[Sheet]) -> list[Cell]:
    """What stands above the table of contents, a line a row."""
    seal = f"{document.view}. " if document.view else ""
    seal += f"Seal {document.seal}." if document.seal else ""
    said = [
        document.title,
        document.subtitle,
        document.council,
        document.dates,
        document.notice,
        seal.strip(),
        _holds(document, tables),
        "Each sheet holds one table under the same columns as the paper, with further columns for details.",
        _marks(tables),
    ]
    return [*(Cell(text) for text in said if text), Cell("Notes are on the sheet Notes.", href="sheet:Notes")]


def _holds(document: Document, tables: Sequence[Sheet]) -> str:
    others = [FORMAT_NAMES[form] for form in FORMATS if form in document.formats and form != "xlsx"]
    elsewhere = f" Its text and charts are in the {joined(others)}." if others else ""
    many = plural(len(tables), "table") if len(tables) > 1 else "table"
    held = f"This workbook holds the {many} of the paper." if tables else ""
    return f"{held or 'This paper has no tables; this workbook holds its notes.'}{elsewhere}"


def _marks(tables: Sequence[Sheet]) -> str:
    marks = used(text for each in tables for text in texts(each))
    return f"Marks in square brackets: {', '.join(map(told, marks))}." if marks else ""
