"""Single figures beneath those that overlap: worked, and held against running totals added up again."""

from datetime import date
from itertools import accumulate

import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goldenthread.methods import discrete, periods
from goldenthread.methods.discrete import to_date

YEAR = [f"2022-{month:02d}" for month in range(4, 13)] + ["2023-01", "2023-02", "2023-03"]


def observed(figures, indicator="M1"):
    """Rows of the ledger from {period: value, or (numerator, denominator), or None for a missing one}."""
    rows = []
    for code, figure in figures.items():
        period = periods.parse(code)
        above, below = figure if isinstance(figure, tuple) else (None, None)
        rows.append({
            "indicator": indicator, "area": "SMH", "breakdown": "", "period": code, "kind": period.kind,
            "start": period.start, "end": period.end, "numerator": above, "denominator": below,
            "value": None if isinstance(figure, tuple) else figure, "value_exact": None,
            "status": "missing" if figure is None else "actual",
        })  # fmt: skip
    numbers = dict.fromkeys(("numerator", "denominator", "value"), pl.Float64)
    return pl.DataFrame(rows, schema_overrides={**numbers, "value_exact": pl.String})


def beneath(figures, frequency="monthly", multiplier=1.0, is_count=False):
    about = {
        "indicator": ["M1"], "frequency": [frequency], "multiplier": [multiplier], "is_count": [is_count]
    }  # fmt: skip
    return discrete.beneath(observed(figures), pl.DataFrame(about))


def values(found):
    return dict(found.figures.select("period", "value").iter_rows())


def told(found):
    return found.series.select("kind", "frequency", "made", "why").row(0)


def to_dates(figures, calendar="ytd"):
    return {f"{calendar}-{month}": figure for month, figure in figures.items()}


def test_figures_of_single_periods_are_as_recorded():
    found = beneath({"2022-04": (45, 50), "2022-05": (40, 50), "2022-06": (1, 0)}, multiplier=100.0)
    assert values(found) == {"2022-04": 90.0, "2022-05": 80.0}
    assert told(found) == ("month", "monthly", "recorded", "")


def test_a_period_that_should_have_a_figure_has_a_row_and_the_end_has_none():
    found = beneath({"2022-03": None, "2022-04": 5, "2022-07": 6, "2022-08": 7, "2022-09": None})
    assert values(found) == {"2022-04": 5, "2022-05": None, "2022-06": None, "2022-07": 6, "2022-08": 7}
    assert found.figures["date"].to_list()[1] == date(2022, 5, 1)


def test_single_figures_go_before_figures_to_date_and_rolling_ones():
    figures = {"r12-2022-05": 70, "ytd-2022-04": 5, "ytd-2022-05": 12, "2022-04": 5, "2022-05": 7}
    assert values(beneath(figures)) == {"2022-04": 5, "2022-05": 7}


def test_of_two_kinds_that_of_which_there_is_more_is_charted():
    quarters = {"2021-22-Q3": 30, "2021-22-Q4": 31, "2022-23-Q1": 32}
    assert list(values(beneath({**quarters, "2022-04": 10, "2022-05": 11}))) == list(quarters)


def test_counts_are_as_far_apart_as_the_two_that_are_nearest():
    found = beneath({"at2022-06-30": 4, "at2022-09-30": 5, "at2023-03-31": 6}, frequency="annual")
    assert values(found) == {"at2022-06-30": 4, "at2022-09-30": 5, "at2022-12-31": None, "at2023-03-31": 6}
    assert told(found)[:2] == ("snapshot", "quarterly")
    odd = beneath({"at2022-07-14": 4, "at2022-07-30": 7, "at2023-07-19": 5}, frequency="annual")
    assert values(odd) == {"at2022-07-30": 7, "at2023-07-19": 5}


def test_figures_to_date_give_months_over_the_debit_of_the_year():
    """Council tax: 9.8 and 9.7% of the year's debit, and a new year that starts from nothing."""
    paid = {"2022-04": (98, 1000), "2022-05": (195, 1000), "2023-03": (970, 1000), "2023-04": (110, 1100)}
    found = beneath(to_dates(paid), multiplier=100.0)
    months = values(found)
    assert (months["2022-04"], months["2022-05"]) == pytest.approx((9.8, 9.7))
    assert months["2023-04"] == pytest.approx(10.0)
    # March holds what came in since May, so that it is no single month.
    assert [month for month in months if months[month] is not None] == ["2022-04", "2022-05", "2023-04"]
    assert told(found) == ("month", "monthly", "differences", "")


def test_figures_to_date_over_a_running_total_are_taken_apart_above_and_below():
    calls = {"2022-04": (90, 100), "2022-05": (170, 200), "2022-06": (266, 300)}
    assert values(beneath(to_dates(calls), multiplier=100.0)) == pytest.approx(
        {"2022-04": 90, "2022-05": 80, "2022-06": 96}
    )


def test_the_first_figure_of_a_year_is_single_only_if_it_is_of_one_part():
    figures = {"ytd-2022-06": 30, "ytd-2022-07": 41, "ytd-2022-08": 50}
    assert values(beneath(figures, is_count=True)) == {"2022-07": 11, "2022-08": 9}
    assert values(beneath({"ytd-2022-06": 30, "ytd-2022-09": 70}, "quarterly", is_count=True)) == {
        "2022-23-Q1": 30, "2022-23-Q2": 40,
    }  # fmt: skip


def test_differences_are_taken_in_decimals():
    """So that equal months are equal to the last digit, however large the totals have grown."""
    totals = {f"ytd-2022-{month:02d}": round(1e9 + 0.1 * month, 1) for month in range(5, 13)}
    found = values(beneath({"ytd-2022-04": 1e9 + 0.4, **totals}, is_count=True))
    assert {found[month] for month in YEAR[1:9]} == {0.1}
    assert beneath({"ytd-2022-04": 1e30, "ytd-2022-05": 3e30}, is_count=True).figures["value"][
        1
    ] == pytest.approx(2e30)


def test_terms_are_parts_of_the_academic_year():
    figures = {"acytd-2021-12": (8, 400), "acytd-2022-03": (17, 400), "acytd-2022-08": (26, 400)}
    found = beneath(figures, frequency="termly", multiplier=100.0)
    assert values(found) == pytest.approx({"ac2021-22-T1": 2, "ac2021-22-T2": 2.25, "ac2021-22-T3": 2.25})


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ({"r12-2022-04": 70, "r12-2022-05": 71}, discrete.OVERLAP),
        ({"2014-15..2016-17": 70}, discrete.OVERLAP),
        ({"2022-04": None}, discrete.NO_FIGURES),
        ({"ytd-2022-04": 71.5, "ytd-2022-05": 72.5}, to_date.NO_COUNTS),
        (to_dates({"2022-04": (76, 80), "2022-05": (75, 80), "2022-06": (71, 80)}), to_date.FALLING),
    ],
)
def test_what_has_nothing_single_beneath_says_so(figures, why):
    found = beneath(figures)
    assert found.figures.height == 0
    assert told(found)[2:] == ("", why)


def test_a_single_correction_does_not_make_a_running_total_something_else():
    totals = list(accumulate([10, 12, 11, -1, 9, 10, 11, 12, 10, 9, 11, 10]))
    found = beneath(to_dates(dict(zip(YEAR, map(float, totals), strict=True))), is_count=True)
    assert values(found)["2022-07"] == -1


counts = st.lists(st.one_of(st.none(), st.integers(0, 50)), min_size=12, max_size=12)


@given(parts=counts, over_all=st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_year_of_running_totals_gives_back_its_months(parts, over_all):
    """Some totals never came; the denominator is that of the year, or a running total of 100 a month."""
    assume(over_all or sum(part is not None for part in parts) > 1)
    above = accumulate(part or 0 for part in parts)
    below = [600 if over_all else 100 * month for month in range(1, 13)]
    figures = {
        month: None if part is None else (float(total), float(over))
        for month, part, total, over in zip(YEAR, parts, above, below, strict=True)
    }
    found = values(beneath(to_dates(figures)))
    for at, month in enumerate(YEAR):
        is_single = parts[at] is not None and (at == 0 or parts[at - 1] is not None)
        wanted = parts[at] / (600 if over_all else 100) if is_single else None
        assert found.get(month) == (None if wanted is None else pytest.approx(wanted))
