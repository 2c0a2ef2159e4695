"""Trend tests held against a plain restatement, their laws, and what they refuse."""

import random
from collections import Counter
from datetime import date
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods import trend_tests
from goldenthread.methods.closed_words import WordUnknown
from goldenthread.methods.spc import faults
from goldenthread.methods.trend_tests.recent import IntervalUpsideDown
from tests.methods import plain_trend_tests

SIDES = {"up": 1, "level": 0, "down": -1, None: None}
TURNED = {"improving": "worsening", "worsening": "improving", "up": "down", "down": "up"}
MISSING = 0.15


def month(at):
    return date(2015 + at // 12, at % 12 + 1, 1)


def charted(series):
    """A frame of series, each a pair of months and hundredths, and whether it is seasonal."""
    rows = [
        {"indicator": f"S{n}", "date": month(at), "value": None if value is None else value / 100,
         "is_seasonal": seasonal, "polarity": "higher"}
        for n, (months, values, seasonal) in enumerate(series)
        for at, value in zip(months, values, strict=True)
    ]  # fmt: skip
    return pl.DataFrame(rows, schema_overrides={"value": pl.Float64, "date": pl.Date})


def made_up(chance):
    """Series such as councils have: noise, drifts, seasons, gaps, ties, constants, straight lines."""
    step = chance.choice([1, 1, 3, 12])
    months = [at for at in range(0, step * chance.randint(1, 40), step) if chance.random() > 0.1]
    drift, noise = chance.choice([0, 0, 1, 5, -3]), chance.choice([0, 1, 40, 300])
    waves = [chance.randint(-200, 200) for _ in range(12)] if chance.random() < 0.4 else [0] * 12
    values = [
        None
        if chance.random() < MISSING
        else 5000 + drift * at + waves[at % 12] + chance.randint(-noise, noise)
        for at in months
    ]
    return months or [0], values or [1], any(waves)


def check_regression(series):
    found = trend_tests.regression(charted(series).sample(fraction=1.0, shuffle=True, seed=3))
    said = Counter()
    for row in found.iter_rows(named=True):
        months, values, seasonal = series[int(row["indicator"][1:])]
        exact = [None if value is None else Fraction(value, 100) for value in values]
        wanted = plain_trend_tests.regression(months, exact, seasonal=seasonal)
        assert row["points"] == len(exact) - exact.count(None)
        if wanted is None:
            assert (row["why"], row["slope"], row["arrow"]) == ("too_few", None, None)
            continue
        slope, reach = wanted
        assert row["slope"] == pytest.approx(float(slope), rel=1e-8, abs=1e-10)
        ends = (float(slope) - reach, float(slope) + reach)
        assert (row["slope_lower"], row["slope_upper"]) == pytest.approx(ends, rel=1e-7, abs=1e-7)
        if abs(abs(slope) - reach) > 1e-7 or slope == 0:
            side = 0 if abs(slope) <= reach else 1 if slope > 0 else -1
            assert SIDES[row["arrow"]] == side
        said[row["arrow"], row["method"]] += 1
    return said


def test_thousands_of_regressions_at_once_are_what_the_definition_says_one_by_one():
    chance = random.Random(20242)
    said = check_regression([made_up(chance) for _ in range(2000)])
    assert len(said) == 6
    assert min(said.values()) > 30


def yearly(series, polarity="higher"):
    """A frame of yearly series of (year, value, lower, upper) in hundredths or None."""
    rows = [
        {"indicator": f"S{n}", "date": date(year, 3, 31), "polarity": polarity,
         **{name: None if each is None else each / 100
            for name, each in zip(("value", "interval_lower", "interval_upper"), rest, strict=True)}}
        for n, years in enumerate(series) for year, *rest in years
    ]  # fmt: skip
    kinds = dict.fromkeys(("value", "interval_lower", "interval_upper"), pl.Float64)
    return pl.DataFrame(rows, schema_overrides={**kinds, "date": pl.Date})


@st.composite
def years(draw):
    found = []
    value, slope = draw(st.integers(0, 900)), draw(st.integers(-9, 9))
    for year in sorted(draw(st.sets(st.integers(2010, 2024), min_size=1))):
        width = draw(st.integers(0 if draw(st.integers(0, 30)) == 0 else 1, 30))
        here = value + slope * (year - 2010) + draw(st.integers(-6, 6))
        figures = [here, here - width, here + draw(st.integers(0, 9)) + (width > 0)]
        if draw(st.integers(0, 12)) == 0:
            figures[draw(st.integers(0, 2))] = None
        found.append((year, *figures))
    return found


def exact(series):
    return [tuple(None if each is None else Fraction(each) for each in row) for row in series]


def made_up_years(chance):
    """Yearly series with gaps, ties, constants, missing figures and intervals of no width."""
    value, slope, noise = chance.randint(100, 900), chance.choice([0, 0, 1, -4, 9]), chance.choice([0, 2, 15])
    found = []
    for year in sorted(chance.sample(range(2008, 2025), chance.randint(1, 14))):
        here = value + slope * (year - 2008) + chance.randint(-noise, noise)
        width = 0 if chance.random() < 0.01 else chance.randint(1, 25)
        figures = [here, here - width, here + width * chance.randint(1, 2)]
        if chance.random() < MISSING / 3:
            figures[chance.randint(0, 2)] = None
        found.append((year, *figures))
    return found


def test_thousands_of_recent_trends_at_once_are_what_the_definition_says_one_by_one():
    chance = random.Random(95495)
    said = check_recent([made_up_years(chance) for _ in range(3000)])
    assert len(said) == 4
    assert min(said.values()) > 200


@given(st.lists(years(), min_size=1, max_size=12))
@settings(max_examples=100)
def test_recent_trends_are_what_the_definition_says(series):
    check_recent(series)


def check_recent(series):
    said = Counter()
    found = trend_tests.recent(yearly(series))
    for row in found.iter_rows(named=True):
        wanted = plain_trend_tests.recent(exact(series[int(row["indicator"][1:])]))
        assert SIDES[row["arrow"]] == wanted, row
        assert (row["why"] == "") == (wanted is not None)
        assert (row["marker"] == "CannotBeCalculated") == (wanted is None)
        said[row["arrow"]] += 1
    return said


@given(st.lists(years(), min_size=1, max_size=5))
@settings(max_examples=50)
def test_the_other_polarity_turns_the_words_and_leaves_the_arrows(series):
    one, other = (trend_tests.recent(yearly(series, way)) for way in ("higher", "lower"))
    assert one["arrow"].to_list() == other["arrow"].to_list()
    assert [TURNED.get(word, word) for word in one["trend"]] == other["trend"].to_list()


@given(st.lists(years(), min_size=1, max_size=5), st.sampled_from([0.001, 7.0, 1e6]))
@settings(max_examples=50)
def test_another_unit_changes_no_trend(series, scale):
    frame = yearly(series)
    names = ["value", "interval_lower", "interval_upper"]
    scaled = frame.with_columns(pl.col(names) * scale)
    assert trend_tests.recent(scaled)["arrow"].to_list() == trend_tests.recent(frame)["arrow"].to_list()


@given(
    st.lists(st.integers(-50, 50), min_size=8, max_size=30),
    st.sampled_from([0.01, 1.0, 300.0]),
    st.sampled_from([-1e4, 0.0, 5.5]),
)
@settings(max_examples=60)
def test_a_slope_stretches_with_the_figures_and_turns_with_them(values, scale, offset):
    rows = charted([(range(len(values)), values, False)])
    before = trend_tests.regression(rows).row(0, named=True)
    after = trend_tests.regression(rows.with_columns(pl.col("value") * scale + offset)).row(0, named=True)
    turned = trend_tests.regression(rows.with_columns(-pl.col("value"))).row(0, named=True)
    assert after["slope"] == pytest.approx(before["slope"] * scale, rel=1e-7, abs=1e-7 * scale)
    assert after["arrow"] == before["arrow"]
    assert turned["arrow"] == TURNED.get(before["arrow"], "level")


def test_rounding_of_the_computer_is_no_trend():
    """0.1 + 0.2 is not 0.3 for a computer."""
    values = pl.Series([0.3] * 6 + [0.1 + 0.2] * 6)
    rows = pl.DataFrame({"date": [month(at) for at in range(12)], "value": values, "polarity": "higher"})
    assert trend_tests.regression(rows)["trend"].to_list() == ["steady"]
    years = rows.with_columns(
        date=pl.date(2000 + pl.int_range(pl.len()), 3, 31),
        interval_lower=values - 1e-17,
        interval_upper=values + 0.3,
    )
    assert trend_tests.recent(years)["trend"].to_list() == ["steady"]


def test_no_rows_have_no_trend():
    empty = yearly([[(2020, 1, 0, 2)]]).clear()
    assert trend_tests.recent(empty).height == trend_tests.regression(empty).height == 0


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        ({"interval_lower": pl.lit(9.0)}, IntervalUpsideDown, "S0, row 1, interval_lower: above the upper"),
        ({"interval_upper": pl.lit(float("inf"))}, faults.ValueNotFinite, "S0, row 1, interval_upper"),
        ({"numerator": pl.lit(float("nan"))}, faults.ValueNotFinite, "S0, row 1, numerator: no number"),
        ({"value": pl.lit(float("nan"))}, faults.ValueNotFinite, "S0, row 1, value"),
        ({"date": pl.lit(date(2020, 3, 31))}, faults.DatesRepeated, "S0, row 2, date: a second row"),
        ({"date": pl.lit(None, pl.Date)}, faults.DateMissing, "there is no date"),
        ({"polarity": pl.lit("up")}, WordUnknown, "polarity 'up' is not known"),
    ],
)
def test_bad_rows_are_refused_with_their_place(change, error, says):
    rows = yearly([[(year, 100, 90, 110) for year in range(2018, 2023)]])
    with pytest.raises(error, match=says):
        trend_tests.recent(rows.with_columns(**change))
    if not {"interval_lower", "interval_upper", "numerator"} & set(change):
        with pytest.raises(error, match=says):
            trend_tests.regression(rows.with_columns(**change))


def test_words_where_numbers_or_flags_belong_are_refused():
    rows = yearly([[(year, 100, 90, 110) for year in range(2018, 2023)]])
    with pytest.raises(faults.ColumnsMissing, match="interval_lower must hold numbers; it holds String"):
        trend_tests.recent(rows.with_columns(interval_lower=pl.lit("90")))
    with pytest.raises(faults.ColumnsMissing, match="is_seasonal must be true or false; it holds String"):
        trend_tests.regression(rows.with_columns(is_seasonal=pl.lit("yes")))


def test_a_frame_without_intervals_is_refused():
    with pytest.raises(faults.ColumnsMissing, match="needs interval_lower, interval_upper"):
        trend_tests.recent(pl.DataFrame({"date": [month(0)], "value": [1.0]}))
    with pytest.raises(faults.ColumnsMissing, match="needs date"):
        trend_tests.regression(pl.DataFrame({"value": [1.0]}))
