"""`goldenthread disclosure protect`: a folder in, cells, public cells and proof out."""

import csv
import gzip
import json

import numpy as np
import pytest

from tests.doors.running import run

WARDS = {"North": ("Ash", "Birch"), "South": ("Cedar", "Doe"), "East": ("Elm", "Fir")}
BANDS = ("under 5", "5 to 10", "11 to 17")


def rows(seed=1):
    counts = iter(np.random.default_rng(seed).poisson(7, 18).tolist())
    return [
        [area, ward, band, next(counts)] for area, wards in WARDS.items() for ward in wards for band in BANDS
    ]


def folder(place, inner=None, meta=None, name="inner.csv"):
    place.mkdir()
    dimensions = {"area": ["district", "ward"], "band": ["band"]}
    (place / "meta.json").write_text(json.dumps(meta or {"dims": dimensions}))
    lines = [["district", "ward", "band", "freq"], *(rows() if inner is None else inner)]
    text = "".join(",".join(map(str, line)) + "\n" for line in lines).encode()
    (place / name).write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    return place


def read(place):
    with place.open(newline="") as file:
        return list(csv.DictReader(file))


def test_cells_public_cells_and_proof_are_written(protect, tmp_path):
    done = protect(folder(tmp_path / "table"), tmp_path, "--public", "y.csv", "--json")

    assert (done.code, done.err) == (0, "")
    cells, public = read(tmp_path / "x.csv"), read(tmp_path / "y.csv")
    assert list(cells[0]) == ["area", "band", "cell", "count", "status"]
    assert list(public[0]) == ["area", "band", "cell", "count"]
    assert cells[0]["cell"] == "Total | Total"
    proof = json.loads((tmp_path / "x.proof.json").read_text())
    assert done.json == proof
    assert (proof["level"], proof["cells"], proof["exposed"]) == ("rank", len(cells), 0)
    lost = [int(cell["count"]) for cell in cells if cell["status"] == "secondary"]
    assert proof["loss"] == {"cells": len(lost), "sum": sum(lost)}


def test_it_works_as_a_program_of_its_own(tmp_path):
    place = folder(tmp_path / "table")
    done = run("disclosure", "protect", place, "--level", "rank", "--out", "x.csv", cwd=tmp_path)

    assert (done.code, done.err) == (0, "")
    assert "Holds at the level rank." in done.out


def test_the_public_sees_one_mark_for_every_hidden_cell(protect, tmp_path):
    assert protect(folder(tmp_path / "table"), tmp_path, "--public", "y.csv").code == 0

    cells, public = read(tmp_path / "x.csv"), read(tmp_path / "y.csv")
    assert {cell["status"] for cell in cells} == {"published", "primary", "secondary"}
    assert [cell["cell"] for cell in public] == [cell["cell"] for cell in cells]
    for cell, seen in zip(cells, public, strict=True):
        assert seen["count"] == (cell["count"] if cell["status"] == "published" else "[c]")


@pytest.mark.parametrize("level", ["rank", "rule-aware", "witness"])
def test_what_the_public_sees_adds_up_wherever_it_shows_numbers(protect, tmp_path, level):
    assert protect(folder(tmp_path / "table"), tmp_path, "--public", "y.csv", level=level).code == 0

    seen = {(cell["area"], cell["band"]): cell["count"] for cell in read(tmp_path / "y.csv")}
    complete = 0
    for area in {area for area, _ in seen}:
        parts = [seen[area, band] for band in BANDS]
        if "[c]" not in [*parts, seen[area, "Total"]]:
            assert sum(map(int, parts)) == int(seen[area, "Total"])
            complete += 1
    assert complete


def test_small_counts_are_primary_and_zeros_stay(protect, tmp_path):
    assert protect(folder(tmp_path / "table"), tmp_path).code == 0

    for cell in read(tmp_path / "x.csv"):
        assert (cell["status"] == "primary") == (1 <= int(cell["count"]) <= 4)
        assert cell["status"] == "published" or cell["count"] != "0"


def test_the_same_table_gives_the_same_bytes_whatever_the_order_of_its_rows(protect, tmp_path):
    first, second = (folder(tmp_path / name, order) for name, order in (("a", rows()), ("b", rows()[::-1])))
    files = ("x.csv", "y.csv", "x.proof.json")
    assert protect(first, tmp_path, "--public", "y.csv").code == 0
    before = [(tmp_path / name).read_bytes() for name in files]
    assert protect(second, tmp_path, "--public", "y.csv").code == 0

    assert [(tmp_path / name).read_bytes() for name in files] == before


def test_a_compressed_table_is_read_too(protect, tmp_path):
    assert protect(folder(tmp_path / "table", name="inner.csv.gz"), tmp_path, "--seconds", "0.2").code == 0


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["North", "Ash", "over 17", -2], "North, Ash, over 17 is negative"),
        (["North", "Ash", "over 17", 2.5], "is not a whole number"),
        (["North", "Ash", "over 17", "[c]"], "North, Ash, over 17 has no count ([c])"),
        (["North", "Ash", "over 17", ""], "North, Ash, over 17 has no count (blank)"),
        (["North", "Ash", "under 5", 4], "North, Ash, under 5 stands in the table twice"),
        (["North", "", "over 17", 2], "ward is blank in North"),
        (["North", "Ash ", "over 17", 2], "'Ash ' begins or ends with a space"),
        (["Ash", "North", "over 17", 2], "Ash is above North and below it"),
        (["West", "Total", "Total", 9], "no row lies beneath West"),
        (["South", "Ash", "under 5", 2], "Ash stands under North and South"),
        (["North", "Total", "Total", 999], "North x Total is given as 999"),
    ],
)
def test_a_bad_table_is_refused_in_words_and_nothing_is_written(protect, tmp_path, row, said):
    done = protect(folder(tmp_path / "table", [*rows(), row]), tmp_path, "--public", "y.csv")

    assert done.code == 2
    assert "table/inner.csv: " in done.err
    assert said in done.err
    assert not list(tmp_path.glob("[xy].*"))


@pytest.mark.parametrize(
    ("meta", "said"),
    [
        ({"dims": {}}, 'needs "dims"'),
        ({"dims": {"area": "ward"}}, 'needs "dims"'),
        ({"dims": {"area": ["ward"], "place": ["ward"]}}, "names a level column twice"),
        ({"dims": {"area": ["parish"]}}, "lacks the column parish"),
        ({"dims": {"area": ["ward", "freq"]}}, "freq as a level: that column holds the counts"),
        ({"dims": {"count": ["ward"]}}, "calls a dimension count"),
    ],
)
def test_a_folder_that_says_nothing_of_use_is_refused(protect, tmp_path, meta, said):
    done = protect(folder(tmp_path / "table", meta=meta), tmp_path)

    assert (done.code, said in done.err) == (2, True)


def test_a_folder_that_is_not_there_is_refused(protect, tmp_path):
    done = protect(tmp_path / "nowhere", tmp_path)

    assert done.code == 2
    assert "there is no folder" in done.err


def test_what_is_for_the_public_never_stands_where_the_true_counts_do(protect, tmp_path):
    done = protect(folder(tmp_path / "table"), tmp_path, "--public", "./x.csv")

    assert done.code == 2
    assert "not for the public" in done.err
    assert not list(tmp_path.glob("x.*"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not a table in CSV"),
        (b"district,ward,band,freq\n", "has no rows"),
        (b"district,ward,band,freq,freq\nNorth,Ash,f,9,3\n", "has the column freq twice"),
        ("district,ward,band,freq\nNorth,Prés,f,9\n".encode("latin-1"), "invalid utf-8"),
        ("district,ward,band,freq\nNorth,Ash,f,9\n".encode("utf-16"), "invalid utf-8"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_name(protect, tmp_path, content, said):
    place = folder(tmp_path / "table")
    (place / "inner.csv").write_bytes(content)
    done = protect(place, tmp_path)

    assert (done.code, "inner.csv" in done.err, said in done.err) == (2, True, True)
    assert not list(tmp_path.glob("x.*"))


def test_a_compressed_table_that_is_cut_short_is_refused(protect, tmp_path):
    place = folder(tmp_path / "table", name="inner.csv.gz")
    (place / "inner.csv.gz").write_bytes((place / "inner.csv.gz").read_bytes()[:-20])
    done = protect(place, tmp_path)

    assert (done.code, "inner.csv.gz is not a table in CSV" in done.err) == (2, True)


def test_of_two_tables_in_one_folder_none_is_taken(protect, tmp_path):
    place = folder(tmp_path / "table")
    (place / "inner.csv.gz").write_bytes(gzip.compress((place / "inner.csv").read_bytes()))

    assert "holds both of inner.csv and inner.csv.gz" in protect(place, tmp_path).err


def test_a_dimension_that_is_named_twice_is_refused(protect, tmp_path):
    place = folder(tmp_path / "table")
    (place / "meta.json").write_text('{"dims": {"area": ["district", "ward"], "area": ["band"]}}')

    assert "a name stands twice in it" in protect(place, tmp_path).err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--threshold", "0"), "a whole number, 1 or more, not 0"),
        (("--threshold", "2.5"), "a whole number, 1 or more, not 2.5"),
        (("--seconds", "soon"), "seconds are more than 0, not soon"),
        (("--width", "3"), "--level rank has not: ask for --level witness"),
        (
            ("--public", "no/such/y.csv"),
            "--public names no/such/y.csv: name a file in a folder that there is",
        ),
        (("--public", "table"), "--public names table: name a file"),
        (("--public", "table/inner.csv"), "which is what is to be protected"),
    ],
)
def test_what_is_asked_for_and_cannot_be_is_refused_before_anything_is_written(
    protect, tmp_path, words, said
):
    before = folder(tmp_path / "table") / "inner.csv"
    inner = before.read_bytes()
    done = protect("table", tmp_path, *words)

    assert (done.code, said in " ".join(done.err.split())) == (2, True)
    assert not list(tmp_path.glob("[xy].*"))
    assert before.read_bytes() == inner
