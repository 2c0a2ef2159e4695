"""Recent trends held against the Department of Health's own cases; skipped where they are not at hand."""

import polars as pl

from goldenthread.methods import trend_tests
from tests.examples import reference

POLARITY = {"No judgement": "neutral", "High is good": "higher", "Low is good": "lower"}


def cases():
    rows = pl.read_csv(reference.folder("benchmarking") / "trend_cases.csv", try_parse_dates=True)
    return rows.with_columns(
        date="to_date",
        numerator="count",
        polarity=pl.col("polarity").replace_strict(POLARITY),
        interval_lower="lower_ci95",
        interval_upper="upper_ci95",
    )


def test_every_published_case_has_the_trend_that_the_department_gives_it():
    rows = cases()
    wanted = rows.select("case", "expected_trend").unique(maintain_order=True)
    assert (rows.height, wanted.height) == (25, 5)
    found = trend_tests.recent(rows, keys=["case"])
    assert dict(found.select("case", pl.col("marker").cast(pl.String)).iter_rows()) == dict(
        wanted.iter_rows()
    )


def test_each_case_by_itself_has_the_trend_that_it_has_among_the_others():
    rows = cases()
    together = trend_tests.recent(rows, keys=["case"])
    alone = [
        trend_tests.recent(each, keys=["case"]) for each in rows.partition_by("case", maintain_order=True)
    ]
    assert pl.concat(alone).equals(together)
