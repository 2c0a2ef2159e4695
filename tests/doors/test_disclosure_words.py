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
