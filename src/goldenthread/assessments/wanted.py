"""Wanted periods: which periods of each indicator one report needs."""

from __future__ import annotations

import polars as pl

from goldenthread.methods import periods
from goldenthread.methods.periods import Period

# How many report periods back the like period of a year ago lies.
STEPS_IN_A_YEAR = {"month": 12, "quarter": 4, "third": 3, "term": 3, "half": 2, "year": 1}
POINTS_OF_HISTORY = 16

SCHEMA = pl.Schema({"indicator": pl.String, "step": pl.Int64, "period": pl.String})


class NotAReportPeriod(ValueError):
    """A report is about a month, a quarter or a year."""


def steps_in_a_year(report: Period) -> int:
    """How many reports of a kind there are in a year."""
    if report.kind not in STEPS_IN_A_YEAR:
        raise NotAReportPeriod(
            f"{report.code} is no period for a report: write 2023-09, 2023-24-Q2 or 2023-24"
        )
    return STEPS_IN_A_YEAR[report.kind]


def periods_of(definitions: pl.DataFrame, report: Period) -> pl.DataFrame:
    """One row per indicator and step back in time (0 = this report), with the period rated there.

    `definitions` needs indicator, basis, arrears_months and calendar. An annual measure has the same period
    at several steps of a quarterly report; that is how the report of that time stood.
    """
    count = max(POINTS_OF_HISTORY, steps_in_a_year(report) + 1)
    reports = [periods.shifted(report, -step) for step in range(count)]
    ways = definitions.select("basis", "arrears_months", "calendar").unique(maintain_order=True)
    rows = [
        (basis, arrears, calendar, step, _rated(then, basis, arrears, calendar).code)
        for basis, arrears, calendar in ways.iter_rows()
        for step, then in enumerate(reports)
    ]
    schema = {
        "basis": pl.String,
        "arrears_months": pl.Int64,
        "calendar": pl.String,
        "step": pl.Int64,
        "period": pl.String,
    }
    by_way = pl.DataFrame(rows, schema=schema, orient="row")
    found = definitions.select("indicator", "basis", "arrears_months", "calendar").join(
        by_way, on=["basis", "arrears_months", "calendar"], how="left", maintain_order="left_right"
    )
    return found.select(SCHEMA.names())


def _rated(report: Period, basis: str, arrears: int, calendar: str) -> Period:
    """A report of one month rates the month of a measure that a quarterly report rates by the quarter."""
    if report.kind == "month" and basis == "quarter":
        basis = "month"
    return periods.rated_period(report, basis, arrears, calendar=calendar)
