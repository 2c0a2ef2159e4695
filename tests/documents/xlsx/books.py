"""Books: papers rendered as Excel and read again by two readers that know nothing of us."""

import io
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from goldenthread.documents import content as c
from goldenthread.documents.renderers import xlsx
from goldenthread.documents.renderers.html import Style

DATES = "Position at 30 September 2023. Figures as known on 10 November 2023."


def paper(*blocks, **more):
    usual = {"name": "paper", "title": "A paper", "dates": DATES, "council": "Larkhythe", "blocks": blocks}
    return c.Document(**(usual | more))


def rendered(document):
    return xlsx.render(document, style=Style())


def opened(document):
    """As openpyxl reads it."""
    return load_workbook(io.BytesIO(rendered(document)))


def calamine(document):
    """As calamine reads it: each sheet's rows by its name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(rendered(document)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@dataclass(frozen=True)
class Grid:
    """The table of one sheet: its labels and, row by row, its cells by label."""

    labels: list
    rows: list

    def column(self, label):
        return [row[label] for row in self.rows]

    def values(self, label):
        return [row[label].value for row in self.rows]


def grid(sheet):
    (table,) = sheet.tables.values()
    head, *body = sheet[table.ref]
    labels = [cell.value for cell in head]
    return Grid(labels, [dict(zip(labels, row, strict=True)) for row in body])


def table_sheets(book):
    """The sheets of a workbook without its cover and notes."""
    return book.worksheets[2:]


def only(document):
    """The table of a paper that has just one."""
    (sheet,) = table_sheets(opened(document))
    return grid(sheet)


def table(*rows, labels=("What", "Figure"), kinds=("text", "number"), **more):
    """A table from rows of lines."""
    columns = tuple(c.Column(label, kind) for label, kind in zip(labels, kinds, strict=True))
    made = tuple(c.Row(header, tuple(cells)) for header, *cells in rows)
    return c.rows_table("figures", more.pop("caption", "Figures of the quarter"), columns, made, **more)


def displayed(value, form):
    """What a spreadsheet shows of a value under a format, for the formats that we write."""
    sections = re.findall(r'(?:"[^"]*"|[^";])+', form)
    body = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    sign = "-" if value < 0 and len(sections) == 1 else ""
    found = re.fullmatch(r'("[^"]*")?(#,##0|0)(\.0+)?("[^"]*")?', body)
    before, whole, part, after = (text or "" for text in found.groups())
    places = max(len(part) - 1, 0)
    rounded = abs(Decimal(format(value, ".15g"))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits = f"{rounded:,}" if "," in whole else f"{rounded}"
    return sign + before.strip('"') + digits + after.strip('"')
