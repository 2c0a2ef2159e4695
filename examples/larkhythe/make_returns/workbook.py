"""Workbooks: written so that the same figures give the same bytes, and marked as invented."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

NOTICE = "Larkhythe is a fictional borough. Every figure is invented."
MADE = datetime(2023, 10, 2, 9, 0)  # noqa: DTZ001  a workbook knows no time zone

Cell = str | int | float


class Sheet:
    """A sheet that is written row by row; text stays text, numbers stay numbers."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, heading: str):
        self.book, self.page = book, book.add_worksheet(name)
        self.bold = book.add_format({"bold": True})
        self.page.set_column(0, 0, 46)
        self.page.set_column(1, 14, 14)
        self.at = 0
        self.page.write_string(0, 0, heading, self.bold)
        self.page.write_string(1, 0, NOTICE)
        self.at = 3

    def row(self, *cells: Cell, style: Any = None) -> int:
        """One row; returns its number, from 0. A blank cell is not written at all."""
        for column, cell in enumerate(cells):
            self.put(self.at, column, cell, style)
        self.at += 1
        return self.at - 1

    def put(self, row: int, column: int, cell: Cell, style: Any = None) -> None:
        """One cell."""
        if isinstance(cell, str):
            if cell:
                self.page.write_string(row, column, cell, style)
        else:
            self.page.write_number(row, column, cell, style)

    def headings(self, *names: str) -> None:
        """A row of headings."""
        self.row(*names, style=self.bold)

    def skip(self, rows: int = 1) -> None:
        """Blank rows."""
        self.at += rows

    def format(self, **look: Any) -> Any:
        """A look for cells."""
        return self.book.add_format(look)


class Book:
    """A workbook of such sheets."""

    def __init__(self, book: xlsxwriter.Workbook):
        self.raw = book

    def sheet(self, name: str, heading: str) -> Sheet:
        """A new sheet with its title and the notice that all is invented."""
        return Sheet(self.raw, name, heading)


@contextmanager
def opened(path: Path, title: str) -> Iterator[Book]:
    """A new workbook at a path, closed at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": title, "comments": NOTICE, "created": MADE})
    yield Book(book)
    book.close()


def number(text: str) -> int | float:
    """A figure's exact text as a number for a cell."""
    return int(text) if text.lstrip("-").isdigit() else float(text)


def with_commas(text: str) -> str:
    """1164 as people type it: 1,164."""
    return f"{int(text):,}"


def pounds(text: str) -> str:
    """A sum of money as people type it: £1,164."""
    return f"£{int(text):,}"


def percent(above: str, below: str, places: int = 1) -> str:
    """A share as people type it: 31.0%."""
    return f"{100 * float(above) / float(below):.{places}f}%"


def rows(sheet: Sheet, lines: Iterable[Sequence[Cell]]) -> None:
    """Many rows."""
    for line in lines:
        sheet.row(*line)
