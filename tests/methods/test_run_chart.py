"""Run charts: published limits, runs told one by one, and rebases suggested when a shift stays."""

from datetime import date, timedelta
from itertools import groupby
from statistics import median

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from goldenthread.methods import run_chart, spc
from goldenthread.methods.spc import rebases, suited

FIRST = date(2020, 4, 1)


def frame(*series):
    rows = [
        (f"S{n}", FIRST + timedelta(days=at), value)
        for n, values in enumerate(series)
        for at, value in enumerate(values)
    ]
    schema = {"indicator": pl.String, "date": pl.Date, "value": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


@pytest.mark.parametrize(("useful", "longest", "fewest"), [(10, 6, 2), (13, 7, 3), (24, 8, 8), (100, 10, 41)])
def test_limits_are_the_published_ones(useful, longest, fewest):
    """Anhøj and Olesen (2014), table 1."""
    assert run_chart.longest_run_limit(useful) == longest
    assert run_chart.fewest_crossings(useful) == fewest


def test_the_fewest_crossings_are_the_binomial_quantile():
    for useful in range(10, 300):
        assert run_chart.fewest_crossings(useful) == binom.ppf(0.05, useful - 1, 0.5)


values = st.lists(st.one_of(st.none(), st.integers(-4, 4)), max_size=40)


@given(several=st.lists(values, min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_runs_and_crossings_are_what_one_counts_by_hand(several):
    several = [values or [None] for values in several]
    for found, values in zip(
        run_chart.run_chart(frame(*several)).series.iter_rows(named=True), several, strict=True
    ):
        there = [value for value in values if value is not None]
        middle = median(there) if there else None
        sides = [value > middle for value in there if value != middle]
        runs = [len(list(run)) for _, run in groupby(sides)]
        assert (found["n"], found["n_useful"]) == (len(there), len(sides))
        assert found["longest_run"] == max(runs, default=0)
        assert found["crossings"] == max(len(runs) - 1, 0)
        assert (found["variation"] is None) == (len(sides) < 10)
        if len(sides) >= 10:
            is_odd = found["longest_run"] > found["longest_run_limit"]
            is_odd |= found["crossings"] < found["fewest_crossings"]
            assert found["variation"] == ("non-random" if is_odd else "random")


def test_what_is_too_short_says_so():
    found = run_chart.run_chart(frame([1, 2, 3, 4, 5, 6, 7, 8, None])).series.row(0, named=True)
    assert found["obstacle"] == "cannot be assessed: 8 values off the median, and the tests need 10"
    assert run_chart.run_chart(frame()).series.height == 0


before = [10, 12, 9, 11, 10, 13, 9, 12, 10, 11, 12, 11, 9]


@pytest.mark.parametrize(
    ("after", "points", "is_due"),
    [([16, 17] * 6, 12, True), ([16, 17] * 4, 8, False), ([16, 17] * 6 + [None, None], 12, True)],
)
def test_a_rebase_is_suggested_where_a_shift_has_lasted(after, points, is_due):
    chart = spc.chart(frame(before + after), spc.Parameters("higher", fix_after_n_points=12))
    found = rebases.suggested(chart).row(0, named=True)
    assert found["date"] == FIRST + timedelta(days=len(before))
    assert (found["points"], found["side"], found["is_due"]) == (points, "above", is_due)
    assert (found["mean_before"], found["mean_since"]) == (pytest.approx(10.692, abs=1e-3), 16.5)
    assert ("wait" in found["why"]) == (not is_due)


@pytest.mark.parametrize("after", [[16, 17] * 3, [16, 17] * 6 + [9], []])
def test_none_is_suggested_where_the_shift_is_short_or_over(after):
    chart = spc.chart(frame(before + after), spc.Parameters("higher", fix_after_n_points=12))
    assert rebases.suggested(chart).height == 0


def test_once_rebased_nothing_more_is_suggested():
    day = FIRST + timedelta(days=len(before))
    rows = frame(before + [16, 17] * 8)
    assert rebases.suggested(spc.chart(rows, spc.Parameters("higher"))).height == 1
    rebased = spc.chart(rows, spc.Parameters("higher", rebases=(day,)))
    assert rebased.groups["rebase_group"].to_list() == [0, 1]
    assert rebases.suggested(rebased).height == 0


@pytest.mark.parametrize(
    ("about", "chart", "why"),
    [
        ({"values": 24, "frequency": "monthly"}, "xmr", "24 values"),
        ({"values": 8, "frequency": "monthly"}, "xmr", "trial limits"),
        ({"values": 12, "frequency": "quarterly"}, "run", "too few for limits"),
        ({"values": 20, "frequency": "quarterly"}, "xmr", "20 values"),
        ({"values": 1, "frequency": "monthly"}, "none", "cannot be assessed"),
        ({"values": 40, "frequency": "monthly", "aggregation": "cumulative"}, "none", "holds the one before"),
        ({"values": 40, "frequency": "monthly", "basis": "rolling_12"}, "none", "share most of their data"),
    ],
)
def test_the_chart_that_suits(about, chart, why):
    found = suited.chart_for(**about)
    assert found.chart == chart
    assert why in found.why
