"""Finance: everything in £000s, overspending without a sign."""

from pathlib import Path

from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import number, opened

MONTHS = {"Jul-23": "2023-07", "Aug-23": "2023-08", "Sep-23": "2023-09"}


def write(path: Path, pool: Pool) -> None:
    """The return of Finance and Procurement for July to September 2023."""
    with opened(path, "Finance return, Q2 2023-24") as book:
        sheet = book.sheet("£000s", "Budget, savings and pay bill at quarter 2, £000s")
        sheet.headings("Measure", "Quarter", "£000s", "Out of (£000s)")
        lines = {
            "Forecast over budget": ("FIN01", "at2023-09-30"),
            "Savings delivered or on track": ("FIN02", "ytd-2023-09"),
            "Agency spending in the quarter": ("HR04", "2023-24-Q2"),
        }
        for label, (indicator, period) in lines.items():
            figure = pool.take(indicator, period)
            sheet.row(label, "Q2 2023-24", _thousands(figure.numerator), _thousands(figure.denominator))
        invoices = book.sheet("Invoices", "Undisputed invoices paid")
        invoices.headings("Month", "Paid", "Paid within 30 days")
        for month, period in MONTHS.items():
            figure = pool.take("FIN04", period)
            invoices.row(month, number(figure.denominator), number(figure.numerator))


def _thousands(pounds: str) -> str:
    """£4,100,000 as 4,100."""
    return f"{int(pounds) // 1000:,}"
