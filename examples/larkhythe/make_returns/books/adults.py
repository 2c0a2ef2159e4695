"""Adults: one row where more were triaged than came in, because two columns were swapped."""

from pathlib import Path

from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import Book, number, opened

DAY, YEAR = "at2023-09-30", "r12-2023-09"
MONTHS = {
    "April 2023": "2023-04",
    "May 2023": "2023-05",
    "June 2023": "2023-06",
    "July 2023": "2023-07",
    "August 2023": "2023-08",
    "September 2023": "2023-09",
}
SWAPPED = "2023-04"  # April was reported rightly in May; the row is refused and the right figure stands
DIMENSIONS = {"age": 2, "sex": 3, "ethnicity": 4, "disability": 5}


def write(path: Path, pool: Pool) -> None:
    """The return of Adult Social Care for July to September 2023."""
    with opened(path, "Adults return, Q2 2023-24") as book:
        _concerns(book, pool)
        _admissions(book, pool)
        _reviews(book, pool)
        _who(book, pool)


def _concerns(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Safeguarding", "Safeguarding concerns")
    sheet.headings("Month", "Concerns received", "Triaged in 2 working days")
    for month, period in MONTHS.items():
        if period == SWAPPED:
            sheet.row(month, *_swapped(pool))
        else:
            figure = pool.take("ASC09", period)
            sheet.row(month, number(figure.denominator), number(figure.numerator))


def _swapped(pool: Pool) -> tuple[int | float, int | float]:
    figure = pool.look("ASC09", SWAPPED)
    return number(figure.numerator), number(figure.denominator)


def _admissions(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Admissions", "New admissions to care homes since April")
    sheet.headings("April to", "65 and over", "People 65 and over", "18 to 64", "People 18 to 64")
    for month, period in {"Jul-23": "ytd-2023-07", "Aug-23": "ytd-2023-08", "Sep-23": "ytd-2023-09"}.items():
        older, younger = pool.take("ASC01", period), pool.take("ASC02", period)
        figures = (older.numerator, older.denominator, younger.numerator, younger.denominator)
        sheet.row(month, *(number(figure) for figure in figures))


def _reviews(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Reviews and payments", "Long-term clients")
    sheet.headings("Measure", "Month", "Number", "Clients")
    for month, period in {"Jul-23": "r12-2023-07", "Aug-23": "r12-2023-08", "Sep-23": YEAR}.items():
        figure = pool.take("ASC08", period)
        sheet.row("Reviewed in twelve months", month, number(figure.numerator), number(figure.denominator))
    figure = pool.take("ASC07", DAY)
    sheet.row("Direct payments", "Sep-23", number(figure.numerator), number(figure.denominator))


def _who(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Who", "Who they are")
    sheet.headings("Measure", "Period", "Age", "Sex", "Ethnic group", "Disability", "Number", "Out of")
    wanted = {
        ("ASC07", DAY): ("age", "sex", "disability", "ethnicity"),
        ("ASC08", YEAR): ("age", "sex", "ethnicity", "disability"),
        ("ASC01", "ytd-2023-09"): ("age", "sex"),
    }
    for (indicator, period), dimensions in wanted.items():
        for dimension in dimensions:
            for group, figure in pool.groups(indicator, period, dimension):
                sheet.put(sheet.at, DIMENSIONS[dimension], group)
                sheet.put(sheet.at, 6, number(figure.numerator))
                sheet.put(sheet.at, 7, number(figure.denominator))
                sheet.row(indicator, period)
