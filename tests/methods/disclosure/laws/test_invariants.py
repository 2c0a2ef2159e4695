"""What holds at every level, whatever the counts: of tables by ward within area and band of age."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.methods.disclosure import attack, witness
from goldenthread.methods.disclosure.protect import protect
from goldenthread.methods.disclosure.protection import Level, NotProtected
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import tables
from tests.methods.disclosure.laws import often

every_level = pytest.mark.parametrize("level", list(Level))
EMPTY = pl.DataFrame({"area": ["West"], "ward": ["Fen"], "band": ["under 5"], "freq": [0]})
numbers_of_tables = st.lists(tables.counts, min_size=often.AT_ONCE, max_size=often.AT_ONCE)


def protected(table, level):
    """The protection of a table, or None where nothing protects it."""
    try:
        return protect(table.system, level=level, basis=table.basis)
    except NotProtected:
        return None


def opened(table, hidden, level):
    """The small counts that come out, against what the level promises."""
    if level is Level.RANK:
        return tables.open_cells(table.system, hidden)
    return attack.recovered(table.system, hidden).tolist()


@every_level
@often.tables(0.1)
@given(numbers_of_tables)
def test_nothing_small_is_shown_or_comes_out_and_zeros_stay(level, numbers_of_tables):
    for numbers in numbers_of_tables:
        table = tables.table(numbers)
        if (made := protected(table, level)) is None:
            continue
        hidden = made.hidden(table.system)
        small = (table.system.counts >= 1) & (table.system.counts <= 4)
        assert hidden[small].all()
        assert not hidden[table.system.counts == 0].any()
        assert opened(table, hidden, level) == []
        assert level is not Level.WITNESS or witness.faults(table.system, made) == []


@every_level
@often.tables(0.05)
@given(numbers_of_tables, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(level, numbers_of_tables, chance):
    for numbers in numbers_of_tables:
        rows = tables.rows(numbers)
        order = list(range(len(rows)))
        chance.shuffle(order)
        first, second = (tables.trees.build(each, tables.DIMENSIONS) for each in (rows, rows[order]))
        one, other = protected(first, level), protected(second, level)

        assert first.labels().equals(second.labels())
        assert (one is None) == (other is None)
        assert one is None or one.secondary.tolist() == other.secondary.tolist()


@every_level
@often.tables(0.05)
@given(numbers_of_tables)
def test_a_category_of_zeros_exposes_nothing(level, numbers_of_tables):
    """Neither where it was there before the table was protected, nor where it is added to what is printed."""
    for numbers in numbers_of_tables:
        plain = tables.table(numbers)
        more = tables.trees.build(pl.concat([tables.rows(numbers), EMPTY]), tables.DIMENSIONS)
        one, other = protected(plain, level), protected(more, level)

        assert (one is None) == (other is None)
        if one is not None:
            assert opened(more, other.hidden(more.system), level) == []
            assert opened(more, carried(one.hidden(plain.system), plain, more), level) == []


def carried(hidden, plain, more):
    """Which cells of the larger table are hidden when the same ones as in the other are."""
    names = set(plain.labels().filter(pl.Series(hidden)).rows())
    return np.array([name in names for name in more.labels().rows()])


@often.tables(0.1)
@given(numbers_of_tables, st.integers(1, 9), st.integers(0, 5))
def test_a_higher_threshold_never_shrinks_the_primary_set(numbers_of_tables, threshold, more):
    for numbers in numbers_of_tables:
        low, high = (tables.table(numbers, threshold=limit) for limit in (threshold, threshold + more))

        assert not np.any(low.system.is_(Role.PRIMARY) & ~high.system.is_(Role.PRIMARY))
