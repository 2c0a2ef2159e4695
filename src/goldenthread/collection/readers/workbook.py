"""Workbooks: cells from calamine, and what calamine does not tell from the XML beside them."""

import io
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from goldenthread.collection.findings import Code, Finding, Severity, refusal
from goldenthread.collection.readers import ods_marks, xlsx_marks
from goldenthread.collection.readers.archive import SAVE_AGAIN, Archive
from goldenthread.collection.readers.book import Book, Merge, Sheet
from goldenthread.collection.readers.marks import Marks


def book(file: str, kind: str, content: bytes, digest: str) -> Book:
    """The visible sheets of a workbook; of a hidden one nothing is read, not even kept its name."""
    archive = Archive(file, content)
    marks = xlsx_marks.Workbook(archive) if kind == "xlsx" else ods_marks.Workbook(archive)
    # Before anything else opens them: the parts that are read as a whole.
    archive.check(marks.shared_parts)
    cells = _open(file, content)
    metadata = [sheet for sheet in cells.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    visible = tuple(sheet.name for sheet in metadata if sheet.visible == SheetVisibleEnum.Visible)

    def read(name: str) -> Sheet:
        return _sheet(file, name, cells, marks.sheet(name))

    return Book(file, kind, digest, visible, len(metadata) - len(visible), (), read)


def _open(file: str, content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except CalamineError as error:
        raise _damaged(file, "") from error


def _damaged(file: str, sheet: str) -> Exception:
    what = f"sheet {sheet}" if sheet else "the workbook"
    return refusal(
        file,
        Code.NOT_READABLE,
        f"{what} is damaged and cannot be read",
        SAVE_AGAIN,
    )


def _sheet(file: str, name: str, workbook: CalamineWorkbook, marks: Marks) -> Sheet:
    try:
        sheet = workbook.get_sheet_by_name(name)
        rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    except CalamineError as error:
        raise _damaged(file, name) from error
    merges = marks.merges or tuple(
        Merge(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    _as_seen(rows, marks)
    findings = (_stale(file, name),) if marks.is_stale else ()
    return Sheet(name, rows, merges, marks.red, marks.hidden_rows, marks.hidden_columns, findings)


def _as_seen(rows: list[list[Any]], marks: Marks) -> None:
    """Put what a person sees where calamine gives less: percentages, errors, formulas without a result."""
    seen: dict[float, str] = {}
    height, width = len(rows), len(rows[0]) if rows else 0
    for row, column in marks.percent:
        if row < height and column < width:
            cell = rows[row][column]
            if isinstance(cell, float):
                rows[row][column] = seen.get(cell) or seen.setdefault(cell, _percent(cell))
    for (row, column), text in marks.instead.items():
        _grow(rows, row, column)
        rows[row][column] = text
    if marks.has_booleans:
        for line in rows:
            line[:] = [str(cell).upper() if isinstance(cell, bool) else cell for cell in line]


def _grow(rows: list[list[Any]], row: int, column: int) -> None:
    """Errors at the edge lie outside what calamine takes for the used area."""
    width = max(column + 1, len(rows[0]) if rows else 0)
    while len(rows) <= row:
        rows.append([""] * width)
    if len(rows[0]) < width:
        for line in rows:
            line.extend([""] * (width - len(line)))


def _percent(value: float) -> str:
    return f"{(Decimal(repr(value)) * 100).normalize():f}%"


def _stale(file: str, sheet: str) -> Finding:
    return Finding(
        file,
        sheet,
        "",
        Severity.WARNING,
        Code.FORMULAS_STALE,
        "the sheet has formulas, and the program that wrote it asks for them to be calculated anew",
        "Open it in Excel or LibreOffice, let it calculate, save it, and send it again",
    )
