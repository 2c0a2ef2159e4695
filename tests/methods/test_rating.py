"""Rating at its corners: what is refused, guarded, and left open."""

import dataclasses

import polars as pl
import pytest

from goldenthread.indicators import scheme_presets
from goldenthread.methods import rating
from goldenthread.methods.closed_words import WordUnknown
from goldenthread.methods.rating import rules, runs
from goldenthread.methods.rating.scheme import Limit

SCHEMES = scheme_presets.schemes()


def row(**cells):
    return pl.DataFrame([{"scheme": "standard", "polarity": "higher", "target": 90.0, "amber": 85.0} | cells])


def only(frame, schemes=SCHEMES):
    return rating.rate(frame, schemes).row(0, named=True)


def changed(code, **fields):
    return {code: dataclasses.replace(SCHEMES[code], **fields)}


def test_no_rows():
    empty = row(value=1.0).clear()
    got = rating.rate(empty, SCHEMES)
    assert got.height == 0
    assert got.columns == [*empty.columns, *rating.COLUMNS]


def test_columns_without_which_nothing_can_be_rated():
    with pytest.raises(rating.ColumnsMissing, match="needs value, polarity"):
        rating.rate(pl.DataFrame({"scheme": ["standard"]}), SCHEMES)


def test_an_unknown_scheme_or_polarity_is_refused():
    with pytest.raises(WordUnknown, match="scheme 'house' is not known"):
        only(row(value=1.0, scheme="house"))
    with pytest.raises(WordUnknown, match="polarity 'up' is not known"):
        only(row(value=1.0, polarity="up"))


@pytest.mark.parametrize("column", ["value", "target"])
@pytest.mark.parametrize("figure", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(column, figure):
    with pytest.raises(rating.FiguresNotFinite, match=column):
        only(row(value=1.0).with_columns(pl.lit(figure).alias(column)))


def test_a_scheme_that_has_no_edges_for_the_polarity_is_refused():
    with pytest.raises(rules.SchemeDoesNotFit, match="scheme kent cannot rate a measure of polarity"):
        only(row(value=1.0, scheme="kent", polarity="range"))


def test_without_a_scheme_there_is_no_target():
    assert only(row(value=91.0, scheme=""))["reason"] == "no_target"
    assert only(row(value=91.0).with_columns(scheme=pl.lit(None, dtype=pl.String)))["reason"] == "no_target"


def test_rating_again_replaces_the_columns():
    once = rating.rate(row(value=91.0), SCHEMES)
    assert rating.rate(once, SCHEMES).equals(once)


def test_whole_numbers_are_figures_too():
    assert only(row(value=91, target=90, amber=85))["rating"] == "green"


def test_schemes_rate_words_of_any_text_type():
    categorical = row(value=91.0).with_columns(pl.col("scheme", "polarity").cast(pl.Categorical))
    assert only(categorical)["rating"] == "green"


@pytest.mark.parametrize(
    ("mode", "denominator", "rating_", "reason", "with_care"),
    [
        ("not_rated", 9.0, None, "small_numbers", False),
        ("not_rated", 10.0, "green", "", False),
        ("not_rated", None, "green", "", False),
        ("with_care", 9.0, "green", "", True),
        ("with_care", 10.0, "green", "", False),
    ],
)
def test_the_guard_of_small_numbers(mode, denominator, rating_, reason, with_care):
    schemes = changed("standard", min_denominator=10.0, small_numbers=mode)
    got = only(row(value=100.0, denominator=denominator), schemes)
    assert (got["rating"], got["reason"], got["with_care"]) == (rating_, reason, with_care)


def test_a_percentage_may_name_points_for_targets_of_zero_or_less():
    edges = SCHEMES["maidstone"].edges
    eased = dataclasses.replace(edges[1], at=(Limit("target", 10.0, "percent", otherwise=2.0),))
    schemes = changed("maidstone", edges=(edges[0], eased))
    got = only(row(value=2.0, target=0.0, polarity="lower", scheme="maidstone"), schemes)
    assert (got["rating"], got["worse_edge"]) == ("amber", 2.0)


def test_a_range_that_is_open_at_one_end():
    limits = {"lower": -0.5, "upper": 0.0, "amber_upper": 0.5, "target": None, "amber": None}
    far_under = only(row(value=-30.0, scheme="range", polarity="range", **limits))
    assert (far_under["rating"], far_under["worse_band"], far_under["worse_edge"]) == ("amber", None, None)


def test_a_range_without_a_wider_one_needs_a_tolerance():
    limits = {"lower": 15.0, "upper": 20.0, "target": None, "amber": None}
    bare = only(row(value=17.0, polarity="range", **limits))
    assert (bare["rating"], bare["reason"]) == (None, "no_tolerance")
    eased = only(row(value=22.0, polarity="range", tolerance=2.0, tolerance_kind="absolute", **limits))
    assert eased["rating"] == "amber"


def test_a_range_with_its_ends_turned_round_is_not_rated():
    limits = {"lower": 20.0, "upper": 15.0, "amber_lower": 12.0, "amber_upper": 23.0}
    assert only(row(value=17.0, polarity="range", **limits))["reason"] == "edges_disordered"


def test_the_best_is_a_single_value():
    """A target with polarity range and a tolerance: both ways are worse."""
    plan = {"scheme": "cheshire_west", "polarity": "range", "target": 100.0, "tolerance": 5.0}
    assert [only(row(value=value, **plan))["rating"] for value in (100.0, 105.0, 95.0, 94.9, 105.1)] == [
        "on_target", "within_tolerance", "within_tolerance", "out", "out",
    ]  # fmt: skip


def test_a_forecast_is_printed_and_rated_as_one():
    got = only(row(value=10.0, forecast=89.96, decimals=1, scheme="east_sussex_outturn"))
    assert (got["rating"], got["printed_contradicts"]) == ("red", False)
    tolerance = {"tolerance": 5.0, "tolerance_kind": "absolute"}
    forecast = only(row(value=10.0, forecast=89.96, decimals=1, scheme="east_sussex_forecast", **tolerance))
    assert (forecast["rating"], forecast["printed_contradicts"]) == ("amber", True)


def test_a_band_by_condition_names_the_limit_of_the_band_above():
    got = only(row(value=80.0, target=100.0, scheme="havering_2013", trend_like="worsening"))
    assert (got["rating"], got["better_band"], got["better_edge"]) == ("red", "green", 90.0)


def test_two_periods_running():
    """West Lindsey: exceeded or below twice running; a gap starts anew."""
    quarters = ["2022-23-Q3", "2022-23-Q4", "2023-24-Q1", "2023-24-Q3", "2023-24-Q4"]
    figures = pl.DataFrame(
        {"indicator": "A", "period": quarters, "value": [70.0, 80.0, 90.0, 90.0, 70.0], "target": 80.0,
         "tolerance": 2.0, "tolerance_kind": "absolute", "scheme": "west_lindsey", "polarity": "higher"}
    )  # fmt: skip
    rated = rating.rate(figures, SCHEMES)
    assert rated["rating"].to_list() == ["below", "within", "exceeded", "exceeded", "below"]
    assert runs.exceptional(rated, SCHEMES).to_list() == [False, False, False, False, True]
    back = rated.reverse()
    assert runs.exceptional(back, SCHEMES).to_list() == [True, False, False, False, False]
