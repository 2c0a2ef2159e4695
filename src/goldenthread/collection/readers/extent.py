"""Extent: how far a sheet reaches, measured before its cells are laid out in memory."""

import re

from goldenthread.collection.findings import Code, refusal
from goldenthread.collection.readers.book import address, column_number

# A reader lays out every cell from A1 to the last, blank ones too: about a gigabyte for so many.
MOST_CELLS = 30_000_000

# Without a column beyond Z or a row beyond 999,999 there is nothing to measure.
FAR = re.compile(rb'<c r="(?:[A-Z]{2}|[A-Z]\d{7})')
REFERENCE = re.compile(rb'<c\s[^>]*?\br="([A-Z]+)(\d+)"')


def check(file: str, sheet: str, height: int, width: int) -> None:
    """Raise `FileRefused` for a sheet with a cell so far out that the blanks before it fill the memory."""
    if height * width > MOST_CELLS:
        last = address(height - 1, width - 1)
        raise refusal(
            file,
            Code.TOO_LARGE,
            f"the sheet reaches to {last}, {height * width:,} cells: it was not opened",
            "Delete the rows and columns beyond the table, or copy the table into a new workbook",
            sheet=sheet,
            cell=last,
        )


def check_xlsx(file: str, sheet: str, xml: bytes) -> None:
    """The same for the XML of an .xlsx sheet."""
    if FAR.search(xml) or b'<c r="' not in xml:
        found = REFERENCE.findall(xml)
        columns = {column for column, _ in found}
        width = max((column_number(column.decode()) + 1 for column in columns), default=0)
        check(file, sheet, max((int(row) for _, row in found), default=0), width)
