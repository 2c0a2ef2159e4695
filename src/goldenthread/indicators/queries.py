"""How to ask about indicators: definitions, targets and schemes in force on a day, as known at a moment."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import polars as pl

from goldenthread.audit import versions
from goldenthread.indicators import scheme_presets
from goldenthread.indicators.models import Indicator, RatingScheme, Target
from goldenthread.methods.rating import Scheme, reading

DEFINITIONS = pl.Schema(
    {
        "indicator": pl.String(),
        "name": pl.String(),
        "definition": pl.String(),
        "numerator_label": pl.String(),
        "denominator_label": pl.String(),
        "unit": pl.String(),
        "multiplier": pl.Float64(),
        "decimals": pl.Int64(),
        "display": pl.String(),
        "polarity": pl.String(),
        "frequency": pl.String(),
        "basis": pl.String(),
        "calendar": pl.String(),
        "aggregation": pl.String(),
        "average_months": pl.List(pl.Int64()),
        "arrears_months": pl.Int64(),
        "due": pl.List(pl.String()),
        "due_note": pl.String(),
        "expected": pl.Date(),
        "scheme": pl.String(),
        "unit_code": pl.String(),
        "portfolio": pl.String(),
        "owner": pl.String(),
        "priority": pl.String(),
        "outcome": pl.String(),
        "corporate": pl.Boolean(),
        "counts_people": pl.Boolean(),
        "small_number_risk": pl.String(),
        "dimensions": pl.List(pl.String()),
        "publish_breakdowns": pl.List(pl.String()),
        "never_break_down": pl.List(pl.String()),
        "deadband": pl.Float64(),
        "deadband_kind": pl.String(),
        "breaks": pl.List(pl.Date()),
        "break_reasons": pl.List(pl.String()),
        "plausible_low": pl.Float64(),
        "plausible_high": pl.Float64(),
        "source": pl.String(),
        "comparator": pl.String(),
        "midpoint": pl.Float64(),
        "min_denominator": pl.Int64(),
        "disclosure": pl.String(),
        "version_from": pl.Date(),
        "version_known_from": pl.Datetime("us", "UTC"),
        "version_reason": pl.String(),
        "version_approver": pl.String(),
    }
)
TARGETS = pl.Schema(
    {
        "indicator": pl.String(),
        "period": pl.String(),
        "valid_from": pl.Date(),
        "valid_to": pl.Date(),
        "target": pl.Float64(),
        "lower": pl.Float64(),
        "upper": pl.Float64(),
        "amber": pl.Float64(),
        "amber_lower": pl.Float64(),
        "amber_upper": pl.Float64(),
        "tolerance": pl.Float64(),
        "tolerance_kind": pl.String(),
        "floor": pl.Float64(),
        "target_exact": pl.String(),
        "amber_exact": pl.String(),
        "year_end": pl.Float64(),
        "none": pl.String(),
        "rationale": pl.String(),
        "effective_from": pl.Date(),
        "known_from": pl.Datetime("us", "UTC"),
        "approver": pl.String(),
        "reason": pl.String(),
        "version": pl.Int64(),
    }
)
DEFINITION_NUMBERS = ("multiplier", "deadband", "plausible_low", "plausible_high", "midpoint")
TARGET_NUMBERS = ("lower", "upper", "amber_lower", "amber_upper", "tolerance", "floor", "year_end")


def definitions(*, on: date, known_at: datetime) -> pl.DataFrame:
    """One row an indicator in force (columns of `DEFINITIONS`), by code."""
    rows = [_definition(indicator) for indicator in versions.in_force(Indicator, on, known_at)]
    return pl.DataFrame(rows, schema=DEFINITIONS, orient="row")


def targets(*, on: date, known_at: datetime) -> pl.DataFrame:
    """The targets in force (columns of `TARGETS`): one row an indicator, or one for each period it names.

    `period` "" means any period that ends between `valid_from` and `valid_to`, either of which may be null.
    """
    numbers = _numbers(known_at)
    return _target_frame(versions.in_force(Target, on, known_at), numbers)


def previous_targets(*, on: date, known_at: datetime) -> pl.DataFrame:
    """For each target in force the one that it replaced, if any (columns of `TARGETS`).

    A correction, true from the same day but known later, replaces nothing: it was the same target all along.
    """
    began = {row.code: row.effective_from for row in versions.in_force(Target, on, known_at)}
    earlier: dict[str, Target] = {}
    for row in versions.history(Target, known_at):
        if row.code in began and row.effective_from < began[row.code]:
            earlier[row.code] = row
    found = [row for row in earlier.values() if not row.is_withdrawn]
    return _target_frame(found, _numbers(known_at))


def target_history(*, known_at: datetime) -> pl.DataFrame:
    """Every version of every target known at a moment (columns of `TARGETS`), oldest first."""
    found = [row for row in versions.history(Target, known_at) if not row.is_withdrawn]
    return _target_frame(found, _numbers(known_at))


def schemes(*, on: date, known_at: datetime) -> dict[str, Scheme]:
    """The rating schemes by code: those that are shipped, and over them the council's own."""
    own = versions.in_force(RatingScheme, on, known_at)
    return {**scheme_presets.schemes()} | {row.code: reading.from_dict(row.definition) for row in own}


def _definition(indicator: Indicator) -> dict[str, Any]:
    row = {name: getattr(indicator, name) for name in DEFINITIONS if hasattr(indicator, name)}
    return {
        **row,
        **{name: _number(getattr(indicator, name)) for name in DEFINITION_NUMBERS},
        "indicator": indicator.code,
        "breaks": [date.fromisoformat(each["date"]) for each in indicator.breaks],
        "break_reasons": [each["why"] for each in indicator.breaks],
        "version_from": indicator.effective_from,
        "version_known_from": indicator.known_from,
        "version_reason": indicator.reason,
        "version_approver": indicator.approver,
    }


def _numbers(known_at: datetime) -> dict[int, int]:
    """For each version of a target, which one it is of its indicator: 1, 2 ..."""
    counted: dict[str, int] = {}
    numbers = {}
    for row in versions.history(Target, known_at):
        counted[row.code] = numbers[row.pk] = counted.get(row.code, 0) + 1
    return numbers


def _target_frame(found: Iterable[Target], numbers: dict[int, int]) -> pl.DataFrame:
    rows = [row for version in found for row in _target_rows(version, numbers[version.pk])]
    return pl.DataFrame(rows, schema=TARGETS, orient="row")


def _target_rows(version: Target, number: int) -> Iterator[dict[str, Any]]:
    """One row for each period it names, else one for all."""
    row: dict[str, Any] = {name: getattr(version, name) for name in TARGETS if hasattr(version, name)}
    row |= {name: _number(getattr(version, name)) for name in TARGET_NUMBERS}
    row |= {"indicator": version.code, "version": number}
    for period, point in version.profile.items():
        yield {**row, "period": period, **_goal(point["target"], point["amber_to"] or "")}
    if not version.profile:
        for period in version.valid_periods or [""]:
            yield {**row, "period": period, **_goal(version.target, version.amber_to)}


def _goal(target: str, amber: str) -> dict[str, Any]:
    return {
        "target": _number(target),
        "amber": _number(amber),
        "target_exact": target or None,
        "amber_exact": amber or None,
    }


def _number(text: str) -> float | None:
    return float(text) if text else None
