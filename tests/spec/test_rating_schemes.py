"""Rating schemes: the keys that councils and regulators have published, each as data."""

import csv
from pathlib import Path

import pytest

from tests.spec.figures import SCHEMES, band, rated
from tests.spec.worked import examples

FIXTURES = Path(__file__).parents[1] / "methods" / "data" / "rag_fixtures.csv"

# The rule in a fixture, the preset that says the same, and what its bands were called in print.
PUBLISHED = {
    "amber_within_relative": ("maidstone", {"green": "green", "amber": "amber", "red": "red"}),
    "green_includes_tolerance_relative": ("havering_2013", {"green": "green"}),
    "absolute_tolerance": (
        "cheshire_west",
        {"on_target": "on target (tick)", "within_tolerance": "within tolerance (triangle)"},
    ),
    "explicit_bands": ("ico", {"good": "good", "adequate": "adequate", "unsatisfactory": "unsatisfactory"}),
    "data_only": ("maidstone", {}),
    "annual_not_due": ("maidstone", {}),
}
WITHOUT_RATING = {"data_only": "no_target", "annual_not_due": "not_due"}


def published_figures() -> list[dict[str, str]]:
    with FIXTURES.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def name_of(row: dict[str, str]) -> str:
    return f"{row['fixture_set']}: {row['indicator']}"


@pytest.mark.parametrize("row", published_figures(), ids=name_of)
def test_figures_as_councils_printed_them(row):
    """Every published figure that we found gets the status that the council itself printed."""
    rule = row["scheme"]
    scheme, words = PUBLISHED[rule]
    got = rated(
        scheme,
        polarity={"none": "neutral"}.get(row["polarity"], row["polarity"]),
        value=row["actual"] or None,
        target=row["target"] or None,
        tolerance=row["tolerance"] if rule == "absolute_tolerance" else None,
        reason="not due" if rule == "annual_not_due" else None,
    )

    if rule in WITHOUT_RATING:
        assert (got["rating"], got["reason"]) == (None, WITHOUT_RATING[rule])
    else:
        assert words[got["rating"]] == row["published_status"]


@examples("""
| polarity            | value | target | trend_on_last_year | rating | reason        |
|---------------------|-------|--------|--------------------|--------|---------------|
| lower               | 512   | 494    | worsening          | green  |               |
| lower               | 560   | 494    | improving          | amber  |               |
| lower               | 560   | 494    | steady             | amber  |               |
| lower               | 560   | 494    | worsening          | red    |               |
| higher              | 92    | 100    |                    | green  |               |
| higher              | 80    | 100    |                    |        | no_comparison |
""")
def test_amber_by_direction_of_travel(polarity, value, target, trend_on_last_year, rating, reason):
    """Havering 2013: within 10% of target is green; beyond, amber if improved or maintained, else red."""
    got = rated("havering_2013", polarity=polarity, value=value, target=target, trend_like=trend_on_last_year)
    assert (got["rating"], got["reason"]) == (rating, reason or "")


@examples("""
| scheme        | value | rating    |
|---------------|-------|-----------|
| havering_2015 | 95    | green     |
| havering_2015 | 94.9  | red       |
| havering_2017 | 100   | on_track  |
| havering_2017 | 99.9  | off_track |
| havering_2024 | 95    | amber     |
| havering_2024 | 94.9  | red       |
""")
def test_one_council_three_keys(scheme, value, rating):
    """Havering changed its key: tolerance in green, then no tolerance at all, then tolerance in amber.

    The target is 100, the indicator's own tolerance 5%. An old report keeps the key of its time.
    """
    assert band(scheme, value=value, target=100, tolerance=5, tolerance_kind="relative") == rating


@examples("""
| value | rating |
|-------|--------|
| 93    | green  |
| 89.9  | amber  |
| 80    | amber  |
| 79.9  | red    |
""")
def test_floor_standard(value, rating):
    """Kent: target 90, floor standard 80. Between them is amber; under the floor is red."""
    assert band("kent", value=value, target=90, floor=80) == rating


@examples("""
| value | rating      |
|-------|-------------|
| 899   | unexpected  |
| 900   | as_expected |
| 1100  | as_expected |
| 1101  | unexpected  |
""")
def test_expected_activity(value, rating):
    """Kent's activity has no good direction: 900 to 1,100 was expected, more or less is to be looked at."""
    assert band("kent_activity", polarity="neutral", value=value, lower=900, upper=1100) == rating


@examples("""
| value | share_achieved | rating      |
|-------|----------------|-------------|
| 60    | 100%           | green       |
| 58    | 80%            | green_amber |
| 56.5  | 65%            | red_amber   |
| 56.4  | 64%            | red         |
| 50    | 0%             | red         |
""")
def test_share_of_planned_improvement(value, share_achieved, rating):
    """Barnet: baseline 50, target 60; bands are cut at 100, 80 and 65% of the planned improvement."""
    assert band("barnet", value=value, baseline=50, target=60) == rating


def test_share_of_an_improvement_that_was_not_planned():
    """A target no better than the baseline plans no improvement, and a share of it means nothing."""
    got = rated("barnet", value=55, baseline=60, target=60)
    assert (got["rating"], got["reason"]) == (None, "no_tolerance")


@examples("""
| scheme      | value | rating    |
|-------------|-------|-----------|
| east_riding | 82.1  | better    |
| east_riding | 82    | on_target |
| east_riding | 78    | on_target |
| east_riding | 77.9  | worse     |
| west_lindsey | 82.1 | exceeded  |
| west_lindsey | 78   | within    |
| west_lindsey | 77.9 | below     |
| over_achieving | 82.1 | over_achieving |
| over_achieving | 82 | on_target |
| over_achieving | 78 | at_risk   |
| over_achieving | 77.9 | failing |
""")
def test_beyond_the_tolerance_either_way(scheme, value, rating):
    """Target 80, tolerance 2: better by more than 2 is a band of its own; better by just 2 is not."""
    assert band(scheme, value=value, target=80, tolerance=2, tolerance_kind="absolute") == rating


@examples("""
| value | judgement | rating |
|-------|-----------|--------|
| 90    |           | green  |
| 80    | capable   | amber  |
| 80    |           | red    |
""")
def test_amber_by_judgement(value, judgement, rating):
    """Medway: off target is amber only if judged capable of reaching it (90) within the year."""
    assert band("medway_2009", value=value, target=90, judgement=judgement) == rating


def test_year_end_forecast_beside_outturn():
    """East Sussex rates the forecast green, amber or red, and the outturn green or red only."""
    tolerance = {"target": 90, "tolerance": 5, "tolerance_kind": "absolute"}
    assert band("east_sussex_forecast", value=40, forecast=86, **tolerance) == "amber"
    assert band("east_sussex_outturn", value=86, **tolerance) == "red"


def test_context_against_a_forecast():
    """Bracknell Forest holds performance against the target, and context against a forecast."""
    figures = {"polarity": "lower", "value": 104, "tolerance": 5, "tolerance_kind": "relative"}
    assert band("bracknell_forest", target=90, **figures) == "red"
    assert band("bracknell_forest_contextual", target=90, forecast=100, **figures) == "amber"


def test_one_indicator_judged_twice():
    """North Norfolk: against target, and beside it against the same period last year."""
    figures = {"value": 88, "target": 90, "like_value": 84, "tolerance": 3, "tolerance_kind": "absolute"}
    assert band("north_norfolk", **figures) == "close"
    assert band(SCHEMES["north_norfolk"].alongside, **figures) == "improving"


@examples("""
| polarity | value | rating       |
|----------|-------|--------------|
| higher   | 50.1  | exceeded     |
| higher   | 50    | achieved     |
| higher   | 40    | achieved     |
| higher   | 39.9  | not_achieved |
| lower    | 39.9  | exceeded     |
| lower    | 50    | achieved     |
| lower    | 50.1  | not_achieved |
""")
def test_target_that_is_a_span(polarity, value, rating):
    """Lincolnshire: a target of 40 to 50 is exceeded beyond its better end, whichever that is."""
    assert band("lincolnshire", polarity=polarity, value=value, lower=40, upper=50) == rating


@examples("""
| scheme               | value | rating           | counts_as |
|----------------------|-------|------------------|-----------|
| chorley              | 95    | within_threshold | met       |
| epping_forest        | 95    | margin           | missed    |
| local_agreement_2005 | 90    | green            | met       |
| local_agreement_2005 | 85    | amber            | near      |
| local_agreement_2005 | 84.9  | red              | missed    |
""")
def test_what_a_band_counts_as(scheme, value, rating, counts_as):
    """Target 100, 5 points tolerated. Near the target is good at Chorley, not achieved at Epping Forest."""
    got = rated(scheme, value=value, target=100, tolerance=5, tolerance_kind="absolute")
    assert (got["rating"], got["rating_group"]) == (rating, counts_as)


def test_local_target_over_a_statutory_floor():
    """Planning decisions: the council's target is 90%, the statutory floor 60%."""
    assert band("planning_designation", value=100, target=90, floor=60) == "green"
    assert band("planning_designation", value=61, target=90, floor=60) == "amber"


@examples("""
| scheme              | value | rating        |
|---------------------|-------|---------------|
| worcestershire_2014 | 37.9  | improving     |
| worcestershire_2014 | 41    | no_change     |
| worcestershire_2014 | 42.1  | deteriorating |
| highland            | 38    | improved      |
| highland            | 38.1  | maintained    |
| highland            | 42    | declined      |
| stable_half_point   | 39.4  | improved      |
| stable_half_point   | 40.5  | stable        |
| stable_half_point   | 40.6  | worse         |
""")
def test_direction_of_travel_alone(scheme, value, rating):
    """Some keys have no target: 40 last year, low is good, 2 tolerated; at Highland 5%, which counts."""
    last_year = {"like_value": 40, "tolerance": 2, "tolerance_kind": "absolute"}
    assert band(scheme, polarity="lower", value=value, **last_year) == rating


def test_against_the_average_of_peers():
    """Exeter: the light is above or below the peers' average; without it there is nothing to compare with."""
    assert band("exeter", value=97, benchmark=96.8) == "green"
    assert rated("exeter", value=97, target=99)["reason"] == "no_comparison"


def test_quartile_among_councils():
    """Highland prints the quartile beside: the second is a band of its own."""
    assert band("highland_quartile", value=40, quartile=2) == "second"


@examples("""
| incidents_change | enforcement_change | rating         |
|------------------|--------------------|----------------|
| -12              | 30                 | very_effective |
| -12              | 0                  | effective      |
| 0                | 30                 | not_effective  |
| 5                | -2                 | poor           |
""")
def test_two_measures_in_one_table(incidents_change, enforcement_change, rating):
    """Nuneaton: the changes in fly-tipping and in enforcement together name the band."""
    changes = {"incidents_change": incidents_change, "enforcement_change": enforcement_change}
    assert band("nuneaton_ni196", value=1, **changes) == rating


@examples("""
| value | rating     |
|-------|------------|
| 105   | high_green |
| 100   | low_green  |
| 95    | amber      |
| 90    | low_red    |
| 89.9  | high_red   |
""")
def test_five_bands(value, rating):
    """Target 100: five bands, 5% apart."""
    assert band("five_bands", value=value, target=100) == rating


def test_what_a_colour_means_is_the_councils_own():
    """Blue is "no target" at Havering, "on target" at East Riding: a colour is only what its scheme says."""
    narrative = SCHEMES["havering_2024"].unrated[0]
    assert (narrative.token, "no_target" in narrative.reasons) == ("blue", True)
    assert SCHEMES["east_riding"].band("on_target").token == "blue"


def test_each_band_has_a_shape_of_its_own():
    """In no scheme do two bands share a shape: a black-and-white print tells them apart."""
    for scheme in SCHEMES.values():
        assert len({band.shape for band in scheme.bands}) == len(scheme.bands), scheme.code
