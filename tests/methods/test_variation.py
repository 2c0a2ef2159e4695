"""The chart that suits each series: limits or runs, since the latest rebase, and what it says."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods import run_chart, spc
from goldenthread.methods.spc import faults
from goldenthread.methods.variation import HOW, tables, variation

KEYS = ["indicator"]
MONTHS = pl.date_range(date(2019, 4, 1), date(2024, 3, 1), "1mo", eager=True).to_list()
FLAT = [10, 11, 9] * 5


def frame(series):
    rows = [(code, MONTHS[at], value) for code, values in series.items() for at, value in enumerate(values)]
    schema = {"indicator": pl.String, "date": pl.Date, "value": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def asked(*codes, **about):
    row = {"polarity": "higher", "target": None, "rebases": None, "frequency": "monthly", "why": "", **about}
    types = {"target": pl.Float64, "rebases": pl.List(pl.Date)}
    return pl.DataFrame([{"indicator": code, **row} for code in codes], schema_overrides=types)


def read(values, **about):
    found = variation(frame({"M1": values}), asked("M1", **about), keys=KEYS)
    return found.series.row(0, named=True), found.points


def test_thirteen_values_have_limits_and_icons():
    said, points = read([*FLAT, 20], target=5.0)
    assert (said["chart"], said["values"], said["is_trial"]) == ("xmr", 16, False)
    assert (said["variation_icon"], said["assurance_icon"]) == ("improvement_high", "pass")
    assert (said["latest"], said["latest_date"], said["latest_cause"]) == (20, MONTHS[15], "Above UCL")
    assert points["lower"].n_unique() == 1
    assert said["runs"] is None


def test_a_quarterly_series_has_a_run_chart_and_no_limits():
    said, points = read([1, 2, 3, 1, 2, 3, 8, 9, 7, 8, 9, 7], frequency="quarterly")
    assert (said["chart"], said["runs"], said["centre"]) == ("run", "non-random", 5.0)
    assert (said["longest_run"], said["longest_run_limit"]) == (6, 7)
    assert (said["crossings"], said["fewest_crossings"]) == (1, 3)
    assert (said["lower"], said["variation_icon"], said["assurance_icon"]) == (None, None, None)
    assert (
        said["remark"]
        == "longest run 6, by chance at most 7; crossings of the median 1, by chance at least 3"
    )
    assert said["why"] == "a run chart, for 12 quarterly values are too few for limits"
    assert points["centre"].to_list() == [5.0] * 12
    assert points["side"].to_list() == [-1] * 6 + [1] * 6
    assert (points["lower"].null_count(), points["cause"].null_count()) == (12, 12)


def test_a_young_monthly_series_has_trial_limits_and_says_so():
    said, _ = read(FLAT[:8])
    assert (said["chart"], said["is_trial"]) == ("xmr", True)
    assert said["remark"] == "trial limits: 8 of the 13 values that limits need"


def test_what_was_before_a_rebase_does_not_count():
    said, points = read([*[30] * 12, 10, 12, 9, 11], frequency="quarterly", rebases=[MONTHS[12]])
    assert (said["chart"], said["values"], said["first_date"]) == ("run", 4, MONTHS[12])
    assert points["centre"].to_list() == [None] * 12 + [10.5] * 4
    assert said["remark"].startswith("cannot be assessed: 4 values off the median")


def test_a_shift_that_lasts_suggests_a_rebase():
    said, _ = read([*FLAT, *[16, 17] * 6])
    assert (said["rebase_points"], said["rebase_is_due"]) == (12, True)
    assert said["rebase_date"] == MONTHS[15]
    assert "if the cause is known" in said["rebase_why"]


def test_a_series_that_may_not_be_charted_or_has_nothing_says_why():
    how = pl.concat([asked("M1", why="figures overlap"), asked("M2"), asked("M3")])
    found = variation(frame({"M1": FLAT, "M3": [5]}), how, keys=KEYS)
    assert found.series["chart"].to_list() == ["none"] * 3
    assert found.series["why"].to_list() == [
        "figures overlap",
        "cannot be assessed: 0 of the two values that a chart needs",
        "cannot be assessed: 1 of the two values that a chart needs",
    ]
    assert found.points.height == 0
    assert found.series["remark"].to_list() == [""] * 3


def test_no_series_at_all_is_an_answer():
    found = variation(frame({}), asked("M1").clear(), keys=KEYS)
    assert (found.series.height, found.points.height, found.unused_rebases.height) == (0, 0, 0)
    assert found.series.columns == [*KEYS, *tables.SERIES]
    assert found.points.columns == [*KEYS, *tables.POINTS]


def test_faults_are_those_of_process_control():
    with pytest.raises(faults.DatesRepeated, match="M1, row 2"):
        variation(pl.concat([frame({"M1": [1]})] * 2), asked("M1"), keys=KEYS)
    with pytest.raises(faults.ParameterUnknown, match="'up' is not known"):
        read(FLAT, polarity="up")
    with pytest.raises(faults.ParametersMissing, match="twice"):
        variation(frame({"M1": FLAT}), asked("M1", "M1"), keys=KEYS)


def test_a_rebase_that_is_no_figures_date_is_named():
    found = variation(frame({"M1": FLAT}), asked("M1", rebases=[date(2019, 6, 15)]), keys=KEYS)
    assert found.unused_rebases.rows() == [("M1", date(2019, 6, 15))]


values = st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=1, max_size=30)


@given(
    several=st.lists(values, min_size=1, max_size=4),
    often=st.sampled_from(["monthly", "quarterly"]),
    chance=st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_many_at_once_are_what_each_is_alone_in_any_order(several, often, chance):
    series = {f"S{number}": values for number, values in enumerate(several)}
    rows, how = frame(series), asked(*series, frequency=often)
    order = list(range(rows.height))
    chance.shuffle(order)
    together = variation(rows[order], how, keys=KEYS)
    for code in series:
        alone = variation(rows.filter(indicator=code), how.filter(indicator=code), keys=KEYS)
        assert together.series.filter(indicator=code).equals(alone.series)
        assert together.points.filter(indicator=code).equals(alone.points)


@given(values=values)
@settings(max_examples=60, deadline=None)
def test_a_chart_says_what_its_own_method_says(values):
    rows = frame({"M1": values})
    said, points = read(values, frequency="quarterly", target=4.0)
    if said["chart"] == "xmr":
        own = spc.chart(rows, spc.Parameters("higher", target=4.0))
        group = own.groups.row(0, named=True)
        assert (said["centre"], said["lower"], said["upper"]) == (group["mean"], group["lpl"], group["upl"])
        assert said["assurance_icon"] == group["assurance_icon"]
        assert points["cause"].to_list() == own.points["special_cause_type"].to_list()
    if said["chart"] == "run":
        own = run_chart.run_chart(rows).series.row(0, named=True)
        assert (said["runs"], said["longest_run"]) == (own["variation"], own["longest_run"])
        assert (said["centre"], said["crossings"]) == (own["median"], own["crossings"])


def test_what_is_to_be_known_of_a_series_is_what_is_read():
    assert set(HOW) == set(asked("M1").columns) - set(KEYS)
