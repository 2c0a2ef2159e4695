"""Refusals: a clear sentence on standard error, exit code 2, and never a traceback."""

import sqlite3
import subprocess

import pytest

from tests.doors.running import GOLDENTHREAD, LARKHYTHE, Door, copied, environment, run, tables

ME = ("--by", "Head of Performance")
REVENUES = (LARKHYTHE / "returns/revenues.xlsx", "--mapping", LARKHYTHE / "mappings/revenues.yaml")
NO_PERIOD_CODE = "is not a period code: write a month as 2023-09, a quarter as 2023-24-Q2"

REFUSED = {
    "no such period": (("scorecard", "--period", "banana"), NO_PERIOD_CODE),
    "no such quarter": (("scorecard", "--period", "2023-24-Q9"), "Q1 to Q4 (quarter)"),
    "not frozen": (("changes", "2023-24-Q3"), "2023-24-Q3 is not frozen (frozen: 2023-24-Q1, 2023-24-Q2)"),
    "no pack of what is not frozen": (
        ("report", "2023-24-Q3", "--to", "x"),
        "goldenthread freeze 2023-24-Q3",
    ),
    "not in the calendar": (("freeze", "2023-24-Q3", *ME), "there are: 2023-24-Q1, 2023-24-Q2"),
    "frozen already": (("freeze", "2023-24-Q2", *ME), "frozen already and stays as it is"),
    "unknown indicator": (("receipt", "CUS99", "--period", "2023-24-Q2"), "Did you mean CUS09"),
    "indicator in small letters": (("receipt", "cus01", "--period", "2023-24-Q2"), "Did you mean CUS01"),
    "unknown scorecard": (("scorecard", "corprate", "--period", "2023-24-Q2"), "did you mean corporate?"),
    "no scorecard like it": (("scorecard", "zz", "--period", "2023-24-Q2"), "there are: corporate, ADU, CHI"),
    "a month that is a quarter": (
        ("scorecard", "--period", "2023-24-Q2", "--view", "month"),
        "the latest month is one month, as 2023-10",
    ),
    "two views at once": (
        ("scorecard", "--period", "2023-24-Q2", "--view", "frozen", "--known-at", "2023-12-01"),
        "leave out --known-at, or ask for --view now",
    ),
    "bad moment": (
        ("scorecard", "--period", "2023-24-Q2", "--known-at", "10/11/2023"),
        "'10/11/2023' is not a date: write 2023-11-10 for the end of that day",
    ),
    "bad date": (
        ("freeze", "2023-24-Q1", "--position-date", "30.6.2023", *ME),
        "'30.6.2023' is not a date: write 2023-09-30",
    ),
    "what will be known": (
        ("scorecard", "--period", "2023-24-Q2", "--known-at", "2093-01-01"),
        "nothing is known yet on 1 January 2093",
    ),
    "a pack of what will be known": (
        ("report", "2023-24-Q2", "--to", "x", "--known-at", "2093-01-01"),
        "nothing is known yet on 1 January 2093",
    ),
    "before any council": (
        ("scorecard", "--period", "2023-24-Q2", "--known-at", "2019-01-01"),
        "no council is known for 30 September 2023 as known on 1 January 2019",
    ),
    "changes before the freeze": (
        ("changes", "2023-24-Q2", "--known-at", "2023-11-01"),
        "was frozen as known on 10 November 2023, and 1 November 2023 is earlier",
    ),
    "pack before the freeze": (
        ("report", "2023-24-Q2", "--to", "x", "--known-at", "2023-11-01"),
        "1 November 2023 is earlier",
    ),
    "nobody named": (("freeze", "2023-24-Q1"), '--by "Head of Performance"'),
    "nobody named, twice over": (("freeze", "2023-24-Q1", "--by", "  "), '--by "Head of Performance"'),
    "two lines named": (("freeze", "2023-24-Q1", "--by", "Head\nof"), "one line of at most 120 letters"),
    "no reason": (
        ("redact", "--row", "ab", "--reason", "", "--approver", "Data Protection Lead", *ME),
        "say why it should never have come in",
    ),
    "no such row": (
        ("redact", "--row", "ab", "--reason", "names", "--approver", "Data Protection Lead", *ME),
        "no row has the hash ab",
    ),
    "no council folder": (
        ("init", "no-such-folder", *ME),
        "no such folder. Give the path of a council folder",
    ),
    "another folder": (("init", ".", *ME), "council.yaml, line 1: the file is missing"),
    "no mapping named": (("import", REVENUES[0], *ME), "--mapping FILE.yaml --known-from 2023-10-05"),
    "no such mapping": (
        ("import", REVENUES[0], "--mapping", "none.yaml", "--known-from", "2023-10-05", *ME),
        "none.yaml: no such file or directory",
    ),
    "a mapping that is a workbook": (
        ("import", REVENUES[0], "--mapping", REVENUES[0], "--known-from", "2023-10-05", *ME),
        "not UTF-8 text",
    ),
    "a mapping that is something else": (
        ("import", REVENUES[0], "--mapping", LARKHYTHE / "council.yaml", "--known-from", "2023-10-05", *ME),
        "council is not known here: see the reference of mappings",
    ),
    "no such index": (("import", "returns/index.yaml"), "council.yaml, line 1: the file is missing"),
    "no such pack": (("verify", "no-such-folder"), "there is no folder no-such-folder"),
    "no service": (("returns", "--period", "2023-24-Q3", "--service", "RES.x", "--to", "x"), "no unit RES.x"),
    "nothing to write or read": (("returns", "--period", "2023-24-Q3"), "--period and --to to write"),
}


@pytest.mark.parametrize(("words", "why"), REFUSED.values(), ids=REFUSED)
def test_refused_in_words(door, words, why):
    done = door(*words)
    assert why in done.err
    assert done.err.startswith("Refused: ")
    assert (done.code, done.out) == (2, "")


def test_what_is_refused_leaves_the_database_as_it_was(door, larkhythe):
    assert tables(door.database) == tables(larkhythe)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "The usual order of a quarter"),
        (("frobnicate",), "invalid choice"),
        (("scorecard",), "--period"),
        (("scorecard", "--period", "2023-24-Q2", "--data", "x"), "unrecognized arguments: --data"),
    ],
)
def test_words_that_are_not_understood_end_with_2(door, words, why):
    done = door(*words)
    assert done.code == 2
    assert why in done.out + done.err


def test_a_folder_with_other_files_is_left_alone(door, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Mayor")
    (tmp_path / "datapackage.json").write_text("{}")
    for command in (("report", "2023-24-Q2"), ("export",)):
        done = door(*command, "--to", tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "name a new" in done.err
    assert door("export", "--to", tmp_path / "letter.txt").err.count("is not a folder") == 1
    assert door("report", "2023-24-Q2", "--to", tmp_path / "letter.txt").err.count("is not a folder") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["datapackage.json", "letter.txt"]


def test_a_database_that_is_not_there_is_not_made_by_a_question(tmp_path):
    done = run("scorecard", "--period", "2023-24-Q2", "--database", "none.sqlite3", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "there is no database none.sqlite3: make it with goldenthread init FOLDER" in done.err
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_nothing_is_none(tmp_path):
    done = run("verify", cwd=tmp_path, GOLDENTHREAD_DATABASE="")
    assert (done.code, "there is no database var/goldenthread.sqlite3" in done.err) == (2, True)


def test_a_file_that_is_no_database_is_named(tmp_path):
    (tmp_path / "notes.txt").write_text("Not a database, but some notes on one. " * 200)
    done = run("verify", cwd=tmp_path, GOLDENTHREAD_DATABASE="notes.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err == "Refused: the file is not a database: name another with --database (notes.txt)\n"


def test_other_addresses_are_not_guessed_at(tmp_path):
    done = run("verify", "--database=mysql://localhost/x", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "mysql:// is not a database goldenthread knows" in done.err


@pytest.fixture
def impatient(larkhythe, tmp_path):
    """A door that does not wait 20 seconds for a database that is busy."""
    door = Door(copied(larkhythe, tmp_path / "busy.sqlite3"), tmp_path, PATIENCE="0.1")
    yield door
    door.close()


def test_a_busy_database_is_said_to_be_busy(impatient):
    with sqlite3.connect(impatient.database, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        done = impatient("import", *REVENUES, "--known-from", "2023-10-06", *ME)
        asked = impatient("scorecard", "--period", "2023-24-Q2")
        other.execute("ROLLBACK")
    assert (done.code, done.out) == (2, "")
    assert "the database is busy: another command is writing to it. Try again in a minute" in done.err
    assert asked.code == 0
    assert impatient("import", *REVENUES, "--known-from", "2023-10-06", *ME).code == 0


def test_tables_of_another_release_are_not_touched(fresh):
    with sqlite3.connect(fresh.database) as held:
        later = ("goldenthread", "9999_later", "2030-01-01")
        held.execute("INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, ?)", later)
    done = fresh("scorecard", "--period", "2023-24-Q2")
    assert (done.code, done.out) == (2, "")
    assert "made by a later release of goldenthread" in done.err
    with sqlite3.connect(fresh.database) as held:
        held.execute("DELETE FROM django_migrations WHERE app = 'goldenthread'")
    assert "holds no council yet" in fresh("verify").err


def test_a_database_that_may_only_be_read_is_read_and_not_written_to(fresh):
    assert fresh("scorecard", "--period", "2023-24-Q2", sql="PRAGMA query_only = ON").code == 0
    done = fresh("import", *REVENUES, "--known-from", "2023-10-06", *ME)
    assert (done.code, done.out) == (2, "")
    assert "may be read and not written: it, or its folder, is write-protected (council.sqlite3)" in done.err


def test_a_full_disk_leaves_everything_as_it_was(fresh, tmp_path):
    """A limit on the size of files stands for the end of the disk."""
    for words in (("export", "--to", "out"), ("report", "2023-24-Q2", "--to", "pack")):
        full = f"ulimit -f 100; exec '{GOLDENTHREAD}' " + " ".join(words)
        settings = environment(GOLDENTHREAD_DATABASE=str(fresh.database))
        done = subprocess.run(
            ["bash", "-c", full], cwd=tmp_path, env=settings, capture_output=True, text=True
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert "file too large" in done.stderr
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("council")] == []


def test_an_export_may_go_to_the_folder_one_stands_in(larkhythe, tmp_path):
    (tmp_path / "here").mkdir()
    done = run("export", "--to", ".", "--database", larkhythe, cwd=tmp_path / "here")
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "here" / "datapackage.json").is_file()
