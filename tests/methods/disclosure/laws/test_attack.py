"""The attack against the oracle: it opens exactly what counting all possible tables opens."""

import numpy as np
from hypothesis import given

from goldenthread.methods.disclosure import attack, rank, rule_aware
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import oracle
from tests.methods.disclosure.laws import drawn, often
from tests.methods.disclosure.laws.drawn import places, together
from tests.methods.disclosure.laws.shapes import SHAPES

WHOLE = [shape for shape in SHAPES if shape.corners_are_whole]
OTHERS = [shape for shape in SHAPES if not shape.corners_are_whole]


def hidden_of(systems, seed):
    """What is not printed of each: the primary and unseen cells, and some free ones by chance."""
    return [one.hidden(drawn.pattern(one, seed + at)) for at, one in enumerate(systems)]


def split(cells, systems):
    """Places in the one system of them all as places in each."""
    return [
        [cell - part.start for cell in cells.tolist() if part.start <= cell < part.stop]
        for part in places(systems)
    ]


@often.tables()
@given(drawn.several(*WHOLE), drawn.seeds)
def test_it_recovers_exactly_the_cells_that_are_the_same_in_every_possible_table(systems, seed):
    hidden = hidden_of(systems, seed)
    whole, every = together(systems), np.concatenate(hidden)

    recovered = split(attack.recovered(whole, every), systems)
    assert split(rule_aware.exposed(whole, every), systems) == recovered
    for one, away, found in zip(systems, hidden, recovered, strict=True):
        try:
            assert found == oracle.fixed(one, away)
        except oracle.TooManyTables:
            continue


@often.tables(0.5)
@given(drawn.several(*OTHERS), drawn.seeds)
def test_where_only_whole_numbers_decide_it_names_no_cell_that_is_not_fixed(systems, seed):
    hidden = hidden_of(systems, seed)
    whole, every = together(systems), np.concatenate(hidden)

    named = split(attack.recovered(whole, every), systems)
    for one, away, found in zip(systems, hidden, named, strict=True):
        try:
            assert set(found) <= set(oracle.fixed(one, away))
        except oracle.TooManyTables:
            continue
    assert not set(rule_aware.exposed(whole, every)) - set(attack.recovered(whole, every))


@often.tables()
@given(drawn.several(*WHOLE), drawn.seeds)
def test_intervals_end_where_the_possible_tables_do(systems, seed):
    for one, away in zip(systems, hidden_of(systems, seed), strict=True):
        cells = np.flatnonzero(one.is_(Role.PRIMARY))
        lowest, highest = attack.intervals(one, away, cells)
        assert (lowest <= one.counts[cells]).all()
        assert (highest >= one.counts[cells]).all()
        try:
            least, most = oracle.ranges(one, away, cells)
        except oracle.TooManyTables:
            continue
        assert lowest.tolist() == least.tolist()
        assert highest.tolist() == most.tolist()


@often.tables(0.5)
@given(drawn.several(*OTHERS), drawn.seeds)
def test_intervals_hold_every_possible_table(systems, seed):
    for one, away in zip(systems, hidden_of(systems, seed), strict=True):
        cells = np.flatnonzero(one.is_(Role.PRIMARY))
        try:
            least, most = oracle.ranges(one, away, cells)
        except oracle.TooManyTables:
            continue
        lowest, highest = attack.intervals(one, away, cells)
        assert (lowest <= least + 1e-6).all()
        assert (highest >= most - 1e-6).all()


@often.tables()
@given(drawn.several(*SHAPES), drawn.seeds)
def test_a_whole_group_is_told_exactly_where_every_possible_table_has_it_in_one_part(systems, seed):
    hidden = hidden_of(systems, seed)
    found = attack.whole_groups(together(systems), np.concatenate(hidden))

    for one, away, part in zip(systems, hidden, places(systems), strict=True):
        told = [each for each in found if part.start <= each.group < part.stop]
        try:
            truly = oracle.whole_groups(one, away)
        except oracle.TooManyTables:
            continue
        assert told == [attack.Group(total + part.start, only + part.start) for total, only in truly]


@often.tables()
@given(drawn.several(*SHAPES), drawn.seeds)
def test_the_audit_of_the_sums_finds_what_exact_algebra_finds(systems, seed):
    hidden = hidden_of(systems, seed)
    found = rank.exposed(together(systems), np.concatenate(hidden))

    for one, away, named in zip(systems, hidden, split(found, systems), strict=True):
        small = set(np.flatnonzero(one.is_(Role.PRIMARY)).tolist())
        assert set(named) == small - set(oracle.left_open(one, away).tolist())
