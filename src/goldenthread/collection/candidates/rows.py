"""Rows: which of them are figures, which are declared to be none, and where the table ends."""

import re
from itertools import groupby

from goldenthread.collection.candidates.headings import Headings
from goldenthread.collection.candidates.notebook import Notebook
from goldenthread.collection.candidates.written import as_text, folded, mapped
from goldenthread.collection.findings import Code
from goldenthread.collection.mapping.schema import Rule, Table
from goldenthread.collection.readers.book import Cell, Sheet


def of_figures(sheet: Sheet, table: Table, headings: Headings, notebook: Notebook) -> list[int]:
    """The rows, counted from 0, that should hold figures; all others are counted by why they do not."""
    notebook.ignore("above the table", range(headings.top))
    notebook.ignore("heading", range(headings.top, headings.bottom + 1))
    first = headings.bottom + 1
    blank = _blank_rows(sheet, first)
    end = _end(sheet, table, headings, first, blank)
    notebook.ignore("below the table", range(end, len(sheet.rows)))
    kept = [row for row in range(first, end) if row not in blank]
    notebook.ignore("blank row", range(end - first - len(kept)))
    kept = _without_hidden(sheet, table, kept, notebook)
    for rule in table.only:
        found = _holding(sheet, headings, rule, kept)
        notebook.ignore(
            rule.because if rule.because != "ignored" else "not wanted", range(len(kept) - len(found))
        )
        kept = found
    for rule in table.ignore:
        found = _holding(sheet, headings, rule, kept)
        notebook.ignore(rule.because, found)
        kept = _less(kept, found)
    return kept


def _blank_rows(sheet: Sheet, first: int) -> set[int]:
    nothing: list[Cell] = [""] * sheet.width
    return {
        row
        for row, cells in enumerate(sheet.rows[first:], start=first)
        if cells == nothing or (_is_blank(cells[0]) and all(map(_is_blank, cells)))
    }


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.isalnum() and not as_text(cell)


def _end(sheet: Sheet, table: Table, headings: Headings, first: int, blank: set[int]) -> int:
    ends = [len(sheet.rows)]
    rows = list(range(first, len(sheet.rows)))
    for rule in table.stop:
        if rule.blank_rows:
            ends.append(_blank_run(rows, blank, rule.blank_rows))
        else:
            ends += _holding(sheet, headings, rule, rows)[:1]
    return min(ends)


def _blank_run(rows: list[int], blank: set[int], length: int) -> int:
    run = 0
    for row in rows:
        run = run + 1 if row in blank else 0
        if run == length:
            return row - length + 1
    return rows[-1] + 1 if rows else 0


def _holding(sheet: Sheet, headings: Headings, rule: Rule, rows: list[int]) -> list[int]:
    """The rows for which a rule holds."""
    assert rule.column is not None, "the schema asks for a column"
    column = headings.find(rule.column)
    holds = mapped((as_text(sheet.rows[row][column]) for row in rows), lambda text: _holds(rule, text))
    return [row for row, held in zip(rows, holds, strict=True) if held]


def _holds(rule: Rule, text: str) -> bool:
    if rule.blank:
        return not text
    if rule.matches is not None:
        return re.search(rule.matches, text, re.IGNORECASE) is not None
    return folded(text) in {folded(word) for word in rule.is_}


def _less(rows: list[int], others: list[int]) -> list[int]:
    left_out = set(others)
    return [row for row in rows if row not in left_out] if left_out else rows


def _without_hidden(sheet: Sheet, table: Table, rows: list[int], notebook: Notebook) -> list[int]:
    hidden = [row for row in rows if row in sheet.hidden_rows] if sheet.hidden_rows else []
    if not hidden or table.hidden_rows == "read":
        return rows
    for run in _runs(hidden):
        which = f"row {run[0] + 1} is" if len(run) == 1 else f"rows {run[0] + 1} to {run[-1] + 1} are"
        notebook.refuse_row(
            run[0],
            0,
            Code.ROW_HIDDEN,
            f"{which} hidden, and what nobody sees was not read",
            "Unhide the rows or clear the filter; or let the mapping say hidden_rows: read",
        )
    notebook.ignore("hidden", hidden)
    return _less(rows, hidden)


def _runs(rows: list[int]) -> list[list[int]]:
    groups = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    return [[row for _, row in group] for _, group in groups]
