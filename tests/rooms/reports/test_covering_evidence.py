"""A mitigation is claimed with its numbers where the system can show it, and not at all where it cannot."""

from dataclasses import replace

import pytest

from goldenthread.disclosure import beside, gate
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.covering import evidence
from goldenthread.reports.form import EVIDENCE
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import smallham


def sentence(code, **instead):
    return evidence.sentence(quarter.of(smallham.material(**instead)), code)


def without_b1(layout):
    sections = [
        {**section, "lines": [line for line in section["lines"] if line != "B1"]}
        for section in layout["sections"]
    ]
    return {**layout, "sections": sections}


def challenged(change):
    """Smallham with its challenges changed."""
    now = gate.for_publication(smallham.sealed())
    lines = [change(dict(line)) for line in smallham.challenges()]
    return beside.challenges([line for line in lines if line], now)


def test_every_kind_of_evidence_has_a_sentence():
    assert set(evidence.SHOWN) == set(evidence.ABOUT) == set(EVIDENCE)


def test_evidence_of_an_unknown_kind_is_refused():
    with pytest.raises(evidence.NotEvidence, match="hearsay"):
        sentence("hearsay")


def test_scorecards_are_claimed_where_every_indicator_stands_on_both():
    assert sentence("scorecards") == (
        "All 8 corporate indicators stand on a directorate and a service scorecard."
    )


def test_scorecards_are_not_claimed_for_one_indicator_that_stands_on_none():
    assert sentence("scorecards", layouts=()) is None
    assert sentence("scorecards", layouts=tuple(map(without_b1, smallham.LAYOUTS))) is None


def test_reds_are_answered_where_every_one_belongs_to_a_whole_challenge():
    assert sentence("challenges") == (
        "At 30 September 2023, 2 of 8 performance indicators and 1 of 4 lines of Pledges were red. All of "
        "them belong to 2 key challenges; each names a lead and dated actions with what they should change."
    )


@pytest.mark.parametrize("missing", ["what", "who", "by", "changes"])
def test_a_challenge_without_action_post_date_or_effect_is_no_answer(missing):
    def without(line):
        return {**line, "doing": [{**step, missing: ""} for step in line["doing"]]}

    assert sentence("challenges", challenges=challenged(without)) is None


def test_reds_are_not_answered_where_one_has_no_challenge():
    assert sentence("challenges", challenges=NOTHING) is None


def test_where_nothing_is_red_that_is_said():
    green = smallham.sealed(
        indicator=tuple(line for line in smallham.indicators() if line["rating"] != "red"), action=()
    )
    assert sentence("challenges", sealed=green) == "Nothing was red at 30 September 2023."


def test_figures_in_time_count_what_was_due_held_and_awaited():
    assert sentence("in_time") == (
        "When Q2 was frozen on 10 November 2023, 41 days after it ended, 7 of 8 corporate figures then due "
        "were held, 1 awaited."
    )


def test_a_figure_that_is_not_due_counts_neither_as_held_nor_as_late():
    lines = (*smallham.indicators(), smallham.missing("B4", "not_due"))
    said = sentence("in_time", sealed=smallham.sealed(indicator=lines))
    assert said.endswith("7 of 8 corporate figures then due were held, 1 awaited; not yet due: 1.")


def test_where_no_figure_was_held_nothing_is_claimed():
    lines = (smallham.missing("A1", "awaited"), smallham.missing("A2", "not_due"))
    empty = smallham.sealed(indicator=lines)
    assert sentence("in_time", sealed=empty, changes=NOTHING, latest=NOTHING) is None


def test_later_months_are_counted_with_their_names_and_hidden_ones_are_not():
    assert sentence("months") == (
        "Monthly monitoring did not wait for this report: on 30 November 2023 figures of October 2023 and "
        "November 2023 were held for 1 indicator."
    )


def test_without_later_months_they_are_not_claimed():
    assert sentence("months", latest=NOTHING) is None


def test_the_freeze_is_claimed_with_its_day_and_only_of_a_sealed_position():
    assert "frozen and sealed on 10 November 2023" in sentence("frozen")
    assert sentence("frozen", sealed=replace(smallham.sealed(), digest="")) is None


def test_what_is_not_held_is_named_as_not_claimed():
    said = evidence.claimed(quarter.of(smallham.material(latest=NOTHING)), "months")
    assert said.startswith("Not claimed: no evidence is held that figures of later months are held")
