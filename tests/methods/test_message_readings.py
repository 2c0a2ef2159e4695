"""Message readings: the chart that suits a series tells the same as the chart by itself."""

from datetime import date

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods import message, run_chart, spc, variation

KEYS = ("indicator",)
FIGURES = st.lists(st.one_of(st.none(), st.integers(0, 9).map(float)), min_size=10, max_size=20)
CONSTANT = [50.0] * 14


def told(values, frequency):
    """The figures of one series by month, what the suited chart tells of them, and which chart that is."""
    days = [date(2020 + at // 12, at % 12 + 1, 1) for at in range(len(values))]
    frame = pl.DataFrame(
        {"indicator": "A", "date": days, "value": values},
        schema={"indicator": pl.String, "date": pl.Date, "value": pl.Float64},
    )
    how = pl.DataFrame(
        {
            "indicator": ["A"],
            "polarity": ["higher"],
            "target": [5.0],
            "rebases": [[]],
            "frequency": [frequency],
            "why": [""],
        },
        schema_overrides={"rebases": pl.List(pl.Date)},
    )
    found = variation.variation(frame, how, keys=KEYS)
    (row,) = message.of_variation(found.series, found.points, keys=KEYS).to_dicts()
    return frame, how, row, found.series["chart"][0]


@settings(deadline=None, max_examples=60)
@given(values=FIGURES, frequency=st.sampled_from(["monthly", "quarterly"]))
def test_what_the_suited_chart_tells_is_what_it_tells_by_itself(values, frequency):
    frame, how, row, chart = told(values, frequency)
    if chart == "xmr":
        alone = spc.chart(frame, how.drop("frequency", "why"), keys=KEYS)
        (expected,) = message.of_chart(alone).to_dicts()
        for name in ("variation_icon", "assurance_icon", "is_trial"):
            assert row[name] == expected[name], name
        if row["variation_icon"]:
            assert row["is_constant"] == expected["is_constant"]
        assert row["run_variation"] is None
    if chart == "run":
        (expected,) = message.of_run_chart(run_chart.run_chart(frame, keys=KEYS)).to_dicts()
        assert (row["run_variation"], row["run_side"]) == (expected["run_variation"], expected["run_side"])
        assert row["variation_icon"] is None


def test_limits_without_width_are_told_as_constant():
    _, _, row, chart = told(CONSTANT, "monthly")
    assert (chart, row["is_constant"], row["assurance_icon"]) == ("xmr", True, "pass")


def test_a_run_that_went_over_to_one_side_is_told_with_that_side():
    values = [10.0, 11, 10, 12, 11, 10, 15, 16, 15, 16, 17, 15]
    _, _, row, chart = told(values, "quarterly")
    assert (chart, row["run_variation"], row["run_side"]) == ("run", "non-random", "high")
