"""Tables: real header rows that repeat, marked row headers, and rows that stay whole."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables import frames, widths
from goldenthread.documents.renderers.docx.text import lines
from goldenthread.documents.spans import Line, words
from goldenthread.documents.tables import Column, Row, RowGroup, Table

_DENSE, _DENSE_UPRIGHT = 8, 6
_WIDE: Final = 12_000
_TEXT, _SMALL = 10.0, 9.0
_FIGURES: Final = ("number", "value")
_TIGHT: Final = '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>'
_HALF_A_PAGE: Final = 0.45
_QUARTER_OF_A_PAGE: Final = 0.25
_FEW: Final = 3


def table(draft: Draft, block: Table, keep: frames.Keep) -> list[str]:
    """A caption, the table, and its notes."""
    dense = _DENSE if draft.width > _WIDE else _DENSE_UPRIGHT
    small = len(block.columns) > dense or draft.document.is_sheet
    points = _SMALL if small else _TEXT
    each = widths.of(block, draft.width, points, widths.NARROW if small else widths.PADDING)
    writer = _Rows(draft, block, each, points, "Report Cell Small" if small else "Report Cell")
    notes = [_note(draft, note, _next(keep, i, block.notes)) for i, note in enumerate(block.notes)]
    whole = bool(keep) or writer.is_short()
    rows = writer.all(whole, keep == "all" or bool(notes and whole))
    said = f"Columns: {', '.join(column.label for column in block.columns)}."
    drawn = frames.frame(draft, block.caption, said, each, rows, _TIGHT if small else "")
    return [frames.caption(draft, "Table", block.id, block.caption), drawn, *notes]


def _next(keep: frames.Keep, i: int, parts: Sequence[object]) -> str:
    return frames.NEXT if keep == "all" or (keep and i < len(parts) - 1) else ""


def _note(draft: Draft, note: Line, more: str) -> str:
    return markup.paragraph(draft.styles["Report Table Note"], lines.runs(draft, note), more)


class _Rows:
    """The rows of one table."""

    def __init__(self, draft: Draft, block: Table, each: list[int], points: float, style: str) -> None:
        self.draft, self.block, self.each, self.style = draft, block, each, style
        self.page = draft.height / (points * 1.25 * markup.TWIPS)
        self.letters = [max(1.0, width / (points * 0.5 * markup.TWIPS)) for width in each]
        self.paragraph = draft.styles[style]
        self.bold = draft.styles[style.replace("Cell", "Value")]

    def all(self, keep: bool, last: bool) -> list[str]:
        columns = self.block.columns
        heads = [
            (width, markup.unbroken(column.label), frames.RIGHT if column.kind in _FIGURES else "")
            for width, column in zip(self.each, columns, strict=True)
        ]
        rows = [frames.header(self.draft, self.style, heads)]
        alone = self.alone()
        for group in self.block.groups:
            if group.label:
                rows.append(self.group(group))
            rows.extend(self.row(row, keep or row in alone) for row in group.rows)
        if keep and not last and len(rows) > 1:
            rows[-1] = rows[-1].replace(frames.NEXT, "")
        return rows

    def is_short(self) -> bool:
        """Whether the table is so short that it stays on one page: at most that much of one is left white.

        A page on its side is low: a table that would pass for short on one upright may fill half of it.
        """
        contents = [(row.header, *row.cells) for row in self.block.rows()]
        white = _HALF_A_PAGE if self.draft.width > _WIDE else _QUARTER_OF_A_PAGE
        return sum(map(self.high, contents)) < white * self.page

    def high(self, contents: tuple[Line, ...]) -> float:
        """About how many lines a row takes."""
        return max(ceil(len(words(cell)) / room) for cell, room in zip(contents, self.letters, strict=True))

    def alone(self) -> list[Row]:
        """The first row and the last but one: with them no row stands on a page by itself."""
        rows = list(self.block.rows())
        return [rows[0], rows[-2]] if len(rows) > _FEW else []

    def group(self, group: RowGroup) -> str:
        """The heading of a group of rows, in one cell across the table."""
        said = markup.run(group.label, frames.BOLD) + (
            lines.small(self.draft, f"  {group.note}") if group.note else ""
        )
        across = f'<w:gridSpan w:val="{len(self.each)}"/>'
        inside = frames.cell(sum(self.each), markup.paragraph(self.paragraph, said, frames.NEXT), across)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"

    def row(self, row: Row, keep: bool) -> str:
        contents = (row.header, *row.cells)
        whole = "" if self.tall(contents) else "<w:trPr><w:cantSplit/></w:trPr>"
        style = self.bold if row.kind == "total" else self.paragraph
        cells = [
            self.cell(column, width, content, self.bold if i < self.block.heads else style, keep)
            for i, (column, width, content) in enumerate(
                zip(self.block.columns, self.each, contents, strict=True)
            )
        ]
        cells[0] = self.first(row, style, keep)
        return f"<w:tr>{whole}{''.join(cells)}</w:tr>"

    def first(self, row: Row, style: str, keep: bool) -> str:
        said = lines.runs(self.draft, row.header, "below")
        inside = self.draft.marked(row.id, said) if row.id else said
        indent = f'<w:ind w:left="{widths.INDENT}"/>' if row.kind == "part" else ""
        edge = ""
        if row.changed:
            brand = self.draft.style.brand.lstrip("#").upper()
            edge = (
                f'<w:tcBorders><w:left w:val="single" w:sz="24" w:space="0" w:color="{brand}"/></w:tcBorders>'
            )
        more = (frames.NEXT if keep else "") + indent
        return frames.cell(self.each[0], markup.paragraph(style, inside, more), edge)

    def cell(self, column: Column, width: int, content: Line, style: str, keep: bool) -> str:
        style = self.bold if column.kind == "value" else style
        more = (frames.NEXT if keep else "") + (frames.RIGHT if column.kind in _FIGURES else "")
        return frames.cell(width, markup.paragraph(style, lines.runs(self.draft, content, "below"), more))

    def tall(self, contents: tuple[Line, ...]) -> bool:
        """Whether the row is so long that it may break over two pages."""
        return any(
            len(words(content)) / letters > _HALF_A_PAGE * self.page
            for content, letters in zip(contents, self.letters, strict=True)
        )
