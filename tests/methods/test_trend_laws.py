"""Laws of trend: held against a plain restatement that looks each figure up in a dictionary."""

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.methods import periods, trend
from goldenthread.methods.closed_words import WordUnknown
from goldenthread.methods.periods.codes import NotAPeriod
from goldenthread.methods.trend.periods import ENDS_ANY_MONTH

MONTHS = [f"20{year}-{month:02d}" for year in (21, 22, 23) for month in (1, 3, 4, 6, 9, 12)]
CODES = [
    *MONTHS,
    *(f"20{year}-{year + 1}-Q{quarter}" for year in (21, 22) for quarter in (1, 2, 3, 4)),
    *(f"r12-{month}" for month in MONTHS),
    *(f"ytd-{month}" for month in MONTHS),
    *("2020-21", "2021-22", "2022-23", "ac2021-22-T1", "ac2021-22-T3", "ac2022-23-T1", "cy2022", "cy2023"),
    *("at2022-03-31", "at2022-12-31", "at2023-03-31", "at2023-06-30"),
]
TURNED = {"improving": "worsening", "worsening": "improving"}


@st.composite
def histories(draw):
    """Rows of a few series in any order, at most one for each series and period."""
    places = st.tuples(st.sampled_from("AB"), st.sampled_from(["", "ward"]), st.sampled_from(CODES))
    rows = draw(st.lists(places, unique=True, min_size=1, max_size=25))
    value = st.one_of(st.none(), st.integers(0, 40).map(lambda steps: steps / 10))
    return [
        {"indicator": indicator, "area": area, "period": period, "value": draw(value),
         "polarity": {"A": "higher", "B": "lower"}[indicator], "hidden": draw(st.integers(0, 9)) == 0}
        for indicator, area, period in rows
    ]  # fmt: skip


def frame(rows):
    schema = {"indicator": pl.String, "area": pl.String, "period": pl.String, "value": pl.Float64,
              "polarity": pl.String, "hidden": pl.Boolean}  # fmt: skip
    return pl.DataFrame(rows, schema=schema)


def said(row, rows, before):
    """Trend and reason, worked out for one row."""
    period = periods.parse(row["period"])
    known = {(each["indicator"], each["area"], each["period"]): each for each in rows}
    other = known.get((row["indicator"], row["area"], before(period).code))
    if row["hidden"] or (other and other["hidden"]):
        return None, "hidden"
    if row["value"] is None:
        return None, "missing"
    if period.kind == "ytd" and before is previous:
        return None, "cumulative"
    if other is None:
        return None, "gap or first"
    if other["value"] is None:
        return None, "missing"
    change = Decimal(str(row["value"])) - Decimal(str(other["value"]))
    if row["polarity"] == "lower":
        change = -change
    return "improving" if change > 0 else "worsening" if change < 0 else "steady", ""


def previous(period):
    return periods.previous(period, every=3 if period.kind in ENDS_ANY_MONTH else 1)


@given(histories())
def test_as_looked_up_one_by_one(rows):
    for row, got in zip(rows, trend.against(frame(rows)).to_dicts(), strict=True):
        for name, before in (("previous", previous), ("like", periods.like)):
            expected, why = said(row, rows, before)
            assert got[f"trend_{name}"] == expected
            assert got[f"why_{name}"] in (("gap", "first") if why == "gap or first" else (why,))


@given(histories())
def test_first_means_that_nothing_came_before(rows):
    for row, got in zip(rows, trend.against(frame(rows)).to_dicts(), strict=True):
        if got["why_previous"] in ("first", "gap"):
            period = periods.parse(row["period"])
            same = [
                periods.parse(each["period"])
                for each in rows
                if (each["indicator"], each["area"]) == (row["indicator"], row["area"])
            ]
            earlier = [
                each
                for each in same
                if (each.kind, each.calendar) == (period.kind, period.calendar)
                and each.end <= previous(period).end
            ]
            assert (got["why_previous"] == "first") == (not earlier)


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows, random):
    shuffled = random.sample(rows, len(rows))
    known = {row_key(row): row for row in trend.against(frame(rows)).to_dicts()}
    for row in trend.against(frame(shuffled)).to_dicts():
        assert row == known[row_key(row)]


def row_key(row):
    return row["indicator"], row["area"], row["period"]


@given(histories())
def test_the_other_polarity_turns_the_words_and_leaves_the_arrows(rows):
    turned = [row | {"polarity": {"higher": "lower", "lower": "higher"}[row["polarity"]]} for row in rows]
    one, other = trend.against(frame(rows)).to_dicts(), trend.against(frame(turned)).to_dicts()
    for left, right in zip(one, other, strict=True):
        for name in ("previous", "like"):
            word = left[f"trend_{name}"]
            assert right[f"trend_{name}"] == TURNED.get(word, word)
            assert right[f"arrow_{name}"] == left[f"arrow_{name}"]


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["absolute", "relative"]))
def test_a_change_of_just_the_dead_band_is_steady(start, hundredths, kind):
    """In decimals, whatever floating point makes of it."""
    before, band = Decimal(start) / 100, Decimal(hundredths) / 100
    now = before + (band if kind == "absolute" else before * band / 100)
    rows = [
        {"indicator": "A", "period": period, "value": float(value), "polarity": "higher",
         "deadband": float(band), "deadband_kind": kind}
        for period, value in (("2023-24-Q2", now), ("2023-24-Q1", before))
    ]  # fmt: skip
    assert trend.against(pl.DataFrame(rows))["trend_previous"][0] == "steady"


def test_a_hundred_thousand_rows_are_compared_across_blocks():
    """Longer than one block, with keys that no frame flags as sorted."""
    codes = [f"20{10 + n // 12:02d}-{n % 12 + 1:02d}" for n in range(100)]
    rows = pl.DataFrame({"indicator": [f"I{n:04d}" for n in range(1500)]}).join(
        pl.DataFrame({"period": codes, "value": [float(n) for n in range(100)]}), how="cross"
    )
    got = trend.against(rows.with_columns(polarity=pl.lit("higher")))
    assert got["trend_previous"].value_counts().sort("count")["count"].to_list() == [1500, 148_500]
    assert got["like_change"].drop_nulls().unique().to_list() == [12.0]


def test_a_period_twice_in_a_series_is_refused():
    rows = pl.DataFrame(
        {"indicator": ["A", "A"], "period": ["2023-24", "2023-24"], "value": [1.0, 2.0], "polarity": "higher"}
    )
    with pytest.raises(trend.PeriodsRepeated, match="A has two rows for 2023-24"):
        trend.against(rows)


def test_what_is_no_period_is_refused():
    rows = pl.DataFrame({"indicator": ["A"], "value": [1.0], "polarity": ["higher"]})
    with pytest.raises(NotAPeriod):
        trend.against(rows.with_columns(period=pl.lit("Q2")))
    with pytest.raises(NotAPeriod, match="a row has no period"):
        trend.against(rows.with_columns(period=pl.lit(None, dtype=pl.String)))
    with pytest.raises(trend.ColumnsMissing, match="needs period"):
        trend.against(rows)


def test_an_unknown_word_is_refused():
    rows = pl.DataFrame({"indicator": ["A"], "period": ["2023-24"], "value": [1.0], "polarity": ["up"]})
    with pytest.raises(WordUnknown, match="polarity 'up' is not known"):
        trend.against(rows)


def test_no_rows_make_no_trends():
    empty = frame([])
    assert trend.against(empty).columns == [*empty.columns, *trend.COLUMNS]
