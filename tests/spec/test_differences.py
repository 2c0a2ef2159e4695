"""Differences between groups: more than chance, or not.

Small groups differ from the whole by chance alone, and the smaller the group the more. A group is named where
it lies outside three standard deviations about the whole, the limits of a funnel plot (D. J. Spiegelhalter,
Funnel plots for comparing institutional performance, Statistics in Medicine 24, 2005). That a difference is
more than chance says nothing about why it is there.
"""

import polars as pl
import pytest

from goldenthread.methods import differences
from tests.spec.worked import examples

SAID = {True: "more than chance", False: "chance", None: "too few to tell"}


def told(kind: str, value: float, of: float, whole: float, multiplier: float) -> str:
    row = {"kind": kind, "value": value, "denominator": of, "whole": whole, "multiplier": multiplier}
    return SAID[pl.DataFrame([row]).select(differences.beyond_chance()).item()]


@examples("""
| group                   | counted | of   | whole | verdict          |
|-------------------------|---------|------|-------|------------------|
| Asian or Asian British  | 134     | 640  | 27.8  | more than chance |
| White British           | 374     | 1205 | 27.8  | chance           |
| Mixed                   | 16      | 55   | 27.8  | chance           |
| a ward of three         | 2       | 3    | 83.1  | too few to tell  |
| nearly all, a few lack  | 90      | 100  | 97.0  | too few to tell  |
""")
def test_shares(group, counted, of, whole, verdict):
    """A share of n people varies as p (1 - p) / n: 20.9% of 640 is far from 27.8%, 29.1% of 55 is not."""
    share = 100 * int(counted) / int(of)

    assert told("share", share, float(of), float(whole), 100.0) == verdict, group


@examples("""
| group       | counted | of    | whole | verdict          |
|-------------|---------|-------|-------|------------------|
| under 5     | 36      | 17137 | 38.5  | more than chance |
| 5 to 9      | 44      | 16250 | 38.5  | chance           |
| 16 and 17   | 59      | 6377  | 38.5  | more than chance |
| a small one | 3       | 1000  | 38.5  | too few to tell  |
""")
def test_rates(group, counted, of, whole, verdict):
    """Events per 10,000 people vary as their own number does: 66 children were to be expected, 36 are."""
    rate = 10_000 * int(counted) / int(of)

    assert told("rate", rate, float(of), float(whole), 10_000.0) == verdict, group


@examples("""
| ward          | days | cases | whole | verdict          |
|---------------|------|-------|-------|------------------|
| Windlass Quay | 6.1  | 92    | 1.7   | more than chance |
| Marl Pits     | 3.0  | 8     | 1.7   | chance           |
| four cases    | 9.0  | 4     | 1.7   | too few to tell  |
""")
def test_waiting_times(ward, days, cases, whole, verdict):
    """A mean of waiting times is taken to spread as wide as itself: 8 cases at 3.0 days alarm nobody."""
    assert told("mean", float(days), float(cases), float(whole), 1.0) == verdict, ward


@pytest.mark.parametrize("missing", ["value", "denominator", "whole"])
def test_without_a_figure_nothing_is_said(missing):
    """Where the figure, what it is of, or the whole is hidden there is no verdict."""
    row = {"kind": "share", "value": 20.0, "denominator": 640.0, "whole": 27.8, "multiplier": 100.0}
    schema = pl.Schema({"kind": pl.String, **dict.fromkeys(list(row)[1:], pl.Float64)})
    frame = pl.DataFrame([{**row, missing: None}], schema=schema)

    assert frame.select(differences.beyond_chance()).item() is None
