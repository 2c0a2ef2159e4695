"""Rounding: half up, once, at the edge."""

from decimal import Decimal

import polars as pl

from goldenthread.methods.rounding import half_up, printed, touches_limit
from tests.spec.worked import examples


@examples("""
| figure   | decimals | printed |
|----------|----------|---------|
| 88.05    | 1        | 88.1    |
| 0.25     | 1        | 0.3     |
| 2.675    | 2        | 2.68    |
| 1.005    | 2        | 1.01    |
| 94.96    | 1        | 95.0    |
| 94.94    | 1        | 94.9    |
| 171.5    | 0        | 172     |
| 0.4      | 0        | 0       |
""")
def test_a_half_goes_up(figure, decimals, printed):
    """A half goes up, as on paper: 2.675 is printed as 2.68, although a computer stores it a hair below."""
    from goldenthread.methods import rounding

    assert rounding.printed(float(figure), int(decimals)) == printed


def test_a_half_below_zero_goes_away_from_zero():
    """A change of -0.25 points is printed as -0.3, the mirror of +0.3, and -0.04 as 0.0, never as -0.0."""
    assert half_up(-0.25, 1) == -0.3
    assert printed(-0.04, 1) == "0.0"


def test_a_computed_half_is_a_half():
    """161 of 184 is exactly 87.5%, whichever way the computer arrives at it: without decimals it is 88%."""
    assert half_up(100 * (161 / 184), 0) == 88
    assert half_up(87.49999999999999, 0) == 88


def test_the_figures_of_a_whole_report_are_rounded_at_once():
    """Every indicator is rounded to its own number of decimals; a missing figure stays missing."""
    report = pl.DataFrame({"value": [55.925, 2.0875, None, 1163.5], "decimals": [2, 2, 1, 0]})

    shown = report.select(half_up(pl.col("value"), pl.col("decimals"))).to_series()

    assert shown.to_list() == [55.93, 2.09, None, 1164.0]


def test_to_the_nearest_ten():
    """National figures are given to the nearest ten: 245 homes are printed as 250."""
    assert half_up(245.0, -1) == 250


def test_a_ledger_figure_is_rounded_exactly():
    """A figure kept exact to 25 digits is rounded without passing through binary numbers."""
    assert half_up(Decimal("12345678901234567.125"), 2) == Decimal("12345678901234567.13")
    assert printed(Decimal("1234567890123456789012345"), 6) == "1234567890123456789012345.000000"


def test_nearly_all_is_not_all():
    """99.98% would be printed as 100.0%: the figure is flagged, so that the page shows another decimal."""
    report = pl.DataFrame({"value": [99.98, 100.0, 99.9, 0.04, 0.0]})

    flagged = report.select(touches_limit(pl.col("value"), 1)).to_series()

    assert flagged.to_list() == [True, False, False, True, False]
