"""What a forecast says of itself: every method, what is missing, and ratings that may not be given."""

import polars as pl
import pytest

from goldenthread.indicators import scheme_presets
from goldenthread.methods import forecast
from goldenthread.methods.forecast import ratings, scores, told

SCHEMES = scheme_presets.schemes()
NOW = {
    "unit": "%", "decimals": 1, "value": 40.0, "period": "2023-24-Q2", "rating": "amber", "reason": "",
    "year_end_period": "2023-24-Q4", "scheme": "standard", "polarity": "higher", "target": 50.0,
    "amber": 45.0, "target_reason": "",
}  # fmt: skip
LEVEL = {"shape": "level", "until": 6, "year": 2023}


def sentences(figures, how=LEVEL, **now):
    """The receipt of one forecast, from {(year, month): value}."""
    rows = [{"year": year, "month": month, "value": value} for (year, month), value in figures.items()]
    frame = pl.DataFrame(rows, schema={"year": pl.Int64, "month": pl.Int64, "value": pl.Float64})
    row = forecast.expected(frame, pl.DataFrame([how])).row(0, named=True)
    made = pl.DataFrame([{**row, **NOW, **now}], infer_schema_length=None)
    return told.receipt(ratings.rate(made, SCHEMES).row(0, named=True))


def test_last_years_shape_of_a_level():
    assert sentences({(2022, 6): 42.0, (2022, 12): 39.5, (2023, 6): 40.0}) == [
        "Now (Q2 2023-24): 40.0%, amber.",
        "Expected at the year's end (Q4 2023-24): 37.5%, red.",
        "How: last year's shape; last year alone shows how the year goes.",
        "From this time to the year's end it fell by 2.5 percentage points in last year.",
        "No interval: the same method can be tried on no past years, and 3 are needed.",
        "The owner made no forecast.",
    ]


def test_a_level_that_does_not_move():
    same = {(year, month): 40.0 for year in (2021, 2022) for month in (6, 12)}
    assert "From this time to the year's end it did not move on average in the 2 past years." in sentences(
        {**same, (2023, 6): 40.0}
    )


def test_a_straight_line():
    said = sentences({(2023, 6): 20.0}, {**LEVEL, "shape": "to_date"}, value=20.0)
    assert said[1:4] == [
        "Expected at the year's end (Q4 2023-24): 40.0%, red.",
        "How: straight line; no past year shows how the year goes: too few are known, or they were measured "
        "differently.",
        "50.0% of the year has gone.",
    ]
    assert "It is expected to stay where it is." in sentences({(2023, 6): 40.0})


def test_an_interval_that_crosses_bands_and_one_that_does_not():
    history = {}
    for back, move in enumerate((4.0, 6.0, 5.0, 4.0, 6.0), 1):
        history |= {(2023 - back, 6): 40.0, (2023 - back, 12): 40.0 + move}
    crossing = sentences({**history, (2023, 6): 40.0})
    assert crossing[1] == (
        "Expected at the year's end (Q4 2023-24): 45.0%, amber (at an end of its interval red)."
    )
    assert crossing[4] == (
        "Interval: 43.8% to 46.3%. In all 3 past years in which it can be tried, the same method was out by "
        "no more than 1.25 percentage points; if this year is like them, the chance is about 75%."
    )
    sure = sentences({**history, (2023, 6): 60.0}, value=60.0)
    assert sure[1].endswith("65.0%, green, and so is either end of its interval.")


def test_a_later_figure_that_is_missing_and_a_figure_that_lacks_a_part():
    code = {"figure_period": "2023-24-Q1"}
    assert "Made from the figure (Q1 2023-24): a later one is missing." in sentences(
        {(2023, 3): 40.0}, **code
    )
    latest = {"figure_period": "2023-24-Q2"}
    assert "Made from the figure (Q2 2023-24)." in sentences({(2023, 6): 40.0}, **latest)
    part = {**latest, "coverage_now": "2 of 3 months"}
    assert "Made from the figure (Q2 2023-24): 2 of 3 months." in sentences({(2023, 6): 40.0}, **part)


def test_what_is_held_within_what_can_be():
    rising = {(2021, 6): 90.0, (2021, 12): 100.0, (2022, 6): 92.0, (2022, 12): 100.0, (2023, 6): 98.0}
    said = sentences(rising, {**LEVEL, "lowest": 0.0, "highest": 100.0}, value=98.0)
    assert "It is held at 100.0%, beyond which the figure does not go." in said


@pytest.mark.parametrize(
    ("figures", "now", "says"),
    [
        ({}, {}, "no forecast, for no whole figure of this year is known yet."),
        ({(2023, 6): 40.0}, {"target": None, "target_reason": "no_target"}, "not rated (no target)."),
        (
            {(2023, 6): 40.0},
            {"scheme": "trillium"},
            "40.0%, not rated (its scheme asks for more than the figure and its target).",
        ),
        ({(2023, 12): 48.0}, {}, "48.0%, amber."),
    ],
)
def test_what_is_expected_or_why_nothing_is(figures, now, says):
    said = sentences(figures, {**LEVEL, "until": 12}, **now)
    assert said[1].endswith(says), said[1]


def test_a_complete_year_needs_no_more_words():
    said = sentences({(2023, 12): 48.0}, {**LEVEL, "until": 12})
    assert said[2:] == [
        "How: the outturn itself; the figure of the year's end is known.",
        "The owner made no forecast.",
    ]


def test_without_a_figure_now_the_reason_stands_there():
    said = sentences({(2023, 3): 40.0}, value=None, rating=None, reason="awaited")
    assert said[0] == "Now: no figure, awaited."
    assert sentences({}, value=40.0, rating=None, reason="no_target")[0] == (
        "Now (Q2 2023-24): 40.0%, not rated (no target)."
    )


def test_a_forecast_never_stands_without_the_rating_now():
    with pytest.raises(ratings.ColumnsMissing, match="the frame needs rating"):
        ratings.rate(pl.DataFrame({"expected": [1.0], "scheme": ["x"], "polarity": ["higher"]}), SCHEMES)


def test_scores_leave_out_what_has_no_per_cent_and_say_so():
    frame = pl.DataFrame(
        {
            "service": ["A", "A"],
            "made_by": ["profile", "profile"],
            "expected": [3.0, 9.0],
            "outturn": [0.0, 10.0],
            "expected_lower": [None, None],
            "expected_upper": [None, None],
        },
        schema_overrides={"expected_lower": pl.Float64, "expected_upper": pl.Float64},
    )
    row = scores.by_service(frame).row(0, named=True)
    assert (row["forecasts"], row["without_per_cent"], row["absolute_error"]) == (2, 1, pytest.approx(10))
    assert (row["bias"], row["with_interval"], row["inside"]) == (pytest.approx(-10), 0, None)
    with pytest.raises(scores.ColumnsMissing, match="needs outturn"):
        scores.by_service(frame.drop("outturn"))
    assert scores.by_service(frame.clear()).is_empty()
