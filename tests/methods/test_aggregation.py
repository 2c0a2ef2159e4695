"""Laws of aggregation."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.methods import aggregation, periods
from tests.spec.returned import figure, percentage, returned

MONTHS = periods.months(periods.parse("2023-24"))
QUARTERS = {f"2023-24-Q{n}": periods.months(periods.parse(f"2023-24-Q{n}")) for n in (1, 2, 3, 4)}
COUNTS = st.integers(min_value=0, max_value=10**6)
YEARS = st.lists(COUNTS, min_size=12, max_size=12)
SHARES = st.lists(st.tuples(COUNTS, st.integers(1, 10**6)).map(sorted), min_size=12, max_size=12)
ADDED = st.sampled_from(["sum", "rolling_sum"])


def of(pairs):
    return {month: f"{part} of {whole}" for month, (part, whole) in zip(MONTHS, pairs, strict=True)}


def made_of_quarters(observed, how, multiplier):
    """The four quarters of observed months, as if each had been recorded itself."""
    rows = [("HOU15", "LKH", "", code, how, multiplier, 1) for code in QUARTERS]
    wanted = pl.DataFrame(rows, schema=aggregation.WANTED, orient="row")
    made = aggregation.figures(observed, wanted).with_columns(source=pl.lit(""))
    return made.drop("sources").join(periods.frame(made["period"]), on="period")


@given(counts=YEARS, how=ADDED)
@settings(max_examples=30)
def test_the_year_is_the_sum_of_its_quarters_and_of_its_months(counts, how):
    months = returned(dict(zip(MONTHS, map(str, counts), strict=True)))

    by_months = figure(months, "2023-24", how)
    by_quarters = figure(made_of_quarters(months, how, 1.0), "2023-24", how, parts=3)
    assert by_months["value"] == by_quarters["value"] == sum(counts)
    assert by_months["value_exact"] == by_quarters["value_exact"] == str(sum(counts))


@given(pairs=SHARES)
@settings(max_examples=30)
def test_a_ratio_does_not_depend_on_how_its_time_is_cut(pairs):
    months = returned(of(pairs))
    quarters = made_of_quarters(months, "ratio_of_sums", 100.0)

    by_months = percentage(months, "2023-24")
    by_quarters = percentage(quarters, "2023-24", parts=3)
    assert by_months["value"] == by_quarters["value"]
    assert by_months["numerator"] == by_quarters["numerator"]


@given(pairs=SHARES)
@settings(max_examples=30)
def test_a_ratio_lies_between_the_least_and_the_greatest_of_its_parts(pairs):
    parts = [100 * part / whole for part, whole in pairs]
    year = percentage(returned(of(pairs)), "2023-24")["value"]

    assert min(parts) - 1e-9 <= year <= max(parts) + 1e-9


@given(pairs=SHARES, order=st.permutations(range(12)))
@settings(max_examples=30)
def test_the_order_of_the_observations_changes_nothing(pairs, order):
    observed = returned(of(pairs))

    assert percentage(observed[list(order)], "2023-24") == percentage(observed, "2023-24")


@given(counts=YEARS, gone=st.sets(st.sampled_from(range(12)), min_size=1))
@settings(max_examples=30)
def test_what_is_missing_is_told_and_never_counted_as_zero(counts, gone):
    months = {
        month: "awaited" if number in gone else str(count)
        for number, (month, count) in enumerate(zip(MONTHS, counts, strict=True))
    }
    year = figure(returned(months), "2023-24", "sum")

    if len(gone) == 12:
        assert (year["value"], year["reason"]) == (None, "awaited")
    else:
        assert year["value"] == sum(count for number, count in enumerate(counts) if number not in gone)
        assert year["coverage"] == f"{12 - len(gone)} of 12 months"
        assert (year["status"], year["is_short"]) == ("provisional", True)


@given(pairs=SHARES, cut=st.integers(1, 11))
@settings(max_examples=30)
def test_areas_together_are_the_whole(pairs, cut):
    wards = {f"X{number}": f"{part} of {whole}" for number, (part, whole) in enumerate(pairs)}
    observed = pl.concat(returned({"2023-09": text}, area=ward) for ward, text in wards.items())
    wanted = pl.DataFrame(
        [("HOU15", ward, "", "2023-09", "ratio_of_sums", 100.0, 1) for ward in wards],
        schema=aggregation.WANTED,
        orient="row",
    ).with_columns(is_count=False)
    figures = aggregation.figures(observed, wanted)
    everything = pl.DataFrame({"area": list(wards), "parent": ["LKH"] * 12})
    halves = everything.with_columns(parent=pl.Series(["A"] * cut + ["B"] * (12 - cut)))

    directly = aggregation.areas(figures, everything)
    in_steps = aggregation.areas(
        aggregation.areas(figures, halves).with_columns(is_count=False, multiplier=100.0),
        pl.DataFrame({"area": ["A", "B"], "parent": ["LKH", "LKH"]}),
    )
    assert directly["value"].to_list() == in_steps["value"].to_list()


def test_the_rows_asked_for_come_back_in_their_order_with_their_columns():
    wanted = pl.DataFrame(
        [("HOU15", "LKH", "", code, "sum", 1.0, 1) for code in ["2023-24-Q2", "2023-09", "2023-24-Q2"]],
        schema=aggregation.WANTED,
        orient="row",
    ).with_columns(line=pl.Series([3, 1, 2]))
    made = aggregation.figures(returned({"2023-09": "5"}), wanted)

    assert made["line"].to_list() == [3, 1, 2]
    assert made["value"].to_list() == [5, 5, 5]
    assert made.columns == [*wanted.columns, *aggregation.FIGURE.names()]
    assert {name: made.schema[name] for name in aggregation.FIGURE} == dict(aggregation.FIGURE)


@pytest.mark.parametrize("kind", aggregation.KINDS)
def test_no_observations_or_no_wishes_make_no_trouble(kind):
    nothing = returned({})
    wanted = pl.DataFrame(
        [("HOU15", "LKH", "", "2023-24-Q2", kind, 1.0, 1)], schema=aggregation.WANTED, orient="row"
    )

    assert aggregation.figures(nothing, wanted)["reason"].to_list() == ["awaited"]
    assert aggregation.figures(nothing, wanted.clear()).is_empty()


def test_series_are_kept_apart():
    observed = pl.concat([returned({"2023-09": "5"}), returned({"2023-09": "7"}, area="X05900001")])
    wanted = pl.DataFrame(
        [("HOU15", area, "", "2023-09", "sum", 1.0, 1) for area in ["X05900001", "LKH", "nowhere"]],
        schema=aggregation.WANTED,
        orient="row",
    )

    assert aggregation.figures(observed, wanted)["value"].to_list() == [7, 5, None]


def test_quarters_of_both_calendars_are_counted_once():
    observed = returned({"2023-24-Q2": "5", "cy2023-Q3": "5", "2023-24-Q1": "4"})

    assert figure(observed, "2023-24-H1", "sum", parts=3)["value"] == 9


def test_exact_sums_keep_all_their_digits():
    observed = returned({"2023-07": "0.1", "2023-08": "0.2", "2023-09": "12345678901234567890.123"})

    assert figure(observed, "2023-24-Q2", "sum")["value_exact"] == "12345678901234567890.423"
