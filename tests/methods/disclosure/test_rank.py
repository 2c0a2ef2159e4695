"""The rank level: what it promises for every table, against an independent check."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods.disclosure import rank
from goldenthread.methods.disclosure.protection import Level, NotProtected
from goldenthread.methods.disclosure.system import Role
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
def test_no_primary_cell_is_open_by_an_independent_count(numbers):
    table = tables.table(numbers)
    made = protected(table)
    if made is not None:
        assert made.level is Level.RANK
        assert tables.open_cells(table.system, made.hidden(table.system)) == []


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
@given(tables.counts, st.integers(0, 9))
def test_every_hidden_cell_is_needed(numbers, seed):
    table = tables.table(numbers)
    made = protected(table, seed=seed)
    for cell in np.flatnonzero(made.secondary) if made is not None else ():
        less = made.hidden(table.system)
        less[cell] = False
        assert len(rank.exposed(table.system, less, basis=table.basis))


@TRIES
@given(tables.counts, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(numbers, chance):
    rows = tables.rows(numbers)
    order = list(range(len(rows)))
    chance.shuffle(order)
    first, second = (tables.trees.build(each, tables.DIMENSIONS) for each in (rows, rows[order]))

    one, other = protected(first), protected(second)
    assert first.labels().equals(second.labels())
    assert (one is None) == (other is None)
    assert one is None or one.secondary.tolist() == other.secondary.tolist()


@TRIES
@given(tables.counts)
def test_a_category_of_zeros_exposes_nothing(numbers):
    empty = pl.DataFrame({"area": ["West"], "ward": ["Fen"], "band": ["under 5"], "freq": [0]})
    plain = tables.table(numbers)
    more = tables.trees.build(pl.concat([tables.rows(numbers), empty]), tables.DIMENSIONS)

    one, other = protected(plain), protected(more)
    assert (one is None) == (other is None)
    if other is not None:
        assert tables.open_cells(more.system, other.hidden(more.system)) == []


@TRIES
@given(tables.counts, st.integers(1, 9), st.integers(0, 5))
def test_a_higher_threshold_never_shrinks_the_primary_set(numbers, threshold, more):
    low, high = (tables.table(numbers, threshold=limit) for limit in (threshold, threshold + more))

    assert not np.any(low.system.is_(Role.PRIMARY) & ~high.system.is_(Role.PRIMARY))


@TRIES
@given(tables.counts, st.integers(0, 9))
def test_the_same_seed_hides_the_same_cells(numbers, seed):
    table = tables.table(numbers)
    one, other = protected(table, seed=seed), protected(table, seed=seed)

    assert (one is None) == (other is None)
    assert one is None or one.secondary.tolist() == other.secondary.tolist()


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
