"""Writing: sheets into an Excel file that a screen reader can follow, the same bytes each time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from goldenthread.documents.renderers.html_style import Style
from goldenthread.documents.renderers.spreadsheet_text import shown
from goldenthread.documents.renderers.xlsx import widths
from goldenthread.documents.renderers.xlsx.cells.readings import is_web
from goldenthread.documents.renderers.xlsx.cells.sheets import LONGEST_LABEL, Cell, Sheet
from goldenthread.documents.renderers.xlsx.words.texts import first, fit, plain

A4: Final = 9
MARGIN: Final = 20 / 25.4
LONGEST_ADDRESS: Final = 2_000

INK: Final = "#1a1d23"
RULE: Final = "#d8dade"
# Where the cells of each kind of column stand, with room between a figure and the words after it.
ASIDE: Final[dict[str, dict[str, Any]]] = {
    "first": {"align": "left"},
    "text": {"align": "left", "indent": 1},
    "figures": {"align": "right", "indent": 1},
    "number": {"align": "right", "indent": 1},
}
# So many characters stand side by side on a page before they are too small.
READABLE: Final = 240


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet with its name in the workbook, its table's name, and the lines that stand above the table."""

    name: str
    table: str
    lines: tuple[Cell, ...]
    sheet: Sheet

    @property
    def top(self) -> int:
        """The row of the table's labels, counted from nought."""
        return len(self.lines)


class Writer:
    """Writes sheets into one workbook; `places` are the cells to which links within the paper lead."""

    def __init__(self, book: Workbook, style: Style, places: Mapping[str, str]) -> None:
        self._book, self._places = book, places
        self._brand = style.brand
        self._font = style.font.split(",")[0].strip(" '\"") or "Arial"
        self._formats: dict[tuple[str, str], Any] = {}

    def write(self, laid: Laid) -> None:
        """One sheet: its lines in column A, then its table, which begins there too."""
        page = self._book.add_worksheet(laid.name)
        page.set_row(0, widths.TITLE)
        for number, cell in enumerate(laid.lines):
            self._cell(page, number, 0, cell, "title" if number == 0 else "line")
        wide = widths.of(laid.sheet)
        for column, width in enumerate(wide):
            page.set_column(column, column, width)
        page.set_row(laid.top - 1, widths.LAST_LINE)
        page.set_row(laid.top, widths.height([Cell(label) for label in laid.sheet.labels], wide))
        kinds = [_kind(laid.sheet, column) for column in range(len(wide))]
        self._table(page, laid, kinds)
        for down, row in enumerate(laid.sheet.rows, start=laid.top + 1):
            page.set_row(down, widths.height(row, wide))
            for across, cell in enumerate(row):
                self._cell(page, down, across, cell, kinds[across])
        _print(page, laid, sum(wide))

    def _table(self, page: Worksheet, laid: Laid, kinds: Sequence[str]) -> None:
        labels = laid.sheet.labels
        page.add_table(
            laid.top, 0, laid.top + len(laid.sheet.rows), len(labels) - 1,
            {
                "name": laid.table,
                "title": first(plain(laid.sheet.caption), LONGEST_LABEL),
                "style": None,
                "autofilter": False,
                "banded_rows": False,
                "columns": [
                    {"header": label, "header_format": self._format("head", kind)}
                    for label, kind in zip(labels, kinds, strict=True)
                ],
            },
        )  # fmt: skip

    def _cell(self, page: Worksheet, down: int, across: int, cell: Cell, kind: str) -> None:
        if isinstance(cell.held, float):
            page.write_number(down, across, cell.held, self._format("number", cell.format))
            return
        text = fit(cell.held)
        address = self._leads_to(cell.href)
        if not text:
            page.write_blank(down, across, None, self._format(kind))
        elif address:
            page.write_url(down, across, address, self._format(f"{kind} link"), text)
        else:
            runs = "runs" if shown(text) != text else ""
            page.write_string(down, across, text, self._format(kind, runs))

    def _leads_to(self, href: str) -> str:
        """Where a link leads from a workbook; "" where it leads to another file of the pack."""
        if href.startswith("sheet:"):
            return _address(href.removeprefix("sheet:"), 1)
        if is_web(href):
            return href if len(href) <= LONGEST_ADDRESS else ""
        return self._places.get(href, "")

    def _format(self, kind: str, more: str = "") -> Any:
        """The look of a cell; no fill, so that nothing rests on colour."""
        if (kind, more) not in self._formats:
            self._formats[kind, more] = self._book.add_format(self._look(kind, more))
        return self._formats[kind, more]

    def _look(self, kind: str, more: str) -> dict[str, Any]:
        kind, _, link = kind.partition(" ")
        look: dict[str, Any] = {"font_name": self._font, "font_size": 11, "font_color": INK}
        look["valign"] = "vcenter"
        if link:
            look |= {"font_color": self._brand, "underline": 1}
        if kind in ("first", "text", "figures", "number"):
            look |= {"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": RULE, **ASIDE[kind]}
        if kind == "number":
            look["num_format"] = more or "General"
        if kind == "head":
            look |= {
                "bold": True,
                "text_wrap": True,
                "valign": "bottom",
                "top": 2,
                "bottom": 1,
                **ASIDE[more],
            }
        if kind == "title":
            look |= {"bold": True, "font_size": 16}
        if more == "runs":
            look["quote_prefix"] = True
        return look


def _kind(sheet: Sheet, column: int) -> str:
    """How a column stands: the first at its left edge, figures and words among them right, others left."""
    return "first" if column == 0 else "figures" if widths.is_figures(sheet, column) else "text"


def places(laid: Sequence[Laid]) -> dict[str, str]:
    """The cell of each id of a paper, for links within it."""
    found: dict[str, str] = {}
    for each in laid:
        for id, row in each.sheet.ids.items():
            found.setdefault(f"#{id}", _address(each.name, each.top + 2 + row))
    return found


def _address(name: str, row: int) -> str:
    """A place in the workbook; an apostrophe in a sheet's name is written twice."""
    quoted = name.replace("'", "''")
    return f"internal:'{quoted}'!A{row}"


def _print(page: Worksheet, laid: Laid, wide: float) -> None:
    """On its side, no smaller than can be read, the labels again on each page, and 20 mm clear all round."""
    page.set_landscape()
    page.set_paper(A4)
    pages = ceil(wide / READABLE)
    page.fit_to_pages(pages, 0)
    page.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    page.repeat_rows(laid.top)
    if pages > 1:
        page.repeat_columns(0, laid.sheet.heads - 1)
