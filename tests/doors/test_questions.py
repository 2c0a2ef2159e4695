"""Asking at the command line: scorecard, receipt, changes, in words and as JSON."""

from collections import Counter

import pytest

Q2 = ("--period", "2023-24-Q2")
AS_NOW_KNOWN = ("--view", "now", "--known-at", "2023-11-30")


def ratings(ran):
    """Green, amber, red, not rated of `scorecard --json`."""
    found = Counter(line["rating"] for line in ran.json)
    return tuple(found[band] for band in ("green", "amber", "red", None))


def test_a_scorecard_as_json_is_a_list_of_lines(door):
    done = door("scorecard", *Q2, "--json")
    assert done.code == 0
    assert done.err == ""
    assert {tuple(line) for line in done.json} == {
        ("indicator", "period", "value", "target", "lower", "upper", "rating", "reason")
    }
    assert ratings(done) == (30, 14, 13, 9)
    assert {line["reason"] for line in done.json if line["rating"] is None} == {
        "not_due",
        "awaited",
        "no_target",
    }


def test_a_line_gives_value_and_target_unrounded_and_the_bands_code(door):
    lines = {line["indicator"]: line for line in door("scorecard", *Q2, "--json").json}
    cus01 = lines["CUS01"]
    assert cus01["value"] == pytest.approx(100 * 512 / 561)
    assert (cus01["period"], cus01["target"], cus01["rating"], cus01["reason"]) == (
        "2023-24-Q2",
        90,
        "green",
        "",
    )
    assert (lines["FIN01"]["target"], lines["FIN01"]["lower"], lines["FIN01"]["upper"]) == (None, -0.5, 0)


def test_every_scorecard_can_be_asked_for(door):
    assert ratings(door("scorecard", "RES", *Q2, "--json")) == (7, 5, 4, 1)
    assert ratings(door("scorecard", "priority-RF", *Q2, "--json")) == (9, 7, 6, 2)
    assert door("scorecard", "RES.revenues", *Q2).out.startswith("Revenues")
    assert door("scorecard", "portfolio-housing", *Q2).code == 0


def test_the_three_views_say_which_they_are_and_are_not_mixed(door):
    frozen, now = door("scorecard", *Q2), door("scorecard", *Q2, *AS_NOW_KNOWN)
    month = door("scorecard", "--period", "2023-10", "--known-at", "2023-12-31")
    assert [ran.out.splitlines()[1] for ran in (frozen, now, month)] == [
        "As frozen: position at 30 September 2023, figures as known on 10 November 2023, 17:00.",
        "As now known: position at 30 September 2023, figures as known on 30 November 2023.",
        "Latest month: position at 31 October 2023, figures as known on 31 December 2023.",
    ]
    assert ratings(door("scorecard", *Q2, *AS_NOW_KNOWN, "--json")) == (32, 15, 12, 7)


def test_a_frozen_period_asked_about_as_known_at_a_moment_is_shown_as_now_known(door):
    done = door("scorecard", *Q2, "--known-at", "2023-11-30")
    assert "As now known" in done.out


def test_totals_stand_in_the_order_of_the_bands(door):
    out = door("scorecard", *Q2).out
    assert "66 indicators: 30 green, 14 amber, 13 red, 9 not rated" in out.splitlines()


def test_a_receipt_says_value_target_who_set_it_and_what_would_turn_it(door):
    out = door("receipt", "EDU01", *Q2).out
    assert "Rated green: the figure is 61.3% (57 of 93)." in out
    assert "Amber below 60.0%: 2 fewer of the 93." in out
    assert "Under the target before (70.0%, amber to 65.0%) it would have been red." in out
    assert "From children.xlsx, sheet Monthly, B8" in out


def test_a_receipt_as_json_holds_the_whole_line(door):
    line = door("receipt", "EDU01", *Q2, "--json").json
    assert (line["view"], line["indicator"], line["numerator_exact"]) == ("as frozen", "EDU01", "57")


def test_changes_name_what_moved_and_why(door):
    found = door("changes", "2023-24-Q2", "--known-at", "2023-11-30", "--json").json
    assert Counter(change["kind"] for change in found) == {
        "improved": 2,
        "worsened": 1,
        "newly_reported": 2,
        "restated": 3,
    }
    (cus01,) = [change for change in found if change["indicator"] == "CUS01"]
    assert (cus01["old"]["rating"], cus01["new"]["rating"]) == ("green", "amber")
    assert (cus01["why"], cus01["known_from"]) == ("15 cases had been closed without a reply", "2023-11-16")
    out = door("changes", "2023-24-Q2", "--known-at", "2023-11-30").out
    assert out.startswith("2023-24-Q2: as frozen on 10 November 2023, 17:00, against as now known on 30 Nov")


def test_answers_in_a_pipe_have_no_line_broken_and_no_blanks_at_its_end(door):
    out = door("scorecard", *Q2).out
    assert "Children looked after with 3 or more placements in 12 months (30 September 2023)" in out
    assert not [line for line in out.splitlines() if line != line.rstrip()]


def test_the_database_verifies(door):
    done = door("verify")
    assert (done.code, done.err) == (0, "")
    assert done.out == "the database council.sqlite3: everything is as it was written\n"
    assert door("verify", "--json").json == {"faults": []}


def test_every_answer_in_words_says_that_the_council_is_invented(door):
    notice = "Larkhythe is a fictional borough. Every figure is invented."
    for asked in (("scorecard", *Q2), ("receipt", "CUS01", *Q2), ("changes", "2023-24-Q2")):
        assert door(*asked).out.rstrip().endswith(notice), asked
