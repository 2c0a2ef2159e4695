"""Rule-aware: nothing is fixed for an outsider who knows the rule."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods.disclosure import attack, rule_aware
from goldenthread.methods.disclosure.protection import Level, NotProtected
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure.small import system_of, tiny_tables, with_hidden
from tests.methods.disclosure.tables import counts, table


@settings(max_examples=50)
@given(tiny_tables(), st.integers(0, 2**30))
def test_one_programme_says_what_an_interval_for_each_cell_says(system, seed):
    hidden = with_hidden(system, seed)
    cells = np.flatnonzero(system.is_(Role.PRIMARY))
    lowest, highest = attack.intervals(system, hidden, cells)
    assert rule_aware.exposed(system, hidden).tolist() == cells[highest - lowest < 1e-6].tolist()


@settings(max_examples=60)
@given(tiny_tables())
def test_what_is_protected_the_attack_cannot_open(system):
    hopeless = attack.recovered(system, ~system.is_(Role.SHOWN))
    if len(hopeless):
        with pytest.raises(NotProtected) as refused:
            rule_aware.protect(system)
        assert set(refused.value.cells) <= set(hopeless)
        return
    protection = rule_aware.protect(system)
    assert protection.level is Level.RULE_AWARE
    assert not len(attack.recovered(system, protection.hidden(system)))


@settings(max_examples=30)
@given(counts)
def test_hierarchies_are_protected_too(numbers):
    made = table(numbers)
    try:
        protection = rule_aware.protect(made.system, basis=made.basis)
    except NotProtected:
        return
    assert not len(attack.recovered(made.system, protection.hidden(made.system)))


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
