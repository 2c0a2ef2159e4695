"""Revenues: pounds and commas typed as text, the year's profile on a second sheet."""

from pathlib import Path

from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import opened, percent, pounds

MONTHS = {"Jul-23": "ytd-2023-07", "Aug-23": "ytd-2023-08", "Sep-23": "ytd-2023-09"}
TAXES = {"Council tax": "REV01", "Business rates": "REV02"}
PROFILE = (
    ("Apr", "9.8%", "9.9%"),
    ("May", "19.6%", "19.9%"),
    ("Jun", "29.2%", "30.0%"),
    ("Jul", "38.3%", "39.3%"),
    ("Aug", "47.3%", "48.6%"),
    ("Sep", "56.4%", "57.8%"),
    ("Oct", "65.5%", "67.0%"),
    ("Nov", "74.6%", "75.9%"),
    ("Dec", "83.7%", "84.6%"),
    ("Jan", "92.5%", "93.1%"),
    ("Feb", "95.2%", "95.6%"),
    ("Mar", "97.0%", "97.5%"),
)


def write(path: Path, pool: Pool) -> None:
    """The return of Revenues for July to September 2023."""
    with opened(path, "Revenues return, Q2 2023-24") as book:
        sheet = book.sheet("Collection", "Council tax and business rates collected, year to date")
        sheet.headings("Measure", "Month", "Collected so far", "To collect in the year", "% collected")
        for label, indicator in TAXES.items():
            for month, period in MONTHS.items():
                figure = pool.take(indicator, period)
                share = percent(figure.numerator, figure.denominator, 2)
                sheet.row(label, month, pounds(figure.numerator), pounds(figure.denominator), share)
        sheet.skip()
        sheet.row("Note: in-year collection only; arrears of earlier years are left out.")
        profile = book.sheet("Profile", "Profile for 2023-24, year to date")
        profile.headings("Month", "Council tax", "Business rates")
        for line in PROFILE:
            profile.row(*line)
