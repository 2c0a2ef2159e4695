"""`goldenthread disclosure words`: what holds the texts of a quarter back, for those who can change it."""


def test_the_planted_comment_is_the_only_one_of_the_quarter(door):
    done = door("disclosure", "words", "2023-24-Q2")
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines() == [
        "2023-24-Q2, as known on 30 November 2023: 1 phrase to change.",
        "",
        "Head of Children in Care and Care Leavers; Data Protection Lead",
        "  comment CSC07, why: “two siblings”",
        "    its words count very few people; say “fewer than 6”, or leave it out (few-people, a3ebc932bab1)",
    ]


def test_as_json_a_finding_has_its_place_its_rule_and_what_an_approval_is_kept_under(door):
    told = door("disclosure", "words", "2023-24-Q2", "--json").json
    (finding,), allowed = told["findings"], told["allowed"]
    said = "Foster carers retired, and two siblings moved twice in August."
    assert said[finding["start"] : finding["end"]] == finding["words"] == "two siblings"
    assert (finding["rule"], finding["about"], finding["lead"]) == (
        "few-people",
        "CSC07",
        "Data Protection Lead",
    )
    assert len(finding["digest"]) == 64
    assert allowed == []


def test_a_quarter_whose_texts_may_all_leave_ends_well(door):
    done = door("disclosure", "words", "2023-24-Q1")
    assert done.code == 0
    assert done.out.endswith(": 0 phrases to change.\n")


def test_a_quarter_that_is_not_frozen_is_refused(door):
    done = door("disclosure", "words", "2023-24-Q4")
    assert done.code == 2
    assert "2023-24-Q4 is not frozen" in done.err


ANSWER = """Dear Councillor, 486 of 585 assessments were in time. CSC01 in Gorse Hollow: 2 of 3.
A family of five waits. Most were seen within 45 days, and one child in four lives in poverty.
"""


def test_any_other_text_is_read_beside_what_the_pack_hides(door, tmp_path):
    """An answer to a councillor may be about anything, and tells of a hidden ward and of a family."""
    answer = tmp_path / "answer.txt"
    answer.write_text(ANSWER, encoding="utf-8")
    found = door("disclosure", "words", "2023-24-Q2", "--text", answer, "--by", "Scrutiny Officer", "--json")
    told = found.json["findings"]
    assert (found.code, {(one["kind"], one["about"], one["writer"]) for one in told}) == (
        1,
        {("answer", "answer.txt", "Scrutiny Officer")},
    )
    assert [(one["words"], one["rule"]) for one in told] == [
        ("2 of 3", "hidden-count"),
        ("A family of five", "one-person"),
    ]


def test_a_text_that_may_leave_ends_well_and_what_is_no_text_is_refused(door, tmp_path):
    answer, picture = tmp_path / "answer.txt", tmp_path / "answer.docx"
    answer.write_text("486 of 585 were in time.", encoding="utf-8")
    picture.write_bytes(b"PK\x03\x04\xff\xfe")
    assert door("disclosure", "words", "2023-24-Q2", "--text", answer).code == 0
    refused = door("disclosure", "words", "2023-24-Q2", "--text", picture)
    assert (refused.code, "save it as one (.txt)" in refused.err) == (2, True)
    assert door("disclosure", "words", "2023-24-Q2", "--text", tmp_path / "none.txt").code == 2
