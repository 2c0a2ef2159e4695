"""Larkhythe's corporate scorecard, row by row: what is printed in every format is what is described."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import openpyxl
import pytest
from lxml import html

from goldenthread.publication import rendering
from tests.acceptance import borough, larkhythe
from tests.documents.pdf import tags

NAME = "appendix-2-corporate-scorecard"
LABELS = (
    "Ref", "Indicator", "Portfolio", "Q2 2022-23", "Q1", "Q2 result", "Q2 target", "Status", "Against Q1",
    "Against Q2 2022-23", "Year-end target", "Forecast", "Period", "Note",
)  # fmt: skip
CODE = re.compile(r"[A-Z]{2,3}\d\d$")
NO_FIGURE = ("annual", "no figure", "awaited")
# What a period of the description is called on the scorecard.
PERIODS = {
    "Q2": ("Q2",),
    "Q1": ("Q1 2023-24",),
    "YTD": ("Apr to Sep 2023",),
    "Jul-Aug": ("Q2",),
    "annual": ("annual", "2022-23", "academic year 2022-23"),
    "annual, due July": ("end of Q2",),
    "academic year 2022-23": ("Sep 2022 to Aug 2023",),
    "tranche 1": ("Tranche 1, 2023-24",),
    "forecast": ("forecast at end of Q2",),
    "snapshot": ("end of Q2",),
    "rolling 12": ("12 months to Sep 2023",),
    "rolling 12 to Jun 2023": ("12 months to Jun 2023",),
    "rolling 12 to Mar 2023": ("12 months to Mar 2023",),
}

Printed = dict[str, dict[str, str]]


def on_the_page(content: bytes) -> Printed:
    (table,) = html.fromstring(content.decode()).xpath("//table[@id='lines']")
    rows = table.xpath(".//tbody/tr[not(contains(@class, 'gt-group'))]")
    return _by_code([" ".join(cell.text_content().split()) for cell in row] for row in rows)


def in_the_pdf(content: bytes) -> Printed:
    """As the tag tree gives it to a screen reader."""
    rows: list[list[str]] = []
    for tag, text in tags.reading_order(content):
        if tag == "TR":
            rows.append([])
        elif rows and tag in ("TH", "TD"):
            rows[-1].append(text)
        elif rows and rows[-1] and tag != "Figure":
            rows[-1][-1] = f"{rows[-1][-1]} {text}".strip()
    return _by_code([" ".join(cell.split()) for cell in row] for row in rows)


def in_the_workbook(content: bytes) -> Printed:
    """Each figure as its format shows it, with what stands in the column of details beside it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = next(sheet for sheet in book.worksheets if "t_lines" in sheet.tables)
    head, *rows = sheet[sheet.tables["t_lines"].ref]
    labels = [str(cell.value) for cell in head]
    printed: Printed = {}
    for row in rows:
        told = dict.fromkeys(LABELS, "")
        for label, cell in zip(labels, row, strict=True):
            name, _, kind = label.partition(": ")
            if name in told and kind != "exact" and cell.value is not None:
                told[name] = f"{told[name]} {_shown(cell)}".strip()
        printed[told["Ref"]] = told
    return printed


def _shown(cell) -> str:
    if not isinstance(cell.value, int | float):
        return str(cell.value)
    decimals = re.search(r"\.(0+)", cell.number_format)
    return f"{Decimal(repr(cell.value)):,.{len(decimals[1]) if decimals else 0}f}" + _unit(cell.number_format)


def _unit(form: str) -> str:
    return "".join(re.findall(r'"([^"]*)"', form.partition(";")[0]))


def _by_code(rows: Iterator[list[str]]) -> Printed:
    found = (row for row in rows if row and CODE.match(row[0]))
    return {row[0]: dict(zip(LABELS, row, strict=True)) for row in found}


FORMATS: dict[str, Callable[[bytes], Printed]] = {
    "html": on_the_page,
    "pdf": in_the_pdf,
    "xlsx": in_the_workbook,
}


@pytest.mark.xdist_group("larkhythe-pack")
class Scorecard(larkhythe.Frozen):
    """Every row in every format against its description."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        files = rendering.render(cls.material).files
        cls.printed = {kind: read(files[f"{NAME}.{kind}"]) for kind, read in FORMATS.items()}

    def each(self, check: Callable[[borough.Row, dict[str, str]], None]) -> None:
        """Check every row as described against the same as printed, format by format."""
        described = borough.rows()
        for kind, printed in self.printed.items():
            for row in described:
                with self.subTest(kind, indicator=row.code):
                    check(row, printed[row.code])

    def test_each_indicator_has_one_row(self):
        described = {row.code for row in borough.rows()}
        assert len(described) == 66
        for printed in self.printed.values():
            assert set(printed) == described

    def test_the_figures_of_three_quarters(self):
        self.each(_figures)

    def test_what_was_asked_and_how_far_amber_reaches(self):
        self.each(_target)

    def test_the_rating_and_why_there_is_none(self):
        self.each(_rating)

    def test_the_time_that_each_figure_is_of(self):
        self.each(_period)

    def test_reds_lead_to_their_challenge_and_ambers_are_explained(self):
        self.each(_explained)

    def test_nothing_that_became_known_after_the_freeze_is_printed(self):
        self.each(_frozen)

    def test_what_the_description_asks_to_be_said_of_a_figure(self):
        self.each(_said)


def _figures(row: borough.Row, said: dict[str, str]) -> None:
    _figure(row.like, said["Q2 2022-23"])
    _figure(row.previous, said["Q1"])
    _figure(row.now, said["Q2 result"])


def _target(row: borough.Row, said: dict[str, str]) -> None:
    if row.target == "-":
        return
    asked, _, amber = said["Q2 target"].partition("amber")
    assert borough.numbers(asked)[-1] == borough.numbers(row.target.replace("-", " "))[-1]
    if row.amber != row.target:
        assert borough.numbers(amber)[-1] == borough.numbers(row.amber.replace("-", " "))[-1]


def _rating(row: borough.Row, said: dict[str, str]) -> None:
    rating, _, reason = row.rating.partition(": ")
    assert said["Status"] == f"{rating} {reason}".strip()


def _period(row: borough.Row, said: dict[str, str]) -> None:
    assert said["Period"] in PERIODS[row.period]


def _explained(row: borough.Row, said: dict[str, str]) -> None:
    if row.rating == "Red":
        assert re.search(r"See Challenge \d+\.", said["Note"])
    if row.rating == "Amber":
        assert said["Note"]


def _frozen(row: borough.Row, said: dict[str, str]) -> None:
    if row.note.startswith("Restated "):
        assert "estated" not in " ".join(said.values())


def _said(row: borough.Row, said: dict[str, str]) -> None:
    if "[e]" in row.note:
        assert "[e]" in said["Q2 result"]
    if "2 of 3 months" in row.note:
        assert "2 of 3 months" in said["Q2 result"]
    if row.note.startswith("target was"):
        assert "red under the old one" in said["Note"]


def _figure(cell: borough.Cell, printed: str) -> None:
    if cell.is_hidden:
        assert printed.startswith("[c] hidden")
        return
    if cell.is_missing:
        assert printed.startswith(NO_FIGURE)
        return
    if " of " in printed and printed.split(" of ")[0].isdigit():
        assert printed.startswith(" of ".join(cell.counts))
        return
    shown = borough.numbers(printed)[0]
    assert shown == borough.numbers(cell.number)[0]
    assert "min" in printed or str(shown) == cell.number.replace(",", "")
    assert cell.period in printed
    assert cell.mark in printed
    assert all(count in printed for count in cell.counts)
