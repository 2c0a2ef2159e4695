"""Reckoning by hand: values, ratings and counts of Larkhythe from its figures, by plain arithmetic."""

import csv
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from examples.larkhythe.make_returns import deliveries
from examples.larkhythe.make_returns.figure import Figure
from examples.larkhythe.make_returns.pool import Key, key
from goldenthread.council_folder import reading
from goldenthread.methods import periods

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "larkhythe"
PRINTED = Path(__file__).with_name("larkhythe_printed.csv")
FREEZE, FREEZE_Q1, LATER = "2023-11-10T17:00", "2023-08-11T17:00", "2023-11-30T23:59"


@dataclass(frozen=True)
class Value:
    """A figure reckoned: exact, with the counts behind it, and how it stands."""

    exact: Fraction
    numerator: Fraction | None
    denominator: Fraction | None
    status: str
    parts: int


@cache
def printed() -> tuple[dict[str, str], ...]:
    """The table of figures as it must come out."""
    with PRINTED.open(newline="", encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


@cache
def delivered() -> tuple[deliveries.Delivery, ...]:
    """All deliveries, made anew."""
    with tempfile.TemporaryDirectory() as folder:
        return tuple(deliveries.deliver(Path(folder)))


@cache
def known(at: str) -> Mapping[Key, Figure]:
    """The figures as known at a moment: of those about the same thing, the one known latest."""
    moments = [(delivery.known(figure), figure) for delivery in delivered() for figure in delivery.figures]
    return {
        key(figure): figure for moment, figure in sorted(moments, key=lambda pair: pair[0]) if moment <= at
    }


@cache
def folder() -> reading.Folder:
    """The council folder, read and checked."""
    return reading.read(FOLDER)


@cache
def definitions() -> Mapping[str, Any]:
    """The definitions of the indicators by code."""
    return {row.code: row.item for row in folder().section("indicators")}


def period_of(indicator: str, report: str) -> periods.Period:
    """The period on which a report rates an indicator."""
    about = definitions()[indicator]
    return periods.rated_period(
        periods.parse(report), about.basis, about.arrears_months, calendar=about.calendar
    )


def value(indicator: str, report: str, at: str) -> Value | None:
    """The figure of an indicator for a report, as known at a moment; None if there is none."""
    period = period_of(indicator, report)
    if (found := known(at).get((indicator, period.code, "LKH", ()))) is not None:
        return None if found.is_missing else made_of(indicator, [found])
    months = [known(at).get((indicator, month, "LKH", ())) for month in periods.months(period)]
    quarters = [known(at).get((indicator, code, "LKH", ())) for code in _quarters(period)]
    parts = [figure for figure in months if figure] or [figure for figure in quarters if figure]
    return made_of(indicator, parts) if parts and not any(part.is_missing for part in parts) else None


def _quarters(period: periods.Period) -> list[str]:
    if period.kind not in ("ytd", "rolling"):
        return []
    ends = [periods.parse(month) for month in periods.months(period)][2::3]
    return [periods.containing(end.end, "quarter").code for end in ends]


def made_of(indicator: str, parts: list[Figure]) -> Value:
    """The figure of a whole from its parts: counts added, or numerators over denominators."""
    status = "provisional" if any(part.status == "provisional" for part in parts) else parts[0].status
    if parts[0].value and not parts[0].denominator:
        total = sum((Fraction(part.value) for part in parts), Fraction())
        return Value(total, total, None, status, len(parts))
    above = sum((Fraction(part.numerator) for part in parts), Fraction())
    below = sum((Fraction(part.denominator) for part in parts), Fraction())
    multiplier = Fraction(definitions()[indicator].multiplier)
    return Value(multiplier * above / below, above, below, status, len(parts))


def rounded(exact: Fraction, places: int) -> Decimal:
    """Half up, at so many places."""
    shifted = abs(exact) * 10**places + Fraction(1, 2)
    whole = Decimal(int(shifted)) / 10**places
    return (whole if exact >= 0 else -whole).quantize(Decimal(1).scaleb(-places))


def target(indicator: str, report: str, at: str) -> Any:
    """The version of a target in force on the position date, as known at a moment."""
    end = periods.parse(report).end
    versions = [
        row
        for row in folder().section("target_versions")
        if row.code == indicator
        and row.stamp.effective_from <= end
        and row.stamp.known_from.replace(tzinfo=None) <= datetime.fromisoformat(at)
    ]
    return max(versions, key=lambda row: row.stamp.effective_from).item


def rating(indicator: str, report: str, at: str) -> str:
    """green, amber or red; or why it is not rated."""
    about = definitions()[indicator]
    if about.due and report[-2:] not in about.due:
        return "not due"
    goal = target(indicator, report, at)
    if goal.none:
        return "no target"
    found = value(indicator, report, at)
    if found is None:
        return "awaited"
    if goal.lower is not None:
        return _in_range(found.exact, goal)
    step = goal.profile[period_of(indicator, report).code] if goal.profile else goal
    sign = 1 if about.polarity == "higher" else -1
    if sign * (found.exact - Fraction(step.target)) >= 0:
        return "green"
    return "amber" if sign * (found.exact - Fraction(step.amber_to)) >= 0 else "red"


def _in_range(exact: Fraction, goal: Any) -> str:
    if Fraction(goal.lower) <= exact <= Fraction(goal.upper):
        return "green"
    is_low = exact < Fraction(goal.lower)
    edge = goal.amber_lower if is_low else goal.amber_upper
    if edge is None or (exact >= Fraction(edge) if is_low else exact <= Fraction(edge)):
        return "amber"
    return "red"


def progress(on: str, at: str) -> dict[str, str]:
    """The status of each reported line on a day, as known at a moment."""
    rows = [
        row
        for row in folder().section("progress")
        if str(row.stamp.effective_from) <= on
        and row.stamp.known_from.replace(tzinfo=None) <= datetime.fromisoformat(at)
    ]
    rows.sort(key=lambda row: (row.stamp.effective_from, row.stamp.known_from))
    return {row.code: row.get("status") for row in rows}
