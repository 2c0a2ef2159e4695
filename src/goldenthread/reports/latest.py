"""Latest: the single months after a frozen period, of measures that have a figure every month."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count, takewhile
from typing import Any, Final

import polars as pl

from goldenthread.methods import aggregation, periods
from goldenthread.methods.periods import Period
from goldenthread.observations import ledger
from goldenthread.positions.queries import Sealed

Line = dict[str, Any]

HEADLINE: Final = ""
MONTHS: Final = 3
# A figure to date, of twelve months or of a year is not the figure of a month.
OF_A_MONTH: Final = ("month", "quarter", "snapshot")
FIGURE: Final = (
    "value", "numerator", "denominator", "value_exact", "numerator_exact", "denominator_exact", "status",
)  # fmt: skip
NOT_OF_A_MONTH: Final[Line] = {
    "history": [], "receipt": [], "sources": [], "rating": None, "reason": "", "coverage": "",
    "value_text": None, "trend_previous": None, "trend_like": None,
}  # fmt: skip


def months(sealed: Sealed, *, known_at: datetime) -> list[Line]:
    """One line an indicator and month, in the form of the position's, `month` beside; ungated.

    The latest `MONTHS` with a figure, among those between the position date and the report's moment.
    """
    asked = _months_after(sealed.position_date, known_at)
    lines = {line["indicator"]: line for line in sealed.of("indicator") if _has_months(line)}
    if not asked or not lines:
        return []
    area = sealed.one("council")["area"]
    wanted = pl.DataFrame(
        [_wanted(line, month, area) for line in lines.values() for month in asked],
        schema={**aggregation.WANTED, "month": pl.String},
    )
    observed = ledger.series(
        known_at=known_at, indicators=list(lines), areas=[area], breakdowns=[HEADLINE], until=asked[-1].end
    )
    found = aggregation.figures(observed, wanted).filter(pl.col("value").is_not_null())
    latest = sorted(set(found["month"]))[-MONTHS:]
    rows = found.filter(pl.col("month").is_in(latest)).iter_rows(named=True)
    return [_line(lines[row["indicator"]], row) for row in rows]


def _months_after(position_date: date, known_at: datetime) -> list[Period]:
    first = periods.following(periods.containing(position_date, "month"))
    later = (periods.shifted(first, steps) for steps in count())
    return list(takewhile(lambda month: month.end <= known_at.date(), later))


def _has_months(line: Line) -> bool:
    return line["frequency"] == "monthly" and line["basis"] in OF_A_MONTH


def _wanted(line: Line, month: Period, area: str) -> Line:
    return {
        "indicator": line["indicator"],
        "area": area,
        "breakdown": HEADLINE,
        "period": periods.rated_period(month, "snapshot" if line["basis"] == "snapshot" else "month").code,
        "aggregation": line["aggregation"],
        "multiplier": line["multiplier"],
        "months_per_part": 1,
        "month": month.code,
    }


def _line(frozen: Line, row: dict[str, Any]) -> Line:
    said = {"period": row["period"], "month": row["month"], **{name: row[name] for name in FIGURE}}
    return {**frozen, **NOT_OF_A_MONTH, **said}
