"""The attack: what it claims is so, and what is open it finds."""

import numpy as np

from goldenthread.methods.disclosure import attack
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure.small import system_of


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


def test_a_hidden_zero_that_comes_out_tells_of_a_whole_group_too():
    """9 are 0 and 9, all hidden; but the 0 and 20 make a printed 20: both groups are in one category."""
    counts, sums = [9, 0, 9, 20, 20], [[1, -1, -1, 0, 0], [0, 1, 0, 1, -1]]
    roles = [Role.UNSEEN, Role.PRIMARY, Role.UNSEEN, Role.SHOWN, Role.SHOWN]
    system = system_of(counts, sums, roles=roles)
    told = attack.whole_groups(system, system.hidden(np.zeros(5, bool)))
    assert told == [attack.Group(0, 2), attack.Group(4, 3)]


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
