"""Tables over hierarchies: what is built from the rows, and what is refused."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods.disclosure import rank, trees, witness
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import tables

DIMENSIONS = {"area": ("area", "ward"), "sex": ("sex",)}
GOOD = [("N", "Ash", "f", 3), ("N", "Ash", "m", 9), ("S", "Elm", "f", 0), ("S", "Elm", "m", 12)]


def frame(*rows):
    return pl.DataFrame(rows, schema=["area", "ward", "sex", "freq"], orient="row", strict=False)


def built(*rows):
    return trees.build(frame(*rows), DIMENSIONS)


def test_every_cell_of_the_full_cross_is_there_with_its_count():
    table = built(*GOOD)
    named = table.labels().with_columns(count=pl.Series(table.system.counts)).rows()

    assert ("Total", "Total", 24) in named
    assert ("N", "Total", 12) in named
    assert ("S/Elm", "m", 12) in named
    assert len(named) == 5 * 3


def test_small_counts_are_primary_zeros_shown_and_the_rest_free():
    table = built(*GOOD)

    assert set(table.system.counts[table.system.is_(Role.PRIMARY)].tolist()) == {3}
    assert set(table.system.counts[table.system.is_(Role.SHOWN)].tolist()) == {0}
    assert table.system.counts[table.system.is_(Role.FREE)].min() > 4


@settings(max_examples=25, deadline=None)
@given(tables.counts)
def test_every_cell_is_what_its_coordinates_say(numbers):
    table = tables.table(numbers)
    shape = table.basis.shape
    coordinates = np.linalg.lstsq(table.basis.toarray(), table.system.counts, rcond=None)[0]

    assert shape[1] == len(tables.WARDS) * len(tables.BANDS)
    assert np.allclose(table.basis @ coordinates, table.system.counts)


@settings(max_examples=10, deadline=None)
@given(tables.counts)
def test_coordinates_found_from_the_sums_alone_span_as_much(numbers):
    table = tables.table(numbers)

    assert rank.basis.of(table.system).shape[1] == table.basis.shape[1]


def test_an_inner_cell_without_a_row_counts_nothing():
    table = built(*GOOD[:3], ("S", "Elm", "m", 12), ("S", "Oak", "f", 7))
    named = dict(zip(table.labels().rows(), table.system.counts.tolist(), strict=True))

    assert named["S/Oak", "m"] == 0


def test_given_totals_that_add_up_are_taken():
    assert len(built(*GOOD, ("N", "Total", "Total", 12), ("Total", "Total", "Total", 24)).system) == 15


def test_a_name_may_stand_under_two_parents_above_the_leaves():
    dimensions = {"team": ("service", "team", "post")}
    rows = pl.DataFrame(
        [("A", "Front desk", "A1", 5), ("B", "Front desk", "B1", 6)],
        schema=["service", "team", "post", "freq"],
        orient="row",
    )
    assert trees.build(rows, dimensions).labels()["team"].to_list() == [
        *("Total", "A", "B", "A/Front desk", "B/Front desk"),
        *("A/Front desk/A1", "B/Front desk/B1"),
    ]


def test_names_with_a_slash_cannot_be_mistaken_for_two_levels():
    table = built(("N/S", "Ash", "f", 9), ("N", "S/Elm", "f", 9))

    assert r"N\/S/Ash" in table.labels()["area"].to_list()
    assert r"N/S\/Elm" in table.labels()["area"].to_list()


@pytest.mark.parametrize(
    ("row", "error", "said"),
    [
        (("N", "Elder", "f", -1), trees.BadCounts, "N, Elder, f is negative"),
        (("N", "Elder", "f", 1.5), trees.BadCounts, "N, Elder, f is not a whole number"),
        (("N", "Elder", "f", "[c]"), trees.BadCounts, "N, Elder, f has no count"),
        (("N", "Elder", "f", None), trees.BadCounts, "N, Elder, f has no count"),
        (("N", "Ash", "f", 3), trees.BadCounts, "N, Ash, f stands in the table twice"),
        (("N", "", "f", 3), trees.BadTree, "ward is blank in N"),
        (("N", None, "f", 3), trees.BadTree, "ward is blank in N"),
        (("N", "Ash ", "f", 3), trees.BadTree, "'Ash ' begins or ends with a space"),
        (("Total", "Elder", "f", 3), trees.BadTree, "Total is Total from its level down|beneath Total"),
        (("S", "Ash", "f", 3), trees.BadTree, "Ash stands under N and S; a leaf has one parent"),
        (("Ash", "N", "f", 3), trees.BadTree, "Ash is above N and below it"),
        (("N", "Total", "Total", 13), trees.BadCounts, "N x Total is given as 13, its cells come to 12"),
        (("W", "Total", "f", 13), trees.BadTree, "no row lies beneath W"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused_with_the_place(row, error, said):
    with pytest.raises(error, match=said):
        trees.build(frame(*[tuple(map(str, each)) for each in GOOD], row), DIMENSIONS)


def test_a_hierarchy_in_a_circle_is_refused_however_long_it_is():
    rows = pl.DataFrame(
        [("A", "B", "x", 9), ("B", "C", "y", 9), ("C", "A", "z", 9)],
        schema=["region", "area", "ward", "freq"],
        orient="row",
    )
    with pytest.raises(trees.BadTree, match="A is above B and below it through C"):
        trees.build(rows, {"place": ("region", "area", "ward")})


def test_an_only_child_may_have_the_name_of_its_parent():
    assert "Oak/Oak" in built(*GOOD, ("Oak", "Oak", "m", 4)).labels()["area"].to_list()


def test_a_category_that_the_hierarchy_does_not_know_is_refused():
    known = built(*GOOD).trees
    with pytest.raises(trees.BadTree, match="W/Yew is unknown to the hierarchy"):
        trees.build(frame(*GOOD, ("W", "Yew", "f", 9)), DIMENSIONS, trees=known)


def test_a_missing_column_is_refused_by_name():
    with pytest.raises(trees.BadCounts, match="lacks the column freq"):
        trees.build(frame(*GOOD).drop("freq"), DIMENSIONS)


def test_a_table_without_rows_is_refused():
    with pytest.raises(trees.BadCounts, match="no rows"):
        built()


@pytest.mark.parametrize(
    ("zeros", "role", "lower"), [("shown", 0, [0, 1]), ("may_hide", 1, [0, 0]), ("hidden", 3, [0, 0])]
)
def test_zeros_have_the_role_that_the_policy_gives_them_and_bound_what_is_hidden(zeros, role, lower):
    inner = pl.DataFrame({"ward": ["Ash", "Birch"], "freq": [0, 9]})
    system = trees.build(inner, {"ward": ("ward",)}, zeros=zeros).system

    assert system.counts.tolist() == [9, 0, 9]
    assert system.roles.tolist() == [1, role, 1]
    assert system.lower[1:].tolist() == lower


@settings(max_examples=60, deadline=None)
@given(tables.counts, st.sampled_from(["may_hide", "hidden"]))
def test_where_zeros_are_not_all_shown_what_is_small_holds_as_well(numbers, zeros):
    system = tables.table(numbers, zeros=zeros).system
    made = witness.protect(system)
    hidden = made.hidden(system)

    assert witness.faults(system, made) == []
    assert tables.open_cells(system, hidden) == []
    if zeros == "hidden":
        assert hidden[system.counts == 0].all()
