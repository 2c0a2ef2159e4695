"""What is asked of a measure when the year ends, and what its owner expects by then."""

from datetime import date

import polars as pl
import pytest

from goldenthread.assessments.aims import year_end
from goldenthread.assessments.material import Material
from goldenthread.assessments.models import Forecast
from goldenthread.indicators import queries, scheme_presets
from goldenthread.methods import periods

NOTHING = pl.DataFrame()


def target(**said):
    """A target of M1 as `indicators.queries.targets` gives it."""
    row = {**dict.fromkeys(queries.TARGETS), "indicator": "M1", "period": "", **said}
    if row["target"] is not None:
        row["target_exact"] = str(row["target"])
    return row


def stands(*given, forecast=None, report="2023-24-Q2", **definition):
    """What `year_end.beside` says of M1, a percentage of a quarter where high is good."""
    about = {
        "indicator": "M1", "basis": "quarter", "calendar": "financial", "polarity": "higher",
        "scheme": "standard", "decimals": 1, **definition,
    }  # fmt: skip
    made = Forecast(indicator="M1", value=forecast, basis="So far", author="hos") if forecast else None
    gathered = Material(
        report=periods.parse(report),
        area="SMH",
        definitions=pl.DataFrame([about]),
        targets=NOTHING,
        previous_targets=NOTHING,
        year_end=date(2024, 3, 31),
        year_end_targets=pl.DataFrame(list(given), schema=queries.TARGETS, orient="row"),
        forecasts={"M1": made} if made else {},
        schemes=scheme_presets.schemes(),
        observations=NOTHING,
    )
    return year_end.beside(gathered).row(0, named=True)


def test_a_target_that_is_the_same_all_year_is_that_of_its_end():
    said = stands(target(target=90.0, amber=85.0))
    assert (said["target_year_end"], said["target_year_end_exact"]) == (90.0, "90.0")
    assert (said["year_end_period"], said["year_end_reason"]) == ("2023-24-Q4", "")


@pytest.mark.parametrize(
    ("basis", "period"),
    [
        ("ytd", "ytd-2024-03"),
        ("snapshot", "at2024-03-31"),
        ("rolling_12", "r12-2024-03"),
        ("annual", "2023-24"),
        ("third", "2023-24-T3"),
        ("month", "2024-03"),
    ],
)
def test_the_year_ends_with_the_last_period_of_the_basis(basis, period):
    assert stands(target(target=90.0), basis=basis)["year_end_period"] == period


def test_a_profile_ends_with_its_last_period():
    profile = [target(period="ytd-2023-09", target=56.4), target(period="ytd-2024-03", target=97.0)]
    assert stands(*profile, basis="ytd")["target_year_end"] == 97.0


def test_a_profile_without_the_end_of_the_year_sets_none_for_it():
    said = stands(target(period="ytd-2023-09", target=56.4), basis="ytd")
    assert (said["target_year_end"], said["year_end_reason"]) == (None, "no_target_this_period")


def test_a_year_end_that_the_target_names_itself_goes_before_everything():
    said = stands(target(period="ytd-2023-09", target=56.4, year_end=97.5), basis="ytd")
    assert (said["target_year_end"], said["year_end_reason"]) == (97.5, "")
    step = stands(target(target=90.0, amber=85.0, year_end=95.0))
    assert (step["target_year_end"], step["target_year_end_exact"]) == (95.0, None)


def test_a_range_has_both_its_ends():
    said = stands(target(lower=15.0, upper=20.0), polarity="range")
    assert (said["target_year_end"], said["year_end_lower"], said["year_end_upper"]) == (None, 15.0, 20.0)


def test_a_target_that_ends_before_the_year_does_is_not_set_for_its_end():
    said = stands(target(target=90.0, valid_to=date(2023, 12, 31)))
    assert (said["target_year_end"], said["year_end_reason"]) == (None, "no_target_this_period")


def test_a_measure_without_a_target_says_so():
    assert stands(target(none="no_target"))["year_end_reason"] == "no_target"
    assert stands()["year_end_reason"] == "no_target"


@pytest.mark.parametrize(("forecast", "rating"), [("90", "green"), ("85.0", "amber"), ("84.99", "red")])
def test_a_forecast_has_the_rating_that_such_a_figure_would_have(forecast, rating):
    said = stands(target(target=90.0, amber=85.0), forecast=forecast)
    assert (said["forecast"], said["forecast_exact"]) == (float(forecast), forecast)
    assert (said["forecast_rating"], said["forecast_basis"]) == (rating, "So far")


def test_a_forecast_is_not_rated_by_limits_of_another_target():
    """Amber to 85 belongs to the 90 of each quarter: for the 95 of the year it says nothing."""
    said = stands(target(target=90.0, amber=85.0, year_end=95.0), forecast="93")
    assert said["forecast_rating"] is None
    assert stands(target(none="no_target"), forecast="93")["forecast_rating"] is None


def test_a_forecast_is_not_rated_by_what_peers_or_the_year_before_reached():
    said = stands(target(target=90.0), forecast="95", scheme="exeter")
    assert (said["forecast"], said["forecast_rating"]) == (95.0, None)


def test_a_forecast_is_not_rated_by_a_scheme_that_looks_at_more_than_the_figure():
    """Medway asked for a judgement beside the number, and nobody judges a forecast."""
    said = stands(target(target=90.0), forecast="84", scheme="medway_2009")
    assert (said["forecast"], said["forecast_rating"]) == (84.0, None)
