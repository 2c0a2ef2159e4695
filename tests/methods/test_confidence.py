"""Confidence held against a plain restatement, its laws, and what it refuses."""

import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldenthread.methods import confidence
from goldenthread.methods.closed_words import WordUnknown
from goldenthread.methods.confidence.margins import margins
from tests.methods import plain_confidence

KINDS = st.sampled_from(["proportion", "rate", "count"])


@st.composite
def figures(draw):
    kind = draw(KINDS)
    of = draw(st.one_of(st.integers(0, 40), st.integers(0, 2_000_000)))
    count = draw(st.one_of(st.integers(0, min(of, 20)), st.integers(0, of)))
    if kind != "proportion":
        count = draw(st.one_of(st.integers(0, 20), st.integers(0, 500_000)))
    multiplier = draw(st.sampled_from([1, 100, 10_000, 100_000]))
    return {"interval": kind, "numerator": count, "denominator": of, "multiplier": multiplier}


def ends(rows, **how):
    found = confidence.intervals(pl.DataFrame(rows), **how)
    return list(zip(found["interval_lower"], found["interval_upper"], strict=True))


@given(st.lists(figures(), min_size=1, max_size=25))
def test_limits_are_where_the_definition_has_them(rows):
    for row, got in zip(rows, ends(rows), strict=True):
        wanted = plain_confidence.interval(*row.values())
        if wanted is None:
            assert got == (None, None)
        else:
            assert got == pytest.approx(wanted, rel=1e-8, abs=1e-8 * row["multiplier"])


@given(figures())
def test_an_interval_holds_its_figure_and_a_surer_one_holds_it(row):
    (usual,), (surer,) = ends([row]), ends([row], level=0.998)
    assume(usual[0] is not None)
    of = 1 if row["interval"] == "count" else row["denominator"]
    figure = row["numerator"] / of * (1 if row["interval"] == "count" else row["multiplier"])
    assert surer[0] <= usual[0] <= figure * (1 + 1e-12)
    assert figure * (1 - 1e-12) <= usual[1] <= surer[1]


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_what_is_left_out_of_a_proportion_has_the_mirrored_interval(count, of):
    count = min(count, of)
    rows = [{"interval": "proportion", "numerator": each, "denominator": of} for each in (count, of - count)]
    (lower, upper), (other_lower, other_upper) = ends(rows)
    assert (lower, upper) == pytest.approx((1 - other_upper, 1 - other_lower), abs=1e-12)
    assert 0 <= lower <= upper <= 1


@given(figures(), st.sampled_from([2, 10, 1000]))
def test_the_unit_of_the_figure_is_that_of_its_interval(row, times):
    assume(row["interval"] != "count" and row["denominator"])
    (one,), (other,) = ends([row]), ends([{**row, "multiplier": row["multiplier"] * times}])
    assert other == pytest.approx(tuple(each * times for each in one), rel=1e-12)


@given(st.lists(figures(), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_each_row_stands_by_itself(rows, random):
    shuffled = random.sample(range(len(rows)), len(rows))
    assert ends([rows[place] for place in shuffled]) == [ends(rows)[place] for place in shuffled]


ROW = {"interval": "proportion", "numerator": 3.0, "denominator": 10.0, "multiplier": 100.0}
GIVEN = {"interval": "given", "value": 64.0, "given_lower": 60.0, "given_upper": 68.0}


@pytest.mark.parametrize(
    ("row", "wrong", "error", "says"),
    [
        (ROW, {"numerator": -1.0}, confidence.CountNotPossible, "row 2, numerator: -1 is below zero"),
        (ROW, {"numerator": 11.0}, confidence.CountNotPossible, "row 2, numerator: 11 is more than its"),
        (ROW, {"denominator": -5.0}, confidence.CountNotPossible, "row 2, denominator: -5 is below"),
        (ROW, {"denominator": float("inf")}, confidence.CountNotPossible, "leave what is missing empty"),
        (ROW, {"numerator": float("nan")}, confidence.CountNotPossible, "row 2, numerator: inf is no number"),
        (ROW, {"multiplier": 0.0}, confidence.CountNotPossible, "write 1"),
        (ROW, {"interval": "share"}, WordUnknown, "interval 'share' is not known; write one of proportion"),
        (GIVEN, {"given_lower": 70.0}, confidence.IntervalNotPossible, "row 2, given_lower: 70 is above"),
        (GIVEN, {"value": 6.4}, confidence.IntervalNotPossible, "outside its own interval"),
    ],
)
def test_what_nobody_can_have_counted_is_refused_with_its_place(row, wrong, error, says):
    with pytest.raises(error, match=says):
        confidence.intervals(pl.DataFrame([row, {**row, **wrong}]))


def test_a_frame_that_says_too_little_is_refused():
    with pytest.raises(confidence.ColumnsMissing, match="needs interval"):
        confidence.intervals(pl.DataFrame({"numerator": [3]}))
    with pytest.raises(confidence.ColumnsMissing, match="numerator must hold numbers; it holds String"):
        confidence.intervals(pl.DataFrame({"interval": ["count"], "numerator": ["3"]}))
    with pytest.raises(confidence.LevelNotPossible, match="a level of 95;"):
        confidence.intervals(pl.DataFrame([ROW]), level=95)


def test_no_rows_make_no_intervals():
    empty = pl.DataFrame(schema={"interval": pl.String})
    assert confidence.intervals(empty).columns == ["interval", *confidence.COLUMNS]


def test_to_do_it_twice_changes_nothing():
    once = confidence.intervals(pl.DataFrame([ROW]))
    assert confidence.intervals(once).equals(once)


def test_margins_reach_to_the_worse_and_to_the_better_side():
    rows = pl.DataFrame([{**GIVEN, "value": 61.0, "polarity": way} for way in ("higher", "lower", "range")])
    found = margins(confidence.intervals(rows))
    assert found.select("interval_worse", "interval_better").rows() == [(1, 7), (7, 1), (None, None)]
