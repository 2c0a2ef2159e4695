"""Customer: the figures stand in a pivot table, and the rows behind it in a sheet that is only hidden.

That sheet holds names of complainants. They are invented, but nothing of it may ever enter the system.
"""

from pathlib import Path

from examples.larkhythe.make_returns.chance import chance
from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import Book, number, opened

MONTHS = {"Jul-23": "2023-07", "Aug-23": "2023-08", "Sep-23": "2023-09"}
LINES = {
    "Stage 1 complaints answered": ("CUS01", "denominator"),
    "Stage 1 complaints answered in time": ("CUS01", "numerator"),
    "Stage 2 complaints answered": ("CUS02", "denominator"),
    "Stage 2 complaints answered in time": ("CUS02", "numerator"),
    "Information requests answered": ("CUS04", "denominator"),
    "Information requests answered in time": ("CUS04", "numerator"),
    "Subject access requests answered": ("CUS05", "denominator"),
    "Subject access requests answered in time": ("CUS05", "numerator"),
    "Calls offered": ("CUS06", "denominator"),
    "Calls answered": ("CUS06", "numerator"),
    "Calls timed": ("CUS07", "denominator"),
    "Seconds waited": ("CUS07", "numerator"),
    "Member enquiries closed": ("CUS08", "denominator"),
    "Member enquiries closed in time": ("CUS08", "numerator"),
}
DIRECTORATES = ("res", "pla", "hou", "chi", "adu")
FIRST = ("Wilfreda", "Osric", "Maudlin", "Tancred", "Philippina", "Barnaby", "Eglantine", "Cuthbert")
LAST = ("Threshlock", "Oxmeadow", "Quenby-Fell", "Larksfoot", "Hobblethwaite", "Inglestoke", "Fernacre")


def write(path: Path, pool: Pool) -> None:
    """The return of the customer service for July to September 2023."""
    with opened(path, "Customer return, Q2 2023-24") as book:
        _pivot(book, pool)
        _directorates(book, pool)
        _behind_it(book)


def _pivot(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Pivot", "Customer, Digital and Governance")
    sheet.row("Sum of Count", "Column Labels")
    sheet.headings("Row Labels", *MONTHS, "Grand Total")
    total = 0
    for label, (indicator, measure) in LINES.items():
        cells = [int(getattr(pool.take(indicator, period), measure)) for period in MONTHS.values()]
        total += sum(cells)
        sheet.row(label, *cells, sum(cells))
    sheet.row("Grand Total", "", "", "", total)


def _directorates(book: Book, pool: Pool) -> None:
    sheet = book.sheet("By directorate", "Stage 1 complaints by directorate, July to September 2023")
    sheet.headings("Directorate", "Quarter", "Answered", "In time")
    for code in DIRECTORATES:
        figure = pool.take("CUS01", "2023-24-Q2", directorate=code)
        sheet.row(code.upper(), "2023-24 Q2", number(figure.denominator), number(figure.numerator))


def _behind_it(book: Book) -> None:
    sheet = book.sheet("Detail", "Rows behind the pivot table")
    sheet.headings("Case", "Complainant", "Directorate", "Days")
    generator = chance("complainants")
    for case in range(1, 61):
        name = f"{FIRST[int(generator.random() * len(FIRST))]} {LAST[int(generator.random() * len(LAST))]}"
        directorate = DIRECTORATES[int(generator.random() * len(DIRECTORATES))].upper()
        sheet.row(f"C-{4100 + case}", name, directorate, 1 + int(generator.random() * 24))
    sheet.page.hide()
