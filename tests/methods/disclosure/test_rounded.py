"""A protected table cannot be made where a rounded text tells more than the proof leaves open."""

import numpy as np
import polars as pl
import pytest
from scipy import sparse

from goldenthread.methods.disclosure.protected import FIGURES, NotProven, ProtectedTable
from goldenthread.methods.disclosure.protection import Level, Protection, Witness
from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System

# 4 and 12 make 16: the 4 is small. In the witness it is 5, or 3, beside 11 and 13.
SYSTEM = System(
    counts=np.array([4, 12, 16]),
    roles=np.array([Role.PRIMARY, Role.UNSEEN, Role.UNSEEN], np.int8),
    sums=sparse.csr_array(np.array([[1, 1, -1]])),
    lower=np.array([1, 1, 0]),
    upper=np.array([NO_LIMIT] * 3),
    costs=np.ones(3),
)


def protection(change=(1, -1, 0)):
    tables = Witness(sparse.csr_array(np.array([change])), np.array([0]), np.array([-1]), np.array([0]))
    return Protection(np.zeros(3, bool), Level.WITNESS, 1, tables)


def figures(**changed):
    """The group of 12, the total of 16, and the share that one is of the other: 10, 15 and 66.7%."""
    key = {"indicator": "EDU03", "area": "SMH", "breakdown": "", "period": "2023-24-Q2", "version": 0}
    parts = [("value", "66.6666666667", [1, 2]), ("numerator", "10", [1]), ("denominator", "15", [2])]
    rows = [
        {
            **key,
            "part": part,
            "text": changed.get(part, text),
            "symbol": changed.get(f"{part}_symbol", ""),
            "cells": cells,
            "base": changed.get("base", 5),
            "kind": changed.get("kind", "independent"),
            "multiplier": 100.0,
        }
        for part, text, cells in parts
    ]
    return pl.DataFrame(rows, schema=FIGURES)


def test_a_rounded_text_may_stand_beside_a_cell_that_is_not_shown_exactly():
    assert ProtectedTable(figures(), SYSTEM, protection()).shows("EDU03", "2023-24-Q2", area="SMH")


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"numerator": "12"}, "'12' is no multiple of 5"),
        ({"numerator": "12.5"}, "'12.5' is no multiple of 5"),
        ({"numerator": "15", "value": "100"}, "numerator: its text tells more"),
        ({"numerator": "0", "value": "0"}, "numerator: its text tells more"),
        ({"numerator": None, "numerator_symbol": "low", "value": None, "value_symbol": "low"}, "tells more"),
        ({"value": "75"}, "not what its rounded parts make"),
        ({"denominator": None}, "not what its rounded parts make"),
        ({"base": None}, "tell what is hidden"),
    ],
)
def test_a_text_that_tells_more_than_a_rounded_one_is_refused(changed, wrong):
    """12 as 12, as 15 or as 0; a share of the exact counts; a share beside which a part is not printed."""
    with pytest.raises(NotProven, match=wrong):
        ProtectedTable(figures(**changed), SYSTEM, protection())


def test_a_table_of_the_witness_that_would_print_another_text_is_refused():
    """6 and 7 make 13 as well, and would print 5 and 15: an outsider can tell it from 10 and 15."""
    with pytest.raises(NotProven, match="numerator: its text tells more of the count than the proof"):
        ProtectedTable(figures(), SYSTEM, protection((2, -5, -3)))


def test_rounded_to_add_up_a_text_leaves_more_open():
    """To a multiple of 5 nearby, 10 is 6 to 14: 12 may be printed so, and so may 7."""
    told = figures(kind="controlled", numerator="15", value="100")
    assert ProtectedTable(told, SYSTEM, protection((2, -1, 1)))
