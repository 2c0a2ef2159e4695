"""The check by hand that docs/reference/proof-file.md prints: it needs nothing of ours, and it notices."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread.disclosure.drafts.kept import packed
from goldenthread.methods.disclosure import witness
from tests.methods.disclosure.small import crossed, system_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "proof-file.md"


@pytest.fixture
def by_hand(tmp_path):
    """Run the program of the page on one proof; what it prints."""
    (program,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    script, table = tmp_path / "by_hand.py", tmp_path / "disclosure_release.csv"
    script.write_text(program, encoding="utf-8")

    def run(proof):
        with table.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["code", "proof"], ["R1", packed.text(proof)]])
        done = subprocess.run(
            [sys.executable, "-I", script, table], capture_output=True, text=True, check=True, cwd=tmp_path
        )
        return done.stdout.strip()

    return run


@pytest.fixture
def proof():
    """Alder 12, 1, 1 and Birch 8, 3, 6 and Cedar 11, 10, 9, with all totals, protected."""
    system = system_of(*crossed([[12, 1, 1], [8, 3, 6], [11, 10, 9]]))
    return packed.proof(system, witness.protect(system))


def test_what_holds_is_told_without_faults(by_hand, proof):
    assert by_hand(proof) == "R1: 3 small counts, 8 sums, 0 faults"


def test_a_step_that_does_not_add_up_is_noticed(by_hand, proof):
    proof["witness"]["changes"]["numbers"][0] += 1

    assert by_hand(proof) == "R1: 3 small counts, 8 sums, 2 faults"


def test_a_printed_count_that_is_changed_is_noticed(by_hand, proof):
    proof["secondary"] = proof["secondary"][1:]

    assert not by_hand(proof).endswith(" 0 faults")


def test_an_impossible_count_is_noticed(by_hand, proof):
    proof["lower"] = list(proof["counts"])

    assert not by_hand(proof).endswith(" 0 faults")


def test_a_small_count_with_one_table_alone_is_noticed(by_hand, proof):
    found = json.loads(json.dumps(proof))
    found["witness"]["second"] = found["witness"]["first"]

    assert by_hand(found) == "R1: 3 small counts, 8 sums, 3 faults"
