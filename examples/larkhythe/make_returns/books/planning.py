"""Planning: merged cells, and non-major applications left blank after the move to a new system."""

from pathlib import Path

from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import number, opened


def write(path: Path, pool: Pool) -> None:
    """The return of Planning for July to September 2023, sent in November."""
    with opened(path, "Planning return, Q2 2023-24") as book:
        sheet = book.sheet("PS1-PS2", "Applications decided")
        page = sheet.page
        page.merge_range(sheet.at, 0, sheet.at, 2, "Planning and Building Control", sheet.bold)
        sheet.skip()
        sheet.headings("Type", "Measure", "2023-24 Q2", "Remarks")
        major = pool.take("PLN01", "2023-24-Q2")
        start = sheet.at
        sheet.row("", "Majors decided", number(major.denominator))
        sheet.row("", "Majors decided in time", number(major.numerator))
        page.merge_range(start, 0, start + 1, 0, "Major applications", sheet.bold)
        start = sheet.at
        sheet.row("", "Non-majors decided")
        sheet.row("", "Non-majors decided in time")
        page.merge_range(start, 0, start + 1, 0, "Other applications", sheet.bold)
        page.merge_range(start, 3, start + 1, 3, "System migration: to follow in November")
        sheet.skip()
        sheet.row("Notes: in time includes extensions agreed with the applicant.")
