"""Plots of series: what the rule book found of a series reaches its chart, point by point."""

from datetime import date

import polars as pl
import pytest

from goldenthread.documents.charts import plots
from goldenthread.documents.charts.faults import NotAChart
from goldenthread.documents.charts.timed import reading
from goldenthread.documents.wording import Measure
from goldenthread.methods import run_chart, spc
from tests.documents import plotted

SHARE = Measure("%", 1, "higher")
DAYS = pl.date_range(date(2021, 4, 1), date(2023, 9, 1), "1mo", eager=True)


def series(values, name="A"):
    return pl.DataFrame(
        {"indicator": name, "date": DAYS[: len(values)], "value": pl.Series(values, dtype=pl.Float64)}
    )


def charted(values, how, **more):
    chart = spc.chart(series(values), how)
    periods = plotted.MONTHS[: len(values)]
    return reading.control(chart.points, chart.groups, name="N", measure=SHARE, periods=periods, **more)


def run_of(values, polarity="higher"):
    chart = run_chart.run_chart(series(values))
    measure = Measure("%", 1, polarity)
    return reading.run(
        chart.points, chart.series, name="N", measure=measure, periods=plotted.MONTHS[: len(values)]
    )


def test_a_control_chart_holds_limits_kinds_target_and_restart_as_found():
    values = [50.0, 52.0, 48.0, 51.0, 49.0, 50.0, None, 49.0, 52.0, 50.0, 48.0, 51.0, 49.0, 80.0]
    how = spc.Parameters("higher", target=55.0, rebases=(DAYS[8],))
    found = spc.chart(series(values), how)
    made = charted(values, how, whys={DAYS[8]: "new team"}, for_staff=True)

    assert [(level.start, level.why) for level in made.levels] == [(0, ""), (8, "new team")]
    assert [level.upper for level in made.levels] == found.groups["upl"].to_list()
    assert made.values == tuple(values)
    assert (
        made.kinds.count("improvement") == (found.points["point_type"] == "special_cause_improvement").sum()
    )
    assert made.target == (55.0,) * 14
    latest = found.groups.row(-1, named=True)
    assert (made.variation, made.assurance) == (latest["variation_icon"], latest["assurance_icon"])
    assert made.is_trial
    assert "new team" in plots.finding(made)


def test_icons_are_left_out_for_the_public_and_a_restart_without_reason_says_rebased():
    made = charted([50.0, 52.0] * 10, spc.Parameters("higher", rebases=(DAYS[10],)))

    assert (made.variation, made.assurance, made.target) == ("", "", ())
    assert made.levels[1].why == "rebased"


def test_a_series_that_cannot_be_assessed_is_drawn_without_limits():
    made = charted([None, 5.0, None], spc.Parameters("higher", target=4.0), for_staff=True)

    assert [(level.centre, level.lower) for level in made.levels] == [(5.0, None)]
    assert made.variation == ""
    assert plots.draw(made, width=400.0, finding="x")


@pytest.mark.parametrize(("polarity", "low", "high"), [
    ("higher", "concern", "improvement"), ("lower", "improvement", "concern"),
    ("neutral", "change", "change"),
])  # fmt: skip
def test_a_run_that_is_too_long_is_marked_by_what_it_means(polarity, low, high):
    values = [1.0, 2.0] * 5 + [8.0, None] + [1.0] + [8.0, 9.0] * 5
    made = run_of(values, polarity)

    assert made.kinds == (low,) * 10 + ("chance",) * 3 + (high,) * 10
    assert made.reading == reading.LONG_RUN


def test_what_the_runs_tell_is_said():
    assert run_of([1.0, 2.0] * 6).reading == reading.BY_CHANCE
    assert run_of([1.0, 2.0, 1.5, 1.2, 1.1, 9.0, 8.0, 9.5, 8.5, 9.2]).reading == reading.FEW_CROSSINGS
    assert run_of([1.0, 2.0]).reading.startswith("There are too few figures")


def test_rows_of_several_series_or_none_with_a_value_are_refused():
    two = spc.chart(pl.concat([series([1.0, 2.0]), series([1.0, 2.0], "B")]), spc.Parameters())
    with pytest.raises(NotAChart, match="these rows are of 2"):
        reading.control(two.points, two.groups, name="N", measure=SHARE, periods=("a", "b"))
    with pytest.raises(NotAChart, match="one value at least"):
        run_of([None, None])
