"""Asking at the command line which wards and groups good figures hide, for the public or as they are."""

import pytest

Q2 = ("masked", "2023-24-Q2")
LEAD = ("--by", "Data Protection Lead")
OWNER = ("--by", "Head of Adult Social Care")


def named(ran):
    return {(row["indicator"], row["name"]) for row in ran.json["areas"]}


def test_the_stuck_ward_is_named_and_the_one_with_eight_cases_is_not(door):
    done = door(*Q2)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("2023-24-Q2. As the public sees it.\n3 areas\n")
    (ward,) = [line for line in done.out.splitlines() if line.startswith("ENV07")]
    assert ward.split()[-10:-5] == ["Windlass", "Quay", "6.1", "1.7", "2.0"]
    assert ward.endswith("hidden behind a good figure")
    assert "Marl Pits" not in done.out
    assert "not judged: 29, hidden or not come in" in done.out


def test_as_the_public_sees_it_no_hidden_figure_is_among_the_areas(door):
    as_shown = door(*Q2, "--all", "--json").json

    assert as_shown["mark"] == "As the public sees it"
    assert {"ENV07"} < {row["indicator"] for row in as_shown["areas"]}
    assert all(row["numerator"] not in range(1, 6) for row in as_shown["areas"])
    # Thirteen of fourteen: who is left out is one person, hidden from the public.
    assert ("CSC09", "Mixed or multiple ethnic groups") not in named(door(*Q2, "--all", "--json"))


def test_figures_as_they_are_stand_for_those_entitled_with_a_reason_on_record(fresh):
    asked = (*Q2, "--unprotected", "--all", "--json")
    assert "say why they are needed" in fresh(*asked, *OWNER).err
    refused = fresh(*asked, "--reason", "Curious", "--by", "Head of Performance")
    assert refused.code == 2
    assert "Head of Performance may not see protected figures as they are; who may: " in refused.err

    owner = fresh(*asked, "--reason", "My own", *OWNER)
    assert owner.code == 0
    assert owner.json["mark"].startswith("Unprotected: only for those entitled")
    assert "CSC09" in owner.json["left_out"]
    assert "CSC09" not in {row["indicator"] for row in owner.json["areas"]}
    lead = fresh(*asked, "--reason", "To ask the service", *LEAD)
    assert ("CSC09", "Mixed or multiple ethnic groups") in named(lead)
    assert fresh("verify").code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("masked", "2023-24-Q3"), "2023-24-Q3 is not frozen (frozen: 2023-24-Q1, 2023-24-Q2)"),
        (("masked", "Q2"), "Q2 is not frozen"),
    ],
)
def test_a_period_that_is_not_frozen_is_refused(door, words, says):
    done = door(*words)

    assert done.code == 2
    assert says in done.err
