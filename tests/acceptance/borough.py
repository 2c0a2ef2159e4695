"""Borough: the 66 indicators as the description of the example council sets them out, a row each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from tests.house import ROOT

FILE = "borough.md"
ROW = re.compile(r"^\| [A-Z]{2,3}\d\d \|")
NUMBER = re.compile(r"[−-]?[\d,]*\d(?:\.\d+)?")
IN_BRACKETS = re.compile(r"\(([\d,/]+)\)")
EARLIER = re.compile(r"\((Q\d) (\d\d)-(\d\d)\)")
MARK = re.compile(r"\[[a-z]\]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as it is described: "38.4 [p]", "91.3 (512/561)", "2.4 (4), hidden", "-"."""

    text: str

    @property
    def is_missing(self) -> bool:
        return self.text == "-"

    @property
    def is_hidden(self) -> bool:
        return self.text.endswith("hidden")

    @property
    def number(self) -> str:
        """The figure at the decimals at which it is to be printed."""
        return NUMBER.match(self.text)[0]

    @property
    def counts(self) -> list[str]:
        found = IN_BRACKETS.search(self.text)
        return found[1].split("/") if found else []

    @property
    def period(self) -> str:
        """The other time that the figure is of: "Q4 2022-23"; "" where it is of its column's."""
        found = EARLIER.search(self.text)
        return f"{found[1]} 20{found[2]}-{found[3]}" if found else ""

    @property
    def mark(self) -> str:
        found = MARK.search(self.text)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator: last year, the quarter before, the quarter, what was asked, how it is rated."""

    code: str
    like: Cell
    previous: Cell
    now: Cell
    target: str
    amber: str
    rating: str
    period: str
    note: str


def rows() -> list[Row]:
    """Every row of the description; the test is skipped where it is not at hand."""
    folder = Path(os.environ.get("GOLDENTHREAD_BRIEF") or ROOT.parent / "shared" / "mission")
    if not (folder / FILE).is_file():
        pytest.skip(f"no description at hand: set GOLDENTHREAD_BRIEF to the folder that holds {FILE}")
    return list(_rows((folder / FILE).read_text(encoding="utf-8")))


def _rows(text: str) -> Iterator[Row]:
    for line in text.splitlines():
        if ROW.match(line):
            code, _, like, before, now, target, amber, rating, said = (
                cell.strip() for cell in line.strip("| \n").split(" | ")
            )
            period, _, note = said.partition(": ")
            cells = (Cell(like), Cell(before), Cell(now))
            yield Row(code, *cells, target, amber, rating, period, note)


def numbers(printed: str) -> list[Decimal]:
    """The numbers in some printed words; a time in its seconds."""
    minutes = re.findall(r"(\d+) min(?: (\d+) s)?", printed)
    if minutes:
        return [Decimal(60 * int(whole) + int(rest or 0)) for whole, rest in minutes]
    return [Decimal(each.replace(",", "").replace("−", "-")) for each in NUMBER.findall(printed)]
