"""Which indicators have moved over the window of their chart, from a reading of their charts."""

from datetime import date

import polars as pl
import pytest

from goldenthread.assessments.variation import trends
from goldenthread.assessments.variation.reading import Reading

MONTHS = [date(2020 + at // 12, at % 12 + 1, 1) for at in range(60)]
POLARITY = pl.DataFrame({"indicator": ["A1"], "polarity": ["higher"]})
SUMMER = [0, 0, 0, 5, 10, 15, 15, 10, 5, 0, 0, 0]


def told(values, *, frequency="monthly", groups=None, dates=MONTHS):
    """What is said of A1, of which these are the points, in these groups of limits."""
    points = pl.DataFrame(
        {
            "indicator": "A1",
            "period": [f"{day:%Y-%m}" for day in dates[: len(values)]],
            "date": dates[: len(values)],
            "value": pl.Series(values, dtype=pl.Float64),
            "rebase_group": groups or [0] * len(values),
        }
    )
    indicators = pl.DataFrame({"indicator": ["A1", "A2"], "frequency": [frequency, "monthly"]})
    found = trends.regressed(Reading(indicators, points, pl.DataFrame()), POLARITY)
    return found.row(0, named=True)


def test_seasons_do_not_hide_a_trend_once_there_are_three_years():
    values = [50 + SUMMER[at % 12] * 3 + at * 0.1 for at in range(60)]

    three_years, less = told(values[:36]), told(values[:35])
    assert (three_years["trend"], three_years["method"]) == ("improving", "regression within seasons")
    assert (less["trend"], less["method"]) == ("steady", "regression over the charted window")
    assert three_years["slope"] == pytest.approx(1.2)


def test_yearly_figures_have_no_seasons():
    years = [date(2010 + at, 3, 31) for at in range(12)]
    found = told([60 + at for at in range(12)], frequency="annual", dates=years)

    assert (found["trend"], found["method"]) == ("improving", "regression over the charted window")


def test_no_line_is_drawn_across_a_new_way_of_measuring():
    values = [90.0, 91.0] * 6 + [40.0, 41.0] * 6
    whole, since = told(values), told(values, groups=[0] * 12 + [1] * 12)

    assert (whole["trend"], since["trend"]) == ("worsening", "steady")
    assert (since["points"], since["from_period"], since["to_period"]) == (12, "2021-01", "2021-12")


def test_a_few_points_are_too_few_and_a_missing_one_is_a_gap():
    assert told([1, 2, 3, 4])["why"] == "too_few"
    found = told([1, 2, None, 4, 5, 6])
    assert (found["trend"], found["points"], found["slope"]) == ("improving", 5, pytest.approx(12))


def test_without_a_chart_there_is_no_row():
    empty = Reading(
        pl.DataFrame(schema={"indicator": pl.String, "frequency": pl.String}),
        pl.DataFrame(
            schema={
                "indicator": pl.String,
                "period": pl.String,
                "date": pl.Date,
                "value": pl.Float64,
                "rebase_group": pl.Int32,
            }
        ),
        pl.DataFrame(),
    )
    assert trends.regressed(empty, POLARITY.clear()).is_empty()
