"""Benchmarking held against a plain restatement, its laws, and what it refuses."""

import random
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods import benchmarking
from goldenthread.methods.benchmarking import faults
from tests.methods import plain_benchmarking as plain

MIRRORED = {"higher": "lower", "lower": "higher"}
METHODS = ["type7", "type6", "ntile"]
CLOSE = {"rel": 1e-9, "abs": 1e-9}

figures = st.one_of(st.none(), st.integers(-4, 9), st.integers(-900, 900))
comparisons = st.lists(
    st.fixed_dictionaries(
        {
            "values": st.lists(figures, min_size=1, max_size=40),
            "own": st.one_of(st.none(), st.integers(0, 39)),
            "polarity": st.sampled_from(["higher", "lower", "neutral", "range"]),
            "midpoint": st.integers(-5, 5),
        }
    ),
    min_size=1,
    max_size=5,
)


def frame(sets):
    """Rows of comparisons, each with values in hundredths."""
    rows = [
        {
            "indicator": f"I{n}",
            "area": f"A{at}",
            "value": None if value is None else value / 100,
            "is_self": at == each["own"],
            "period": "2023-24",
            "definition": "v1",
            "unit": "%",
            "polarity": each["polarity"],
            "midpoint": each["midpoint"] / 100,
        }
        for n, each in enumerate(sets)
        for at, value in enumerate(each["values"])
    ]
    return pl.DataFrame(rows, schema_overrides={"value": pl.Float64})


def same(got, exact):
    if exact is None:
        assert got is None
    else:
        assert got == pytest.approx(float(exact), **CLOSE)


def check_places(rows, areas, polarity, midpoint):
    places = plain.places(areas, polarity, midpoint)
    for row in rows:
        rank, percentile, quarter, shared = places.get(row["area"], (None, None, None, None))
        assert (row["rank"], row["quarter"], row["is_tied"]) == (rank, quarter, shared)
        assert row["ranked"] == len(places)
        same(row["percentile"], percentile)


def check_gaps(rows, areas, polarity, midpoint):
    others = plain.peers(areas)
    median = plain.median(others) if others else None
    mad = plain.mad(others) if others else None
    for row, area in zip(rows, areas, strict=True):
        gap = None if area.value is None or median is None else area.value - median
        same(row["gap"], gap)
        same(row["mads"], None if gap is None or not mad else gap / mad)
        nearer = None if gap is None else abs(median - midpoint) - abs(area.value - midpoint)
        better = {"higher": gap, "lower": None if gap is None else -gap, "neutral": None, "range": nearer}
        same(row["aim_gap"], better[polarity])


def check_statistics(row, areas, method):
    others = plain.peers(areas)
    missing = sorted(area.name for area in areas if area.value is None and not area.is_self)
    assert (row["peers"], row["missing"], row["missing_areas"]) == (len(others), len(missing), missing)
    assert row["areas"] == len(areas)
    for name, exact in zip(("q1", "q2", "q3"), plain.cuts(others, method), strict=True):
        same(row[name], exact)
    for name, of in (("median", plain.median), ("mad", plain.mad), ("least", min), ("greatest", max)):
        same(row[name], of(others) if others else None)


@settings(max_examples=200, deadline=None)
@given(sets=comparisons, method=st.sampled_from(METHODS))
def test_agrees_with_the_plain_restatement(sets, method):
    found = benchmarking.compare(frame(sets), quartile_method=method)
    for n, each in enumerate(sets):
        midpoint = Fraction(each["midpoint"], 100)
        areas = [
            plain.Area(f"A{at}", None if value is None else Fraction(value, 100), at == each["own"])
            for at, value in enumerate(each["values"])
        ]
        rows = found.areas.filter(pl.col("indicator") == f"I{n}").to_dicts()
        check_places(rows, areas, each["polarity"], midpoint)
        check_gaps(rows, areas, each["polarity"], midpoint)
        check_statistics(found.sets.row(n, named=True), areas, method)


@given(sets=comparisons, seed=st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(sets, seed):
    rows = frame(sets)
    mixed = rows.sample(fraction=1, shuffle=True, seed=seed)
    in_order, shuffled = (benchmarking.compare(each) for each in (rows, mixed))
    by = ["indicator", "area"]
    assert shuffled.areas.sort(by).equals(in_order.areas.sort(by))
    assert shuffled.sets.sort("indicator").equals(in_order.sets.sort("indicator"))
    assert shuffled.areas.select(rows.columns).equals(mixed)


@given(sets=comparisons, shift=st.integers(-50, 50), scale=st.sampled_from([0.25, 2.0, 64.0]))
def test_shift_and_scale_move_the_statistics_and_leave_the_places(sets, shift, scale):
    rows = frame(sets)
    moved = rows.with_columns((pl.col("value", "midpoint") + shift) * scale)
    before, after = benchmarking.compare(rows), benchmarking.compare(moved)
    for name in ("rank", "quarter", "is_tied"):
        assert after.areas[name].equals(before.areas[name])
    for name in ("q1", "median", "q3", "least", "greatest"):
        for old, new in zip(before.sets[name], after.sets[name], strict=True):
            same(new, None if old is None else (old + shift) * scale)
    for old, new in zip(before.sets["mad"], after.sets["mad"], strict=True):
        same(new, None if old is None else old * scale)


@given(sets=comparisons)
def test_the_other_polarity_and_the_other_sign_leave_the_places(sets):
    rows = frame(sets)
    mirrored = rows.with_columns(-pl.col("value", "midpoint"), pl.col("polarity").replace(MIRRORED))
    rows = rows.filter(pl.col("polarity") != "neutral")
    mirrored = mirrored.filter(pl.col("polarity") != "neutral")
    before, after = benchmarking.compare(rows), benchmarking.compare(mirrored)
    for name in ("rank", "percentile", "quarter", "is_tied"):
        assert after.areas[name].equals(before.areas[name])
    for name in ("median", "mad"):
        for old, new in zip(before.sets[name], after.sets[name], strict=True):
            same(new, None if old is None else (old if name == "mad" else -old))


def test_many_comparisons_at_once_say_what_each_says_alone():
    chance = random.Random(5)
    sets = [
        {
            "values": [chance.choice([None, *range(-9, 10)]) for _ in range(chance.randint(1, 200))],
            "own": chance.choice([None, 0, 3]),
            "polarity": chance.choice(["higher", "lower", "neutral", "range"]),
            "midpoint": chance.randint(-3, 3),
        }
        for _ in range(900)
    ]
    rows = frame(sets)
    together = benchmarking.compare(rows)
    for n in range(0, 900, 37):
        alone = benchmarking.compare(rows.filter(pl.col("indicator") == f"I{n}"))
        assert together.areas.filter(pl.col("indicator") == f"I{n}").equals(alone.areas)
        assert together.sets.filter(pl.col("indicator") == f"I{n}").equals(alone.sets)


def test_no_rows_make_no_comparison():
    rows = frame([{"values": [1], "own": None, "polarity": "higher", "midpoint": 0}])
    found = benchmarking.compare(rows.clear())
    assert (found.areas.height, found.sets.height) == (0, 0)
    assert found.areas.columns == benchmarking.compare(rows).areas.columns


def test_one_area_alone_is_first_of_one_and_has_no_peers():
    rows = frame([{"values": [100], "own": 0, "polarity": "higher", "midpoint": 0}])
    found = benchmarking.compare(rows)
    area, comparison = found.areas.row(0, named=True), found.sets.row(0, named=True)
    assert (area["rank"], area["ranked"], area["quarter"], area["gap"]) == (1, 1, None, None)
    assert (comparison["peers"], comparison["median"], comparison["has_own_figure"]) == (0, None, True)


def test_rounding_of_the_computer_makes_no_place():
    values = [0.1 + 0.2, 0.3, 0.7 - 0.4, 1e6 / 3, 1e6 / 3 + 1e-9]
    rows = frame([{"values": [0] * 5, "own": None, "polarity": "lower", "midpoint": 0}])
    found = benchmarking.compare(rows.with_columns(pl.Series("value", values)))
    assert found.areas["rank"].to_list() == [1, 1, 1, 4, 4]
    nearest = rows.with_columns(
        pl.Series("value", [0.4, 0.6, 0.1 + 0.3, 0.5, 0.7]), polarity=pl.lit("range"), midpoint=0.5
    )
    assert benchmarking.compare(nearest).areas["rank"].to_list() == [2, 2, 2, 1, 5]


TWO = {"values": [100, 200, 300], "own": None, "polarity": "higher", "midpoint": 0}


def last(name, other):
    """Rows of which the last has something else in that column."""
    rows = frame([TWO])
    kept = pl.when(pl.int_range(pl.len()) < 2).then(pl.col(name))
    return rows.with_columns(kept.otherwise(pl.lit(other)).alias(name))


@pytest.mark.parametrize(
    ("rows", "error", "said"),
    [
        (last("period", "2022-23"), faults.PeriodsDiffer, "I0, row 3, period: A2 has 2022-23 where A1 has"),
        (last("period", None), faults.PeriodsDiffer, "does not say its period"),
        (last("definition", "v2"), faults.DefinitionsDiffer, "A2 has v2 where A1 has v1"),
        (last("unit", "per 1,000"), faults.UnitsDiffer, "compare like with like"),
        (last("polarity", "lower"), faults.PolaritiesDiffer, "row 3, polarity"),
        (last("polarity", "upwards"), faults.PolarityUnknown, "'upwards'"),
        (last("polarity", None), faults.PolarityUnknown, "write higher, lower, range or neutral"),
        (
            last("midpoint", 3.0).with_columns(polarity=pl.lit("range")),
            faults.PolaritiesDiffer,
            "A2 has 3.0 where A1 has 0.0",
        ),
        (last("area", "A0"), faults.AreasRepeated, "row 3, area: a second row for A0"),
        (last("value", float("inf")), faults.ValueNotFinite, "row 3, value"),
        (last("value", float("nan")), faults.ValueNotFinite, "leave a value that is missing empty"),
        (frame([TWO]).drop("unit", "period"), faults.ColumnsMissing, "needs period, unit"),
        (frame([TWO]).with_columns(value=pl.lit("high")), faults.ColumnsMissing, "must hold numbers"),
        (frame([TWO]).with_columns(is_self=True), faults.SelfRepeated, "row 2, is_self"),
        (
            frame([TWO]).with_columns(polarity=pl.lit("range")).drop("midpoint"),
            faults.MidpointMissing,
            "row 1, midpoint",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused_with_its_place(rows, error, said):
    with pytest.raises(error) as refusal:
        benchmarking.compare(rows)
    assert said in str(refusal.value)
    turned = rows.reverse()
    with pytest.raises(error):
        benchmarking.compare(turned)


def test_an_unknown_quartile_method_is_refused():
    with pytest.raises(faults.QuartileMethodUnknown, match="type7, type6, ntile"):
        benchmarking.compare(frame([TWO]), quartile_method="tukey")


def test_a_missing_peer_need_not_say_what_it_has_no_figure_of():
    rows = last("value", None).with_columns(
        pl.when(pl.col("value").is_not_null()).then(pl.col("period", "definition", "unit", "polarity"))
    )
    assert benchmarking.compare(rows).sets["missing_areas"].to_list() == [["A2"]]


def test_a_midpoint_is_asked_for_only_where_it_is_best():
    assert benchmarking.compare(last("midpoint", 3.0)).areas["rank"].to_list() == [3, 2, 1]


def test_indicators_between_each_other_are_told_apart_row_by_row():
    rows = frame([TWO, {**TWO, "polarity": "lower"}])
    mixed = rows[[0, 3, 1, 4, 2, 5]]
    assert benchmarking.compare(mixed).areas["rank"].to_list() == [3, 1, 2, 2, 1, 3]
    with pytest.raises(faults.PeriodsDiffer, match="I1, row 6, period"):
        benchmarking.compare(
            mixed.with_columns(
                period=pl.when(pl.int_range(pl.len()) == 5).then(pl.lit("x")).otherwise("period")
            )
        )


def told(value, earlier, polarity, unit="", midpoint=None):
    rows = pl.DataFrame(
        {"value": [value], "earlier": [earlier], "polarity": polarity, "unit": unit, "midpoint": [midpoint]},
        schema_overrides=dict.fromkeys(("value", "earlier", "midpoint"), pl.Float64),
    )
    row = benchmarking.aim_adjusted(rows).row(0, named=True)
    return row["aim_change"], row["aim_change_kind"]


@given(value=st.integers(-900, 900), earlier=st.integers(-900, 900), unit=st.sampled_from(["%", "days"]))
def test_a_change_for_the_better_under_one_aim_is_one_for_the_worse_under_the_other(value, earlier, unit):
    higher, kind = told(value / 10, earlier / 10, "higher", unit)
    lower, _ = told(value / 10, earlier / 10, "lower", unit)
    if unit == "%":
        assert (higher, kind) == (value / 10 - earlier / 10, "points")
    elif value == earlier:
        assert (higher, kind) == (0, "share")
    elif earlier == 0:
        assert (higher, kind) == (None, None)
    else:
        assert higher == pytest.approx(float(Fraction(value - earlier, abs(earlier))))
    assert lower == (None if higher is None else -higher)
    assert told(value / 10, earlier / 10, "neutral", unit) == (None, None)


def test_a_figure_that_came_nearer_to_its_midpoint_changed_for_the_better():
    assert told(3.0, 9.0, "range", midpoint=5.0) == (2.0, "nearer")
    assert told(None, 9.0, "range") == (None, None)


@pytest.mark.parametrize(
    ("cells", "error", "said"),
    [
        ((1.0, 2.0, ""), faults.PolarityUnknown, "row 1: not said which way is better"),
        ((1.0, 2.0, "up"), faults.PolarityUnknown, "write higher, lower, range or neutral"),
        ((1.0, 2.0, "range"), faults.MidpointMissing, "row 1: nearest to a midpoint is best"),
        ((float("inf"), 2.0, "higher"), faults.ValueNotFinite, "row 1: not a number below"),
    ],
)
def test_what_changed_nobody_knows_which_way_is_refused(cells, error, said):
    with pytest.raises(error, match=said):
        told(*cells)
    with pytest.raises(faults.ColumnsMissing, match="needs earlier"):
        benchmarking.aim_adjusted(pl.DataFrame({"value": [1.0], "polarity": "", "unit": ""}))
