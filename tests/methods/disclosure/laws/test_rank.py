"""The level `rank` against exact algebra: what it protects is open to no subtraction, what it refuses is."""

import numpy as np
import pytest
from hypothesis import given

from goldenthread.methods.disclosure import rank
from goldenthread.methods.disclosure.protection import Level, NotProtected
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import oracle
from tests.methods.disclosure.laws import drawn, often
from tests.methods.disclosure.laws.drawn import places, together
from tests.methods.disclosure.laws.shapes import SHAPES


def given_away(one, hidden):
    """The primary cells that subtraction gives away."""
    return np.setdiff1d(np.flatnonzero(one.is_(Role.PRIMARY)), oracle.left_open(one, hidden))


def hopeless(one):
    """Those that it gives away whatever is hidden."""
    return given_away(one, ~one.is_(Role.SHOWN))


@often.tables()
@given(drawn.several(*SHAPES), drawn.seeds)
def test_no_subtraction_gives_a_primary_cell_away_and_every_hidden_cell_is_needed(systems, seed):
    systems = [one for one in systems if not len(hopeless(one))]
    if not systems:
        return
    whole = together(systems)
    made = rank.protect(whole, seed=seed)

    assert made.level is Level.RANK
    hidden = made.hidden(whole)
    assert (hidden == (made.secondary | (whole.roles >= Role.UNSEEN))).all()
    for one, part in zip(systems, places(systems), strict=True):
        assert not len(given_away(one, hidden[part]))
        for cell in np.flatnonzero(made.secondary[part]):
            fewer = hidden[part].copy()
            fewer[cell] = False
            assert len(given_away(one, fewer))


@often.tables()
@given(drawn.several(*SHAPES))
def test_exactly_what_nothing_can_protect_is_refused_with_what_keeps_it_open(systems):
    whole, cells = together(systems), [hopeless(one) for one in systems]
    truly = np.concatenate([own + part.start for own, part in zip(cells, places(systems), strict=True)])
    if not len(truly):
        rank.protect(whole)
        return
    with pytest.raises(NotProtected) as refused:
        rank.protect(whole)

    assert refused.value.cells.tolist() == truly.tolist()
    assert (whole.roles[refused.value.keeping] == Role.SHOWN).all()


@often.tables(0.2)
@given(drawn.several(*SHAPES), drawn.seeds)
def test_the_same_seed_hides_the_same_and_a_search_cut_short_leaves_a_safe_answer(systems, seed):
    systems = [one for one in systems if not len(hopeless(one))]
    if not systems:
        return
    whole, heard = together(systems), []
    once, again = (rank.protect(whole, seed=seed).secondary.tolist() for _ in range(2))
    short = rank.protect(whole, seed=seed, give_up=lambda: True, progress=lambda *told: heard.append(told))

    assert once == again
    assert heard
    for one, part in zip(systems, places(systems), strict=True):
        assert not len(given_away(one, short.hidden(whole)[part]))
