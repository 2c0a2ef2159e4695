"""Releases at the door: listed, shown without counts, checked by addition, and opened to those entitled."""

import csv
import subprocess
import sys
from datetime import date

import pytest

from tests.doors.running import environment, tables

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
    assert "What does not add up\n  ASC01 denominator: longer stretches are not the sum" in told.out
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


def test_a_release_is_approved_by_the_data_protection_lead_alone(door, code):
    approve = ("disclosure", "approve", code)
    assert "say why it may stand as it is: --reason" in door(*approve, *LEAD).err
    assert "say who does this" in door(*approve, "--reason", "Looked at it").err
    refused = door(*approve, "--reason", "Looked at it", "--by", "Head of Performance")
    assert refused.code == 2
    assert "to approve a release is for the Data Protection Lead alone, not for Head of" in refused.err
    done = door(*approve, "--reason", "Looked at every hidden figure", *LEAD)
    assert (done.code, done.out) == (0, f"{code} is approved by Data Protection Lead.\n")
    assert "by Data Protection Lead: Looked at every hidden figure" in door("disclosure", "show", code).out
    assert "is approved already" in door(*approve, "--reason", "Again", *LEAD).err


def test_a_withdrawn_release_binds_no_other_and_can_still_be_checked(fresh):
    fresh("report", "2023-24-Q1", "--to", "pack", "--by", "Head of Performance")
    (listed,) = fresh("disclosure", "list", "--json").json
    withdraw = ("disclosure", "withdraw", listed["code"], "--reason", "Written to look at it")
    assert fresh(*withdraw, "--by", "Head of Performance").code == 2
    assert fresh(*withdraw, *LEAD).code == 0
    assert fresh("disclosure", "list", "--json").json[0]["standing"] == "withdrawn"
    done = fresh("disclosure", "check", listed["code"])
    assert (done.code, "(withdrawn) holds" in done.out) == (0, True)
    assert fresh("verify").code == 0


EXCEPT = ("disclosure", "except", "CSC01", "--keep", "hidden", "--expires", "2099-03-31", "--reason", "Known")


def test_an_exception_is_kept_with_who_why_and_until_when(fresh):
    done = fresh(*EXCEPT, "--breakdown", "ward=X05900006", *LEAD, "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json["keep"] == "hidden"
    assert fresh("verify").code == 0
    second = fresh(*EXCEPT, "--breakdown", "sex=male", *LEAD, "--json").json["exception"]
    assert second == done.json["exception"].replace("-1", "-2")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("--by", "Head of Performance"), "to except a figure is for the Data Protection Lead alone"),
        ((*LEAD, "--reason", ""), "say why it is excepted: --reason"),
        (("--by", ""), "say who does this"),
        ((*LEAD, "--expires", "2023-12-31"), "it would end on 2023-12-31, before today"),
        ((*LEAD, "--expires", "soon"), "'soon' is not a date: write 2023-09-30"),
        ((*LEAD, "--breakdown", "shoes=red"), "there is no dimension of CSC01 shoes; there are: age"),
        ((*LEAD, "--breakdown", "sex=man"), "there is no value of sex man; there are: female, male"),
        ((*LEAD, "--breakdown", "ward"), "'ward' is no group: write ethnicity=mixed"),
        ((*LEAD, "--period", "autumn"), "'autumn' is not a period"),
    ],
)
def test_an_exception_that_cannot_hold_is_refused_in_words(door, changed, told):
    done = door(*EXCEPT, *changed)
    assert done.code == 2
    assert told in done.err


def test_an_exception_on_an_indicator_that_nobody_knows_is_refused(door):
    done = door("disclosure", "except", "CSC99", *EXCEPT[3:], *LEAD)
    assert done.code == 2
    assert "there is no indicator CSC99; there are: CSC01, CSC02" in done.err


def test_a_preview_says_what_would_be_hidden_and_what_hides_less_and_records_nothing(door, code, tmp_path):
    before = tables(door.database)
    told = door("disclosure", "preview", "2023-24-Q2")
    assert (told.code, told.err) == (0, "")
    assert " figures would be hidden, " in told.out
    assert f"Held against: {code}." in told.out
    assert "not recorded: this is a preview" in told.out
    assert (
        "EDU03  Permanent exclusions, by ethnic group, acytd-2023-08\n  as it is: 3 of 5 hidden\n" in told.out
    )
    page = tmp_path / "preview.html"
    assert door("disclosure", "preview", "2023-24-Q2", "--to", page).code == 0
    text = page.read_text(encoding="utf-8")
    assert "<b>As the public sees it. </b>" in text
    assert "<script" not in text
    assert "url(assets" not in text
    plain = door("disclosure", "preview", "2023-24-Q2", "--json").json
    assert plain["hidden"] == len(plain["hidden_figures"])
    assert not {"count", "lost"} & set(plain["hidden_figures"][0] | plain["alternatives"][0])
    # The comment on CSC07 counts very few people: it is named, its words are not.
    assert {"kind": "comment", "about": "CSC07"} in plain["withheld"]
    assert (
        "Texts withheld (goldenthread disclosure words 2023-24-Q2 names the words)\n  comment CSC07"
        in told.out
    )
    assert "two siblings" not in told.out + text
    assert tables(door.database) == before


def test_a_period_that_is_not_frozen_has_no_preview(door):
    done = door("disclosure", "preview", "2023-24-Q3")
    assert done.code == 2
    assert "2023-24-Q3 is not frozen" in done.err


def test_an_exception_holds_for_packs_that_tell_what_is_known_from_then_on(fresh):
    """Kept hidden from today on, group and ward are gone from a pack that tells what is known today."""
    today = date.today().isoformat()
    group = ("disclosure", "except", "HOU18", "--breakdown", "age=65-and-over", "--keep", "hidden")
    done = fresh(*group, "--expires", today, "--reason", "Known", *LEAD, "--json")
    assert (done.code, done.err) == (0, "")
    ward = ("--breakdown", "ward=X05900006", "--period", "2023-24-Q2", "--expires", "2099-03-31")
    assert (
        fresh("disclosure", "except", "CSC01", *ward, "--keep", "hidden", "--reason", "Known", *LEAD).code
        == 0
    )
    now = fresh("disclosure", "preview", "2023-24-Q2", "--known-at", today, "--json").json
    excepted = [each for each in now["hidden_figures"] if each["why"] == "exception"]
    assert {(each["indicator"], each["area"], each["breakdown"]) for each in excepted} == {
        ("HOU18", "LKH", "age=65-and-over"),
        ("CSC01", "X05900006", ""),
    }
    as_usual = fresh("disclosure", "preview", "2023-24-Q2", "--json").json
    assert "exception" not in {each["why"] for each in as_usual["hidden_figures"]}


def test_the_two_looks_are_exported_marked_and_never_into_one_folder(door, tmp_path):
    """A ward's figure is [c] in one and itself in the other; each file says which look it is in."""
    export = ("disclosure", "export", "2023-24-Q2", "--to")
    public, as_it_is = tmp_path / "public", tmp_path / "as-it-is"
    assert door(*export, public).code == 0
    asked = ("--unprotected", "--reason", "To check what is hidden", *LEAD)
    refused = door(*export, public, *asked)
    assert refused.code == 2
    assert "never stand in one folder" in refused.err
    done = door(*export, as_it_is, *asked)
    assert (done.code, done.err) == (0, "")
    for folder, name, mark, ward in (
        (public, "protected", "As the public sees it", "[c]"),
        (as_it_is, "unprotected", "Unprotected: only for those entitled", "87.5"),
    ):
        table, page = (folder / f"{name}-2023-24-Q2.{ending}" for ending in ("csv", "html"))
        rows = list(csv.DictReader(table.open(encoding="utf-8")))
        assert {row["look"].startswith(mark) for row in rows} == {True}
        assert mark in page.read_text(encoding="utf-8")
        (found,) = [
            row for row in rows
            if (row["indicator"], row["area"], row["period"]) == ("CSC01", "X05900001", "2023-24-Q2")
        ]  # fmt: skip
        assert found["value"] == ward


def test_who_may_not_see_figures_as_they_are_exports_none(door, tmp_path):
    export = ("disclosure", "export", "2023-24-Q2", "--to", tmp_path / "new", "--unprotected")
    done = door(*export, "--reason", "Curious", "--by", "Head of Performance")
    assert done.code == 2
    assert "who may: Data Protection Lead; each indicator's owner, of that indicator" in done.err
    assert "say why they are needed" in door(*export, *LEAD).err
    assert not (tmp_path / "new").exists()
    owner = door(*export, "--reason", "My own", "--by", "Head of Children's Social Care", "--json").json
    assert "CSC01" not in owner["left_out"]
    assert "HOU03" in owner["left_out"]


def test_a_pack_that_cannot_be_protected_is_refused_with_what_to_leave_out(fresh):
    """All but the group of few is excepted as shown: nothing is left that could protect it."""
    for group in ((), ("--breakdown", "age=18-64"), ("--breakdown", "age=65-and-over")):
        kept = ("--keep", "shown", "--expires", "2099-03-31", "--reason", "Asked for", *LEAD)
        assert fresh("disclosure", "except", "HOU18", *group, *kept).code == 0
    before = tables(fresh.database)
    today = ("--known-at", date.today().isoformat())
    for words in (("disclosure", "preview", "2023-24-Q2"), ("report", "2023-24-Q2", "--to", "pack")):
        done = fresh(*words, *today)
        assert done.code == 2
        assert "HOU18 numerator, age=under-18" in done.err
        assert "The cheapest way out that was tried: leave out of this release HOU18, age=18-64" in done.err
        assert "goldenthread disclosure except HOU18 --breakdown 'age=18-64' --period " in done.err
    assert tables(fresh.database) == before
