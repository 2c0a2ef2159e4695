"""Forecasts held against a plain restatement, their laws, and what they refuse."""

import math
from random import Random

import numpy as np
import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldenthread.methods import forecast, periods
from goldenthread.methods.closed_words import WordUnknown
from goldenthread.methods.forecast import points
from tests.methods import plain_forecast

THIS = 2023
FIGURES = {
    "indicator": pl.String,
    "year": pl.Int64,
    "month": pl.Int64,
    "value": pl.Float64,
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "definition": pl.Int64,
}
NOTHING = (None, None, None, None, 0)


def made(rows, how, **more):
    return forecast.expected(pl.DataFrame(rows, schema=FIGURES, orient="row"), pl.DataFrame(how), **more)


def of_one(values, **how):
    """The forecast from {year: {month: value}}."""
    rows = [
        {"indicator": "A", "year": year, "month": month, "value": value, "definition": 1}
        for year, months in values.items()
        for month, value in months.items()
    ]
    asked = {"indicator": "A", "year": THIS, "until": 12, "shape": "to_date", **how}
    return made(rows, [asked]).row(0, named=True)


def a_series(random, number):
    """A made-up series with gaps, ties, nothings, breaks and constants, and how it is to be forecast."""
    shape = random.choice(["to_date", "level"])
    end, step = random.choice([(12, 1), (12, 3), (7, 1)])
    how = {
        "indicator": f"I{number}",
        "year": THIS,
        "until": random.randint(1, 12),
        "shape": shape,
        "end": end,
        "multiplier": random.choice([1.0, 100.0, 1000.0]),
        "denominator_is": random.choice(["", "adds_up", "stands"]),
        "lowest": random.choice([-math.inf, 0.0]),
        "highest": random.choice([math.inf, 100.0]),
        "method": random.choice(["", "", "", "profile", "last_year", "straight_line"]),
    }
    gaps = random.choice([0, 0, 0.1, 0.5])
    is_pair, size = random.random() < 0.5, random.choice([3, 40, 100_000])
    first, breaks = random.choice([2008, 2016, 2020, 2022]), random.choice([2000, 2000, 2018, 2021])
    rows = []
    for year in range(first, THIS + 1):
        top = bottom = 0
        standing = random.randint(1, size)
        for month in range(step, 13, step):
            top = top + random.randint(0, size) if shape == "to_date" else random.randint(0, size)
            bottom += random.randint(0, size)
            below = standing if how["denominator_is"] == "stands" else bottom
            if random.random() < gaps:
                continue
            row = {
                "indicator": how["indicator"],
                "year": year,
                "month": month,
                "definition": int(year > breaks),
                "numerator": None,
                "denominator": None,
            }
            if is_pair:
                value = how["multiplier"] * top / below if below else None
                row |= {"value": value, "numerator": top, "denominator": below}
            else:
                row["value"] = float(top - random.choice([0, 0, 0, size])) if shape == "level" else float(top)
            rows.append(row)
    return rows, how


def told(row):
    return tuple(row[name] for name in ("expected", "expected_lower", "expected_upper", "method", "errors"))


def near(found, wanted, slack=1e-9):
    return all(
        (one is None) == (other is None) and (one is None or one == pytest.approx(other, rel=1e-9, abs=slack))
        for one, other in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize("seed", range(8))
def test_thousands_of_series_agree_with_the_plain_restatement(seed):
    random = Random(seed)
    several = [a_series(random, number) for number in range(750)]
    rows = [row for of_one_series, _ in several for row in of_one_series]
    found = made(random.sample(rows, len(rows)), [how for _, how in several])
    ways = set()
    for (its_rows, how), row in zip(several, found.iter_rows(named=True), strict=True):
        wanted = plain_forecast.forecast(its_rows, how)
        assert told(row)[3:] == wanted[3:], how
        assert near(told(row)[:3], wanted[:3]), how
        assert (row["why"] == "") == (row["expected"] is not None)
        assert (row["why_interval"] == "") == (row["expected_lower"] is not None)
        ways.add((row["method"], row["why_method"], row["why"], row["why_interval"]))
    # Every way out has been gone, or the series would prove less than they seem to.
    assert {way[0] for way in ways} == {"profile", "last_year", "straight_line", "outturn", None}
    assert {way[2] for way in ways} >= {
        "",
        "nothing_yet",
        "nothing_counted",
        "denominator_unknown",
        "no_shape",
    }


AMOUNTS = st.integers(1, 10_000)


@st.composite
def histories(draw):
    """{year: {month: value}} of a few years, half and whole, and this one up to its half."""
    years = draw(st.integers(0, 7))
    past = {THIS - back: {6: float(draw(AMOUNTS)), 12: float(draw(AMOUNTS))} for back in range(1, years + 1)}
    return {**past, THIS: {6: float(draw(AMOUNTS))}}


@given(histories(), st.sampled_from(["to_date", "level"]), st.sampled_from([0.001, 3, 1e6]))
def test_a_forecast_grows_with_its_unit(history, shape, times):
    scaled = {year: {month: v * times for month, v in of.items()} for year, of in history.items()}
    one, other = told(of_one(history, shape=shape)), told(of_one(scaled, shape=shape))
    assert other[3:] == one[3:]
    assert near(other[:3], [None if each is None else each * times for each in one[:3]], 1e-9 * times)


@given(histories(), st.sampled_from([-500.0, 40.0]))
def test_a_level_moves_with_its_zero(history, by):
    moved = {year: {month: v + by for month, v in of.items()} for year, of in history.items()}
    one, other = (told(of_one(each, shape="level")) for each in (history, moved))
    assert near(other[:3], [None if each is None else each + by for each in one[:3]], 1e-6)


@given(histories(), st.sampled_from(["to_date", "level"]), AMOUNTS)
def test_a_complete_year_is_its_own_forecast(history, shape, outturn):
    history[THIS][12] = float(outturn)
    found = of_one(history, shape=shape)
    assert told(found) == (outturn, None, None, "outturn", 0)
    assert (found["why_method"], found["why_interval"]) == ("complete", "known")


@given(histories(), st.sampled_from(["to_date", "level"]))
def test_a_forecast_lies_in_its_interval_and_a_surer_one_is_no_narrower(history, shape):
    rows = [
        {"indicator": "A", "year": year, "month": month, "value": value, "definition": 1}
        for year, months in history.items()
        for month, value in months.items()
    ]
    asked = [{"indicator": "A", "year": THIS, "until": 6, "shape": shape}]
    usual, surer = (made(rows, asked, level=level).row(0, named=True) for level in (0.5, 0.9))
    assume(usual["expected_lower"] is not None)
    assert surer["expected_lower"] <= usual["expected_lower"] <= usual["expected"]
    assert usual["expected"] <= usual["expected_upper"] <= surer["expected_upper"]
    assert usual["coverage"] <= surer["coverage"]


@given(histories(), st.sampled_from(["to_date", "level"]))
def test_what_comes_after_the_day_asked_about_changes_nothing(history, shape):
    later = {**history, THIS: {**history[THIS], 9: 7.0, 12: 8.0}, THIS + 1: {6: 1.0, 12: 2.0}}
    assert of_one(later, shape=shape, until=6) == of_one(history, shape=shape, until=6)


@given(st.lists(histories(), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_each_series_stands_by_itself_in_whatever_order(several, random):
    rows, how = [], []
    for number, history in enumerate(several):
        how.append({"indicator": f"I{number}", "year": THIS, "until": 6, "shape": "to_date"})
        rows += [
            {"indicator": f"I{number}", "year": year, "month": month, "value": v, "definition": 1}
            for year, months in history.items()
            for month, v in months.items()
        ]
    together = made(random.sample(rows, len(rows)), how)
    for place, history in enumerate(several):
        alone = of_one(history, until=6)
        assert told(together.row(place, named=True)) == told(alone)
    turned = made(rows, how[::-1])
    assert turned.reverse().equals(together)


@pytest.mark.parametrize("method", ["profile", "last_year", "straight_line"])
@pytest.mark.parametrize("shape", ["to_date", "level"])
@pytest.mark.parametrize("past_years", [5, 9])
def test_the_chance_that_is_said_comes_true_where_years_are_alike(method, shape, past_years):
    random = np.random.default_rng(past_years)
    series, years = 6000, past_years + 1
    end = (
        random.lognormal(5, 0.15, (series, years))
        if shape == "to_date"
        else random.normal(80, 3, (series, years))
    )
    now = (
        end * random.normal(0.5, 0.05, end.shape)
        if shape == "to_date"
        else end - random.normal(2, 3, end.shape)
    )
    keys = {"indicator": np.repeat(np.arange(series), years), "year": np.tile(np.arange(years), series)}
    months = [
        pl.DataFrame({**keys, "month": month, "value": each.ravel()}) for month, each in ((6, now), (12, end))
    ]
    how = {"indicator": np.arange(series), "year": past_years, "until": 6, "shape": shape, "method": method}
    found = forecast.expected(pl.concat(months), pl.DataFrame(how))
    inside = pl.Series(end[:, -1]).is_between(found["expected_lower"], found["expected_upper"])
    assert inside.mean() == pytest.approx(found["coverage"][0], abs=0.025)


def test_each_year_like_the_last_leaves_nothing_to_err_by():
    history = {year: {6: 40.0, 12: 100.0} for year in range(THIS - 6, THIS)}
    found = of_one({**history, THIS: {6: 60.0}})
    assert told(found) == (pytest.approx(150), pytest.approx(150), pytest.approx(150), "profile", 4)


def test_a_missing_month_is_no_zero():
    history = {THIS - 1: {3: 20.0, 6: 40.0, 12: 100.0}, THIS: {3: 30.0, 6: None}}
    found = of_one(history, until=6)
    assert (found["month"], found["expected"]) == (3, pytest.approx(150))


def test_years_measured_otherwise_are_left_out_and_counted():
    rows = [
        {"indicator": "A", "year": year, "month": month, "value": value, "definition": int(year > 2020)}
        for year in range(2018, THIS)
        for month, value in ((6, 10.0 if year <= 2020 else 50.0), (12, 100.0))
    ]
    rows.append({"indicator": "A", "year": THIS, "month": 6, "value": 50.0, "definition": 1})
    row = made(rows, [{"indicator": "A", "year": THIS, "until": 6, "shape": "to_date"}]).row(0, named=True)
    assert (row["expected"], row["years_used"], row["years_left_out"]) == (pytest.approx(100), 2, 3)


def test_nothing_in_nothing_out():
    nobody = {"indicator": pl.String, "year": pl.Int64, "until": pl.Int64, "shape": pl.String}
    assert made([], pl.DataFrame(schema=nobody)).height == 0
    assert told(
        made([], [{"indicator": "A", "year": THIS, "until": 6, "shape": "level"}]).row(0, named=True)
    ) == (NOTHING)


def test_without_keys_there_is_one_series():
    figures = pl.DataFrame({"year": [2022, 2022, 2023], "month": [6, 12, 6], "value": [40.0, 100.0, 60.0]})
    how = pl.DataFrame({"year": [2023], "until": [6], "shape": ["to_date"]})
    assert forecast.expected(figures, how)["expected"].to_list() == [pytest.approx(150)]


ROW = {"indicator": "A", "year": THIS, "month": 6, "value": 5.0, "definition": 1}
HOW = {"indicator": "A", "year": THIS, "until": 6, "shape": "to_date"}


@pytest.mark.parametrize(
    ("rows", "how", "error", "says"),
    [
        ([{**ROW, "value": math.inf}], [HOW], forecast.FigureNotPossible, "row 1, value: is no number"),
        ([ROW, {**ROW, "numerator": math.nan}], [HOW], forecast.FigureNotPossible, "row 2, numerator"),
        ([{**ROW, "month": 13}], [HOW], forecast.FigureNotPossible, "month 13: a year has 12 months"),
        ([ROW], [{**HOW, "until": 0}], forecast.FigureNotPossible, "until 0: a year has 12 months"),
        (
            [{**ROW, "year": None}],
            [HOW],
            forecast.ColumnsMissing,
            "year must hold whole numbers, in every row",
        ),
        (
            [ROW],
            [{**HOW, "multiplier": 0.0}],
            forecast.FigureNotPossible,
            "multiplier 0: write a number above",
        ),
        ([ROW, ROW], [HOW], forecast.FiguresRepeated, "A has two figures for month 6 of year 2023"),
        ([ROW], [HOW, HOW], forecast.FiguresRepeated, "A is asked for twice"),
        ([ROW], [{**HOW, "shape": "round"}], WordUnknown, "shape 'round' is not known; write one of to_date"),
        ([ROW], [{**HOW, "method": "crystal"}], WordUnknown, "method 'crystal' is not known"),
        ([ROW], [{"indicator": "A", "year": 2023}], forecast.ColumnsMissing, "the series need until, shape"),
    ],
)
def test_bad_input_is_named(rows, how, error, says):
    with pytest.raises(error, match=says):
        made(rows, how)


def test_words_where_numbers_belong_are_named():
    figures = pl.DataFrame({"indicator": ["A"], "year": [2023], "month": [6], "value": ["many"]})
    with pytest.raises(forecast.ColumnsMissing, match="value must hold numbers; it holds String"):
        forecast.expected(figures, pl.DataFrame([HOW]))
    with pytest.raises(forecast.ColumnsMissing, match="the figures need month"):
        forecast.expected(figures.drop("month"), pl.DataFrame([HOW]))


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_cannot_be_is_named(level):
    with pytest.raises(forecast.LevelNotPossible, match="write a share from"):
        made([ROW], [HOW], level=level)


@pytest.mark.parametrize(
    ("measured", "report", "months"),
    [
        ({"basis": "snapshot", "frequency": "quarterly"}, "2023-08", [3]),
        ({"basis": "snapshot", "frequency": "monthly"}, "2023-08", [1, 2, 3, 4, 5]),
        ({"basis": "rolling_12", "frequency": "quarterly"}, "2023-24-Q3", [3, 6, 9]),
        ({"basis": "quarter", "frequency": "monthly"}, "2023-24-Q2", [3, 6]),
        ({"basis": "third", "frequency": "thirds"}, "2023-24-Q3", [4, 8]),
        ({"basis": "ytd", "frequency": "monthly"}, "2023-24-Q1", [1, 2, 3]),
        # A school year is counted at the end of each term; the one that March lies in began in September.
        ({"basis": "ytd", "frequency": "termly", "calendar": "academic"}, "2023-24-Q3", [4]),
        ({"basis": "ytd", "frequency": "termly", "calendar": "academic"}, "2023-24-Q2", []),
    ],
)
def test_a_measure_is_looked_at_when_it_is_measured(measured, report, months):
    measure = {
        "indicator": "A", "calendar": "financial", "aggregation": "latest", "breaks": [], **measured,
    }  # fmt: skip
    frame = pl.DataFrame([measure], schema_overrides={"breaks": pl.List(pl.Date)})
    how, wanted = points.of(frame, periods.parse(report))
    year, end = how["year"][0], how["end"][0]
    asked = wanted.filter((pl.col("year") == year) & (pl.col("month") < end))["month"].to_list()
    assert asked == months
    assert how["until"][0] == (months[-1] if months else 1)
    back = wanted.filter(pl.col("year") == year - 1)["period"].to_list()
    this = wanted.filter(pl.col("year") == year)["period"].to_list()
    assert back == [periods.like(periods.parse(code)).code for code in this]
