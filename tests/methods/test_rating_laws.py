"""Laws of rating: what holds for every scheme and every figure."""

from decimal import Decimal
from math import gcd, isclose

import polars as pl
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goldenthread.methods import rating
from goldenthread.methods.reasons import REASONS
from goldenthread.methods.rounding import half_up
from tests.methods.rated_figures import (
    SCHEMES,
    decimals,
    figures,
    frame,
    has_units,
    is_numeric,
    rated,
)

NUMERIC = [code for code, scheme in SCHEMES.items() if is_numeric(scheme)]
MONOTONE = [code for code in NUMERIC if SCHEMES[code].polarity == "as_defined"]
UNITLESS = [code for code in NUMERIC if not has_units(SCHEMES[code])]
IN_UNITS = ["value", "target", "amber", "lower", "upper", "amber_lower", "amber_upper", "floor", "benchmark",
            "forecast", "baseline", "like_value"]  # fmt: skip


@given(st.lists(figures(), min_size=1, max_size=30))
def test_every_row_gets_one_band_or_one_reason(rows):
    for row, got in zip(rows, rated(rows), strict=True):
        bands = SCHEMES[row["scheme"]].band_codes
        assert (got["rating"] in bands and got["reason"] == "") != (
            got["rating"] is None and got["reason"] in REASONS
        )


@settings(max_examples=25)
@given(st.lists(figures(), min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_rows_do_not_influence_each_other(rows, random):
    order = list(range(len(rows)))
    random.shuffle(order)
    alone = [rated([row])[0] for row in rows]
    assert same(rated(rows), alone)
    assert same(rated([rows[place] for place in order]), [alone[place] for place in order])


def same(some, others):
    """The same verdicts; edges that are computed may differ in their last binary place."""
    return all(
        one.keys() == other.keys() and all(_is_same(one[name], other[name]) for name in one)
        for one, other in zip(some, others, strict=True)
    )


def _is_same(one, other):
    return one == other or (isinstance(one, float) and isinstance(other, float) and isclose(one, other))


def test_the_middle_of_a_range_stands_at_its_upper_end_whatever_stands_beside_it():
    """208.35 give or take 23.86%: both ends are as far off, and a sum may come out a hair to either side."""
    limits = dict.fromkeys(("value", "target", "lower", "upper"), Decimal("208.35"))
    row = {"scheme": "havering_2015", "polarity": "range", "tolerance_kind": "relative", "decimals": 0}
    row |= limits | {"tolerance": Decimal("23.86")}
    for rows in ([row], [row] * 3, [row] * 8):
        assert {(got["rating"], got["worse_side"], got["other_side"]) for got in rated(rows)} == {
            ("green", "above", "below")
        }


@given(figures(schemes=MONOTONE, polarities=("higher", "lower")), decimals())
def test_a_better_value_never_gets_a_worse_band(row, other):
    first, second = rated([row, row | {"value": other}])
    assume(first["rating"] and second["rating"])
    bands = SCHEMES[row["scheme"]].band_codes
    better, worse = bands.index(first["rating"]), bands.index(second["rating"])
    is_other_better = other >= row["value"] if row["polarity"] == "higher" else other <= row["value"]
    assert (worse <= better) if is_other_better else (worse >= better)


@given(
    figures(schemes=UNITLESS),
    st.sampled_from([Decimal("0.001"), Decimal(3), Decimal("1.6093"), Decimal(10**6)]),
)
def test_the_unit_does_not_matter(row, factor):
    scaled = {name: row[name] * factor for name in IN_UNITS}
    if row["tolerance_kind"] == "absolute" or row["scheme"] == "cheshire_west":
        scaled["tolerance"] = row["tolerance"] * factor
    assume(row["scheme"] != "cheshire_west" or row["tolerance_kind"] == "absolute")
    first, second = rated([row, row | scaled])
    assert (first["rating"], first["reason"]) == (second["rating"], second["reason"])


def standard(row):
    """The standard scheme said once more, for one figure and in exact decimals."""
    better = 1 if row["polarity"] == "higher" else -1
    if (row["value"] - row["target"]) * better >= 0:
        return "green"
    return "amber" if (row["value"] - row["amber"]) * better >= 0 else "red"


@given(figures(schemes=["standard", "target_and_limit", "brighton"], polarities=("higher", "lower")))
def test_columns_agree_with_one_figure_rated_by_hand(row):
    assert rated([row])[0]["rating"] == standard(row)


@given(decimals(1, 9999, 4), decimals(0, 99, 2), st.sampled_from(["higher", "lower"]), st.booleans())
def test_a_value_on_the_limit_takes_the_better_band(target, tolerance, polarity, relative):
    """Exactly on the edge in decimals, whatever floating point makes of it; 0.0001 beyond is worse."""
    margin = target * tolerance / 100 if relative else tolerance
    edge = target - margin if polarity == "higher" else target + margin
    beyond = edge + (Decimal("-0.0001") if polarity == "higher" else Decimal("0.0001"))
    row = {
        "scheme": "reigate", "polarity": polarity, "target": target, "tolerance": tolerance,
        "tolerance_kind": "relative" if relative else "absolute",
    }  # fmt: skip
    on, off = rated([row | {"value": edge}, row | {"value": beyond}])
    assert on["rating"] == ("amber" if tolerance else "green")
    assert off["rating"] == "red"


@given(st.integers(1, 10_000), st.integers(1, 50))
def test_a_ratio_on_the_limit_takes_the_better_band(hundredths, times):
    """3,146 of 3,575 is 88%: any ratio that equals its target in decimals has met it."""
    whole = 10_000 // gcd(hundredths, 10_000) * times
    part = hundredths * whole // 10_000
    row = {"scheme": "met_or_missed", "value": 100 * part / whole, "target": Decimal(hundredths) / 100}
    met = rated([row | {"polarity": "higher"}, row | {"polarity": "lower"}])
    assert [each["rating"] for each in met] == ["met", "met"]


@given(figures(schemes=NUMERIC))
def test_printed_contradicts_exactly_where_the_printed_figure_is_rated_otherwise(row):
    """In a range it may also be printed on the other side, in a band of the same name."""
    got = rated([row])[0]
    assume(got["rating"])
    printed = rated([row | {"value": half_up(Decimal(row["value"]), row["decimals"])}])[0]
    is_range = "range" in (row["polarity"], SCHEMES[row["scheme"]].polarity)
    assert got["printed_contradicts"] == (printed["rating"] != got["rating"]) or is_range
    assert got["printed_contradicts"] or printed["rating"] == got["rating"]


@given(figures(schemes=NUMERIC))
def test_the_limits_lead_to_the_bands_that_they_name(row):
    """A value put just on the other side of a stated limit gets the band that stands there."""
    got = rated([row])[0]
    for which in ("better", "worse"):
        edge, side, band = got[f"{which}_edge"], got[f"{which}_side"], got[f"{which}_band"]
        if edge is None:
            continue
        assert not stands(row["value"], side, edge)
        moved = rated([row | {"value": beyond(edge, side)}])[0]["rating"]
        skipped = SCHEMES[row["scheme"]].band_codes.index
        assert (skipped(moved) <= skipped(band)) if which == "better" else (skipped(moved) >= skipped(band))


def beyond(edge, side):
    step = max(abs(edge), 1.0) * 1e-6
    return {"at or above": edge, "at or below": edge, "above": edge + step, "below": edge - step}[side]


def stands(value, side, edge):
    slack = Decimal(abs(edge)) * Decimal("1e-9")
    tests = {
        "at or above": value >= Decimal(edge) - slack,
        "above": value > Decimal(edge) + slack,
        "at or below": value <= Decimal(edge) + slack,
        "below": value < Decimal(edge) - slack,
    }
    return tests[side]


def test_ten_thousand_rows_of_all_schemes_keep_their_order():
    codes = list(SCHEMES)
    rows = [
        {"scheme": codes[n % len(codes)], "polarity": "higher", "value": Decimal(n % 97),
         "target": Decimal(50), "amber": Decimal(40)}
        for n in range(10_000)
    ]  # fmt: skip
    whole = rating.rate(frame(rows).with_row_index(), SCHEMES)
    assert whole["index"].to_list() == list(range(10_000))
    standard_rows = whole.filter(pl.col("scheme") == "standard")
    expected = ["green" if v >= 50 else "amber" if v >= 40 else "red" for v in standard_rows["value"]]
    assert standard_rows["rating"].to_list() == expected
