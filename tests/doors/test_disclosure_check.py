"""`goldenthread disclosure check` and `test`: what was protected holds, and what was not is opened."""

import csv
import json

import pytest

from tests.doors.test_disclosure_protect import folder, read


@pytest.fixture(scope="module")
def made(protect, tmp_path_factory):
    place = tmp_path_factory.mktemp("protected")
    done = protect(folder(place / "table"), place, "--public", "y.csv", level="witness")
    assert (done.code, done.err) == (0, "")
    return place


@pytest.fixture(scope="module")
def check(program):
    return lambda place, *more: program("disclosure", "check", "table", "x.csv", *more, cwd=place)


@pytest.fixture(scope="module")
def attack(program):
    return lambda place, name="x.csv", *more: program("disclosure", "test", "table", name, *more, cwd=place)


def copied(made, tmp_path, *, cells=None, proof=None):
    """The same folder with the table or its proof changed by a function."""
    folder(tmp_path / "table")
    rows = read(made / "x.csv")
    if cells:
        cells(rows)
    with (tmp_path / "x.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    found = json.loads((made / "x.proof.json").read_text())
    if proof:
        proof(found)
    (tmp_path / "x.proof.json").write_text(json.dumps(found))
    return tmp_path


def test_a_proof_that_holds_is_said_to(check, made):
    done = check(made)
    assert (done.code, done.err) == (0, "")
    assert done.out == "x.csv holds at the level witness: proven at width 1.\n"
    assert check(made, "--json").json == {"level": "witness", "width": 1, "holds": True, "faults": []}


def test_the_order_of_the_rows_does_not_matter(check, made, tmp_path):
    assert check(copied(made, tmp_path, cells=lambda rows: rows.reverse())).code == 0


def test_the_outsider_opens_nothing_in_the_table_or_in_what_the_public_sees(attack, made):
    for name in ("x.csv", "y.csv"):
        done = attack(made, name)
        assert done.code == 0
        assert f"{name}: 0 of " in done.out
    found = attack(made, "y.csv", "--intervals", "--json").json
    assert found["recovered"] == {}
    assert found["widths"]["25"] >= 1


def test_naive_suppression_is_opened_with_the_cells_named(check, attack, made, tmp_path):
    """Only small counts are hidden: what stands alone in its sum comes out by subtraction."""

    def print_secondary(rows):
        for row in rows:
            row["status"] = row["status"].replace("secondary", "published")

    place = copied(made, tmp_path, cells=print_secondary)
    done = attack(place, "x.csv", "--json")
    assert done.code == 1
    counts = {row["cell"]: int(row["count"]) for row in read(place / "x.csv")}
    assert done.json["recovered"]
    assert all(counts[name] == count for name, count in done.json["recovered"].items())
    assert check(place).code == 1


def test_a_small_count_that_is_printed_is_named(check, made, tmp_path):
    def print_one(rows):
        next(row for row in rows if row["status"] == "primary")["status"] = "published"

    done = check(copied(made, tmp_path, cells=print_one))
    assert done.code == 1
    assert "a small count that is printed" in done.out


def test_a_count_that_is_not_the_tables_is_named(check, made, tmp_path):
    def other_count(rows):
        rows[0]["count"] = "1"

    done = check(copied(made, tmp_path, cells=other_count))
    assert done.code == 1
    assert "Total | Total: the file counts 1, the table " in done.out


def first_table(proof):
    return next(table for table in proof["tables"] if table)


def one_more(proof):
    table = first_table(proof)
    table[next(iter(table))] += 1


def no_pair(proof):
    proof["pairs"].pop(next(iter(proof["pairs"])))


def same_tables(proof):
    for pair in proof["pairs"].values():
        pair[1] = pair[0]


def wider(proof):
    proof["width"] = 50


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (one_more, "does not add up"),
        (no_pair, "no two tables are named for it"),
        (same_tables, "its tables differ by less than 1"),
        (wider, "its tables differ by less than 50"),
    ],
)
def test_a_proof_that_does_not_hold_is_refused_in_words(check, made, tmp_path, change, said):
    done = check(copied(made, tmp_path, proof=change))
    assert done.code == 1
    assert said in done.out


def fraction(proof):
    table = first_table(proof)
    table[next(iter(table))] = 0.5


def strange_cell(proof):
    first_table(proof)["Atlantis | Total"] = 1


def unknown_level(proof):
    proof["level"] = "perfect"


def other_threshold(proof):
    proof["threshold"] = 1


def no_tables(proof):
    proof.pop("tables")


def half_pair(proof):
    proof["pairs"][next(iter(proof["pairs"]))] = [0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (fraction, "a whole number is wanted, not 0.5"),
        (strange_cell, "the table has no cell 'Atlantis | Total'"),
        (unknown_level, "level is one of rank, rule-aware, witness"),
        (other_threshold, "the proof is for small counts of 1 to 1, not to 4"),
        (no_tables, '"tables" is a list of tables'),
        (half_pair, "the numbers of two tables are wanted"),
    ],
)
def test_a_proof_that_cannot_be_read_is_refused_in_words(check, made, tmp_path, change, said):
    done = check(copied(made, tmp_path, proof=change))
    assert done.code == 2
    assert said in done.err


def test_a_level_below_is_said_to_be_worked_out_and_not_proven(protect, check, tmp_path):
    assert protect(folder(tmp_path / "table"), tmp_path, level="rule-aware").code == 0
    done = check(tmp_path)
    assert done.code == 0
    assert "holds at the level rule-aware: worked out anew, for there is no proof" in done.out


def test_a_witness_that_is_only_claimed_is_refused(protect, check, tmp_path):
    assert protect(folder(tmp_path / "table"), tmp_path, level="rule-aware").code == 0
    proof = json.loads((tmp_path / "x.proof.json").read_text())
    (tmp_path / "x.proof.json").write_text(json.dumps(proof | {"level": "witness"}))
    assert check(tmp_path).code == 2


def drop_last(rows):
    rows.pop()


def twice(rows):
    rows.append(dict(rows[0]))


def renamed(rows):
    rows[3]["cell"] = "Atlantis | Total"


def strange_status(rows):
    rows[3]["status"] = "hidden"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (drop_last, "lacks cells of the table"),
        (twice, "has the cell 'Total | Total' twice"),
        (renamed, "has a cell that the table has not: 'Atlantis | Total'"),
        (strange_status, "a status is one of published, primary, secondary, not 'hidden'"),
    ],
)
def test_a_file_of_another_table_is_refused_in_words(check, attack, made, tmp_path, change, said):
    place = copied(made, tmp_path, cells=change)
    for done in (check(place), attack(place)):
        assert done.code == 2
        assert said in done.err


def test_a_missing_proof_is_refused(check, made, tmp_path):
    place = copied(made, tmp_path)
    (place / "x.proof.json").unlink()
    assert "without one nothing is proven" in check(place).err
