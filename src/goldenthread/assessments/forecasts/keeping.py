"""Keeping: forecasts of a frozen position are kept as they were made, by which method, and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import polars as pl

from goldenthread.assessments.models import ExpectedOutturn
from goldenthread.audit import versions
from goldenthread.methods import forecast
from goldenthread.methods.forecast import words


def keep(
    lines: pl.DataFrame,
    *,
    period: str,
    position: str,
    position_date: date,
    data_known_at: datetime,
    by: str,
    at: datetime,
) -> versions.VersionsAdded:
    """Keep the forecasts among the lines of `expecting.of`, made for the position of that seal.

    Where the last figure of the year is known there is nothing to forecast, and nothing is kept. The same
    forecasts kept again add nothing.
    """
    made = lines.filter(pl.col("expected").is_not_null() & (pl.col("method") != "outturn"))
    common = {
        "period": period,
        "position": position,
        "effective_from": position_date,
        "data_known_at": data_known_at,
        "known_from": at,
        "approver": by,
    }
    rows = [{**common, **_row(line, period)} for line in made.iter_rows(named=True)]
    return versions.add(ExpectedOutturn, rows, by=by, at=at)


def kept(*, known_at: datetime, **filters: Any) -> list[ExpectedOutturn]:
    """The forecasts kept by a moment, the latest made of each, by period and indicator."""
    return versions.in_force(ExpectedOutturn, known_at.date(), known_at, **filters)


def _row(line: Mapping[str, Any], period: str) -> dict[str, Any]:
    return {
        "code": f"{period} {line['indicator']}",
        "indicator": line["indicator"],
        "unit_code": line["unit_code"] or "",
        "year_end_period": line["year_end_period"],
        "value": _text(line["expected"]),
        "lower": _text(line["expected_lower"]),
        "upper": _text(line["expected_upper"]),
        "coverage": _text(line["coverage"]),
        "method": line["method"],
        "method_version": forecast.VERSION,
        "figure_period": line["figure_period"],
        "years": line["years_used"],
        "errors": line["errors"],
        "reason": f"{words.METHOD_IN_WORDS[line['method']]}: {words.WHY_METHOD[line['why_method']]}",
    }


def _text(number: float | None) -> str:
    return "" if number is None else repr(number)
