"""Housing Needs: counts typed with commas, "tbc" where nobody has counted yet, a figure nobody asked for."""

from pathlib import Path

from examples.larkhythe.make_returns.places import WARDS
from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import Book, number, opened, with_commas

QUARTER, DAY = "2023-24-Q2", "at2023-09-30"
SNAPSHOTS = {"July": "at2023-07-31", "August": "at2023-08-31", "September": DAY}
MONTHS = {"July": "2023-07", "August": "2023-08", "September": "2023-09"}
APPROACHES = {"2022-23 Q2": 538, "2023-24 Q2": 612}


def write(path: Path, pool: Pool) -> None:
    """The return of Housing and Regeneration for July to September 2023."""
    with opened(path, "Housing Needs return, Q2 2023-24") as book:
        _month_ends(book, pool)
        _quarter(book, pool)
        _landlord(book, pool)
        _who(book, pool)
        _wards(book, pool)


def _month_ends(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Month ends", "Households on the last night of the month")
    sheet.row("Year: 2023-24")
    sheet.skip()
    sheet.headings("Measure", *SNAPSHOTS)
    for label, indicator in {
        "Temporary accommodation": "HOU01",
        "Families in B&B over 6 weeks": "HOU03",
    }.items():
        sheet.row(label, *(with_commas(pool.take(indicator, period).value) for period in SNAPSHOTS.values()))


def _quarter(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Quarter", "Duties, grants and new homes")
    duties = pool.take("HOU04", QUARTER)
    sheet.headings("Measure", "2023-24 Q2", "Comment")
    sheet.row(
        "Households that approached us", APPROACHES["2023-24 Q2"], f"{APPROACHES['2022-23 Q2']} a year ago"
    )
    sheet.row("Duties ended", number(duties.denominator))
    sheet.row("Duties ended with a home for six months or more", number(duties.numerator))
    sheet.row("Disabled facilities grants completed", number(pool.take("HOU18", QUARTER).value))
    sheet.row("Affordable homes completed", number(pool.take("HOU08", QUARTER).value), "two sites late")


def _landlord(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Landlord", "Council homes")
    sheet.row("Year: 2023-24")
    sheet.skip()
    sheet.headings("Measure", *MONTHS)
    lets = [pool.take("HOU12", period) for period in MONTHS.values()]
    sheet.row("Homes let again", *(number(figure.denominator) for figure in lets))
    sheet.row("Days they stood empty", *(with_commas(figure.numerator) for figure in lets))
    gas = pool.take("HOU16", DAY)
    sheet.skip()
    sheet.row("Gas checks at 30/09/2023")
    sheet.headings("Count", "Homes")
    sheet.row("Needing a check", with_commas(gas.denominator))
    sheet.row("With a check in date", with_commas(gas.numerator))


def _who(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Who", "Who they are, July to September 2023")
    names = ("Measure", "Period", "Age", "Sex", "Ethnic group", "Disability", "Household", "Number", "Out of")
    sheet.headings(*names)
    wanted = {
        ("HOU01", DAY): ("age", "ethnicity", "household_type"),
        ("HOU04", QUARTER): ("age", "sex", "ethnicity", "disability"),
        ("HOU18", QUARTER): ("age", "sex"),
    }
    columns = {"age": 2, "sex": 3, "ethnicity": 4, "disability": 5, "household_type": 6}
    for (indicator, period), dimensions in wanted.items():
        for dimension in dimensions:
            for group, figure in pool.groups(indicator, period, dimension):
                sheet.put(sheet.at, columns[dimension], group)
                sheet.put(sheet.at, 7, number(figure.value or figure.numerator))
                if figure.denominator:
                    sheet.put(sheet.at, 8, number(figure.denominator))
                sheet.row(indicator, period)
    for group in ("disabled", "not-disabled"):
        sheet.row("HOU18", QUARTER, "", "", "", group, "", "tbc")


def _wards(book: Book, pool: Pool) -> None:
    sheet = book.sheet(
        "Wards", "Families in B&B over 6 weeks at 30 September 2023, by the ward they came from"
    )
    sheet.headings("Ward", "Families")
    for ward in WARDS:
        sheet.row(ward.name, number(pool.take("HOU03", DAY, ward.code).value))
