"""The level `rule-aware` against the oracle: counting all possible tables opens nothing that it protects."""

import numpy as np
import pytest
from hypothesis import given

from goldenthread.methods.disclosure import attack, rule_aware
from goldenthread.methods.disclosure.protection import Level, NotProtected
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import oracle
from tests.methods.disclosure.laws import drawn, often
from tests.methods.disclosure.laws.drawn import places, together
from tests.methods.disclosure.laws.hopeless import counted, protectable
from tests.methods.disclosure.laws.shapes import SHAPES

WHOLE = [shape for shape in SHAPES if shape.corners_are_whole]
OTHERS = [shape for shape in SHAPES if not shape.corners_are_whole]


@often.tables()
@given(drawn.several(*WHOLE), drawn.seeds)
def test_no_primary_cell_is_the_same_in_every_possible_table(systems, seed):
    systems = protectable(systems)
    if not systems:
        return
    whole = together(systems)
    made = rule_aware.protect(whole, seed=seed)

    assert made.level is Level.RULE_AWARE
    for one, part in zip(systems, places(systems), strict=True):
        assert not oracle.fixed(one, made.hidden(whole)[part])


@often.tables(0.5)
@given(drawn.several(*WHOLE))
def test_what_nothing_can_protect_is_refused_with_what_keeps_it_open(systems):
    pairs = list(counted(systems))
    if not pairs:
        return
    systems, cells = zip(*pairs, strict=True)
    whole = together(systems)
    truly = [cell + part.start for own, part in zip(cells, places(systems), strict=True) for cell in own]
    if not truly:
        rule_aware.protect(whole)
        return
    with pytest.raises(NotProtected) as refused:
        rule_aware.protect(whole)

    assert refused.value.cells.tolist() == truly
    assert (whole.roles[refused.value.keeping] == Role.SHOWN).all()


@often.tables(0.5)
@given(drawn.several(*OTHERS), drawn.seeds)
def test_where_whole_numbers_tell_more_the_attack_still_opens_nothing(systems, seed):
    systems = [one for one in systems if not len(attack.recovered(one, ~one.is_(Role.SHOWN)))]
    if not systems:
        return
    whole = together(systems)
    made = rule_aware.protect(whole, seed=seed)

    assert not len(attack.recovered(whole, made.hidden(whole)))


@often.tables(0.2)
@given(drawn.several(*WHOLE), drawn.seeds)
def test_the_same_seed_hides_the_same_and_the_first_round_leaves_a_safe_answer(systems, seed):
    systems = protectable(systems)
    if not systems:
        return
    whole, heard = together(systems), []
    once, again = (rule_aware.protect(whole, seed=seed).secondary.tolist() for _ in range(2))
    short = rule_aware.protect(
        whole, seed=seed, give_up=lambda: True, progress=lambda *told: heard.append(told)
    )

    assert once == again
    assert heard
    assert not len(attack.recovered(whole, short.hidden(whole)))
    assert not np.any(short.secondary & whole.is_(Role.SHOWN))
