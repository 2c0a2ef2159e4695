"""Limits: what docs/explanation/disclosure-control.md says that the gate does not do."""

import pytest

from goldenthread.disclosure import gate
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import policy
from tests.rooms.disclosure.quarters import line, sealed

PERIOD = "at2023-09-30"


def cleared(*lines, restated=(), world=None, breakdown=()):
    printed = Printed(sealed(*lines, breakdown=breakdown), restated=restated)
    return gate.clear(printed, world or World())


def hidden(passed):
    stated = passed.draft.stated.filter("hidden")
    return set(stated.select("indicator", "breakdown").iter_rows())


def rule(**fields):
    return policy.from_dict({"code": "own", "name": "Own", "source": "The council", "threshold": 5, **fields})


def test_a_figure_and_its_correction_are_each_judged_and_what_lies_between_them_is_not():
    """23 as frozen, 25 as now known: both are printed, and tell that 2 were added."""
    passed = cleared(line("EDU03", PERIOD, 23), restated=(line("EDU03", PERIOD, 25),))

    assert passed.draft.stated["count"].to_list() == [23, 25]
    assert hidden(passed) == set()


def test_a_correction_that_is_small_itself_hides_both():
    passed = cleared(line("EDU03", PERIOD, 23), restated=(line("EDU03", PERIOD, 4),))

    assert passed.draft.stated["hidden"].to_list() == [True, True]


@pytest.mark.parametrize(
    ("own", "gone"),
    [
        ({"complement": True}, set()),
        ({"class_disclosure": True}, {("CSC01", "")}),
    ],
)
def test_a_whole_group_is_printed_unless_a_policy_asks(own, gone):
    """43 of 43 assessed in time says so of each of them."""
    world = World(otherwise=rule(**own))

    assert hidden(cleared(line("CSC01", PERIOD, 43, 43), world=world)) == gone


def test_the_greatest_width_of_all_policies_in_use_holds_for_the_whole_pack():
    world = World(policies={"HOU01": rule(width=3)})

    assert cleared(line("CSC10", PERIOD, 3), world=world).table.width == 3


def test_two_measures_of_the_same_people_are_two_unless_a_link_says_so():
    passed = cleared(line("CSC09", PERIOD, 85, 145), line("CSC10", PERIOD, 142, 145))

    assert hidden(passed) == {("CSC10", "")}
    cells = passed.draft.stated["cell_denominator"]
    assert cells[0] != cells[1]
