"""Tables: a CSV file as text, every row with the number that a spreadsheet shows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from polars.exceptions import PolarsError

ROW = "row in file"
# How the reader names a column whose name it has had before.
TWICE = re.compile(r"_duplicated_\d+$")
BY_COMMAS = 'Separate cells by commas, and write a text that holds one in quotation marks: "Leeds, north"'
QUOTED = 'within a text write it twice: "the ""new"" rounds"'


class TableNotUnderstood(ValueError):
    """The file is not a table of that kind; the message names it, and what it should hold."""


@dataclass(frozen=True)
class Refused:
    """Why one series is not charted, and where that stands."""

    case: str
    file: Path
    row: int | None
    column: str
    why: str

    def __str__(self) -> str:
        row = "" if self.row is None else f", row {self.row}"
        return f"{printable(self.case)}: {self.file.name}{row}, {self.column}: {self.why}"

    def plain(self) -> dict[str, object]:
        """The same for JSON."""
        return {
            "case_id": self.case,
            "file": str(self.file),
            "row": self.row,
            "column": self.column,
            "why": self.why,
        }


def read(place: Path, needed: Collection[str]) -> pl.DataFrame:
    """The columns as text without blanks around it (empty: null), and ROW; a row without any text is none.

    Raises TableNotUnderstood.
    """
    if not place.is_file():
        raise TableNotUnderstood(f"there is no file {place}: give a CSV file with {', '.join(needed)}")
    try:
        table = pl.read_csv(place, infer_schema=False)
    except (PolarsError, UnicodeDecodeError) as error:
        why = _first_fault(place, needed, str(error))
        raise TableNotUnderstood(f"{place} is not a table in CSV: {why}") from error
    if missing := [name for name in needed if name not in table.columns]:
        found = printable(", ".join(table.columns[:12]))
        raise TableNotUnderstood(
            f"{place}, row 1: there is no column {', '.join(missing)}; there are {found}"
            + (f". {BY_COMMAS}" if len(table.columns) == 1 else "")
        )
    if twice := [name for name in table.columns if TWICE.search(name)]:
        raise TableNotUnderstood(f"{place}, row 1: {TWICE.sub('', twice[0])} heads two columns; keep one")
    text = pl.all().str.strip_chars()
    table = table.select(pl.when(text != "").then(text).name.keep())
    return table.with_row_index(ROW, offset=2).filter(pl.any_horizontal(pl.exclude(ROW).is_not_null()))


def _first_fault(place: Path, needed: Collection[str], said: str) -> str:
    """Where the text stops being a table, and what would be right; else what the reader said of it."""
    kept = place.read_bytes()
    try:
        text = kept.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = kept[: error.start].count(b"\n") + 1
        return f"line {line} is not UTF-8; save it as CSV UTF-8"
    if not text.strip():
        return f"it is empty; give a row of {', '.join(needed)} at its head"
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        width = len(next(rows))
        for row in rows:
            if len(row) > width:
                return f"line {rows.line_num} has {len(row)} cells, and the head has {width}. {BY_COMMAS}"
    except csv.Error:
        return f"a quotation mark that opens is not closed, at the latest in line {rows.line_num}; {QUOTED}"
    return said.splitlines()[0]


def printable(text: str) -> str:
    """The text on one line, without what would steer a terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def refused(rows: pl.DataFrame, place: Path, column: str, wrong: pl.Expr, why: str) -> list[Refused]:
    """A refusal for the first row of each case of which that is true; `{}` in `why` is what stands there."""
    found = rows.filter(wrong).unique("case_id", keep="first", maintain_order=True)
    return [
        Refused(
            case or "(no case_id)", place, row, column, why.format(repr(cell) if cell else "an empty cell")
        )
        for case, row, cell in found.select("case_id", ROW, pl.col(column).alias("cell")).iter_rows()
    ]
