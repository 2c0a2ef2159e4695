"""The witness: found where there is one, refused in each way it can be wrong."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse

from goldenthread.methods.disclosure import witness
from goldenthread.methods.disclosure.protection import TRUE_TABLE
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure.small import system_of
from tests.methods.disclosure.tables import table

NUMBERS = [1, 7, 3, 1, 12, 40, 2, 2, 9, 1, 1, 17, 30, 4, 8]


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
