"""Nearest neighbours held against a plain restatement, their laws, and what is refused."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.methods import neighbours
from goldenthread.methods.neighbours import faults
from tests.methods import plain_neighbours as plain

CLOSE = {"rel": 1e-9, "abs": 1e-9}
NAMES = ["density", "income", "age"]

figure = st.one_of(st.none(), st.integers(-3, 3), st.integers(-500, 500))
known = st.integers(-500, 500)


@st.composite
def tables(draw):
    """Areas with three characteristics; the first area has them all, and tells itself apart by the first."""
    rows = draw(st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, figure)), min_size=1, max_size=12))
    own = draw(st.fixed_dictionaries(dict.fromkeys(NAMES, known)))
    rows = [own, {**rows[0], "density": own["density"] + 7}, *rows]
    return {f"A{n:02d}": row for n, row in enumerate(rows)}


def frame(table):
    return pl.DataFrame(
        [{"area": area, **row} for area, row in table.items()],
        schema_overrides=dict.fromkeys(NAMES, pl.Float64),
    ).select("area", *NAMES)


def by_area(found):
    return dict(found.nearest.select("area", "distance").iter_rows())


@given(table=tables())
def test_agrees_with_the_plain_restatement(table):
    found = neighbours.nearest(frame(table), of="A00")
    expected = plain.distances(table, "A00", NAMES)
    assert found.used == plain.usable(table, "A00", NAMES)
    assert found.left_out == sorted(area for area, each in expected.items() if each is None)
    held = {area: each for area, each in expected.items() if each is not None}
    assert by_area(found) == pytest.approx(held, **CLOSE)
    assert found.areas == len(held)
    for row in found.nearest.iter_rows(named=True):
        nearer = sum(each < held[row["area"]] - 1e-9 for each in held.values())
        assert row["rank"] == nearer + 1
        equal = sum(each == pytest.approx(held[row["area"]], **CLOSE) for each in held.values())
        assert row["is_tied"] == (equal > 1)


@given(table=tables(), seed=st.integers(0, 99))
def test_the_order_of_rows_and_columns_changes_nothing(table, seed):
    rows = frame(table)
    mixed = rows.sample(fraction=1, shuffle=True, seed=seed).select("age", "income", "area", "density")
    found = [neighbours.nearest(each, of="A00", characteristics=NAMES) for each in (rows, mixed)]
    assert found[0].nearest.equals(found[1].nearest)
    assert found[0].reasons.equals(found[1].reasons)


@given(table=tables(), shift=st.integers(-40, 40), scale=st.sampled_from([-8.0, 0.25, 4.0]))
def test_the_unit_in_which_a_characteristic_is_counted_changes_nothing(table, shift, scale):
    rows = frame(table)
    moved = rows.with_columns((pl.col("income") + shift) * scale)
    before, after = (neighbours.nearest(each, of="A00") for each in (rows, moved))
    assert by_area(after) == pytest.approx(by_area(before), **CLOSE)


@given(table=tables())
def test_the_farthest_is_at_one_and_the_area_is_no_neighbour_of_itself(table):
    found = neighbours.nearest(frame(table), of="A00").nearest
    assert "A00" not in found["area"]
    assert found["distance"].to_list() == sorted(found["distance"])
    assert found["distance"].max() == 1


@given(table=tables(), count=st.integers(1, 12))
def test_a_count_cuts_the_list_and_never_a_tie(table, count):
    every = neighbours.nearest(frame(table), of="A00").nearest
    some = neighbours.nearest(frame(table), of="A00", count=count).nearest
    assert some.equals(every.filter(pl.col("rank") <= count))
    assert some.height >= min(count, every.height)


@given(table=tables())
def test_the_reasons_make_up_the_distance(table):
    found = neighbours.nearest(frame(table), of="A00")
    parts = found.reasons.group_by("area").agg(pl.col("part").sum(), pl.col("apart").count())
    for area, part, shared in parts.iter_rows():
        row = found.nearest.row(by_predicate=pl.col("area") == area, named=True)
        assert shared == row["shared"]
        assert part == pytest.approx(1 if row["distance"] > 0 else 0, **CLOSE)


def test_a_twin_is_at_no_distance_and_where_all_are_twins_nobody_is_far():
    table = {"A00": {"density": 1}, "A01": {"density": 1}, "A02": {"density": 4}}
    rows = pl.DataFrame([{"area": area, **row} for area, row in table.items()])
    assert by_area(neighbours.nearest(rows, of="A00")) == {"A01": 0, "A02": 1}
    with pytest.raises(faults.NothingToGoBy, match="A00: no characteristic is left to go by"):
        neighbours.nearest(rows.filter(pl.col("density") == 1), of="A00")


def test_what_is_left_out_is_named():
    rows = pl.DataFrame(
        {
            "area": ["A", "B", "C", "D"],
            "rural": [1.0, 1.0, None, 1.0],
            "coast": [None, 2.0, 3.0, 4.0],
            "age": [40.0, 41.0, None, 44.0],
            "income": [3.0, 3.5, None, 9.0],
            "density": [10.0, None, 30.0, 20.0],
        }
    )
    found = neighbours.nearest(rows, of="A")
    assert (found.constant, found.not_known) == (["rural"], ["coast"])
    assert (found.used, found.left_out) == (["age", "income", "density"], ["C"])
    assert found.nearest.select("area", "shared").rows() == [("B", 2), ("D", 3)]
    gap = found.reasons.row(by_predicate=(pl.col("area") == "B") & (pl.col("characteristic") == "density"))
    assert gap == ("B", "density", None, 10.0, None, None)


GOOD = pl.DataFrame({"area": ["A", "B"], "age": [40.0, 41.0]})


@pytest.mark.parametrize(
    ("table", "asked", "error", "said"),
    [
        (GOOD.drop("area"), {}, faults.ColumnsMissing, "needs area"),
        (GOOD, {"characteristics": ["age", "income"]}, faults.ColumnsMissing, "needs income"),
        (GOOD, {"characteristics": ["age", "age"]}, faults.ColumnsMissing, "age is named twice"),
        (GOOD.with_columns(age=pl.lit("old")), {}, faults.ColumnsMissing, "age must hold numbers"),
        (GOOD.with_columns(age=pl.lit(float("inf"))), {}, faults.ValueNotFinite, "A, age: not a number"),
        (GOOD.with_columns(age=pl.lit(float("nan"))), {}, faults.ValueNotFinite, "leave a value"),
        (GOOD.vstack(GOOD), {}, faults.AreasRepeated, "a second row for A"),
        (GOOD.with_columns(area=pl.lit(None, pl.String)), {}, faults.ColumnsMissing, "says of no area"),
        (GOOD, {"of": "C"}, faults.AreaUnknown, "C is not in the table; its areas are A, B"),
        (GOOD, {"count": 0}, faults.CountNotPossible, "ask for one or more"),
        (GOOD.clear(), {}, faults.AreaUnknown, "its areas are none"),
        (GOOD.select("area"), {}, faults.NothingToGoBy, "the table has none"),
        (GOOD.with_columns(age=None), {}, faults.NothingToGoBy, "add others"),
    ],
)
def test_what_has_no_neighbours_is_refused_with_its_place(table, asked, error, said):
    with pytest.raises(error, match=said):
        neighbours.nearest(table, **{"of": "A", **asked})
