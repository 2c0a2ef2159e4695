"""The rank level: what it promises for every table, against an independent check."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from goldenthread.methods.disclosure import rank
from goldenthread.methods.disclosure.protection import NotProtected
from goldenthread.methods.disclosure.rank import search
from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System
from tests.methods.disclosure import tables

TRIES = settings(max_examples=25, deadline=None)


def protected(table, **options):
    """The protection of a table, or None where nothing protects it."""
    try:
        return rank.protect(table.system, basis=table.basis, **options)
    except NotProtected:
        return None


def refused(table):
    """The cells for which a protection is refused; none where there is one."""
    try:
        rank.protect(table.system, basis=table.basis)
    except NotProtected as found:
        return found.cells
    return np.empty(0, np.intp)


@TRIES
@given(tables.counts)
def test_what_is_refused_is_open_even_with_everything_hidden(numbers):
    table = tables.table(numbers)
    everything = table.system.hidden(table.system.is_(Role.FREE))

    assert refused(table).tolist() == tables.open_cells(table.system, everything)


@TRIES
@given(tables.counts, st.data())
def test_the_audit_finds_what_an_independent_count_finds(numbers, data):
    table = tables.table(numbers)
    drawn = data.draw(st.lists(st.booleans(), min_size=len(table.system), max_size=len(table.system)))
    hidden = table.system.hidden(np.array(drawn) & table.system.is_(Role.FREE))

    found = tables.open_cells(table.system, hidden)
    assert rank.exposed(table.system, hidden, basis=table.basis).tolist() == found
    assert rank.exposed(table.system, hidden).tolist() == found


@TRIES
@given(tables.counts)
def test_a_system_without_a_known_basis_is_protected_too(numbers):
    table = tables.table(numbers)
    everything = table.system.hidden(table.system.is_(Role.FREE))
    if not tables.open_cells(table.system, everything):
        made = rank.protect(table.system)
        assert tables.open_cells(table.system, made.hidden(table.system)) == []


def test_a_shown_cell_that_opens_a_primary_one_is_refused_with_the_cell_named():
    table = tables.table([3, 20, 9] + [8] * 12)
    column = list(zip(*table.labels().to_dict(as_series=False).values(), strict=True))
    small = column.index(("North/Ash", "under 5"))
    roles = table.system.roles.copy()
    roles[table.system.is_(Role.FREE)] = Role.SHOWN

    with pytest.raises(NotProtected) as refused:
        rank.protect(replace(table.system, roles=roles), basis=table.basis)
    assert refused.value.cells.tolist() == [small]
    beside = [column.index(cell) for cell in (("North/Ash", "Total"), ("North", "under 5"))]
    assert set(beside) <= set(refused.value.keeping.tolist())


def system_of(counts, sums, small=4, **columns):
    """A system of these counts; each sum names its cells with their coefficients."""
    counts = np.array(counts, np.int64)
    matrix = np.zeros((len(sums), len(counts)), np.int64)
    for row, terms in zip(matrix, sums, strict=True):
        for cell, coefficient in terms.items():
            row[cell] = coefficient
    roles = np.where(counts == 0, Role.SHOWN, np.where(counts <= small, Role.PRIMARY, Role.FREE)).astype(
        np.int8
    )
    given = {"lower": np.zeros(len(counts), np.int64), "upper": np.full(len(counts), NO_LIMIT)}
    given |= {"roles": roles, "costs": counts.astype(np.float64)} | columns
    return System(counts=counts, sums=sparse.csr_array(matrix), **given)


def test_linked_tables_of_no_regular_shape_are_protected():
    # A quarter of three months, one of which also stands in a table of its own by sex.
    linked = system_of(
        [3, 9, 12, 24, 2, 7],
        [{0: 1, 1: 1, 2: 1, 3: -1}, {4: 1, 5: 1, 1: -1}],
    )
    made = rank.protect(linked)

    assert tables.open_cells(linked, linked.hidden(np.zeros(6, bool))) == [0, 4]
    assert tables.open_cells(linked, made.hidden(linked)) == []


def test_sums_with_other_coefficients_than_one_are_understood():
    # Twice a hidden count is published: it is as good as published itself.
    doubled = system_of([3, 6], [{0: 2, 1: -1}], roles=np.array([Role.PRIMARY, Role.SHOWN], np.int8))

    assert rank.exposed(doubled, doubled.hidden(np.zeros(2, bool))).tolist() == [0]
    with pytest.raises(NotProtected):
        rank.protect(doubled)


def test_an_unseen_cell_is_known_to_nobody():
    months = [{0: 1, 1: 1, 2: -1}]
    unseen = system_of([3, 9, 12], months, roles=np.array([Role.PRIMARY, Role.UNSEEN, Role.FREE], np.int8))

    assert rank.protect(unseen).loss(unseen) == (0, 0)


@pytest.mark.parametrize("counts", [[], [7, 8, 15], [1, 2, 3]])
def test_where_nothing_needs_others_nothing_is_hidden(counts):
    sums = [{0: 1, 1: 1, 2: -1}] if counts else []

    assert rank.protect(system_of(counts, sums)).loss(system_of(counts, sums)) == (0, 0)


def test_cells_that_cost_nothing_are_hidden_as_well_as_any():
    free = system_of([3, 9, 12], [{0: 1, 1: 1, 2: -1}], costs=np.zeros(3))

    assert rank.protect(free).loss(free)[0] == 1


def test_the_search_gives_up_when_told_and_keeps_what_it_has():
    table = tables.table([3, 20, 9, 14, 2, 11, 30, 25, 8, 1, 17, 6, 12, 4, 40])
    first = rank.protect(table.system, basis=table.basis, rounds=0)
    asked = rank.protect(table.system, basis=table.basis, give_up=lambda: True)

    assert asked.secondary.tolist() == first.secondary.tolist()


@TRIES
@given(tables.counts)
def test_the_search_never_hides_more(numbers):
    table = tables.table(numbers)
    first, later = (protected(table, rounds=rounds) for rounds in (0, 6))

    if first is not None:
        costs = table.system.costs
        usual = max(float(costs[first.secondary].mean()), 1) if first.secondary.any() else 1
        weights = 1 + search.SUM_COUNTS * costs / usual
        assert weights[later.secondary].sum() <= weights[first.secondary].sum() + 1e-6
