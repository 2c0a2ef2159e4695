"""What a spreadsheet would run, put in by a return or a council folder, is text in all that leaves."""

import csv
import re

import openpyxl
import pytest

from tests import small_council
from tests.doors.running import opened

ME = ("--by", "Head of Performance")
DANGER = ("=cmd|' /C calc'!A0", "+1+1", "@SUM(1;1)", "-2+3", '=HYPERLINK("http://x","y")')
NUMBER = re.compile(r"-?\d+(\.\d+)?")
MAPPING = """\
mapping: small
title: A small return
tables:
  - header: {find: [Indicator, Period]}
    indicator: {column: Indicator}
    period: {column: Period}
    numerator: {column: Number}
    denominator: {column: Out of}
    note: {column: Remarks}
"""
RETURN = """\
Indicator,Period,Number,Out of,Remarks
CUS01,2023-07,90,100,=cmd|' /C calc'!A0
CUS01,2023-08,91,100,+1+1
CUS01,2023-09,92,100,@SUM(1;1)
"""


def written_in_yaml(name, old, danger):
    return small_council.text(name, old, f"'{danger.replace(chr(39), chr(39) * 2)}'")


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """A folder with all that can leave, made from a council that is full of formulas."""
    folder = tmp_path_factory.mktemp("formulas")
    small_council.write(
        folder / "council",
        commentary=written_in_yaml("commentary", "More answered in time.", DANGER[0]),
        plan=written_in_yaml("plan", "Replace the online account by December 2023", DANGER[1]),
        indicators=written_in_yaml("indicators", "Benches repaired", DANGER[2]),
        organisation=written_in_yaml("organisation", "Customer Services", DANGER[3]),
        challenges=written_in_yaml("challenges", "Damp work is done first.", DANGER[4]),
        targets=written_in_yaml("targets", "Damp work done first", DANGER[4]),
    )
    (folder / "small.yaml").write_text(MAPPING)
    (folder / "return.csv").write_text(RETURN)
    with opened(folder / "council.sqlite3", folder) as door:
        for words in (
            ("init", "council", *ME),
            ("import", "return.csv", "--mapping", "small.yaml", "--known-from", "2023-10-20", *ME),
            ("freeze", "2023-24-Q2", *ME),
            ("report", "2023-24-Q2", "--to", "pack"),
            ("export", "--to", "export"),
            ("returns", "--period", "2023-24-Q3", "--to", "forms"),
        ):
            done = door(*words)
            assert (words[0], done.code, done.err) == (words[0], 0, "")
    return folder


def cells(folder):
    """Every cell of every CSV file below a folder."""
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                yield from ((path.name, cell) for cell in row)


def is_run(cell):
    """Whether a spreadsheet would take it for a formula."""
    return cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not NUMBER.fullmatch(cell)


@pytest.mark.parametrize("what", ["pack", "export"])
def test_no_cell_of_a_csv_file_is_run(left, what):
    found = list(cells(left / what))
    assert len(found) > 300
    assert [cell for cell in found if is_run(cell[1])] == []


def test_the_words_are_there_all_the_same(left):
    exported = {cell for _, cell in cells(left / "export")}
    assert {f"'{danger}" for danger in (*DANGER[:4], DANGER[4])} <= exported


def test_no_cell_of_a_return_workbook_is_a_formula(left):
    books = sorted((left / "forms").glob("*.xlsx"))
    assert books
    for path in books:
        every = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
        assert [cell.value for cell in every if cell.data_type == "f"] == []
        assert DANGER[2] in {cell.value for cell in every} or "needs" in path.name


def test_no_page_holds_a_word_of_theirs_as_markup(left):
    pages = [path.read_text() for path in (left / "pack").glob("*.html")]
    assert any("=HYPERLINK(" in page for page in pages)
    assert not [page for page in pages if '=HYPERLINK("http' in page]
