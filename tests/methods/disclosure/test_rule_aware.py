"""Rule-aware: nothing is fixed for an outsider who knows the rule."""

import pytest

from goldenthread.methods.disclosure import attack, rule_aware
from goldenthread.methods.disclosure.protection import NotProtected
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure.small import system_of
from tests.methods.disclosure.tables import table


def test_the_same_seed_hides_the_same_cells():
    made = table([1, 7, 3, 1, 12, 40, 2, 2, 9, 1, 1, 17, 30, 4, 8])
    first, second = (rule_aware.protect(made.system, seed=5).secondary for _ in range(2))
    assert (first == second).all()


def test_a_first_answer_stands_when_there_is_no_time_for_more():
    made = table([1, 7, 3, 1, 12, 40, 2, 2, 9, 1, 1, 17, 30, 4, 8])
    protection = rule_aware.protect(made.system, give_up=lambda: True)
    assert not len(attack.recovered(made.system, protection.hidden(made.system)))


def test_cells_that_nothing_can_protect_are_named_with_what_keeps_them_open():
    """The total must stay: two cells that are at least 1 with a total of 2."""
    roles = [Role.SHOWN, Role.PRIMARY, Role.PRIMARY]
    system = system_of([2, 1, 1], [[1, -1, -1]], roles=roles)
    with pytest.raises(NotProtected) as refused:
        rule_aware.protect(system)
    assert refused.value.cells.tolist() == [1, 2]
    assert refused.value.keeping.tolist() == [0]


def test_a_cell_at_its_bound_that_needs_no_protection_may_still_give_some():
    """2 and an unprinted 0 that make 2: it could as well be 1 and 1."""
    roles = [Role.SHOWN, Role.PRIMARY, Role.UNSEEN]
    system = system_of([2, 2, 0], [[1, -1, -1]], roles=roles)
    protection = rule_aware.protect(system)
    assert not len(attack.recovered(system, protection.hidden(system)))
