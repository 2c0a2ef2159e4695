"""Texts and groups: a comment may not tell what a breakdown hides, nor fewer people than its policy shows."""

from typing import Any

import pytest

from goldenthread.disclosure import findings, gate
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.words import Rule
from tests.rooms.disclosure.quarters import group, line, sealed

PERIOD = "at2023-09-30"
WARDS = {"Foxmoor": 19, "Gorse Hollow": 3, "Old Ropery": 14, "Saltings": 20}
NAMED = {"name": "Young people out of school", "numerator_label": "", "counts_people": True}


def in_ward(name: str, count: float, **said: Any) -> dict[str, Any]:
    ward = {"code": "ward", "label": "Ward", "value": name[:3], "value_label": name}
    return {**group("EDU03", PERIOD, f"ward={name[:3]}", count), "dimensions": [ward], **said}


def comment(said: str, **about: str) -> dict[str, Any]:
    return {"happened": said, "why": "", "next": "", "author": "Head of Service", **about}


def position(said: dict[str, Any], **wards: Any):
    breakdown = tuple(in_ward(name, count, **wards) for name, count in WARDS.items())
    given = sealed(line("EDU03", PERIOD, 56, **NAMED), breakdown=breakdown)
    lines = {**given.lines, "commentary": (said,)}
    return type(given)(**{name: getattr(given, name) for name in given.__slots__} | {"lines": lines})


def found(given, world: World | None = None):
    """The findings, and whether the comment was withheld: the two must agree."""
    cleared = gate.position(given, gate.clear(Printed(given), world))
    told = list(findings.in_position(given.lines, gate.read_with(cleared, given)))
    (left,) = cleared.sealed.of("commentary")
    assert (left["happened"] == gate.WITHHELD) == bool(told)
    return cleared, [(one.words, one.rule) for one in told]


def test_a_comment_on_the_measure_may_not_tell_the_figure_of_a_hidden_ward():
    """Gorse Hollow's 3 are hidden, and with them another ward, or the total of 56 would tell them."""
    cleared, told = found(position(comment("Gorse Hollow has the most to do: 3.", indicator="EDU03")))
    assert told == [("3", Rule.HIDDEN_COUNT)]
    hidden = [
        each["dimensions"][0]["value_label"] for each in cleared.sealed.of("breakdown") if each["hidden"]
    ]
    assert "Gorse Hollow" in hidden
    assert len(hidden) == 2
    (other,) = set(hidden) - {"Gorse Hollow"}
    _, told = found(position(comment(f"{other} has {WARDS[other]} still.", indicator="EDU03")))
    assert told == [(str(WARDS[other]), Rule.HIDDEN_COUNT)]


def test_what_is_left_for_the_others_tells_it_too():
    _, told = found(position(comment("The other wards together have 53.", indicator="EDU03")))
    assert told == [("53", Rule.HIDDEN_BY_SUM)]


@pytest.mark.parametrize(
    "said", ["Saltings has 20, and 56 in all.", "Gorse Hollow has begun.", "56, plan 40."]
)
def test_what_is_published_may_be_said(said):
    _, told = found(position(comment(said, indicator="EDU03")))
    assert told == []


def test_a_comment_on_an_outcome_may_not_tell_it_either():
    said = comment("Young people out of school: 3 in Gorse Hollow. Gorse Hollow has 14 trees.", outcome="SN1")
    assert found(position(said))[1] == [("3", Rule.HIDDEN_COUNT)]


def test_a_small_group_that_is_not_printed_at_all_may_not_be_told():
    """The definition keeps wards in; in words they would leave all the same."""
    said = comment("Gorse Hollow has the most to do: 3.", indicator="EDU03")
    assert found(position(said, may_be_published=False))[1] == [("3", Rule.HIDDEN_COUNT)]
    said = comment("Saltings has the most to do: 20.", indicator="EDU03")
    assert found(position(said, may_be_published=False))[1] == []


def hiding(up_to: int) -> policy.Policy:
    return policy.from_dict({"code": "own", "from_preset": "dfe_children_in_need", "threshold": up_to})


OPEN = policy.from_dict(
    {
        "code": "open",
        "from_preset": "none",
        "none_because": "Each is published by the Department for Transport",
    }
)


def few(said: str, world: World, **about: str) -> list[str]:
    given = position(comment(said, **about))
    return [words for words, rule in found(given, world)[1] if rule == Rule.FEW_PEOPLE]


def test_how_many_are_few_is_said_by_the_policy_of_the_measure():
    """Seven are few where 1 to 7 are hidden, not where 1 to 5 are, and three are not where all are shown."""
    seven, three = "Nine and seven siblings moved.", "Three siblings moved."
    assert few(seven, World(policies={"EDU03": hiding(7)}), indicator="EDU03") == ["seven siblings"]
    assert few(seven, World(), indicator="EDU03") == []
    assert few(three, World(), indicator="EDU03") == ["Three siblings"]
    assert few(three, World(policies={"EDU03": OPEN}), indicator="EDU03") == []


def test_a_text_on_no_measure_is_read_by_the_strictest_policy():
    """It may speak of any measure, so that the one that hides most decides."""
    world = World(policies={"EDU03": OPEN, "EDU09": hiding(7)})
    assert few("Seven siblings moved.", world, outcome="SN1") == ["Seven siblings"]
    assert few("Eight siblings moved.", world, outcome="SN1") == []
