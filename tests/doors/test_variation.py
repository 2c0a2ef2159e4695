"""Asking at the command line what each indicator's run of figures says, in words and as a page."""

import re

import pytest

Q2 = ("variation", "2023-24-Q2")
LEAD = ("--by", "Data Protection Lead")
OWNER = ("--by", "Head of Adult Social Care")
CALLED = {
    "ASC08", "CSC07", "CSC11", "CUS02", "CUS05", "EDU01", "EDU02", "ENV01", "ENV05", "FIN01", "HOU01",
    "HOU03", "HOU08", "HOU12", "HR04",
}  # fmt: skip

OPEN_TO_ALL = {"CSC11", "CUS02", "CUS05", "ENV01", "ENV05", "FIN01", "HOU08", "HOU12", "HR04"}


def codes(page):
    """The indicators of which a page holds a chart."""
    return set(re.findall(r"<figcaption>([A-Z]+\d+) ", page))


def test_indicators_stand_under_what_they_say_and_why(door):
    done = door(*Q2)

    assert (done.code, done.err) == (0, "")
    first, second = done.out.split("\n", 2)[0], done.out.split("\n")[2]
    assert first.startswith("As frozen: position at 30 September 2023, figures as known on 10 November 2023")
    assert first.endswith("For staff: unprotected, not for publication.")
    assert second == "Deteriorating: the latest figures are worse than chance explains"
    (row,) = [line for line in done.out.splitlines() if line.startswith("CUS05")]
    assert re.split(r"\s{2,}", row) == [
        "CUS05",
        "Subject access requests answered within a month",
        "80.7%",
        "■ Red",
        "month",
        "concern (low)",
        "before the change: met or missed by chance",
        "83.2% to 91.5%",
        "deteriorating; red two periods running",
    ]
    assert "66 indicators: 9 deteriorating, 2 will keep missing unless something changes" in done.out
    assert "15 exceptions." in done.out


def test_only_exceptions_as_data(door):
    told = door(*Q2, "--only-exceptions", "--json").json

    assert {row["indicator"] for row in told["messages"]} == CALLED
    assert (told["view"], told["left_out"]) == ("as frozen", [])
    assert {row["indicator"] for row in told["starts"]} <= CALLED


def test_one_indicator_says_what_is_charted_and_who_approved_a_rebase(door):
    said = door(*Q2, "HR01").out

    assert "No target to judge by: the single months beneath vary by chance alone" in said
    assert "Charted: control chart of 27 months, Jul 2021 to Sep 2023. Limits or median: 7.2 to 10.1" in said
    assert "Limits start anew from Jul 2021: Sickness in the pandemic is over" in said
    assert "(approved by Corporate leadership team)" in said
    assert "Exception: no" in said


def test_what_became_known_later_is_told_under_its_own_date(door):
    later = door(*Q2, "PLN02", "--known-at", "2023-11-30")
    assert later.out.startswith("As now known: position at 30 September 2023, figures as known on 30 Nov")
    assert "Improving" in later.out
    assert "No latest figure" in door(*Q2, "PLN02").out


def test_a_page_holds_nothing_of_what_a_policy_protects(door, tmp_path):
    to = tmp_path / "page.html"
    done = door(*Q2, "--to", to)

    page = to.read_text("utf-8")
    assert done.code == 0
    assert "Left out, for a policy protects their figures: ASC01, ASC02, " in done.out
    assert codes(page) == OPEN_TO_ALL
    assert "Households in temporary accommodation" not in page
    assert "For staff: unprotected, not for publication" in page
    assert page.count("<svg") >= 2 * len(codes(page)), "one for a desk, one for a phone"
    assert "http" not in re.sub(r'xmlns="[^"]*"', "", page)


def test_those_entitled_have_the_others_on_record(fresh, tmp_path):
    to = tmp_path / "page.html"
    asked = (*Q2, "--only-exceptions", "--to", to, "--unprotected")
    assert "say why they are needed" in fresh(*asked, *LEAD).err
    refused = fresh(*asked, "--reason", "Curious", "--by", "Head of Performance")
    assert refused.code == 2
    assert "Head of Performance may not see protected figures as they are; who may: " in refused.err
    assert not to.exists()

    assert fresh(*asked, "--reason", "My own", *OWNER).code == 0
    page = to.read_text("utf-8")
    assert "Long-term clients reviewed" in page
    assert "Households in temporary accommodation" not in page
    assert "Unprotected: only for those entitled, not to leave the council" in page
    assert fresh(*asked, "--reason", "For the session", *LEAD).code == 0
    page = to.read_text("utf-8")
    assert CALLED - {"ASC08"} == codes(page), "a rolling year has no chart"
    assert fresh("verify").code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("variation", "Q2"), "Q2"),
        ((*Q2, "HOU99"), "HOU99 is not an indicator in force then"),
        ((*Q2, "--unprotected"), "are for a page: name its file with --to FILE.html"),
    ],
)
def test_what_cannot_be_answered_is_refused(door, words, says):
    done = door(*words)

    assert done.code == 2
    assert says in done.err
