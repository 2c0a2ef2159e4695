"""`goldenthread spc`: series and parameters in, points and verdicts out, and what is left out and why."""

import csv
from collections import defaultdict

import pytest

from goldenthread.cli import main
from tests.doors.running import Ran, run
from tests.examples import reference

SERIES = "case_id,date,value\n" + "".join(
    f"A,2023-{month:02d}-01,{value}\n"
    for month, value in enumerate([4, 6, 5, "", 5, 4, 6, 5, 4, 6, 5, 4], start=1)
)
PARAMETERS = "case_id,improvement_direction,target\nA,increase,20\n"


@pytest.fixture
def spc(tmp_path, monkeypatch, capsys):
    """The command on these two texts, in this process: quicker than a program for each."""
    monkeypatch.chdir(tmp_path)

    def command(series=SERIES, parameters=PARAMETERS, *more, out="points.csv"):
        for name, text in (("series.csv", series), ("params.csv", parameters)):
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main.main(["spc", "series.csv", "--params", "params.csv", "--out", out, *more])
        return Ran(code, *capsys.readouterr())

    return command


def read(place):
    with place.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_points_and_verdicts_are_written(spc, tmp_path):
    done = spc(SERIES, PARAMETERS, "--json")

    assert (done.code, done.err) == (0, "")
    points, (verdict,) = read(tmp_path / "points.csv"), read(tmp_path / "points.summary.csv")
    assert [point["value"] for point in points[:4]] == ["4", "6", "5", ""]
    assert (points[3]["outside_limits"], points[3]["special_cause_type"]) == ("", "Common Cause")
    assert (verdict["variation_icon"], verdict["assurance_icon"]) == ("common_cause.svg", "fail.svg")
    assert verdict["warning"] == "trial limits: 11 of the 13 values that limits need"
    assert done.json["points"] == {"file": "points.csv", "rows": 12}
    assert done.json["series"][0]["assurance_icon"] == "fail"


def test_people_read_the_verdicts_in_the_terminal(spc):
    done = spc(SERIES, PARAMETERS.replace("target", "rebase").replace("20", "2023-03-15"))

    assert done.code == 0
    assert "points.csv: 12 points of 1 series; verdicts in points.summary.csv." in done.out
    assert "A: no point has the date of the rebase 2023-03-15; it is not used" in done.out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("B,2023-13-01,5", "B: series.csv, row 14, date: '2023-13-01' is no date; write it as 2024-04-01"),
        ("B,,5", "B: series.csv, row 14, date: an empty cell is no date"),
        ("B,2023-01-01,five", "B: series.csv, row 14, value: 'five' is no number; write 1164 or 56.4"),
        ("B,2023-01-01,inf", "value: 'inf' is no number"),
        ("B,2023-01-01,=1+1", "value: '=1+1' is no number"),
        ("B,2023-01-01,NA", "value: 'NA' is no number"),
        ("B,2023-01-01,5\nB,2023-01-01,6", "B: series.csv, row 15, date: a second row for 2023-01-01"),
        ("C,2023-01-01,5", "C: series.csv, row 14, case_id: params.csv has no row for this case"),
        (",2023-01-01,5", "series.csv, row 14, case_id: there is none; write which series"),
    ],
)  # fmt: skip
def test_a_series_with_a_fault_is_left_out_and_the_others_are_charted(spc, tmp_path, line, says):
    done = spc(f"{SERIES}{line}\n", f"{PARAMETERS}B,decrease,\n")

    assert done.code == 1
    assert says in done.out
    assert {point["case_id"] for point in read(tmp_path / "points.csv")} == {"A"}
    told = [row["error"] for row in read(tmp_path / "points.summary.csv") if row["error"]]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("improvement_direction", "up", "'up' is not known; write one of increase, decrease, neutral"),
        ("target", "high", "'high' is no number"),
        ("target", "inf", "is no target"),
        ("rebase", "2023-04-01;soon", "'2023-04-01;soon' is no date"),
        ("fix_after_n_points", "11", "limits cannot be fixed after 11 points: write 12 or more"),
        ("fix_after_n_points", "twelve", "'twelve' is no whole number"),
        ("screen_outliers", "maybe", "'maybe' is neither TRUE nor FALSE"),
        ("aggregation", "rolling_sum", "neighbouring figures share most of their data"),
        ("aggregation", "cumulative", "each figure holds the one before"),
        ("aggregation", "total", "'total' is not known; write one of sum"),
    ],
)
def test_parameters_that_cannot_be_are_refused_with_their_place(spc, tmp_path, column, cell, says):
    row = {"case_id": "A", "improvement_direction": "increase", column: cell}
    done = spc(SERIES, f"{','.join(row)}\n{','.join(row.values())}\n")

    assert done.code == 2
    assert f"A: params.csv, row 2, {column}: " in done.err
    assert says in done.err
    assert not (tmp_path / "points.csv").exists()


@pytest.mark.parametrize(
    ("series", "parameters", "says"),
    [
        ("", PARAMETERS, "series.csv is not a table in CSV: it is empty; give a row of case_id, date, value"),
        (b"\xff\xfe\x00", PARAMETERS, "series.csv, row 1: there is no column case_id, date, value"),
        (b"case_id,date,value\nCaf\xe9,2023-01-01,1\n", PARAMETERS, "line 2 is not UTF-8"),
        (SERIES + "A,2024-01-01,1,164\n", PARAMETERS, "line 14 has 4 cells, and the head has 3. Separate"),
        (SERIES + '"A,2024-01-01,1\n', PARAMETERS, "a quotation mark that opens is not closed"),
        (SERIES.replace(",", ";"), PARAMETERS, "there are case_id;date;value. Separate cells by commas"),
        ("case,date,value\nA,2023-01-01,1\n", PARAMETERS, "series.csv, row 1: there is no column case_id"),
        (SERIES.replace(",value", ",value,value"), PARAMETERS, "series.csv, row 1: value heads two columns"),
        (SERIES, "case_id,target\nA,1\n", "params.csv, row 1: there is no column improvement_direction"),
        (SERIES, "case_id,improvement_direction,fix_after\nA,increase,12\n", "no parameter fix_after; there"),
    ],
)  # fmt: skip
def test_a_file_that_is_something_else_is_refused_by_name(spc, tmp_path, series, parameters, says):
    done = spc(series, parameters)

    assert done.code == 2
    assert says in done.err
    assert not (tmp_path / "points.csv").exists()


def test_one_point_and_none_cannot_be_assessed_and_say_so(spc, tmp_path):
    done = spc("case_id,date,value\nA,2023-01-01,5\n", f"{PARAMETERS}B,decrease,\n")

    assert done.code == 0
    assert [row["warning"] for row in read(tmp_path / "points.summary.csv")] == [
        "cannot be assessed: there is one value, and limits need two neighbouring ones",
        "cannot be assessed: there are no points",
    ]
    assert spc("case_id,date,value\n").code == 0
    assert read(tmp_path / "points.csv") == []


@pytest.mark.parametrize(
    "parameters", [PARAMETERS.replace(",20", ","), PARAMETERS.replace(",target", "").replace(",20", "")]
)
def test_without_a_target_it_is_said_that_there_is_no_assurance(spc, tmp_path, parameters):
    done = spc(SERIES, parameters)
    assert (done.code, "1 series without a target: no assurance is assessed" in done.out) == (0, True)
    (verdict,) = read(tmp_path / "points.summary.csv")
    assert verdict["assurance_icon"] == ""
    assert "assurance cannot be assessed: there is no target" in verdict["warning"]
    spc(SERIES, parameters.replace("increase", "neutral"))
    assert "target" not in read(tmp_path / "points.summary.csv")[0]["warning"]


def test_what_is_read_is_never_written_over_and_nothing_is_half_written(spc, tmp_path):
    assert spc().code == 0
    before = (tmp_path / "points.csv").read_bytes()
    done = spc(out="series.csv")
    assert (done.code, "name another file" in done.err) == (2, True)
    done = spc(out=".")
    assert (done.code, "is a folder" in done.err) == (2, True)
    done = spc(out="gone/points.csv")
    assert (done.code, "no such file or directory" in done.err) == (2, True)
    assert spc().code == 0
    assert (tmp_path / "points.csv").read_bytes() == before
    assert sorted(place.name for place in tmp_path.iterdir()) == [
        "params.csv", "points.csv", "points.summary.csv", "series.csv",
    ]  # fmt: skip


def test_marks_of_spreadsheets_and_empty_lines_do_not_matter(spc, tmp_path):
    assert spc().code == 0
    before = (tmp_path / "points.csv").read_bytes()
    marked = [
        b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() + b",,\r\n\r\n" for text in (SERIES, PARAMETERS)
    ]
    assert spc(*marked).code == 0
    assert (tmp_path / "points.csv").read_bytes() == before


def test_a_name_cannot_steer_the_terminal(spc):
    done = spc(SERIES.replace("\nA,", "\n\x1b[2JA,"), PARAMETERS.replace("\nA,", "\n\x1b[2JA,"))
    assert "\x1b" not in done.out
    assert "\x1b" not in spc(SERIES.replace("\nA,", "\n\x1b[2JA,")).err


def test_no_spreadsheet_takes_a_name_for_a_formula(spc, tmp_path):
    spc(SERIES.replace("\nA,", "\n=A1+1,"), PARAMETERS.replace("\nA,", "\n=A1+1,"))
    for name in ("points.csv", "points.summary.csv"):
        assert {row["case_id"] for row in read(tmp_path / name)} == {"'=A1+1"}


# What the reference gets wrong, and what is said instead, is told in docs/methods/process-control.md.
AS_TEXT = (
    "seq", "date", "rebase_group", "outside_limits", "relative_to_mean", "close_to_limits",
    "special_cause_type", "special_cause_flag", "point_type", "short_group_warning",
)  # fmt: skip
COUNTS = ("n", "n_common_cause", "n_improvement", "n_concern", "n_neutral")
VERDICTS = ("variation_type", "variation_icon", "assurance_type", "assurance_icon")
LIMITS = ("mean", "lpl", "upl")


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Expected and found rows of each case, and the class of each case."""
    folder = reference.folder("spc")
    out = tmp_path_factory.mktemp("spc") / "points.csv"
    done = run("spc", folder / "series.csv", "--params", folder / "params.csv", "--out", out, cwd=out.parent)
    assert done.code == 1, done.err
    kinds = {row["case_id"]: row["class"] for row in read(folder / "cases.csv")}
    tables = {
        "points": (folder / "expected_points.csv", out),
        "summary": (folder / "expected_summary.csv", out.with_name("points.summary.csv")),
    }
    return kinds, {name: [by_case(place) for place in places] for name, places in tables.items()}


def by_case(place):
    found = defaultdict(list)
    for row in read(place):
        found[row["case_id"]].append(row)
    return found


def test_every_published_case_is_reproduced(published):
    kinds, tables = published
    exact = [case for case, kind in kinds.items() if kind == "exact"]
    assert len(exact) > 100
    for name, columns in (("points", AS_TEXT), ("summary", (*COUNTS, *VERDICTS))):
        expected, found = tables[name]
        for case in exact:
            assert len(expected[case]) == len(found[case]), case
            for wanted, got in zip(expected[case], found[case], strict=True):
                assert [wanted[column] for column in columns] == [got[column] for column in columns], case
                limits = [[float(row[column]) for column in LIMITS] for row in (wanted, got)]
                assert limits[1] == pytest.approx(limits[0], rel=1e-9), case


def test_where_the_reference_fails_the_answer_is_stated(published):
    kinds, tables = published
    verdicts = tables["summary"][1]
    stated = {
        "R-009": "not screened: more than half of the moving ranges are zero",
        "S-017": "constant: limits without width",
        "S-036": "cannot be assessed: there is one value",
        "S-118": "limits cannot be fixed after 11 points",
        "S-150": "a second row for 2021-01-01",
    }
    for case, words in stated.items():
        assert kinds[case] != "exact"
        assert words in verdicts[case][-1]["warning"] + verdicts[case][-1]["error"]
    for case in ("S-032", "S-037"):
        assert verdicts[case][0]["variation_icon"] == "common_cause.svg"
    assert int(verdicts["R-009"][0]["n_common_cause"]) > 0
