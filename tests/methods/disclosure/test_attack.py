"""The attack: what it claims is so, and what is open it finds."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods.disclosure import attack
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import oracle
from tests.methods.disclosure.small import system_of, tiny_tables, with_hidden


@settings(max_examples=40)
@given(tiny_tables(), st.integers(0, 2**30))
def test_all_that_the_attack_names_is_fixed_and_what_it_leaves_open_moves(system, seed):
    hidden = with_hidden(system, seed)
    try:
        truly = oracle.fixed(system, hidden)
    except oracle.TooManyTables:
        return
    named = attack.recovered(system, hidden).tolist()
    assert set(named) <= set(truly)
    lowest, highest = attack.intervals(system, hidden, np.array(truly, np.intp))
    missed = [cell for cell, low, high in zip(truly, lowest, highest, strict=True) if cell not in named]
    # A crossed table of two dimensions has whole corners: there the attack misses nothing.
    assert not missed, (lowest, highest)


@settings(max_examples=40)
@given(tiny_tables(), st.integers(0, 2**30))
def test_intervals_hold_every_possible_table(system, seed):
    hidden = with_hidden(system, seed)
    cells = np.flatnonzero(system.is_(Role.PRIMARY))
    if not len(cells):
        return
    try:
        least, most = oracle.ranges(system, hidden, cells)
    except oracle.TooManyTables:
        return
    lowest, highest = attack.intervals(system, hidden, cells)
    assert (lowest <= least + 1e-6).all()
    assert (highest >= most - 1e-6).all()


def test_naive_suppression_is_opened():
    """Only the small cells are hidden: each stands alone in its row, and subtraction gives it."""
    system = small_square()
    hidden = system.is_(Role.PRIMARY)
    assert attack.recovered(system, hidden).tolist() == np.flatnonzero(hidden).tolist()


def test_a_singleton_rule_opens_what_the_sums_leave_open():
    """Two hidden cells beside each other with a total of 2: neither is 0, so both are 1."""
    system = pair_of_ones()
    hidden = system.is_(Role.PRIMARY)
    assert attack.recovered(system, hidden).tolist() == [1, 2]
    lowest, highest = attack.intervals(system, hidden, np.array([1, 2]))
    assert lowest.tolist() == highest.tolist() == [1, 1]


def test_everybody_in_one_category_is_told():
    system = one_category()
    assert attack.whole_groups(system, np.zeros(len(system), bool)) == [attack.Group(0, 2)]


def test_findings_tell_which_cells_are_surely_small():
    system = pair_of_ones()
    findings = attack.attack(system, system.is_(Role.PRIMARY))
    assert findings.recovered.tolist() == [1, 2]
    assert findings.surely_at_most(4).tolist() == [1, 2]
    assert findings.narrower_than(1).tolist() == [1, 2]


def small_square():
    sums = [[1, -1, -1, -1]]
    return system_of([30, 3, 7, 20], sums)


def pair_of_ones():
    return system_of([22, 1, 1, 20], [[1, -1, -1, -1]])


def one_category():
    return system_of([9, 0, 9, 0], [[1, -1, -1, -1]])
