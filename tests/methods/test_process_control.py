"""Process control held against a plain restatement, its laws, and what it refuses."""

import random
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods import spc
from goldenthread.methods.spc import faults, words
from tests.methods.plain_process_control import charted

FIRST = date(2020, 4, 1)
TURNED = {"Above": "Below", "Below": "Above", "Increasing": "Decreasing", "Decreasing": "Increasing"}
COMPARED = ("rebase_group", "outside_limits", "relative_to_mean", "close_to_limits", "special_cause_type")


def day(number):
    return FIRST + timedelta(days=number)


def frame(series):
    """Rows of several series, each a list of hundredths or None."""
    rows = [
        {"indicator": f"S{n}", "date": day(at), "value": None if value is None else value / 100}
        for n, values in enumerate(series)
        for at, value in enumerate(values)
    ]
    return pl.DataFrame(rows, schema={"indicator": pl.String, "date": pl.Date, "value": pl.Float64})


def parameters(hows):
    rows = [
        {"indicator": f"S{n}", "polarity": "higher", "fix_after_n_points": how["fix_after"],
         "screen": how["screen"], "rebases": [day(at) for at in how["rebases"]]}
        for n, how in enumerate(hows)
    ]  # fmt: skip
    kinds = {"fix_after_n_points": pl.Int64, "rebases": pl.List(pl.Date)}
    return pl.DataFrame(rows, schema_overrides=kinds)


def plainly(series, hows):
    for values, how in zip(series, hows, strict=True):
        days = [day(at) for at in range(len(values))]
        exact = [None if value is None else Fraction(value, 100) for value in values]
        rebases = {day(at) for at in how["rebases"]}
        yield from charted(days, exact, rebases=rebases, fix_after=how["fix_after"], screen=how["screen"])


def check(series, hows):
    got = spc.chart(frame(series), parameters(hows)).points
    wanted = list(plainly(series, hows))
    assert got.height == len(wanted)
    for row, point in zip(got.iter_rows(named=True), wanted, strict=True):
        said = (point.group, point.outside, point.side, point.near, point.cause)
        assert tuple(row[name] for name in COMPARED) == said, (row, point)
        for name, exact in (("mean", point.mean), ("lpl", point.lower), ("upl", point.upper)):
            assert (row[name] is None) == (exact is None), (row, point)
            if exact is not None:
                assert row[name] == pytest.approx(float(exact), rel=1e-9, abs=1e-9)


values = st.lists(st.one_of(st.none(), st.integers(-3, 6)), min_size=1, max_size=45)
runs = st.lists(
    st.tuples(st.integers(-30, 30), st.integers(-2, 2), st.integers(1, 9)), min_size=1, max_size=7
)
ramps = runs.map(lambda parts: [begin + step * n for begin, step, length in parts for n in range(length)])
hows = st.fixed_dictionaries(
    {
        "fix_after": st.sampled_from([None, None, 12, 14, 20]),
        "screen": st.booleans(),
        "rebases": st.sets(st.integers(-2, 40), max_size=3),
    }
)


@given(cases=st.lists(st.tuples(st.one_of(values, ramps), hows), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_every_label_is_what_the_rules_say_one_point_after_the_other(cases):
    check([series for series, _ in cases], [how for _, how in cases])


def made_up(chance):
    """A series such as councils have: noise, steps, ramps, ties, constants, gaps."""
    length = chance.choice([1, 2, 5, 12, 13, 20, 24, 36, 60])
    spread = chance.choice([0, 1, 2, 5, 300, 2000])
    value, made = chance.randint(-500, 9000), []
    for _ in range(length):
        if chance.random() < 0.06:
            value += chance.choice([-6, 6, 30]) * max(spread, 1)
        drift = chance.choice([0, 0, 0, 0, 1, -1]) * (spread // 3)
        value += drift
        made.append(value + chance.randint(-spread, spread))
    if chance.random() < 0.3:
        begin, end = sorted(chance.randrange(length + 1) for _ in range(2))
        made[begin:end] = sorted(made[begin:end], reverse=chance.random() < 0.5)
    gaps = chance.choice([0, 0, 0.05, 0.3])
    return [None if chance.random() < gaps else each for each in made]


def test_thousands_of_series_at_once_are_what_the_rules_say_one_by_one():
    chance = random.Random(20241)
    series = [made_up(chance) for _ in range(2500)]
    how = [
        {
            "fix_after": chance.choice([None, None, None, 12, 18]),
            "screen": chance.random() < 0.8,
            "rebases": {chance.randrange(60) for _ in range(chance.choice([0, 0, 0, 1, 2]))},
        }
        for _ in series
    ]
    check(series, how)
    counted = Counter(labels(spc.chart(frame(series), parameters(how))))
    # Each rule has had its say, many times over.
    assert min(counted[cause] for cause in words.CAUSES.categories) > 100


def labels(charted):
    return charted.points["special_cause_type"].to_list()


@given(
    series=st.one_of(values, ramps),
    scale=st.sampled_from([0.001, 0.5, 3.0, 700.0]),
    offset=st.sampled_from([-40.0, 0.0, 0.1, 1e5]),
)
@settings(max_examples=60, deadline=None)
def test_limits_move_and_stretch_with_the_figures_and_no_label_changes(series, scale, offset):
    how = spc.Parameters("higher")
    rows = frame([series])
    before = spc.chart(rows, how)
    after = spc.chart(rows.with_columns(pl.col("value") * scale + offset), how)
    assert labels(before) == labels(after)
    for name in ("mean", "lpl", "upl"):
        for old, new in zip(before.points[name], after.points[name], strict=True):
            assert new == (None if old is None else pytest.approx(old * scale + offset, rel=1e-9, abs=1e-7))


@given(series=st.one_of(values, ramps), target=st.integers(-3, 6))
@settings(max_examples=60, deadline=None)
def test_upside_down_figures_with_the_other_polarity_mean_the_same(series, target):
    rows, upside_down = frame([series]), frame([[None if each is None else -each for each in series]])
    one = spc.chart(rows, spc.Parameters("higher", target=target / 100))
    other = spc.chart(upside_down, spc.Parameters("lower", target=-target / 100))
    for name in ("point_type", "special_cause_flag", "outside_limits", "close_to_limits"):
        assert one.points[name].to_list() == other.points[name].to_list()
    assert one.groups["assurance_type"].to_list() == other.groups["assurance_type"].to_list()
    turned = [label and " ".join(_turned(word) for word in label.split()) for label in labels(one)]
    assert [label and label.replace("UCL", "LCL") for label in turned] == [
        label and label.replace("UCL", "LCL") for label in labels(other)
    ]


def _turned(word):
    bare = word.strip("()")
    return word.replace(bare, TURNED.get(bare, bare))


@given(series=st.one_of(values, ramps), target=st.integers(-3, 6))
@settings(max_examples=60, deadline=None)
def test_the_other_polarity_turns_good_into_bad_and_nothing_else(series, target):
    rows = frame([series])
    higher, lower = (spc.chart(rows, spc.Parameters(way, target=target / 100)) for way in ("higher", "lower"))
    assert labels(higher) == labels(lower)
    mirror = {
        "special_cause_improvement": "special_cause_concern",
        "special_cause_concern": "special_cause_improvement",
        "consistent_pass": "consistent_fail", "consistent_fail": "consistent_pass",
        "improvement_high": "concern_high", "concern_high": "improvement_high",
        "improvement_low": "concern_low", "concern_low": "improvement_low",
    }  # fmt: skip
    for part, name in (("points", "point_type"), ("groups", "variation_icon"), ("groups", "assurance_type")):
        one, other = getattr(higher, part)[name].to_list(), getattr(lower, part)[name].to_list()
        assert [mirror.get(each, each) for each in one] == other


@given(series=st.lists(values, min_size=1, max_size=5), chance=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_rows_and_of_series_changes_nothing(series, chance):
    rows = frame(series)
    order = list(range(rows.height))
    chance.shuffle(order)
    how = spc.Parameters("lower", target=0.01)
    for part in ("points", "groups"):
        one, other = (getattr(spc.chart(each, how), part) for each in (rows, rows[order]))
        by = [name for name in ("indicator", "seq", "rebase_group") if name in one.columns]
        assert one.sort(by).equals(other.sort(by))


def test_rounding_of_the_computer_flips_no_label():
    """0.1 + 0.2 is not 0.3 for a computer: here the mean is 0.3, and every second point is."""
    around = [0.3, 0.1 + 0.2] * 12
    chart = spc.chart(
        pl.DataFrame({"date": [day(n) for n in range(24)], "value": around}), spc.Parameters("higher")
    )
    assert set(chart.points["relative_to_mean"]) == {0}
    assert chart.groups["is_constant"].to_list() == [True]
    assert set(labels(chart)) == {"Common Cause"}


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        ({"value": pl.lit(float("inf"))}, faults.ValueNotFinite, "row 1, value"),
        ({"value": pl.lit(float("nan"))}, faults.ValueNotFinite, "empty"),
        ({"value": pl.lit(1e200)}, faults.ValueNotFinite, "below"),
        ({"date": pl.lit(None, pl.Date)}, faults.DateMissing, "there is no date"),
        ({"date": pl.lit(FIRST)}, faults.DatesRepeated, "S0, row 2, date: a second row for 2020-04-01"),
        ({"value": pl.lit("12")}, faults.ColumnsMissing, "value numbers"),
        ({"date": pl.lit("2020-04-01")}, faults.ColumnsMissing, "date must hold dates"),
    ],
)
def test_bad_rows_are_refused_with_their_place(change, error, says):
    with pytest.raises(error, match=says):
        spc.chart(frame([[1, 2, 3]]).with_columns(**change), spc.Parameters())


@pytest.mark.parametrize(
    ("column", "value", "error", "says"),
    [
        ("polarity", "up", faults.ParameterUnknown, "S0, parameters, polarity: 'up' is not known"),
        ("target", float("inf"), faults.ParameterNotPossible, "S0, parameters, target"),
        ("fix_after_n_points", 11, faults.ParameterNotPossible, "write 12 or more"),
        ("aggregation", "cumulative", faults.SeriesOverlaps, "each figure holds the one before"),
        ("basis", "rolling_12", faults.SeriesOverlaps, "share most of their data"),
        ("fix_after", 12, faults.ParameterUnknown, "no such parameter: fix_after; there are polarity"),
    ],
)
def test_bad_parameters_are_refused(column, value, error, says):
    how = pl.DataFrame({"indicator": ["S0"], "polarity": ["higher"]}).with_columns(
        pl.lit(value).alias(column)
    )
    with pytest.raises(error, match=says):
        spc.chart(frame([[1, 2, 3]]), how)


def test_a_series_needs_one_set_of_parameters():
    one = pl.DataFrame({"indicator": ["S0"], "polarity": ["higher"]})
    with pytest.raises(faults.ParametersMissing, match="S1"):
        spc.chart(frame([[1, 2], [3, 4]]), one)
    with pytest.raises(faults.ParametersMissing, match="twice"):
        spc.chart(frame([[1, 2]]), pl.concat([one, one]))


def test_nothing_and_too_little_are_answered_not_refused():
    nothing = spc.chart(frame([]), spc.Parameters())
    assert (nothing.points.height, nothing.groups.height) == (0, 0)
    for values, why in (([5], "one value"), ([None, None], "no values"), ([5, None, 6], "neighbours")):
        group = spc.chart(frame([values]), spc.Parameters("higher", target=1.0)).groups.row(0, named=True)
        assert "cannot be assessed" in group["obstacle"]
        assert why in group["obstacle"]
        assert (group["lpl"], group["variation_icon"], group["assurance_type"]) == (None, None, None)
