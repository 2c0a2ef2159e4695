"""Trend: better, worse or the same as last quarter, and as the same quarter last year."""

from datetime import date

import polars as pl

from goldenthread.methods import trend
from tests.spec.worked import examples


def compared(*figures: tuple[str, object], **about: object) -> dict[str, object]:
    """What is said of the latest (first) of these figures of one indicator."""
    rows = [
        {"indicator": "X", "polarity": "higher", **about, "period": period, "value": value and float(value)}
        for period, value in figures
    ]
    return trend.against(pl.DataFrame(rows, infer_schema_length=None)).row(0, named=True)


@examples("""
| polarity | last_quarter | now  | trend     | arrow |
|----------|--------------|------|-----------|-------|
| higher   | 87.0         | 91.3 | improving | up    |
| higher   | 84.1         | 80.7 | worsening | down  |
| lower    | 1102         | 1164 | worsening | up    |
| lower    | 188          | 171  | improving | down  |
| lower    | 6            | 6    | steady    | level |
""")
def test_better_or_worse(polarity, last_quarter, now, trend, arrow):
    """ "Improving" speaks of the performance, the arrow of the number."""
    got = compared(("2023-24-Q2", now), ("2023-24-Q1", last_quarter), polarity=polarity)
    assert (got["trend_previous"], got["arrow_previous"]) == (trend, arrow)


@examples("""
| before | now | trend     |
|--------|-----|-----------|
| 23.4   | 17.4 | improving |
| 12.0   | 14.0 | improving |
| 19.0   | 22.0 | worsening |
| 16.0   | 19.0 | steady    |
| 22.0   | 13.0 | steady    |
""")
def test_nearer_to_the_range(before, now, trend):
    """15 to 20% is best: nearer to the range is better, inside it nothing is."""
    got = compared(("r12-2023-09", now), ("r12-2023-06", before), polarity="range", lower=15.0, upper=20.0)
    assert got["trend_previous"] == trend


@examples("""
| dead_band | kind     | before | now  | trend     |
|-----------|----------|--------|------|-----------|
| 0.5       | absolute | 3.1    | 3.6  | steady    |
| 0.5       | absolute | 3.1    | 3.61 | improving |
| 5         | relative | 40     | 42   | steady    |
| 5         | relative | 40     | 37.9 | worsening |
""")
def test_how_much_counts(dead_band, kind, before, now, trend):
    """A change within the dead-band is steady: in points of the figure, or in per cent of the earlier one."""
    margin = {"deadband": float(dead_band), "deadband_kind": kind}
    assert compared(("2023-24-Q2", now), ("2023-24-Q1", before), **margin)["trend_previous"] == trend


@examples("""
| period       | last_quarter | last_year    |
|--------------|--------------|--------------|
| 2023-24-Q1   | 2022-23-Q4   | 2022-23-Q1   |
| 2023-04      | 2023-03      | 2022-04      |
| r12-2023-09  | r12-2023-06  | r12-2022-09  |
| at2023-09-30 | at2023-06-30 | at2022-09-30 |
| 2023-24-T1   | 2022-23-T3   | 2022-23-T1   |
| cy2023-Q1    | cy2022-Q4    | cy2022-Q1    |
""")
def test_compared_by_the_calendar(period, last_quarter, last_year):
    """Every figure is held against the period before and the like period of its own kind."""
    got = compared((period, 50), (last_quarter, 40), (last_year, 60))
    assert (got["trend_previous"], got["previous_value"]) == ("improving", 40)
    assert (got["trend_like"], got["like_value"]) == ("worsening", 60)


def test_a_gap():
    """With no figure for last quarter there is no trend; the one before it does not step in."""
    got = compared(("2023-24-Q2", 91.3), ("2022-23-Q4", 80))
    assert (got["trend_previous"], got["why_previous"]) == (None, "gap")


def test_the_first_figure():
    """The first figure of a series has nothing to be compared with, and says so."""
    got = compared(("2023-24-Q2", 91.3))
    assert (got["why_previous"], got["why_like"]) == ("first", "first")


def test_a_cumulative_figure():
    """April to September always exceeds April to June: a year to date is compared with last year's only."""
    got = compared(("ytd-2023-09", 412), ("ytd-2023-06", 204), ("ytd-2022-09", 351))
    assert (got["trend_previous"], got["why_previous"]) == (None, "cumulative")
    assert got["trend_like"] == "improving"


def test_a_new_way_of_measuring():
    """Street surveys changed their method in April 2022: nothing is compared across that day."""
    changed = {"breaks": [date(2022, 4, 1)]}
    across = compared(("2022-23-T1", 10), ("2021-22-T3", 12), ("2021-22-T1", 12), **changed)
    assert (across["why_previous"], across["why_like"]) == ("break", "break")
    after = compared(("2022-23-T2", 9), ("2022-23-T1", 10), **changed)
    assert after["trend_previous"] == "worsening"


def test_neither_is_better():
    """Where neither more nor less is better, the arrow says where the number went and no word judges it."""
    got = compared(("2023-24-Q2", 38.5), ("2023-24-Q1", 38.0), polarity="neutral")
    assert (got["trend_previous"], got["arrow_previous"], got["why_previous"]) == (None, "up", "neutral")


@examples("""
| now | before | hidden | why     |
|-----|--------|--------|---------|
| 4.2 | 2.4    | now    | hidden  |
| 4.2 | 2.4    | before | hidden  |
|     | 2.4    |        | missing |
| 4.2 |        |        | missing |
""")
def test_hidden_or_missing(now, before, hidden, why):
    """Where one of the two figures is hidden or missing there is neither trend, arrow nor difference."""
    rows = [("2023-24-Q2", now, hidden == "now"), ("2023-24-Q1", before, hidden == "before")]
    frame = pl.DataFrame(
        [
            {
                "indicator": "X",
                "polarity": "higher",
                "period": period,
                "value": value and float(value),
                "hidden": is_,
            }
            for period, value, is_ in rows
        ]
    )
    got = trend.against(frame).row(0, named=True)
    assert (got["trend_previous"], got["arrow_previous"], got["previous_change"]) == (None, None, None)
    assert got["why_previous"] == why


def test_measured_once_a_year():
    """A yearly snapshot is compared with last year's, not with a quarter in which nobody counted."""
    got = compared(("at2023-11-30", 9), ("at2022-11-30", 11), polarity="lower", frequency="annual")
    assert (got["trend_previous"], got["trend_like"]) == ("improving", "improving")
