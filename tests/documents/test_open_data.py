"""Open data: files that validators accept and that a spreadsheet opens without running anything."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from csvw import CSVW
from frictionless import Package, system
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents import datasets as ds
from goldenthread.documents.renderers import open_data as od
from goldenthread.documents.renderers.spreadsheet_text import as_written, shown

ABOUT = ds.About(
    "larkhythe-2023-24-q2",
    "Larkhythe performance, Quarter 2 2023-24",
    "Larkhythe is a fictional borough. Every figure is invented.",
    "London Borough of Larkhythe",
)
FIELDS = (
    ds.Field("indicator", "string", "Code of the indicator", is_required=True),
    ds.Field("period", "string", "Code of the period", is_required=True),
    ds.Field("value", "number", "The figure"),
    ds.Field("rating", "string", "Code of the rating", values=("green", "amber", "red")),
    ds.Field("reason", "string", "Why there is no value or no rating"),
    ds.Field("cases", "integer", "Number of cases"),
    ds.Field("is_provisional", "boolean", "Whether it may still change", is_required=True),
    ds.Field("position_date", "date", "The day it is about"),
    ds.Field("known_at", "datetime", "When it was known"),
)
DAY, MOMENT = date(2023, 9, 30), datetime(2023, 11, 10, 17, tzinfo=UTC)
ROWS = (
    ("CUS01", "2023-24-Q2", Decimal("91.2700"), "green", "", 561, False, DAY, MOMENT),
    ("FIN01", "2023-24-Q2", -0.5, "amber", "-0.5 is an underspend", None, False, DAY, MOMENT),
    ("PLN02", "2023-24-Q2", None, None, "=cmd|' /C calc'!A0", None, True, DAY, MOMENT),
    ("EDU05", "ac2022-23", 1e-7, "red", 'a "quoted", line\nand another', 0, True, DAY, MOMENT),
)
LINES = ds.Dataset(
    "indicators", "Indicators", "One row a measure and period.", FIELDS, ROWS, ("indicator", "period")
)


@pytest.fixture
def folder(tmp_path):
    for name, body in od.files((LINES,), ABOUT).items():
        (tmp_path / name).write_bytes(body)
    return tmp_path


def rows_of(dataset):
    return list(csv.reader(io.StringIO(od.table(dataset).decode(), newline="")))


def test_a_csvw_validator_accepts_it(folder):
    described = CSVW(str(folder / "indicators.csv-metadata.json"), validate=True)

    assert described.is_valid
    (table,) = described.tables
    rows = list(table)
    assert rows[1]["value"] == Decimal("-0.5")
    assert rows[3]["reason"] == 'a "quoted", line\nand another'


def test_a_csvw_validator_would_have_noticed(folder):
    body = (folder / "indicators.csv").read_bytes().replace(b"91.27", b"ninety")
    (folder / "indicators.csv").write_bytes(body)

    assert not CSVW(str(folder / "indicators.csv-metadata.json"), validate=True).is_valid


def test_a_frictionless_validator_accepts_it(folder):
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()

    assert report.flatten(["rowNumber", "fieldName", "message"]) == []
    assert report.valid


def test_a_frictionless_validator_would_have_noticed(folder):
    package = json.loads((folder / "datapackage.json").read_text())
    package["resources"][0]["schema"]["fields"][3]["constraints"]["enum"] = ["green"]
    (folder / "datapackage.json").write_text(json.dumps(package))

    with system.use_context(trusted=True):
        assert not Package(str(folder / "datapackage.json")).validate().valid


def test_numbers_are_numbers():
    values = [row[2] for row in rows_of(LINES)[1:]]

    assert values == ["91.27", "-0.5", "", "0.0000001"]


def test_a_formula_is_text():
    reasons = [row[4] for row in rows_of(LINES)[1:]]

    assert reasons == ["", "'-0.5 is an underspend", "'=cmd|' /C calc'!A0", 'a "quoted", line\nand another']


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "@SUM(A1)", "-2+3", "\t=1", " =1", "\r=1", "＝1", "'=1", "-x"]
)
def test_a_spreadsheet_runs_nothing(text):
    assert shown(text).startswith("'")
    assert as_written(shown(text)) == text


@pytest.mark.parametrize("text", ["-0.5", "+3", "12", "2023-24", "O'Brien", "'quoted'", "a=b", "", "ŵŷ 🙂"])
def test_what_runs_nothing_stays_as_it_is(text):
    assert shown(text) == text


@given(st.text())
def test_the_words_are_always_found_again(text):
    found = as_written(shown(text))

    assert len(found) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, found, strict=True))
    assert shown(found) == shown(text)


def test_the_same_rows_are_the_same_bytes():
    assert od.files((LINES,), ABOUT) == od.files((LINES,), ABOUT)
    assert b"\r\n" in od.table(LINES)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (ROWS[0], "stands twice"),
        (ROWS[0][:-1], "8 cells in 9 columns"),
        (("", *ROWS[0][1:]), "indicator must not be empty"),
        (("X", "p", "91.3", *ROWS[0][3:]), "value is no number: '91.3'"),
        (("X", "p", float("nan"), *ROWS[0][3:]), "value is no number"),
        (("X", "p", True, *ROWS[0][3:]), "value is no number"),
        (("X", "p", 1, "purple", *ROWS[0][4:]), "rating is no string: 'purple'"),
    ],
)
def test_a_row_that_is_not_as_declared_is_refused(row, why):
    with pytest.raises(ds.NotAsDeclared, match=why):
        replace(LINES, rows=(*ROWS, row))


def test_a_date_is_not_a_moment():
    with pytest.raises(ds.NotAsDeclared, match="position_date is no date"):
        replace(LINES, rows=((*ROWS[0][:7], MOMENT, MOMENT),))


def test_names_are_plain():
    with pytest.raises(ds.NotAsDeclared, match="small letters"):
        replace(LINES, name="Indicators Q2")
    with pytest.raises(ds.NotAsDeclared, match="the key"):
        replace(LINES, key=("code",))
