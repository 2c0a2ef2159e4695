"""Benefits: days as a clock would show them, 19:48 for 19.8."""

from pathlib import Path

from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import number, opened, with_commas

MONTHS = {"Jul 2023": "2023-07", "Aug 2023": "2023-08", "Sep 2023": "2023-09"}


def write(path: Path, pool: Pool) -> None:
    """The return of Benefits for July to September 2023."""
    with opened(path, "Benefits return, Q2 2023-24") as book:
        sheet = book.sheet("New claims", "New claims for housing benefit and council tax support")
        sheet.headings("Month", "Claims decided", "Total days", "Average (days)")
        claims = days = 0
        for month, period in MONTHS.items():
            figure = pool.take("REV03", period)
            claims += int(figure.denominator)
            days += int(figure.numerator)
            average = _clock(int(figure.numerator), int(figure.denominator))
            sheet.row(month, number(figure.denominator), with_commas(figure.numerator), average)
        sheet.row("All of Q2", claims, f"{days:,}", _clock(days, claims))
        sheet.skip()
        sheet.row("The average is in days and sixtieths, as the benefits system exports it.")


def _clock(days: int, claims: int) -> str:
    sixtieths = 60 * days // claims
    return f"{sixtieths // 60}:{sixtieths % 60:02d}"
