"""Human resources: twelve months side by side, percent signs, one sheet nobody may publish by directorate."""

from pathlib import Path

from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.spans import MONTHS
from examples.larkhythe.make_returns.workbook import Book, number, opened, percent

YEAR = MONTHS[-12:]
NAMES = {"01": "Jan", "02": "Feb", "03": "Mar", "04": "Apr", "05": "May", "06": "Jun"} | {
    "07": "Jul",
    "08": "Aug",
    "09": "Sep",
    "10": "Oct",
    "11": "Nov",
    "12": "Dec",
}
DIRECTORATES = {"res": "Resources", "pla": "Place", "hou": "Housing", "chi": "Children's", "adu": "Adults"}


def write(path: Path, pool: Pool) -> None:
    """The return of People and Organisational Development to September 2023."""
    with opened(path, "HR return, Q2 2023-24") as book:
        _sickness(book, pool)
        _directorates(book, pool)
        _top_earners(book, pool)


def _sickness(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Sickness", "Working days lost, twelve months")
    sheet.headings("Measure", *(f"{NAMES[month[5:]]}-{month[2:4]}" for month in YEAR), "12 months")
    figures = [pool.take("HR01", month) for month in YEAR]
    days = [int(figure.numerator) for figure in figures]
    staff = [int(figure.denominator) for figure in figures]
    sheet.row("Days lost", *days, sum(days))
    sheet.row("Average staff in post (FTE)", *staff, round(sum(staff) / 12))
    rates = [f"{100 * lost / (people * 21):.1f}%" for lost, people in zip(days, staff, strict=True)]
    sheet.row("Share of working time", *rates, f"{100 * sum(days) / (sum(staff) * 21):.1f}%")


def _directorates(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Directorates", "Working days lost by directorate, July to September 2023")
    sheet.headings("Directorate", "Quarter", "Days lost", "Staff in post (FTE), three months added")
    for code, name in DIRECTORATES.items():
        figure = pool.take("HR01", "2023-24-Q2", directorate=code)
        sheet.row(name, "2023-24 Q2", number(figure.numerator), number(figure.denominator))


def _top_earners(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Top earners", "Top 5% of earners from Black, Asian and minority ethnic groups")
    sheet.headings("Group", "Month", "From these groups", "Known", "Share")
    whole = pool.take("HR05", "at2023-09-30")
    lines = [("All", whole)]
    lines += [
        (DIRECTORATES[code], pool.take("HR05", "at2023-09-30", directorate=code)) for code in DIRECTORATES
    ]
    lines += [(name.title(), figure) for name, figure in pool.groups("HR05", "at2023-09-30", "sex")]
    for name, figure in lines:
        share = percent(figure.numerator, figure.denominator)
        sheet.row(name, "Sep-23", number(figure.numerator), number(figure.denominator), share)
