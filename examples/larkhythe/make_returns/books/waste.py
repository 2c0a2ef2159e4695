"""Waste: months by name under one year, quarters marked (prov), wards in two header rows."""

from pathlib import Path

from examples.larkhythe.make_returns.places import WARDS
from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import Book, number, opened

MONTHS = {"July": "2023-07", "August": "2023-08", "September": "2023-09"}


def write(path: Path, pool: Pool) -> None:
    """The return of Waste and Street Scene for July to September 2023."""
    with opened(path, "Waste return, Q2 2023-24") as book:
        _tonnes(book, pool)
        _monthly(book, pool)
        _wards(book, pool)
        _litter(book, pool)


def _tonnes(book: Book, pool: Pool) -> None:
    sheet = book.sheet("WasteDataFlow", "Household waste, a quarter in arrears")
    sheet.headings(
        "Quarter", "Recycled, reused, composted (t)", "Collected (t)", "Residual (kg)", "Households"
    )
    recycled, residual = pool.take("ENV01", "2023-24-Q1"), pool.take("ENV02", "2023-24-Q1")
    sheet.row(
        "2023-24 Q1 (prov)",
        number(recycled.numerator),
        number(recycled.denominator),
        number(residual.numerator),
        number(residual.denominator),
    )


def _monthly(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Monthly", "Collections, fly-tips and enforcement")
    sheet.row("Year: 2023-24")
    sheet.skip()
    sheet.headings("Measure", *MONTHS)
    lines = {
        "Collections missed": ("ENV03", "numerator"),
        "Collections due": ("ENV03", "denominator"),
        "Fly-tips reported": ("ENV05", "value"),
        "Fly-tips cleared": ("ENV07", "denominator"),
        "Working days to clear them": ("ENV07", "numerator"),
        "Enforcement actions": ("ENV06", "value"),
    }
    for label, (indicator, measure) in lines.items():
        figures = [pool.take(indicator, period) for period in MONTHS.values()]
        sheet.row(label, *(number(getattr(figure, measure)) for figure in figures))
    sheet.skip(2)
    sheet.row("Source: in-cab system, customer relationship system")


def _wards(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Wards", "Fly-tips by ward")
    sheet.row("Year: 2023-24")
    sheet.skip()
    for at, month in enumerate(MONTHS):
        sheet.page.merge_range(sheet.at, 1 + 3 * at, sheet.at, 3 + 3 * at, month, sheet.bold)
    sheet.skip()
    sheet.headings("Ward", *("Reported", "Cleared", "Days") * len(MONTHS))
    for ward in WARDS:
        cells: list[int | float] = []
        for period in MONTHS.values():
            reported = pool.take("ENV05", period, ward.code)
            cleared = pool.take("ENV07", period, ward.code)
            cells += [number(reported.value), number(cleared.denominator), number(cleared.numerator)]
        sheet.row(ward.name, *cells)


def _litter(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Litter survey", "Street cleanliness, three surveys a year")
    sheet.headings("Survey", "Below standard (T + half of Ts)", "Sites surveyed", "%")
    figure = pool.take("ENV08", "2023-24-T1")
    sheet.row("2023-24 T1", number(figure.numerator), number(figure.denominator), "9%")
