"""The repairs contractor: a csv with a byte order mark, months without a year, September empty."""

from pathlib import Path

from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import NOTICE

TRADES = {
    "": "All",
    "plumbing": "Plumbing",
    "electrical": "Electrical",
    "joinery": "Joinery",
    "damp-and-mould": "Damp & mould",
    "other": "Other",
}
MONTHS = ("2023-07", "2023-08")


def write(path: Path, pool: Pool) -> None:
    """The contractor's extract for July to September 2023; September was not sent."""
    lines = [
        "Non-emergency repairs, monthly extract",
        NOTICE,
        "Year: 2023/24",
        "",
        "Trade,Measure,Jul,Aug,Sep",
    ]
    for trade, name in TRADES.items():
        cut = {"trade": trade} if trade else {}
        figures = [pool.take("HOU15", month, **cut) for month in MONTHS]
        lines.append(",".join([name, "Completed", *(figure.denominator for figure in figures), ""]))
        lines.append(",".join([name, "In target", *(figure.numerator for figure in figures), ""]))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
