"""Targets: which target is in force for a figure."""

from datetime import date

import polars as pl
import pytest

from goldenthread.methods import targets
from goldenthread.methods.rating import rate
from tests.spec.figures import SCHEMES
from tests.spec.worked import examples

YEAR = {"period": "", "valid_from": date(2023, 4, 1), "valid_to": date(2024, 3, 31)}


def attached(indicator: str, period: str, *rows: dict[str, object]) -> dict[str, object]:
    known = pl.DataFrame(
        [{"indicator": indicator, "target": None, **row} for row in rows], infer_schema_length=None
    )
    figure = pl.DataFrame({"indicator": [indicator], "period": [period]})
    return targets.attach(figure, known).row(0, named=True)


@examples("""
| period      | target |
|-------------|--------|
| ytd-2023-06 | 29.2   |
| ytd-2023-09 | 56.4   |
| 2023-24     | 97     |
""")
def test_a_profiled_target(period, target):
    """Council tax: 97% by the end of the year, with a step for each quarter, and the step goes first."""
    rows = [YEAR | {"target": 97.0}]
    rows += [
        YEAR | {"period": f"ytd-2023-{month}", "target": step} for month, step in (("06", 29.2), ("09", 56.4))
    ]
    assert attached("REV01", period, *rows)["target"] == float(target)


@examples("""
| period     | target | reason                |
|------------|--------|-----------------------|
| 2023-24-Q3 |        | no_target_this_period |
| 2023-24-Q4 | 98     |                       |
""")
def test_a_target_in_one_quarter_only(period, target, reason):
    """South Somerset: 98%, in the fourth quarter only."""
    got = attached("COL", period, YEAR | {"period": "2023-24-Q4", "target": 98.0})
    assert (got["target"], got["target_reason"]) == (target and float(target), reason or "")


def test_a_target_of_its_year():
    """A target holds for periods that end within its dates: a new year has none until one is set."""
    rows = [
        YEAR | {"target": 90.0},
        YEAR | {"target": 92.0, "valid_from": date(2024, 4, 1), "valid_to": None},
    ]
    assert attached("CUS01", "2023-24-Q4", *rows)["target"] == 90
    assert attached("CUS01", "2024-25-Q1", *rows)["target"] == 92
    assert attached("CUS01", "2022-23-Q4", *rows)["target_reason"] == "no_target_this_period"


@pytest.mark.parametrize("none", ["no_target", "target_not_set", "baseline_year"])
def test_no_target_on_purpose(none):
    """That there is no target is decided and recorded as well, with its reason."""
    assert attached("COM01", "2023-24-Q2", YEAR | {"none": none})["target_reason"] == none


def test_nothing_said_about_a_target():
    """An indicator that no target names has none."""
    figure = pl.DataFrame({"indicator": ["COM01"], "period": ["2023-24-Q2"]})
    known = pl.DataFrame([{"indicator": "CUS01", "target": 90.0, **YEAR}])
    assert targets.attach(figure, known)["target_reason"].item() == "no_target"


def test_two_targets_at_once():
    """Two targets that hold at once are refused: nobody could say which rated the figure."""
    with pytest.raises(targets.TargetsOverlap, match="CUS01: two targets hold for 2023-24-Q2"):
        attached("CUS01", "2023-24-Q2", YEAR | {"target": 90.0}, YEAR | {"target": 92.0})


@examples("""
| version | target | amber_to | rating |
|---------|--------|----------|--------|
| new     | 60     | 55       | green  |
| old     | 70     | 65       | red    |
""")
def test_rating_under_the_target_before(version, target, amber_to, rating):
    """61.3% is green under the target set in July 2023, red under the one before: both are printed."""
    figure = pl.DataFrame({"indicator": ["EDU01"], "period": ["2023-24-Q2"], "value": [100 * 57 / 93]})
    known = pl.DataFrame([{"indicator": "EDU01", "target": float(target), "amber": float(amber_to), **YEAR}])
    rows = targets.attach(figure, known).with_columns(scheme=pl.lit("standard"), polarity=pl.lit("higher"))
    assert rate(rows, SCHEMES)["rating"].item() == rating


def test_who_set_it():
    """Beside the target stands who set it, from when, why, and which version it is."""
    known = {"approver": "Corporate Director", "effective_from": date(2023, 7, 11), "version": 2}
    got = attached("EDU01", "2023-24-Q2", YEAR | known | {"target": 60.0, "reason": "requests up 38%"})
    assert (got["target_approver"], got["target_version"]) == ("Corporate Director", 2)
    assert (got["target_effective_from"], got["target_why"]) == (date(2023, 7, 11), "requests up 38%")
