"""From months to quarters and years: how parts make a whole."""

import polars as pl
import pytest

from goldenthread.methods import aggregation, periods
from goldenthread.methods.aggregation.parts import PeriodsDiffer, parts
from goldenthread.methods.rounding import half_up, printed
from tests.spec.returned import figure, percentage, returned
from tests.spec.worked import examples

REPAIRS = {"2023-07": "1,071 of 1,200", "2023-08": "1,063 of 1,200"}


def test_a_percentage_of_the_quarter_is_the_sum_above_over_the_sum_below():
    """Repairs of 1,071 in 1,200, 1,063 in 1,200 and 1,012 in 1,175 are 3,146 of 3,575: exactly 88.0%."""
    quarter = percentage(returned(REPAIRS | {"2023-09": "1,012 of 1,175"}), "2023-24-Q2")

    assert (quarter["numerator_exact"], quarter["denominator_exact"]) == ("3146", "3575")
    assert half_up(quarter["value"], 10) == 88
    assert (quarter["status"], quarter["coverage"]) == ("actual", "")


def test_an_incomplete_quarter_is_provisional_and_says_so():
    """While September is awaited, the quarter is 2,134 of 2,400, 88.9%, "2 of 3 months" and provisional."""
    quarter = percentage(returned(REPAIRS | {"2023-09": "awaited"}), "2023-24-Q2")

    assert (quarter["numerator"], quarter["denominator"]) == (2134, 2400)
    assert printed(quarter["value"], 1) == "88.9"
    assert (quarter["status"], quarter["coverage"]) == ("provisional", "2 of 3 months")


def test_percentages_are_never_averaged():
    """Three monthly percentages without their counts make no quarter: the figure is missing."""
    quarter = percentage(returned({"2023-07": "89.3", "2023-08": "88.6", "2023-09": "86.1"}), "2023-24-Q2")

    assert quarter["value"] is None
    assert quarter["reason"] == "quality_failed"
    assert "never averaged" in quarter["obstacle"]


def test_one_month_without_counts_spoils_the_quarter():
    """Two months with counts and one bare percentage make no quarter either."""
    quarter = percentage(returned(REPAIRS | {"2023-09": "86.1"}), "2023-24-Q2")

    assert (quarter["value"], quarter["reason"]) == (None, "quality_failed")


def test_counts_add_up():
    """Fly-tips of 640, 655 and 617 in the three months are 1,912 in the quarter."""
    quarter = figure(returned({"2023-07": "640", "2023-08": "655", "2023-09": "617"}), "2023-24-Q2", "sum")

    assert (quarter["value"], quarter["value_exact"]) == (1912, "1912")


def test_a_total_that_lacks_a_month_is_too_low_and_marked():
    """Without September the total is 1,295, "2 of 3 months", and marked as short: nobody should rate it."""
    quarter = figure(
        returned({"2023-07": "640", "2023-08": "655", "2023-09": "awaited"}), "2023-24-Q2", "sum"
    )

    assert (quarter["value"], quarter["coverage"], quarter["is_short"]) == (1295, "2 of 3 months", True)


def test_missing_is_never_zero():
    """A quarter of which nothing has arrived is awaited; a quarter of three zeros is zero."""
    awaited = figure(returned({"2023-07": "awaited"}), "2023-24-Q2", "sum")
    zero = figure(returned({"2023-07": "0", "2023-08": "0", "2023-09": "0"}), "2023-24-Q2", "sum")

    assert (awaited["value"], awaited["status"], awaited["reason"]) == (None, "missing", "awaited")
    assert (zero["value"], zero["status"]) == (0, "actual")


def test_the_people_a_rate_is_held_against_do_not_add_up():
    """Admissions of 8, 9 and 7 among the same 39,600 people are 24 of 39,600: 60.6 per 100,000."""
    admissions = returned({"2023-07": "8 of 39,600", "2023-08": "9 of 39,600", "2023-09": "7 of 39,600"})
    quarter = figure(admissions, "2023-24-Q2", "sum", multiplier=100_000.0)

    assert (quarter["numerator"], quarter["denominator"]) == (24, 39_600)
    assert printed(quarter["value"], 1) == "60.6"


def test_a_figure_recorded_for_the_quarter_counts_before_its_months():
    """Where the service returned the quarter itself, that figure stands, and the months are not added up."""
    both = returned(REPAIRS | {"2023-09": "1,012 of 1,175", "2023-24-Q2": "88.4"})

    assert percentage(both, "2023-24-Q2")["value"] == 88.4


def test_a_rounded_percentage_gives_way_to_its_own_counts():
    """91.3 beside 512 of 561 is that ratio, rounded; it is rated on the unrounded 91.266."""
    quarter = percentage(
        returned({"2023-24-Q2": "512 of 561"}).with_columns(value=91.3, value_exact=pl.lit("91.3")),
        "2023-24-Q2",
    )

    assert half_up(quarter["value"], 3) == 91.266


def test_a_recorded_value_that_its_counts_do_not_give_stands_as_recorded():
    """4.80 beside 687 of 143,449 (in other units) is kept: nobody recalculates what was published."""
    year = returned({"2021-22": "687 of 143,449"}).with_columns(value=4.8, value_exact=pl.lit("4.80"))

    assert figure(year, "2021-22", "annual_only")["value"] == 4.8


@examples("""
| august             | status_of_the_quarter |
|--------------------|-----------------------|
| 1,063 of 1,200     | actual                |
| 1,063 of 1,200 [p] | provisional           |
| 1,063 of 1,200 [e] | estimated             |
| 1,063 of 1,200 [r] | revised               |
""")
def test_one_provisional_or_estimated_month_marks_the_quarter(august, status_of_the_quarter):
    """One month that is provisional [p], estimated [e] or revised [r] marks the whole quarter."""
    months = REPAIRS | {"2023-08": august, "2023-09": "1,012 of 1,175"}

    assert percentage(returned(months), "2023-24-Q2")["status"] == status_of_the_quarter


def test_a_hidden_month_hides_the_quarter():
    """A month hidden to protect individuals must not be undone: the whole quarter is hidden."""
    quarter = percentage(returned(REPAIRS | {"2023-09": "hidden"}), "2023-24-Q2")

    assert (quarter["value"], quarter["reason"]) == (None, "hidden")


def test_a_month_to_which_the_measure_does_not_apply_is_not_expected():
    """Schools measure nothing in August: July and September are the whole quarter."""
    quarter = percentage(
        returned({"2023-07": "10 of 12", "2023-08": "not applicable", "2023-09": "9 of 12"}), "2023-24-Q2"
    )

    assert (quarter["parts_expected"], quarter["coverage"], quarter["status"]) == (2, "", "actual")


def test_a_month_without_a_single_case_counts_as_reported():
    """Applications decided in time: 5 of 5, 0 of 0 and 6 of 6 are 11 of 11, and all three months are in."""
    quarter = percentage(
        returned({"2023-07": "5 of 5", "2023-08": "0 of 0", "2023-09": "6 of 6"}), "2023-24-Q2"
    )

    assert (quarter["value"], quarter["numerator"], quarter["coverage"]) == (100, 11, "")


def test_nothing_to_measure_is_no_figure():
    """A quarter with 0 of 0 cases has no percentage: not applicable, neither 0 nor 100."""
    quarter = percentage(
        returned({"2023-07": "0 of 0", "2023-08": "0 of 0", "2023-09": "0 of 0"}), "2023-24-Q2"
    )

    assert (quarter["value"], quarter["reason"]) == (None, "not_applicable")
    assert "nothing to measure" in quarter["obstacle"]


def test_a_count_on_a_day_is_the_latest_and_never_a_sum():
    """Households in temporary accommodation: 1,140 in July, 1,151 in August, 1,164 on 30 September."""
    households = returned({"at2023-07-31": "1,140", "at2023-08-31": "1,151", "at2023-09-30": "1,164"})

    assert figure(households, "2023-24-Q2", "latest")["value"] == 1164
    assert figure(households, "at2023-09-30", "latest")["value"] == 1164


def test_the_latest_count_of_an_unfinished_quarter_is_provisional():
    """With August the latest count, the quarter stands at 1,151, "2 of 3 months"; 30 September is awaited."""
    households = returned({"at2023-07-31": "1,140", "at2023-08-31": "1,151"})

    quarter = figure(households, "2023-24-Q2", "latest")
    assert (quarter["value"], quarter["status"], quarter["coverage"]) == (
        1151,
        "provisional",
        "2 of 3 months",
    )
    assert figure(households, "at2023-09-30", "latest")["reason"] == "awaited"


def test_a_count_made_once_a_quarter_stands_for_its_end():
    """A quarterly count made on 14 September is the figure at 30 September; a yearly one holds for a year."""
    agency = returned({"at2023-09-14": "24.6"})

    assert figure(agency, "at2023-09-30", "latest", parts=3)["value"] == 24.6
    assert figure(agency, "at2024-06-30", "latest", parts=12)["value"] == 24.6
    assert figure(agency, "at2024-09-30", "latest", parts=12)["value"] is None


def test_a_figure_to_date_is_the_latest_one_of_the_same_year():
    """Council tax: 29.02% to June, 46.80% to August. While September is awaited: 46.80, "5 of 6 months"."""
    collected = returned({"ytd-2023-06": "29.02", "ytd-2023-08": "46.80"})
    to_date = figure(collected, "ytd-2023-09", "cumulative")

    assert (to_date["value"], to_date["status"], to_date["coverage"]) == (
        46.8,
        "provisional",
        "5 of 6 months",
    )
    assert to_date["is_short"]


def test_last_years_collection_is_not_this_years():
    """In April nothing is collected of the new year yet: last year's figure to date does not stand in."""
    assert figure(returned({"ytd-2023-03": "95.9"}), "ytd-2023-04", "cumulative")["value"] is None


def test_a_figure_to_date_may_be_made_of_its_months():
    """Affordable homes of 4, 9, 11, 12, 14 and 12 from April to September are 62 to date."""
    homes = dict(
        zip(periods.months(periods.parse("ytd-2023-09")), ["4", "9", "11", "12", "14", "12"], strict=True)
    )

    assert figure(returned(homes), "ytd-2023-09", "sum")["value"] == 62


@examples("""
| rolling     | parts     | expected |
|-------------|-----------|----------|
| r3-2023-09  | months    | 3        |
| r6-2023-09  | months    | 6        |
| r12-2023-09 | months    | 12       |
| r24-2023-09 | months    | 24       |
| r12-2023-09 | quarters  | 4        |
| r24-2023-09 | quarters  | 8        |
""")
def test_rolling_periods_are_made_of_their_months_or_quarters(rolling, parts, expected):
    """Ten cases of twenty in each month or quarter: the rolling figure is the sum of so many parts, 50%."""
    whole = periods.parse("r24-2023-09")
    months = dict.fromkeys(periods.months(whole), "10 of 20")
    quarters = {periods.containing(periods.parse(code).start, "quarter").code: "10 of 20" for code in months}
    observed = returned(months if parts == "months" else quarters)

    made = figure(observed, rolling, "rolling_ratio", multiplier=100.0, parts=1 if parts == "months" else 3)

    assert (made["value"], made["numerator"]) == (50, 10 * int(expected))
    assert made["parts_present"] == int(expected)


def test_an_average_of_months_only_where_it_is_declared():
    """Young people not in education or work: by definition the average of December to February."""
    wanted = pl.DataFrame(
        [("HOU15", "LKH", "", "2023-24", "average_n", 100.0, 12, [12, 1, 2])],
        schema={**aggregation.WANTED, "average_months": pl.List(pl.Int64)},
        orient="row",
    )
    months = returned({"2023-11": "9.0", "2023-12": "3.0", "2024-01": "3.2", "2024-02": "3.7"})

    average = aggregation.figures(months, wanted).row(0, named=True)
    assert printed(average["value"], 1) == "3.3"
    assert average["parts_present"] == 3


def test_an_annual_figure_is_never_made_of_quarters():
    """A survey that is annual only has no figure until the year's own arrives."""
    quarters = returned({"2023-24-Q1": "10 of 20", "2023-24-Q2": "10 of 20"})

    assert figure(quarters, "2023-24", "annual_only", parts=3)["reason"] == "awaited"


def test_three_terms_make_an_academic_year():
    """Exclusions of 9, 8 and 6 pupils in the three terms, of 38,400 on the roll, are 23 of 38,400: 0.06%."""
    terms = {f"ac2022-23-T{term}": f"{pupils} of 38,400" for term, pupils in ((1, 9), (2, 8), (3, 6))}
    year = figure(returned(terms), "ac2022-23", "sum", multiplier=100.0, parts=4)

    assert (year["numerator"], printed(year["value"], 2)) == (23, "0.06")


def test_unlike_periods_are_never_mixed():
    """April to August is not made of whole quarters, so quarterly figures make no figure for it."""
    with pytest.raises(PeriodsDiffer, match="Apr to Aug 2023 is not made up of whole quarters"):
        parts(periods.parse("ytd-2023-08"), 3)

    to_date = percentage(returned({"2023-24-Q1": "10 of 20"}), "ytd-2023-08", parts=3)
    assert (to_date["value"], to_date["reason"]) == (None, "not_due")
    assert to_date["obstacle"] == "Apr to Aug 2023 is not made up of whole quarters"


def test_the_same_days_under_another_code_are_the_same_period():
    """April to June is quarter 1 and also the year to date at the end of June."""
    assert figure(returned({"2023-24-Q1": "29.02"}), "ytd-2023-06", "cumulative")["value"] == 29.02


def test_where_a_figure_came_from():
    """A figure names every return it was made of."""
    quarter = percentage(returned(REPAIRS), "2023-24-Q2")

    assert quarter["sources"] == ["returns.csv, 2023-07", "returns.csv, 2023-08"]


def ward_figures(by_ward: dict[str, str], *, is_count: bool) -> dict:
    """The borough's figure from its wards'."""
    wanted = pl.DataFrame(
        [("HOU15", ward, "", "2023-24-Q2", "ratio_of_sums", 100.0, 3) for ward in by_ward],
        schema=aggregation.WANTED,
        orient="row",
    ).with_columns(is_count=is_count, multiplier=1.0 if is_count else 100.0)
    observed = pl.concat(returned({"2023-24-Q2": text}, area=ward) for ward, text in by_ward.items())
    parents = pl.DataFrame({"area": list(by_ward), "parent": ["LKH"] * len(by_ward)})
    return aggregation.areas(aggregation.figures(observed, wanted), parents).row(0, named=True)


def test_wards_make_the_borough():
    """3 of 4 in one ward and 80 of 100 in another are 83 of 104, 79.8%: no average of 75 and 80."""
    borough = ward_figures({"Gorse Hollow": "3 of 4", "Saltings": "80 of 100"}, is_count=False)

    assert (borough["numerator"], borough["denominator"]) == (83, 104)
    assert printed(borough["value"], 1) == "79.8"


def test_a_ward_that_has_not_reported_is_named_in_the_coverage():
    """12 fly-tips in one ward, and nothing from the other: 12 in "1 of 2 areas", provisional and short."""
    borough = ward_figures({"Gorse Hollow": "12", "Saltings": "awaited"}, is_count=True)

    assert (borough["value"], borough["coverage"], borough["is_short"]) == (12, "1 of 2 areas", True)
    assert borough["status"] == "provisional"
    assert borough["area"] == "LKH"


def test_an_unknown_way_to_aggregate_is_refused():
    """A word outside the list is refused, with the list."""
    with pytest.raises(aggregation.NotAnAggregation, match="ratio_of_sums"):
        figure(returned(REPAIRS), "2023-24-Q2", "mean")
