"""`goldenthread disclosure allow`: a phrase that the data protection lead lets stand."""

import pytest

LEAD = ("--by", "Data Protection Lead")
WHY = ("--reason", "The family agreed")
PHRASE = ("2023-24-Q2", "a3ebc932bab1")
SAID = "two siblings moved twice in August"
REPORT = ("report", "2023-24-Q2", "--to", "pack")


def allow(door, *words):
    return door("disclosure", "allow", *PHRASE, *WHY, *LEAD, *words)


def is_printed(folder):
    return any(SAID in page.read_text(encoding="utf-8") for page in folder.rglob("*.html"))


def test_an_allowed_phrase_leaves_and_what_has_left_stays_as_it_is(fresh, tmp_path):
    """Allowed on 20 November 2023, printed as known on the 30th; taken back today, it stays in that pack."""
    assert allow(fresh, "--known-from", "2023-11-20").out == (
        "The phrase a3ebc932bab1 is allowed in reports as known from 20 November 2023 on.\n"
    )
    told = fresh("disclosure", "words", "2023-24-Q2")
    assert told.code == 0
    assert told.out.splitlines()[2:] == [
        "Allowed to stand",
        "  comment CSC07, why: few-people, a3ebc932bab1",
        "    Data Protection Lead, from 20 November 2023: The family agreed",
    ]
    written = fresh(*REPORT)
    assert written.code == 0
    assert "before despatch: CSC07" not in written.out
    assert "awaits approval by the Data Protection Lead: goldenthread disclosure approve" in written.out
    assert is_printed(tmp_path / "pack")
    taken_back = allow(fresh, "--revoke")
    assert taken_back.code == 0
    assert "tells what was known up to 30 November 2023: write it with a later --known-at" in taken_back.out
    assert fresh(*REPORT, "--check").out == "Rendered again: every byte is the same.\n"
    too_late = allow(fresh, "--revoke", "--known-from", "2023-11-25")
    assert (too_late.code, "what has left stays as it is" in too_late.err) == (2, True)
    assert fresh("verify").code == 0


def test_a_phrase_that_is_allowed_now_changes_no_report_of_before(fresh):
    told = allow(fresh)
    assert "write it with a later --known-at, else it stays as it is" in told.out
    assert fresh("disclosure", "words", "2023-24-Q2").out.count("two siblings") == 1
    assert fresh("disclosure", "words", "2023-24-Q2", "--known-at", "2023-12-31").code == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((*PHRASE, *WHY, "--by", "Head of Performance"), "for the Data Protection Lead alone"),
        ((*PHRASE, "--reason", " ", *LEAD), "say why"),
        (("2023-24-Q2", "a3eb", *WHY, *LEAD), "too short: write 8 characters"),
        (("2023-24-Q2", "f" * 12, *WHY, *LEAD), "take it from `goldenthread disclosure words 2023-24-Q2`"),
        (("2023-24-Q4", "f" * 12, *WHY, *LEAD), "2023-24-Q4 is not frozen"),
        ((*PHRASE, *WHY, *LEAD, "--revoke"), "no phrase that is allowed has a digest that begins with"),
        ((*PHRASE, *WHY, *LEAD, "--known-from", "2093-01-01"), "not from one to come"),
    ],
)
def test_what_cannot_be_allowed_is_refused_with_what_would_be_right(door, words, why):
    done = door("disclosure", "allow", *words)
    assert done.code == 2, done.out
    assert why in done.err
    assert door("disclosure", "words", "2023-24-Q2", "--json").json["allowed"] == []
