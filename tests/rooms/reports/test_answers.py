"""Where a member finds an answer: the questions, the key, the milestones, the splits."""

import re
from dataclasses import replace

from goldenthread.disclosure import gate
from goldenthread.documents import content as c
from tests.rooms.reports import reading, smallham


def answers(material):
    table = reading.tables(reading.report(material))["questions-table"]
    return {c.words(row.header): c.words(row.cells[0]) for row in table.rows()}


def with_actions(*lines):
    """Smallham with other actions."""
    sealed = smallham.sealed()
    return smallham.material(
        now=gate.for_publication(replace(sealed, lines={**sealed.lines, "action": lines}))
    )


def test_each_question_that_members_ask_has_an_answer_or_its_place():
    said = answers(smallham.material())
    assert said["Has this moved since the quarter?"] == (
        "3 figures have changed by 30 November 2023; with them 2 ratings. See Since the freeze."
    )
    assert said["Does splitting actions flatter us?"] == (
        "2 of 4 lines (50.0%) were complete or green; by adopted action, 1 of 3 (33.3%). See Reconciliation."
    )
    assert said["Are we worse than others?"] == "No comparison with other councils is on record for Q2."
    assert said["What will it cost?"] == "This report works out no costs."


def test_whether_it_is_really_better_is_counted_against_a_year_ago():
    told = answers(smallham.material())["Is it really getting better?"]
    better, same, worse = map(int, re.findall(r"(\d+) (?:better|same|worse)", told))
    trends = [line.get("trend_like") for line in smallham.indicators() if line["indicator"] != "B2"]
    assert [better, same, worse] == [trends.count(x) for x in ("improving", "steady", "worsening")]


def test_who_changed_a_target_is_named_with_what_it_measures():
    told = answers(smallham.material())["Who set that target, and was it changed?"]
    assert told.startswith("Changed in the year: A2 Measure A2 (Corporate Director of Resources, easier).")


def test_a_figure_is_held_against_other_councils_where_they_are_on_record():
    """A1 is above the average of its peers, A4 below."""
    peers = {"value": 88.0, "period": "2023-24-Q2", "label": "London"}
    lines = tuple(
        {**line, "comparator": peers} if line["indicator"] in ("A1", "A4") else line
        for line in smallham.indicators()
    )
    told = answers(smallham.material(sealed=smallham.sealed(indicator=lines)))["Are we worse than others?"]
    assert told.startswith("1 of 2 indicators that can be compared (50.0%) did as well as other councils")


def test_the_cost_is_where_the_finance_report_is_named():
    now = gate.for_publication(smallham.sealed())
    named = smallham.challenge(
        1, indicators=["A4"], actions=["R2b"], back_on_target="Not this year (finance report of December)."
    )
    told = answers(smallham.material(challenges=smallham.beside.challenges([named], now)))
    assert told["What will it cost?"] == (
        "This report works out no costs. The finance report is named in key challenge 1."
    )


def test_a_council_without_actions_or_challenges_is_not_asked_about_them():
    assert "Does splitting actions flatter us?" not in answers(smallham.bare())
    assert "When will it be green again?" not in answers(smallham.bare())


def test_a_council_that_keeps_no_challenges_says_so_once():
    report = reading.report(smallham.bare())
    assert "Key challenges" not in reading.headings(report)
    labels = {column.label for table in reading.tables(report).values() for column in table.columns}
    assert "Key challenge" not in labels


def test_the_key_says_what_each_mark_means():
    report = reading.report(smallham.material())
    lists = [block for block in reading.blocks(report) if isinstance(block, c.BulletList)]
    said = [c.words(item) for block in lists if block.kind == "plain" for item in block.items]
    for words in (
        "Green: target met or bettered",
        "Amber: missed, but within the tolerance set for this measure",
        "Red: missed by more",
        "Not rated: always with its reason: no target (context); not due; awaited; baseline year; hidden; "
        "discontinued",
        "Complete: delivered by the position date",
        "Not started: not yet due",
    ):
        assert words in said


def test_a_milestone_whose_day_has_passed_is_missed():
    late = smallham.action(
        "R1", "amber", next_milestone="thirty posts filled", next_milestone_date="2023-09-30"
    )
    done = smallham.action("R3", "complete")
    table = reading.tables(reading.report(with_actions(late, done)))["priority-rf-actions-table"]
    assert reading.row(table, "R1")["Next milestone"] == (
        "Thirty posts filled (missed: was due September 2023)"
    )
    assert reading.row(table, "R3")["Next milestone"] == "none left"


def test_a_split_action_shows_its_parts_beside_the_whole():
    table = reading.tables(reading.report(smallham.material()))["reconciliation-parts"]
    assert reading.row(table, "R2") == {
        "Pledge": "Do R2 by March 2024",
        "Its parts": "R2a Complete, R2b Red",
        "As adopted": "Red",
    }
