"""Receipts cannot differ from the verdict: read again, they give the same band."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldenthread.methods import rating, receipts
from tests.methods.rated_figures import SCHEMES, decimals, figures, frame, is_numeric, rated
from tests.methods.test_rating_laws import stands

NUMERIC = [code for code, scheme in SCHEMES.items() if is_numeric(scheme)]


@given(figures(schemes=NUMERIC))
def test_the_limits_of_a_receipt_give_its_band_again(row):
    """Nothing better is said to be reached, nothing worse to be passed."""
    got = receipts.receipt(rated([row])[0])
    for limit in got.limits:
        assert not stands(row["value"], limit.side, limit.limit)
    if got.rating:
        assert got.rating.replace("_", " ") in got.sentences[0]


@given(st.integers(1, 4000), st.data(), decimals(1, 99, 1), st.sampled_from(["higher", "lower"]))
def test_so_many_cases_more_or_fewer_turn_the_rating_and_one_less_does_not(whole, data, target, polarity):
    part = data.draw(st.integers(0, whole))

    def judged(cases):
        row = {"scheme": "five_bands", "polarity": polarity, "value": 100 * cases / whole, "target": target}
        return rating.rate(frame([row]), SCHEMES).row(0, named=True)

    got = judged(part) | {"numerator": float(part), "denominator": float(whole), "multiplier": 100.0}
    for limit in receipts.receipt(got).limits:
        if limit.cases is None:
            continue
        one_less = limit.cases - (1 if limit.cases > 0 else -1)
        assert judged(part + limit.cases)["rating"] != got["rating"]
        assert judged(part + one_less)["rating"] == got["rating"]


@given(figures(schemes=NUMERIC), decimals())
def test_hidden_figures_of_one_band_cannot_be_told_apart(row, other):
    """Whatever the figure, a receipt that hides it reads the same for every figure of that rating."""
    one, another = rated([row, row | {"value": other}])
    assume(one["rating"] == another["rating"])
    hidden = {
        "hidden": True,
        "numerator": 142.0,
        "denominator": 145.0,
        "old_target": 70.0,
        "old_rating": "red",
    }
    assert receipts.receipt(one | hidden).lines() == receipts.receipt(another | hidden).lines()


def test_counts_are_said_only_where_they_are_counts():
    row = rated([{"scheme": "standard", "polarity": "higher", "value": 2.5, "target": 3.0, "amber": 2.0}])[0]
    for numerator, denominator, multiplier in (
        (2.5, 1.0, 1.0),
        (5.0, 0.0, 1.0),
        (None, 2.0, 1.0),
        (5.0, 2.0, None),
    ):
        counts = {"numerator": numerator, "denominator": denominator, "multiplier": multiplier}
        assert all(limit.cases is None for limit in receipts.receipt(row | counts).limits)


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("count", 1164.0, "1,164.0"),
        ("%", 83.1, "83.1%"),
        ("£m", -4.1, "\u2212£4.1m"),
        ("£", 1200.5, "£1,200.5"),
        ("days", 34.2, "34.2 days"),
        ("per 10,000", 38.5, "38.5 per 10,000"),
    ],
)
def test_units(unit, value, said):
    row = {"value": value, "rating": "red", "unit": unit, "decimals": 1}
    assert receipts.receipt(row).lines() == [f"Rated red: the figure is {said}."]


def test_few_cases_are_read_with_care():
    row = {"value": 1.0, "rating": "red", "with_care": True}
    assert "Few cases: interpret with care." in receipts.receipt(row).lines()
    answered = receipts.receipt({**row, "respondents": 12}).lines()
    assert "Few answers: interpret with care." in answered


def test_a_floor_and_a_share_are_told():
    row = {"value": 1.0, "rating": "red", "target": 90.0, "unit": "%", "decimals": 0}
    assert receipts.receipt(row | {"floor": 80.0}).target == "90%, floor 80%"
    tolerated = row | {"tolerance": 10.0, "tolerance_kind": "relative"}
    assert receipts.receipt(tolerated).target == "90%, tolerance 10% of it"


def test_nobody_is_said_to_have_set_a_target_that_is_not_there():
    looked_for = {"target_approver": "Cabinet", "target_effective_from": "2023-04-01"}
    row = {"value": 25.3, "rating": None, "reason": "no_target"}
    got = receipts.receipt(row | looked_for)
    assert (got.target, got.set_by) == ("", "")
    assert not any("Set by" in line for line in got.lines())
