"""A protected table cannot be made unless its proof holds and no text tells what is hidden."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from scipy import sparse

from goldenthread.methods.disclosure.protected import FIGURES, NotProven, ProtectedTable
from goldenthread.methods.disclosure.protection import Level, Protection, Witness
from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System

# 4 and 6 make 10: the 4 is small, and the 6 is hidden beside it.
SYSTEM = System(
    counts=np.array([4, 6, 10]),
    roles=np.array([Role.PRIMARY, Role.FREE, Role.SHOWN], np.int8),
    sums=sparse.csr_array(np.array([[1, 1, -1]])),
    lower=np.array([1, 1, 0]),
    upper=np.array([NO_LIMIT] * 3),
    costs=np.ones(3),
)


def protection(*, secondary=(False, True, False), change=(1, -1, 0), level=Level.WITNESS):
    tables = Witness(sparse.csr_array(np.array([change])), np.array([0]), np.array([-1]), np.array([0]))
    return Protection(np.array(secondary), level, 1, tables)


def figures(**said):
    """Three groups of one figure, the small one and its neighbour hidden."""
    rows = [
        {
            "indicator": "EDU03",
            "area": "SMH",
            "breakdown": breakdown,
            "period": "2023-24-Q2",
            "version": 0,
            "part": "value",
            "text": said.get(name, text),
            "symbol": said.get(f"{name}_symbol", symbol),
            "cells": [cell],
        }
        for cell, (name, breakdown, text, symbol) in enumerate(
            [("few", "sex=female", None, "c"), ("many", "sex=male", None, "c"), ("all", "", "10", "")]
        )
    ]
    return pl.DataFrame(rows, schema=FIGURES)


def test_what_is_hidden_is_hidden_in_every_place_and_the_rest_is_shown():
    table = ProtectedTable(figures(), SYSTEM, protection())
    assert not table.shows("EDU03", "2023-24-Q2", area="SMH", breakdown="sex=female")
    assert table.shows("EDU03", "2023-24-Q2", area="SMH")
    assert (table.level, table.width) == (Level.WITNESS, 1)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ((1, 1, 0), "does not add up"),
        ((-4, 4, 0), "impossible"),
        ((1, 0, -1), "a printed cell is changed"),
        ((0, 0, 0), "differ by less than 1"),
    ],
)
def test_a_table_whose_proof_does_not_hold_cannot_be_made(change, wrong):
    with pytest.raises(NotProven, match=wrong):
        ProtectedTable(figures(), SYSTEM, protection(change=change))


def test_without_a_witness_there_is_no_table():
    with pytest.raises(NotProven, match="needs a witness"):
        ProtectedTable(figures(), SYSTEM, protection(level=Level.RULE_AWARE))
    with pytest.raises(NotProven, match="no witness"):
        ProtectedTable(figures(), SYSTEM, replace(protection(), witness=None))


@pytest.mark.parametrize("told", [{"few": "4"}, {"many": "6", "many_symbol": ""}, {"many_symbol": "x"}])
def test_no_text_and_no_other_symbol_stands_where_a_cell_is_hidden(told):
    """A second symbol would tell which of two is the small one."""
    with pytest.raises(NotProven, match="tell what is hidden"):
        ProtectedTable(figures(**told), SYSTEM, protection())


def test_an_unknown_symbol_is_refused():
    with pytest.raises(NotProven, match="a symbol is one of"):
        ProtectedTable(figures(all_symbol="~"), SYSTEM, protection())


def test_figures_of_another_form_are_refused():
    with pytest.raises(NotProven, match="the figures have the columns"):
        ProtectedTable(figures().drop("symbol"), SYSTEM, protection())
