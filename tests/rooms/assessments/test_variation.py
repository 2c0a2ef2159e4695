"""What a chart of single figures is held against, and where its limits start anew."""

from datetime import date

import polars as pl
import pytest

from goldenthread.assessments.material import Material
from goldenthread.assessments.variation import reading, starts
from goldenthread.indicators import queries, scheme_presets
from goldenthread.methods import periods
from goldenthread.observations import ledger

MONTHS = [f"2022-{month:02d}" for month in range(1, 13)] + [f"2023-{month:02d}" for month in range(1, 10)]
NONE_DECIDED = pl.DataFrame(schema=starts.DECIDED)


def figures(values):
    """Rows of the ledger of M1 from {period: value}."""
    rows = []
    for code, value in values.items():
        period = periods.parse(code)
        rows.append({
            **dict.fromkeys(ledger.SCHEMA), "indicator": "M1", "area": "SMH", "breakdown": "", "period": code,
            "kind": period.kind, "start": period.start, "end": period.end, "value": value, "status": "actual",
        })  # fmt: skip
    return pl.DataFrame(rows, schema=ledger.SCHEMA)


def read(values, decided=NONE_DECIDED, target=None, **definition):
    """The reading of M1, a percentage of a quarter, counted monthly, where high is good."""
    about = {
        "indicator": "M1", "basis": "quarter", "aggregation": "ratio_of_sums", "frequency": "monthly",
        "calendar": "financial", "polarity": "higher", "arrears_months": 0, "multiplier": 1.0,
        "denominator_label": "Cases", **definition,
    }  # fmt: skip
    said = [{**dict.fromkeys(queries.TARGETS), "indicator": "M1", "period": "", **target}] if target else []
    nothing = pl.DataFrame()
    return reading.of(
        Material(
            report=periods.parse("2023-24-Q2"),
            area="SMH",
            definitions=pl.DataFrame([about]),
            targets=pl.DataFrame(said, schema=queries.TARGETS, orient="row"),
            previous_targets=nothing,
            year_end=date(2024, 3, 31),
            year_end_targets=nothing,
            forecasts={},
            schemes=scheme_presets.schemes(),
            observations=figures(values),
        ),
        decided,
    )


def decided(day):
    row = ("M1", day, starts.REBASE, "A second team", "Cabinet")
    return pl.DataFrame([row], schema=starts.DECIDED, orient="row")


def by_month(*values):
    return dict(zip(MONTHS, map(float, values), strict=False))


FLAT = by_month(*[70, 71, 69] * 7)
SUM = {"aggregation": "sum", "denominator_label": ""}


@pytest.mark.parametrize(
    ("definition", "target", "held", "why"),
    [
        ({}, {"target": 60.0}, 60.0, ""),
        ({}, None, None, "no_target"),
        ({}, {"lower": 60.0, "upper": 80.0}, None, "range"),
        ({}, {"none": "baseline_year"}, None, "baseline_year"),
        (SUM, {"target": 200.0}, None, "longer_period"),
        ({**SUM, "basis": "month"}, {"target": 60.0}, 60.0, ""),
        ({"aggregation": "rolling_ratio", "basis": "rolling_12"}, {"target": 60.0}, 60.0, ""),
        ({"aggregation": "rolling_sum", "basis": "rolling_12"}, {"target": 900.0}, None, "longer_period"),
        ({"basis": "ytd"}, {"target": 60.0}, 60.0, ""),
    ],
)
def test_limits_are_held_against_a_target_of_the_same_kind_of_figure(definition, target, held, why):
    said = read(FLAT, target=target, **definition).indicators.row(0, named=True)
    assert (said["target"], said["why_no_target"]) == (held, why)
    assert said["assurance_icon"] == ("pass" if held else None)


def test_what_figures_to_date_add_up_to_is_no_target_for_a_month():
    totals = {f"ytd-2023-{month:02d}": 70.0 * (month - 3) for month in range(4, 10)}
    definition = {"basis": "ytd", "aggregation": "cumulative", "denominator_label": ""}
    found = read(totals, target={"target": 420.0}, **definition)
    said = found.indicators.row(0, named=True)
    assert (said["target"], said["why_no_target"]) == (None, "longer_period")
    assert said["beneath"] == "the single months beneath, each figure to date less the one before"
    assert found.points["value"].to_list() == [70.0] * 6


@pytest.mark.parametrize(
    ("day", "period"),
    [(date(2023, 1, 1), "2023-01"), (date(2022, 12, 15), "2023-01"), (date(2024, 1, 1), None)],
)
def test_new_limits_start_with_the_first_figure_that_begins_on_the_day_or_after(day, period):
    found = read(FLAT, decided(day))
    assert found.starts["period"].to_list() == [period]
    assert found.starts["approver"].to_list() == ["Cabinet"]
    assert found.indicators["first_period"].to_list() == [period or "2022-01"]


def test_a_rebase_and_a_break_on_one_day_start_one_group():
    both = pl.concat(
        [decided(date(2023, 1, 1)), decided(date(2023, 1, 1)).with_columns(what=pl.lit("break"))]
    )
    assert read(FLAT, both).points["rebase_group"].unique().sort().to_list() == [0, 1]


def test_an_indicator_without_figures_has_no_chart():
    said = read({}).indicators.row(0, named=True)
    assert (said["chart"], said["why"], said["kind"]) == ("none", "there are no figures", "")


def test_the_periods_of_its_dates_stand_beside_them():
    said = read(by_month(*[70, 71, 69] * 3, *[90] * 12)).indicators.row(0, named=True)
    assert (said["first_period"], said["last_period"], said["latest_period"]) == ("2022-01", *["2023-09"] * 2)
    assert said["rebase_period"] == "2022-10"
