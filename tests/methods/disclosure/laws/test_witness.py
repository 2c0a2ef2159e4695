"""The level `witness` against the oracle: a proof exactly where counting finds one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.methods.disclosure import attack, witness
from goldenthread.methods.disclosure.protection import Level, NotProtected
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import oracle
from tests.methods.disclosure.laws import drawn, often
from tests.methods.disclosure.laws.drawn import places, together
from tests.methods.disclosure.laws.hopeless import counted, protectable
from tests.methods.disclosure.laws.shapes import SHAPES

widths = st.sampled_from([1, 1, 1, 2, 3])


def assert_proven(system, made):
    """Every table of the proof is possible, and two of them differ in each primary cell; by hand."""
    tables = made.witness.changes.toarray() + system.counts
    hidden = made.hidden(system)
    assert not (tables @ system.sums.toarray().T).any()
    assert (tables[:, ~hidden] == system.counts[~hidden]).all()
    assert (tables[:, hidden] >= system.lower[hidden]).all()
    assert (tables[:, hidden] <= system.upper[hidden]).all()
    every = np.vstack([tables, system.counts])
    apart = every[made.witness.first, made.witness.cells] - every[made.witness.second, made.witness.cells]
    assert sorted(made.witness.cells) == np.flatnonzero(system.is_(Role.PRIMARY)).tolist()
    assert (np.abs(apart) >= made.width).all()


@often.tables(0.5)
@given(drawn.several(*SHAPES), drawn.seeds, widths)
def test_what_is_protected_has_a_proof_that_holds_and_nothing_is_open(systems, seed, width):
    systems = protectable(systems, width)
    if not systems:
        return
    whole = together(systems)
    made = witness.protect(whole, width=width, seed=seed)

    assert (made.level, made.width) == (Level.WITNESS, width)
    assert witness.faults(whole, made) == []
    assert_proven(whole, made)
    for one, part in zip(systems, places(systems), strict=True):
        assert not oracle.fixed(one, made.hidden(whole)[part])


@often.tables(0.5)
@given(drawn.several(*SHAPES), widths)
def test_what_nothing_can_protect_is_refused(systems, width):
    for one, lost in counted(systems, width):
        if lost:
            with pytest.raises(NotProtected) as refused:
                witness.protect(one, width=width)
            assert set(refused.value.cells) <= set(lost)
            assert (one.roles[refused.value.keeping] == Role.SHOWN).all()


@often.tables()
@given(drawn.several(*SHAPES), drawn.seeds, widths)
def test_a_proof_is_found_exactly_where_counting_finds_one(systems, seed, width):
    for at, one in enumerate(systems):
        hidden = one.hidden(drawn.pattern(one, seed + at))
        cells = np.flatnonzero(one.is_(Role.PRIMARY))
        try:
            least, most = oracle.ranges(one, hidden, cells)
        except oracle.TooManyTables:
            continue
        if len(narrow := cells[most - least < width]):
            with pytest.raises(NotProtected) as refused:
                witness.find(one, hidden, width=width)
            assert refused.value.cells.tolist() == narrow.tolist()
        else:
            assert sorted(witness.find(one, hidden, width=width).cells) == cells.tolist()


@often.tables(0.4)
@given(drawn.several(*SHAPES), drawn.seeds)
def test_any_hidden_cell_that_is_printed_after_all_is_noticed_exactly_when_it_matters(systems, seed):
    """The mutation test: one secondary cell of each table is printed; the oracle says what that opens."""
    systems = protectable(systems)
    if not systems:
        return
    whole, chance = together(systems), np.random.default_rng(seed)
    made = witness.protect(whole, seed=seed)
    for one, part in zip(systems, places(systems), strict=True):
        secondary = np.flatnonzero(made.secondary[part])
        if not len(secondary):
            continue
        printed = int(chance.choice(secondary)) + part.start
        fewer = made.secondary.copy()
        fewer[printed] = False
        weaker = replace(made, secondary=fewer)
        try:
            opened = [cell + part.start for cell in oracle.fixed(one, weaker.hidden(whole)[part])]
        except oracle.TooManyTables:
            continue
        found = attack.recovered(whole, weaker.hidden(whole)).tolist()
        assert set(found) <= set(opened)
        if opened:
            assert witness.faults(whole, weaker)
        else:
            witness.find(one, weaker.hidden(whole)[part])
