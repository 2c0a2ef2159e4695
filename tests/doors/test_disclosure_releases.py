"""Releases at the door: listed, shown without counts, checked by addition, and opened to those entitled."""

import subprocess
import sys

import pytest

from tests.doors.running import environment

LEAD = ("--by", "Data Protection Lead")


@pytest.fixture(scope="module")
def code(door):
    """The release of the first quarter's pack."""
    done = door("report", "2023-24-Q1", "--to", "pack", "--by", "Head of Performance")
    assert done.code == 0, done.err
    (listed,) = door("disclosure", "list", "--json").json
    return listed["code"]


def test_a_release_is_listed_with_what_it_shows_hides_and_costs(door, code):
    done = door("disclosure", "list")
    assert (done.code, done.err) == (0, "")
    (line,) = [line for line in done.out.splitlines() if line.startswith(code)]
    assert " 2023-24-Q1 " in line
    assert line.split()[-1] == "published"
    assert "Head of Performance  witness" in line


def test_before_the_first_pack_there_is_no_release(fresh):
    done = fresh("disclosure", "list")
    assert done.out == "No release yet: goldenthread report writes a pack and records it.\n"


def test_what_is_hidden_is_shown_with_the_reason_and_never_with_the_count(door, code):
    told = door("disclosure", "show", code)
    assert (told.code, told.err) == (0, "")
    assert "not to leave the council" in told.out
    assert "Proven at the level witness, width 1" in told.out
    assert "Nobody has approved it yet." in told.out
    assert "CSC01  Assessments completed within 45 working days" in told.out
    assert "  it leaves very few people out, 2023-24-Q1: Abbot's Wharf; " in told.out
    plain = door("disclosure", "show", code, "--json").json
    assert {"indicator", "area", "breakdown", "period", "named", "why", "words"} == set(
        plain["hidden_figures"][0]
    )


def test_a_release_that_nobody_knows_is_refused_with_those_there_are(door, code):
    for what in ("show", "check"):
        done = door("disclosure", what, "2023-24-Q1-000")
        assert done.code == 2
        assert f"there is no release 2023-24-Q1-000; the latest are {code}" in done.err


def test_the_stored_proof_holds(door, code):
    done = door("disclosure", "check", code)
    assert (done.code, done.err) == (0, "")
    assert f"Release {code} (published) holds at the level witness, width 1" in done.out
    assert door("disclosure", "check", code, "--json").json["holds"] is True


def test_a_proof_is_checked_without_solver_or_compiler(door, code):
    """Whoever checks by addition needs nothing that chooses what to hide."""
    watched = (
        "import sys; from goldenthread.cli.main import main; done = main(sys.argv[1:]); "
        "print(done, sorted({'numba', 'highspy'} & set(sys.modules)))"
    )
    words = ("disclosure", "check", code, "--database", str(door.database))
    done = subprocess.run([sys.executable, "-c", watched, *words], env=environment(), capture_output=True)
    assert done.stdout.decode().splitlines()[-1] == "0 []"


def test_a_folder_without_its_table_is_refused(door, tmp_path):
    done = door("disclosure", "check", tmp_path)
    assert done.code == 2
    assert "name the protected table too" in done.err


def test_hidden_figures_are_told_to_those_entitled_with_a_reason_alone(door, code):
    show = ("disclosure", "show", code, "--unprotected")
    assert "say why they are needed" in door(*show, *LEAD).err
    refused = door(*show, "--reason", "Curious", "--by", "Head of Performance")
    assert refused.code == 2
    assert (
        "Head of Performance may not see protected figures as they are; who may: Data Protection Lead; "
        in (refused.err)
    )
    told = door(*show, "--reason", "A question", *LEAD)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{code}. Unprotected: only for those entitled, not to leave the council.")
    owner = door(*show, "--reason", "A question", "--by", "Head of Children's Social Care", "--json").json
    assert "CSC01" in {row["indicator"] for row in owner["hidden"]}
    assert "HOU03" in owner["left_out"]
