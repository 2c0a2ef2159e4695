"""The witness: found where there is one, refused in each way it can be wrong."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from goldenthread.methods.disclosure import attack, witness
from goldenthread.methods.disclosure.protection import TRUE_TABLE, Level, NotProtected
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import oracle
from tests.methods.disclosure.small import system_of, tiny_tables, with_hidden
from tests.methods.disclosure.tables import counts, table

NUMBERS = [1, 7, 3, 1, 12, 40, 2, 2, 9, 1, 1, 17, 30, 4, 8]


@settings(max_examples=40)
@given(tiny_tables(), st.integers(0, 2**30), st.integers(1, 3))
def test_a_witness_is_found_exactly_where_counting_all_tables_finds_one(system, seed, width):
    hidden = with_hidden(system, seed)
    primary = np.flatnonzero(system.is_(Role.PRIMARY))
    try:
        least, most = oracle.ranges(system, hidden, primary)
    except oracle.TooManyTables:
        return
    narrow = primary[most - least < width].tolist()
    if narrow:
        with pytest.raises(NotProtected) as refused:
            witness.find(system, hidden, width=width)
        assert refused.value.cells.tolist() == narrow
    else:
        found = witness.find(system, hidden, width=width)
        assert sorted(found.cells) == primary.tolist()


@settings(max_examples=40)
@given(tiny_tables(), st.integers(1, 2))
def test_what_is_protected_has_a_proof_that_holds(system, width):
    try:
        protection = witness.protect(system, width=width)
    except NotProtected as refused:
        assert_hopeless(system, refused.cells, width)
        return
    assert protection.level is Level.WITNESS
    assert witness.faults(system, protection) == []
    assert not len(attack.recovered(system, protection.hidden(system)))


def assert_hopeless(system, cells, width):
    """With everything hidden that may be, these cells still do not differ by the width."""
    try:
        least, most = oracle.ranges(system, ~system.is_(Role.SHOWN), cells)
    except oracle.TooManyTables:
        return
    assert (most - least < width).all()


@settings(max_examples=20)
@given(counts)
def test_hierarchies_get_their_proof(numbers):
    made = table(numbers)
    try:
        protection = witness.protect(made.system, basis=made.basis)
    except NotProtected:
        return
    assert witness.faults(made.system, protection) == []


@settings(max_examples=30)
@given(tiny_tables(), st.randoms(use_true_random=False))
def test_a_hidden_cell_that_is_printed_after_all_is_noticed_when_it_matters(system, random):
    """The mutation test: either the attack or the proof notices, unless no primary cell opens by it."""
    try:
        protection = witness.protect(system)
    except NotProtected:
        return
    secondary = np.flatnonzero(protection.secondary)
    if not len(secondary):
        return
    fewer = protection.secondary.copy()
    fewer[random.choice(secondary.tolist())] = False
    weaker = replace(protection, secondary=fewer)
    try:
        opened = oracle.fixed(system, weaker.hidden(system))
    except oracle.TooManyTables:
        return
    if opened:
        assert set(attack.recovered(system, weaker.hidden(system))) == set(opened)
        assert witness.faults(system, weaker)


@pytest.fixture(scope="module")
def proven():
    made = table(NUMBERS)
    return made.system, witness.protect(made.system, basis=made.basis)


def with_changes(protection, changes):
    tables = sparse.csr_array(changes)
    return replace(protection, witness=replace(protection.witness, changes=tables))


def test_a_table_that_changes_a_printed_cell_is_refused(proven):
    system, protection = proven
    changes = protection.witness.changes.toarray()
    printed = np.flatnonzero(~protection.hidden(system))[0]
    changes[0, printed] += 1
    assert any("a printed cell is changed" in fault for fault in witness.faults(*broken(proven, changes)))


def broken(proven, changes):
    system, protection = proven
    return system, with_changes(protection, changes)


def test_a_table_that_does_not_add_up_is_refused(proven):
    changes = proven[1].witness.changes.toarray()
    hidden = np.flatnonzero(proven[1].hidden(proven[0]))[0]
    changes[0, hidden] += 1
    assert any("does not add up" in fault for fault in witness.faults(*broken(proven, changes)))


def test_a_table_with_a_count_that_the_rule_forbids_is_refused(proven):
    changes = proven[1].witness.changes.toarray() * -50
    assert any("impossible under the rule" in fault for fault in witness.faults(*broken(proven, changes)))


def test_tables_that_do_not_differ_enough_are_refused(proven):
    system, protection = proven
    assert witness.faults(system, replace(protection, width=9))
    same = replace(protection.witness, first=protection.witness.second)
    assert all("differ by less" in one for one in witness.faults(system, replace(protection, witness=same)))


def test_a_primary_cell_without_tables_is_refused(proven):
    system, protection = proven
    kept = protection.witness
    fewer = replace(kept, cells=kept.cells[1:], first=kept.first[1:], second=kept.second[1:])
    faults = witness.faults(system, replace(protection, witness=fewer))
    assert faults == [f"{kept.cells[0]}: no two tables are named for it"]


@pytest.mark.parametrize("place", [-2, 999])
def test_a_table_that_is_not_there_is_refused(proven, place):
    system, protection = proven
    gone = replace(protection.witness, first=np.full_like(protection.witness.first, place))
    faults = witness.faults(system, replace(protection, witness=gone))
    assert faults == ["a cell names a table that the witness does not have"]


def test_fractions_and_wrong_sizes_are_refused(proven):
    system, protection = proven
    halves = protection.witness.changes.toarray() * 0.5
    assert witness.faults(system, with_changes(protection, halves)) == ["a witness is of whole numbers"]
    short = protection.witness.changes.toarray()[:, 1:]
    assert "cells, the true one has" in witness.faults(system, with_changes(protection, short))[0]
    assert witness.faults(system, replace(protection, witness=None)) == ["there is no witness"]


def test_a_level_without_proof_is_not_taken_for_one_with(proven):
    system, protection = proven
    assert witness.faults(system, replace(protection, width=0)) == ["a width is 1 or more, this is 0"]


def test_the_other_tables_agree_with_everything_printed(proven):
    system, protection = proven
    hidden = protection.hidden(system)
    others = witness.other_tables(system, protection.witness)
    for other in others:
        assert (other[~hidden] == system.counts[~hidden]).all()
        assert not (system.sums @ other).any()
    assert (witness.other_table(system, protection.witness) == others[0]).all()
    primary = system.is_(Role.PRIMARY)
    assert np.any([other != system.counts for other in others], axis=0)[primary].all()


def test_without_primary_cells_nothing_is_hidden_and_the_proof_is_empty():
    system = system_of([30, 10, 20], [[1, -1, -1]])
    protection = witness.protect(system)
    assert not protection.secondary.any()
    assert witness.faults(system, protection) == []
    assert (witness.other_table(system, protection.witness) == system.counts).all()


def test_a_small_count_stays_small_in_its_other_table_where_it_can():
    system = system_of([63, 3, 40, 20], [[1, -1, -1, -1]])
    protection = witness.protect(system)
    primary = system.is_(Role.PRIMARY)
    values = (protection.witness.changes.toarray() + system.counts)[:, primary]
    assert values.max() <= 4
    assert TRUE_TABLE in (*protection.witness.first, *protection.witness.second)
