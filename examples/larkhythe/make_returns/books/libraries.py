"""Libraries: one counter failed in August; the estimate is marked by red ink alone."""

from pathlib import Path

from examples.larkhythe.make_returns.figure import Figure
from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import number, opened

MONTHS = {"July": "2023-07", "August": "2023-08", "September": "2023-09"}
LIBRARIES = {
    "larkhythe-town": "Larkhythe Town",
    "kiln-common": "Kiln Common",
    "foxmoor": "Foxmoor",
    "saltings": "Saltings",
    "old-ropery": "Old Ropery",
    "barleymow": "Barleymow",
}


def write(path: Path, pool: Pool) -> None:
    """The return of the libraries for July to September 2023."""
    with opened(path, "Libraries return, Q2 2023-24") as book:
        sheet = book.sheet("Visits", "Visits by library, from the door counters")
        red = sheet.format(font_color="#FF0000")
        sheet.row("Year: 2023-24")
        sheet.skip()
        sheet.headings("Library", *MONTHS)
        for code, name in LIBRARIES.items():
            for column, period in enumerate(MONTHS.values(), start=1):
                visits = pool.take("CUL01", period, library=code)
                sheet.put(sheet.at, column, number(visits.value), red if _is_estimate(visits) else None)
            sheet.row(name)
        for column, period in enumerate(MONTHS.values(), start=1):
            visits = pool.take("CUL01", period)
            sheet.put(sheet.at, column, number(visits.value), red if _is_estimate(visits) else None)
        sheet.row("All libraries")


def _is_estimate(visits: Figure) -> bool:
    return visits.status == "estimated"
