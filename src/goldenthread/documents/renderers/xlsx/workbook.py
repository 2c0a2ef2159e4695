"""Workbook: a paper as cover, notes and one sheet for each of its tables."""

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import assert_never

from xlsxwriter import Workbook

from goldenthread.documents.blocks import Facts, Note, Panel, Tally
from goldenthread.documents.content import Document
from goldenthread.documents.renderers.html_style import Style
from goldenthread.documents.renderers.xlsx import writing
from goldenthread.documents.renderers.xlsx.cells.sheets import Cell, Sheet
from goldenthread.documents.renderers.xlsx.sheets import front, notes, panels, tables
from goldenthread.documents.renderers.xlsx.sheets.finding import Found, found
from goldenthread.documents.renderers.xlsx.words import names
from goldenthread.documents.renderers.xlsx.words.texts import fit
from goldenthread.documents.renderers.xlsx.writing import Laid
from goldenthread.documents.tables import Table

UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
BLANKS = "Where a cell is blank there is nothing to add."


def render(document: Document, *, style: Style) -> bytes:
    """The paper's tables as an Excel file; the same paper makes the same bytes."""
    pieces = list(found(document.blocks))
    laid = _laid(document, pieces)
    links = writing.places(laid)
    # A paper links to itself by its file name too.
    links |= {f"{document.name}.html{id}": place for id, place in links.items()}
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(_properties(document))
    writer = writing.Writer(book, style, links)
    for each in laid:
        writer.write(each)
    book.close()
    return file.getvalue()


def _laid(document: Document, pieces: Sequence[Found]) -> list[Laid]:
    """Every sheet under its name and beneath its opening lines: cover, notes, then the tables."""
    sheets = _sheets(document, pieces)
    named = list(zip(names.sheet_names([each.caption for each in sheets]), sheets, strict=True))
    remarks = notes.numbered(named, pieces)
    explained = notes.of_notes(remarks, named)
    contents = front.of_contents([(notes.NAME, explained), *named])
    first = [
        (front.NAME, contents, front.lines(document, sheets)),
        (notes.NAME, explained, _lines(document, explained, [])),
    ]
    rest = [
        (name, each, _lines(document, each, [note.reference for note in remarks if note.where == name]))
        for name, each in named
    ]
    called = names.table_names(each.id for _, each, _ in [*first, *rest])
    return [
        Laid(name, table, tuple(lines), each)
        for table, (name, each, lines) in zip(called, [*first, *rest], strict=True)
    ]


def _sheets(document: Document, pieces: Sequence[Found]) -> list[Sheet]:
    """The tables in reading order; panels stand together where the first of them does."""
    made: list[Sheet] = []
    together = panels.of_panels(pieces, document.title)
    for piece in pieces:
        match piece.block:
            case Panel():
                made += together
                together = []
            case Table():
                made += [] if piece.place.panel else [_under(piece, tables.of_table(piece.block))]
            case Tally():
                made.append(_under(piece, tables.of_tally(piece.block)))
            case Facts():
                made.append(_under(piece, tables.of_facts(piece.block)))
            case Note():
                continue
            case _:
                assert_never(piece.block)
    return _told_apart(made)


def _under(piece: Found, each: Sheet) -> Sheet:
    return replace(each, part=piece.place.part)


def _told_apart(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Sheets of which no two have the same caption: those that had begin with the part they stand in."""
    often = Counter(each.caption for each in sheets)
    return [
        replace(each, caption=f"{each.part}: {each.caption}")
        if often[each.caption] > 1 and each.part
        else each
        for each in sheets
    ]


def _lines(document: Document, each: Sheet, references: Sequence[str]) -> list[Cell]:
    """What stands above a table, a line a row: caption, what the sheet holds, as of when, where to turn."""
    blanks = f" {BLANKS}" if each.has_blanks else ""
    said = [
        " ".join([each.caption, *references]),
        f"This worksheet contains one table.{blanks}",
        document.dates,
        document.notice,
    ]
    links = [Cell("Contents are on the sheet Cover.", href=f"sheet:{front.NAME}")]
    if each.id != "notes":
        links.append(Cell("Notes and shorthand are on the sheet Notes.", href=f"sheet:{notes.NAME}"))
    return [*(Cell(text) for text in said if text), *links]


def _properties(document: Document) -> dict[str, object]:
    moment = (document.known_at or UNDATED).astimezone(UTC).replace(tzinfo=None)
    said = {
        "title": ": ".join(filter(None, (document.title, document.subtitle))),
        "subject": document.running or document.title,
        "author": document.council,
        "company": document.council,
        "comments": " ".join(filter(None, (document.dates, document.notice))),
    }
    return {**{name: fit(text) for name, text in said.items()}, "created": moment}
