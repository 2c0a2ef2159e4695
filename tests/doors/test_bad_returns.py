"""Bad returns at the door: each is told in words, and what is refused leaves no trace."""

import json
from datetime import UTC, datetime

import pytest
from django.apps import apps

from goldenthread.cli.main import main
from goldenthread.collection import actions, mapping
from goldenthread.observations import ledger
from tests.doors import bad_files as bad
from tests.rooms.collection import council, files

pytestmark = pytest.mark.django_db
MAPPING = files.MAPPING + "    area: {column: Area}\n"
ME = ("--by", "Head of Customers")

# A row is refused and the others come in: exit code 1.
ROWS = {
    "a word where a number belongs": (bad.book(["CUS07", "2023-08", None, None, "lots"]), "E3: ", "lots"),
    "an unknown indicator": (bad.book(["CUS99", "2023-08", 1, 2, None]), "A3: ", "CUS99"),
    "an unknown ward": (bad.lines("CUS01,2023-08,1,2,,Abbot's Whart"), "F3: ", "Abbot's Wharf"),
    "a month of a yearly figure": (
        bad.book(["HOU07", "2023-08", None, None, 7]),
        "B3: ",
        "2023-08 is no such period",
    ),
    "no period": (bad.book(["CUS07", "soon", None, None, 7]), "B3: ", "soon"),
    "a month to come": (
        bad.book(["CUS07", "2093-08", None, None, 7]),
        "B3: ",
        "begins on 1 August 2093",
    ),
    "a denominator of zero": (
        bad.book(["CUS01", "2023-09", 0, 0, None]),
        "C3: ",
        "nothing to take a share of",
    ),
    "no denominator": (bad.book(["CUS01", "2023-09", 5, None, None]), "C3: ", "needs a denominator"),
    "a numerator above its denominator": (bad.book(["CUS01", "2023-09", 561, 512, None]), "C3: ", "swapped"),
    "two rows that disagree": (
        bad.book(["CUS07", "2023-08", None, None, 171], ["CUS07", "2023-08", None, None, 117]),
        "E4: ",
        "with different figures, first in E3",
    ),
    "merged cells": (bad.merged, "E3", "merged"),
    "an error cell": (bad.error_cell, "C3: ", "#DIV/0!"),
    "a formula as text": (bad.lines("CUS07,2023-08,,,=cmd|' /C calc'!A0,SMH"), "E3: ", "formula"),
    "a sum as text": (bad.lines("CUS07,2023-08,,,+1+1,SMH"), "E3: ", "+1+1"),
    "an at sign": (bad.lines("CUS07,2023-08,,,@SUM(1;1),SMH"), "E3: ", "@SUM(1;1)"),
    "a formula nobody calculated": (bad.formula("=cmd|' /C calc'!A0"), "E3: ", "formula"),
}
# Nothing of the file comes in: exit code 2.
FILES = {
    "a wrong column": (
        bad.book(headings=["Indicator", "Month", "Number", "Out of", "Value", "Area"]),
        "Period",
    ),
    "an empty workbook": (bad.empty, "none of the first 40 rows has the headings"),
    "an empty text file": (bad.content("return.csv", b""), "empty"),
    "headings alone": (bad.content("return.csv", ",".join(bad.HEADINGS).encode()), "holds no figures"),
    "a zip bomb": (bad.bomb, "unpack"),
    "text named xlsx": (
        bad.content("return.xlsx", b"Indicator,Period\nCUS01,2023-08\n"),
        "it is not a workbook",
    ),
    "a workbook named csv": (
        lambda folder: bad.book()(folder).rename(folder / "return.csv"),
        "return.csv: ",
    ),
    "half a workbook": (bad.half, "damaged"),
    "bytes that are no text": (bad.content("return.csv", bytes(range(256)) * 8), "return.csv: "),
}
# It comes in, and somebody should look: exit code 1.
LOOK = {
    "mixed encodings": (bad.mixed_encodings, "encoding"),
}
# As people make them, and nothing to say: exit code 0.
FINE = {
    "a byte order mark": bad.lines(encoding="utf-8-sig"),
    "bare carriage returns": bad.lines("CUS07,2023-08,,,171,SMH", end="\r"),
    "Windows' letters and line ends": bad.lines("CUS07,2023-08,,,1,SMH", encoding="cp1252", end="\r\n"),
    "sixteen-bit letters": bad.lines(encoding="utf-16"),
}


@pytest.fixture(autouse=True)
def _council():
    council.load()


@pytest.fixture
def brought(tmp_path, capsys):
    """Import a file at the door: exit code, what was said, the findings."""
    (tmp_path / "small.yaml").write_text(MAPPING)

    def bring(*words):
        read = ("--mapping", tmp_path / "small.yaml", "--known-from", "2023-10-20T12:00")
        code = main([str(word) for word in ("import", *read, *ME, *words)])
        said = capsys.readouterr()
        assert said.err == ""
        return code, said.out

    return bring


def everything():
    """All that the database holds."""
    models = apps.get_app_config("goldenthread").get_models()
    return {model: list(model.objects.order_by("pk").values_list()) for model in models}


def entered():
    """The figures of the ledger."""
    known = ledger.series(known_at=datetime(2030, 1, 1, tzinfo=UTC))
    return set(zip(known["indicator"], known["period"], strict=True))


@pytest.mark.parametrize(("file", "place", "words"), ROWS.values(), ids=ROWS)
def test_a_bad_row_is_told_and_the_others_come_in(tmp_path, brought, file, place, words):
    code, said = brought(file(tmp_path))
    assert code == 1
    assert "refused row: " in said
    assert place in said
    assert words in said
    assert ("CUS01", "2023-08") in entered()
    again, _ = brought(file(tmp_path), "--json")
    assert again == 1


@pytest.mark.parametrize(("file", "words"), FILES.values(), ids=FILES)
def test_a_bad_file_is_refused_and_leaves_no_trace(tmp_path, brought, file, words):
    before = everything()
    path = file(tmp_path)
    code, said = brought(path)
    assert code == 2
    assert said.startswith(f"{path.name}: refused, nothing of it came in\n  refused file: ")
    assert words in said
    code, told = brought(path, "--json")
    assert (code, json.loads(told)[0]["is_refused"]) == (2, True)
    assert everything() == before


@pytest.mark.parametrize(("file", "words"), LOOK.values(), ids=LOOK)
def test_what_is_doubtful_comes_in_with_a_warning(tmp_path, brought, file, words):
    code, said = brought(file(tmp_path))
    assert (code, "warning: " in said, words in said) == (1, True, True)


@pytest.mark.parametrize("file", FINE.values(), ids=FINE)
def test_what_people_make_is_read_without_a_word(tmp_path, brought, file):
    code, said = brought(file(tmp_path))
    assert (code, said.count("\n")) == (0, 1)
    assert ("CUS01", "2023-08") in entered()


def test_a_figure_ten_times_off_comes_in_with_the_question_what_was_meant(tmp_path, brought):
    usual = [["HOU01", f"at2023-0{month}-28", None, None, 41 + month / 10] for month in range(1, 8)]
    code, said = brought(bad.book(*usual, ["HOU01", "at2023-08-28", None, None, 420])(tmp_path))
    assert code == 1
    assert "E10: 420 is about ten times off what is usual here (41.45). Did you mean 42.0?\n" in said
    assert ("HOU01", "at2023-08-28") in entered()


def test_figures_known_from_a_day_to_come_are_refused(tmp_path, brought):
    before = everything()
    code, said = brought(bad.book()(tmp_path), "--known-from", "2093-01-01")
    assert (code, "still to come" in said) == (2, True)
    assert everything() == before


def test_one_bad_file_does_not_stop_the_next(tmp_path, brought):
    bad_one = bad.content("bad.xlsx", b"no workbook")(tmp_path)
    code, said = brought(bad_one, bad.book()(tmp_path))
    assert code == 1
    assert "bad.xlsx: refused, nothing of it came in" in said
    assert "return.xlsx: 1 added" in said


def test_a_finding_says_where_and_what_would_be_right_in_json_too(tmp_path, brought):
    _, told = brought(bad.book(["CUS01", "2023-09", 561, 512, None])(tmp_path), "--json")
    (found,) = json.loads(told)[0]["findings"]
    assert (found["file"], found["sheet"], found["cell"]) == ("return.xlsx", "Q2", "C3")
    assert (found["severity"], found["code"]) == ("refused row", "numerator_above_denominator")
    assert found["wrong"]
    assert found["right"]


def test_nothing_of_a_hidden_sheet_is_said_or_kept(tmp_path, brought):
    def hide(workbook):
        workbook["Names"].sheet_state = "hidden"

    rows = {"Q2": [[*files.HEADINGS, "Area"], bad.GOOD], "Names": [["Zebedee", "Quill"]]}
    code, said = brought(files.workbook(tmp_path / "return.xlsx", rows, hide))
    assert (code, "hidden sheet" in said) == (1, True)
    assert "Quill" not in said + repr(everything())


def test_a_file_refused_for_what_the_ledger_knows_changes_nothing(tmp_path, brought):
    brought(bad.book()(tmp_path))
    before = everything()
    read = mapping.read(MAPPING.encode(), "small.yaml")
    path = bad.book(good=["CUS01", "2023-08", 497, 561, None])(tmp_path).rename(tmp_path / "second.xlsx")
    code, said = brought(path)
    assert (code, "already known from the same moment" in said) == (2, True)
    assert everything() == before
    later = datetime(2023, 11, 16, tzinfo=UTC)
    done = actions.import_file(path=path, mapping=read, known_from=later, by="Officer", at=council.NOW)
    assert done.changed == 1


def test_of_many_findings_of_a_kind_a_few_are_shown_and_the_others_counted(tmp_path, brought):
    unknown = [[f"CUS{number}", "2023-08", 1, 2, None] for number in range(90, 99)]
    swapped = ["CUS01", "2023-09", 561, 512, None]
    _, said = brought(bad.book(*unknown, swapped)(tmp_path))
    assert said.count("refused row: return.xlsx") == 4
    assert "refused row: 6 more like these (unknown indicator); import --json lists them all" in said
    assert "C12: the numerator 561" in said
