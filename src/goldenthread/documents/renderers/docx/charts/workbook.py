"""Workbook: the counts behind a native chart, so that Word can edit its data."""

from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Final

from goldenthread.documents.characters import holdable
from goldenthread.documents.charts.specs import Doughnut
from goldenthread.documents.renderers.docx import archive

SHEET: Final = "Counts"
_NO_MOMENT: Final = datetime(1980, 1, 1)  # noqa: DTZ001 -- a workbook knows no zones; no clock is asked


@lru_cache(maxsize=64)
def counts(chart: Doughnut, title: str) -> bytes:
    """A workbook of one sheet: a row a rating, its word and its count as a number."""
    import xlsxwriter

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": holdable(title), "created": _NO_MOMENT})
    sheet = book.add_worksheet(SHEET)
    sheet.write_string(0, 0, "Rating")
    sheet.write_string(0, 1, holdable(chart.counted.capitalize()))
    for row, piece in enumerate(chart.slices, start=1):
        sheet.write_string(row, 0, holdable(piece.mark.word))
        sheet.write_number(row, 1, piece.count)
    book.close()
    return archive.packed(archive.unpacked(made.getvalue()))
