"""Children's Services: two header rows, small numbers hidden by hand with [c] and *, notes below."""

from pathlib import Path

from examples.larkhythe.make_returns.places import WARDS
from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import Book, Sheet, number, opened

QUARTER, DAY, SCHOOL_YEAR = "2023-24-Q2", "at2023-09-30", "acytd-2023-08"
MONTHS = {"Jul-23": "2023-07", "Aug-23": "2023-08", "Sep-23": "2023-09"}
MONTHLY = {
    "Assessments completed in 45 working days": "CSC01",
    "Re-referrals within 12 months": "CSC02",
    "EHC plans issued in 20 weeks": "EDU01",
}
QUARTERLY = {
    "Child protection plans again within two years": ("CSC05", QUARTER),
    "Children in care": ("CSC06", DAY),
    "Children in care with three or more placements": ("CSC07", DAY),
    "Care leavers in education, employment or training": ("CSC09", DAY),
    "Care leavers in suitable accommodation": ("CSC10", DAY),
    "Annual reviews on time": ("EDU02", QUARTER),
}
DIMENSIONS = {"age": 2, "sex": 3, "ethnicity": 4, "disability": 5}
# The service hid these itself; the ledger keeps that they are hidden, not what they were.
HIDDEN_BY_HAND = {"under-5": "*", "5-9": "[c]", "10-15": "14", "16-17": "[c]"}


def write(path: Path, pool: Pool) -> None:
    """The return of Children's Services for July to September 2023."""
    with opened(path, "Children return, Q2 2023-24") as book:
        _monthly(book, pool)
        _quarterly(book, pool)
        _agency(book, pool)
        _schools(book, pool)
        _wards(book, pool)
        _who(book, pool)


def _monthly(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Monthly", "Children's Services, monthly measures")
    for at, month in enumerate(MONTHS):
        sheet.page.merge_range(sheet.at, 1 + 3 * at, sheet.at, 3 + 3 * at, month, sheet.bold)
    sheet.skip()
    sheet.headings("Measure", *("Number", "Out of", "%") * len(MONTHS))
    for label, indicator in MONTHLY.items():
        cells: list[str | int | float] = []
        for period in MONTHS.values():
            figure = pool.take(indicator, period)
            above, below = number(figure.numerator), number(figure.denominator)
            cells += [above, below, f"{100 * above / below:.0f}"]
        sheet.row(label, *cells)
    _notes(sheet)


def _quarterly(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Quarterly", "Children's Services, quarterly measures and counts at 30 September")
    sheet.page.merge_range(sheet.at, 1, sheet.at, 3, "2023-24 Q2", sheet.bold)
    sheet.skip()
    sheet.headings("Measure", "Number", "Out of", "Target")
    for label, (indicator, period) in QUARTERLY.items():
        figure = pool.take(indicator, period)
        sheet.row(label, number(figure.numerator), number(figure.denominator))
    _notes(sheet)


def _notes(sheet: Sheet) -> None:
    sheet.skip()
    sheet.row("Notes")
    sheet.row("[c] and * are small numbers hidden by the service.")
    sheet.row("A plan is counted on the day on which it was issued.")


def _agency(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Year and workforce", "Twelve months to, and posts on the last day")
    sheet.headings("Measure", "Month", "Number", "Out of", "Status")
    for month, period in {"Jul-23": "at2023-07-31", "Aug-23": "at2023-08-31", "Sep-23": DAY}.items():
        figure = pool.take("CSC11", period)
        sheet.row(
            "Posts filled by agency staff (FTE)", month, number(figure.numerator), number(figure.denominator)
        )
    entrants = pool.take("CSC13", "r12-2023-03")
    sheet.row(
        "First-time entrants, twelve months to",
        "Mar-23",
        number(entrants.numerator),
        number(entrants.denominator),
        "p",
    )


def _schools(book: Book, pool: Pool) -> None:
    sheet = book.sheet("School year", "Schools")
    sheet.headings("Measure", "School year to", "Ethnic group", "Sex", "Number", "Out of")
    lines = [("", "", pool.take("EDU03", SCHOOL_YEAR))]
    lines += [(group, "", figure) for group, figure in pool.groups("EDU03", SCHOOL_YEAR, "ethnicity")]
    lines += [("", group, figure) for group, figure in pool.groups("EDU03", SCHOOL_YEAR, "sex")]
    for ethnicity, sex, figure in lines:
        sheet.row(
            "Permanent exclusions",
            "Aug 2023",
            ethnicity,
            sex,
            number(figure.numerator),
            f"{int(figure.denominator):,}",
        )
    sheet.row("Good level of development", "2022/23", "", "", "tbc", "tbc")


def _wards(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Wards", "Assessments by ward, July to September 2023. Not for publication")
    sheet.headings("Ward", "Quarter", "In time", "Assessments")
    for ward in WARDS:
        figure = pool.take("CSC01", QUARTER, ward.code)
        sheet.row(ward.name, "2023-24 Q2", number(figure.numerator), number(figure.denominator))


def _who(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Who", "Who they are. Not for publication")
    sheet.headings("Measure", "Period", "Age", "Sex", "Ethnic group", "Disability", "Number", "Out of")
    wanted = {
        ("CSC01", QUARTER): ("age", "sex", "ethnicity", "disability"),
        ("CSC06", DAY): ("age", "sex", "ethnicity", "disability"),
        ("CSC09", DAY): ("sex", "ethnicity"),
        ("EDU01", QUARTER): ("sex", "ethnicity"),
    }
    for (indicator, period), dimensions in wanted.items():
        for dimension in dimensions:
            for group, figure in pool.groups(indicator, period, dimension):
                sheet.put(sheet.at, DIMENSIONS[dimension], group)
                sheet.put(sheet.at, 6, number(figure.numerator))
                sheet.put(sheet.at, 7, number(figure.denominator))
                sheet.row(indicator, period)
    for group, cell in HIDDEN_BY_HAND.items():
        out_of = "[c]" if cell in ("*", "[c]") else "96"
        sheet.row("CSC07", DAY, group, "", "", "", cell, out_of)
