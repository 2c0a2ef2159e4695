"""Changing things at the command line: import and rehearsal, redaction, return workbooks, pack, export."""

import csv
import json
import shutil

import openpyxl
import pytest

from tests.doors.running import LARKHYTHE, opened, tables

ME = ("--by", "Head of Performance")
THREE = (
    "  - {file: adults.xlsx, mapping: adults, known_from: 2023-10-18T10:00, by: hos_adult_care}\n",
    "  - {file: customer.xlsx, mapping: customer, known_from: 2023-10-24T10:00, by: hos_customer}\n",
    "  - file: 2023-11-16-complaints.csv\n    mapping: extract\n"
    "    known_from: 2023-11-16T10:00\n    by: hos_customer\n",
)
COMPLAINTS_FILE = LARKHYTHE / "returns" / "2023-11-16-complaints.csv"
EXTRACT = ("--mapping", LARKHYTHE / "mappings" / "extract.yaml", "--known-from", "2023-11-16T10:00")
COMPLAINTS = ("--show", "CUS01", "--period", "2023-09")


@pytest.fixture
def council(tmp_path):
    """A council whose three returns have not come in, asked from the folder in which they lie."""
    folder = tmp_path / "council"
    shutil.copytree(LARKHYTHE, folder, ignore=shutil.ignore_patterns("make_returns"))
    (folder / "returns" / "index.yaml").write_text("returns:\n" + "".join(THREE))
    with opened(tmp_path / "council.sqlite3", folder / "returns") as door:
        assert door("init", "..", *ME).code == 0
        yield door


def test_a_rehearsal_tells_what_would_change_and_keeps_nothing(council):
    before = tables(council.database)
    rehearsed = council("import", "index.yaml", "--dry-run")
    assert tables(council.database) == before
    assert "complaints.csv: 0 added, 8 changed, 0 unchanged (dry run, nothing kept)" in rehearsed.out
    early = council("import", "index.yaml", "--known-at", "2023-11-10", "--json")
    assert [each["file"] for each in early.json] == ["adults.xlsx", "customer.xlsx"]
    done = council("import", "index.yaml", "--json")
    assert [(each["read_before"], each["changed"]) for each in done.json] == [
        (True, 0),
        (True, 0),
        (False, 8),
    ]
    assert (rehearsed.code, early.code, done.code) == (1, 1, 0)
    again = council("import", "index.yaml")
    assert (again.code, again.out.count("read before, nothing new")) == (0, 3)
    (found,) = council("import", "index.yaml", "--json").json[0]["findings"]
    assert (found["cell"], found["code"]) == ("C5", "numerator_above_denominator")


def test_a_dry_run_of_one_file_shows_old_and_new(fresh, tmp_path):
    (tmp_path / "late.csv").write_text(
        "Indicator,Period,Number,Out of\nCUS01,2023-09,150,189\nCUS01,2024-01,160,190\n"
    )
    (tmp_path / "late.yaml").write_text(
        "mapping: late\ntitle: Late\ntables:\n  - header: {find: [Indicator, Period]}\n"
        "    indicator: {column: Indicator}\n    period: {column: Period}\n"
        "    numerator: {column: Number}\n    denominator: {column: Out of}\n    why: counted anew\n"
    )
    words = ("import", "late.csv", "--mapping", "late.yaml", "--known-from", "2024-02-09", *ME)
    before = tables(fresh.database)
    rehearsed = fresh(*words, "--dry-run")
    assert tables(fresh.database) == before
    assert rehearsed.code == 0
    assert [line.split() for line in rehearsed.out.splitlines()[-2:]] == [
        ["changed", "CUS01", "LKH", "2023-09", "169", "191", "150", "189"],
        ["added", "CUS01", "LKH", "2024-01", "160", "190"],
    ]
    assert fresh(*words).out == "late.csv: 1 added, 1 changed, 0 unchanged\n"


def test_a_row_is_redacted_and_everything_still_verifies(fresh):
    pack = fresh("report", "2023-24-Q2", "--to", "pack")
    assert pack.code == 0
    (row,) = fresh("redact", *COMPLAINTS, "--json").json
    assert row["source"] == "2023-11-16-complaints.csv, M4"
    done = fresh("redact", "--row", row["row_hash"], "--reason", "Wrong case", "--approver", "DPO", *ME)
    assert (done.code, done.out) == (0, "1 figure blanked; the tombstones say why.\n")
    (blank,) = fresh("redact", *COMPLAINTS, "--json").json
    assert (blank["numerator_exact"], blank["row_hash"]) == (None, row["row_hash"])
    for what in ((), ("pack",), ("pack", "--files-only")):
        verified = fresh("verify", *what)
        assert (verified.code, verified.out.count("everything is as it was written")) == (0, 1)
    (again,) = fresh("import", COMPLAINTS_FILE, *EXTRACT, *ME, "--json").json
    assert (again["added"], again["changed"]) == (0, 0)


def test_what_is_shown_before_a_redaction_can_be_as_it_was_known_earlier(door):
    (then,) = door("redact", *COMPLAINTS, "--known-at", "2023-11-10", "--json").json
    (now,) = door("redact", *COMPLAINTS, "--json").json
    assert then["numerator_exact"] > now["numerator_exact"]
    assert "row_hash" not in door("redact", *COMPLAINTS).out
    assert then["row_hash"] in door("redact", *COMPLAINTS, "--known-at", "2023-11-10").out


def test_a_workbook_goes_out_and_comes_back_filled_in(fresh, tmp_path):
    words = ("returns", "--period", "2023-24-Q3", "--service", "RES.revenues", "--to", "forms")
    assert fresh(*words).out.startswith("forms/RES.revenues-2023-24-Q3.xlsx\n1 workbook to send out")
    place = tmp_path / "forms" / "RES.revenues-2023-24-Q3.xlsx"
    book = openpyxl.load_workbook(place)
    sheet = book["Return"]
    headings = {cell.value: cell.column for cell in sheet[5]}
    december = ("REV03", "2023-12")
    (line,) = [row[0].row for row in sheet.iter_rows() if (row[0].value, row[3].value) == december]
    sheet.cell(line, headings["Number"], 3990)
    sheet.cell(line, headings["Out of"], 211)
    book.save(place)
    back = ("returns", "--read", place, "--known-from", "2024-01-19", *ME)
    rehearsed = fresh(*back, "--dry-run")
    assert "1 added, 0 changed" in rehearsed.out
    assert fresh(*back).out.startswith("RES.revenues-2023-24-Q3.xlsx: 1 added, 0 changed")
    assert "0 added, 0 changed" in fresh(*back).out
    refused = fresh(*words)
    assert (refused.code, refused.out) == (2, "")
    assert "is there already, perhaps filled in" in refused.err


def test_a_form_is_not_read_without_saying_when_its_figures_were_known(door):
    done = door("returns", "--read", "form.xlsx", *ME)
    assert (done.code, done.out) == (2, "")
    assert "--known-from 2024-01-19" in done.err


def test_a_pack_is_written_checked_and_found_out(fresh, tmp_path):
    assert fresh("report", "2023-24-Q2", "--to", "packs/q2").out.endswith("Open packs/q2/index.html\n")
    check = ("report", "2023-24-Q2", "--to", "packs/q2", "--check")
    assert fresh(*check).out == "Rendered again: every byte is the same.\n"
    wrong = fresh("report", "2023-24-Q1", "--to", "packs/q2", "--check")
    assert (wrong.code, "is the pack of 2023-24-Q2" in wrong.err) == (2, True)
    (tmp_path / "packs/q2/index.html").write_text("All green")
    (tmp_path / "packs/q2/extra.html").write_text("More")
    for words in (("verify", "packs/q2"), check):
        done = fresh(*words)
        assert (done.code, done.err) == (1, "")
        assert "index.html" in done.out
    assert fresh("verify", "packs/q2", "--json").json["faults"] == [
        "index.html was changed after it was written",
        "extra.html is not in the manifest: it was added later",
    ]
    assert fresh("report", "2023-24-Q2", "--to", "packs/q2").code == 2


def test_everything_can_be_taken_out_and_read_by_another_tool(door, tmp_path):
    done = door("export", "--to", tmp_path / "out", "--json")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    assert done.json == {each["name"]: each["rows"] for each in package["resources"]}
    with (tmp_path / "out/data/observations_observation.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    key = ("CUS01", "LKH", "", "2023-09")
    names = ("indicator", "area", "breakdown", "period")
    headline = [row for row in rows if tuple(row[name] for name in names) == key]
    assert [(row["known_from"][:10], row["denominator"]) for row in headline] == [
        ("2023-10-24", headline[0]["denominator"]),
        ("2023-11-16", headline[0]["denominator"]),
    ]
    assert headline[1]["why"] == "15 cases had been closed without a reply"


def test_an_export_stops_at_a_moment(door, tmp_path):
    then = door("export", "--to", tmp_path / "then", "--known-at", "2023-11-10T16:00", "--json").json
    now = door("export", "--to", tmp_path / "now", "--json").json
    assert then["observations_observation"] < now["observations_observation"]
    assert (then["positions_position"], now["positions_position"]) == (1, 2)
