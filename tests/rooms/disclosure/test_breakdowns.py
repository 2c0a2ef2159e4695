"""Breakdowns at the gate: which may be printed at all, what is hidden of them, what the source had hidden."""

from dataclasses import replace

import pytest

from goldenthread.disclosure import gate
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.models import Why
from goldenthread.methods.disclosure import policy
from tests.rooms.disclosure.quarters import group, line, sealed

PERIOD = "at2023-09-30"
COUNTS = {"asian": 9, "black": 6, "mixed": 4, "other": 7, "white": 30}


def cut(**changed):
    groups = [group("EDU03", PERIOD, f"ethnicity={name}", count) for name, count in COUNTS.items()]
    return tuple({**one, **changed.get(one["breakdown"].removeprefix("ethnicity="), {})} for one in groups)


def position(breakdown, world=None):
    given = sealed(line("EDU03", PERIOD, 56), breakdown=breakdown)
    return gate.for_publication(given, world=world)


def told(cleared):
    return {
        one["breakdown"].removeprefix("ethnicity="): None if one["hidden"] else one["value"]
        for one in cleared.sealed.of("breakdown")
    }


def test_a_hidden_group_stands_in_its_place_without_any_number():
    """4 of one group is hidden with one more; the others, and the total of 56, are shown."""
    groups = told(position(cut()))
    assert list(groups) == list(COUNTS)
    assert groups["mixed"] is None
    assert list(groups.values()).count(None) == 2
    assert groups["white"] == 30


def test_what_a_definition_keeps_in_is_not_there_at_all():
    kept_in = tuple({**one, "may_be_published": False} for one in cut())
    assert told(position(kept_in)) == {}


@pytest.mark.parametrize(("may_cross", "printed"), [([], 0), ([["age", "sex"]], 2)])
def test_two_dimensions_are_crossed_only_where_the_policy_says_so(may_cross, printed):
    crossed = [{"code": "age"}, {"code": "sex"}]
    groups = tuple(
        {**group("EDU03", PERIOD, f"age=5-9;sex={sex}", 28), "dimensions": crossed} for sex in ("f", "m")
    )
    rule = policy.from_dict({"code": "people", "from_preset": "dfe_children_in_need", "may_cross": may_cross})
    assert len(told(position(groups, World(otherwise=rule)))) == printed


def test_a_group_that_came_in_hidden_is_not_opened_by_the_others():
    """One group came as [c]; with all the others and the total shown, anybody could tell it."""
    gone = {"value": None, "reason": "hidden", "status": "missing"}
    cleared = position(cut(mixed=gone, asian={"value": 9.0}))
    groups = told(cleared)
    assert list(groups.values()).count(None) >= 2
    stated = cleared.passed.draft.stated
    why = dict(stated.filter("hidden").select("breakdown", "why").iter_rows())
    assert why.pop("ethnicity=mixed") == Why.SOURCE
    assert set(why.values()) == {Why.PROTECTS}


@pytest.mark.parametrize(("keep", "hidden"), [("shown", 0), ("hidden", 2)])
def test_an_exception_of_the_data_protection_lead_is_kept(keep, hidden):
    """A group of 4 may be shown for a reason; one of 30 may be hidden for one, and another protects it."""
    name = "mixed" if keep == "shown" else "white"
    excepted = World().exceptions.clear()
    row = {"indicator": "EDU03", "area": "SMH", "breakdown": f"ethnicity={name}", "period": "", "keep": keep}
    world = World(exceptions=excepted.vstack(type(excepted)([row], schema=excepted.schema)))
    large = cut(mixed={"value": 14.0}) if keep == "hidden" else cut()
    given = sealed(line("EDU03", PERIOD, 66 if keep == "hidden" else 56), breakdown=large)
    groups = told(gate.for_publication(given, world=world))
    assert (groups[name] is None) == bool(hidden)
    assert list(groups.values()).count(None) == hidden


def test_the_whole_goes_through_together_with_the_quarter_before():
    """What stands in the earlier quarter's breakdown is decided with this one's."""
    before = replace(sealed(line("EDU03", PERIOD, 56), breakdown=cut()), period="2023-24-Q1")
    now = sealed(line("EDU03", PERIOD, 56))
    passed = gate.clear(Printed(now, before))
    assert list(told(gate.position(before, passed)).values()).count(None) == 2
    assert not passed.table.shows("EDU03", PERIOD, area="SMH", breakdown="ethnicity=mixed")
