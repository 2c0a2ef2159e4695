"""Indicators: each figure with its target, its verdicts and everything that decided them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from goldenthread.methods import receipts
from goldenthread.positions.lines import plain
from goldenthread.positions.lines.standing import Standing
from goldenthread.positions.seal import SealedLine, line

DEFINITION = (
    "indicator", "name", "definition", "numerator_label", "denominator_label", "unit", "multiplier",
    "decimals", "display", "polarity", "basis", "calendar", "aggregation", "frequency",
    "arrears_months", "due_note", "expected", "scheme", "unit_code", "priority", "outcome",
    "counts_people", "never_break_down", "dimensions", "corporate", "source", "breaks",
    "break_reasons", "version_from", "version_approver", "version_reason",
)  # fmt: skip
FIGURE = (
    "period", "value", "numerator", "denominator", "value_exact", "numerator_exact",
    "denominator_exact", "status", "obstacle", "coverage", "sources", "in_arrears",
)  # fmt: skip
TARGET = (
    "target", "target_exact", "amber", "amber_exact", "lower", "upper", "amber_lower",
    "amber_upper", "tolerance", "tolerance_kind", "floor", "benchmark", "target_version",
    "target_effective_from", "target_known_from", "target_approver", "target_why",
    "target_rationale",
)  # fmt: skip
YEAR_END = (
    "year_end_period", "target_year_end", "target_year_end_exact", "year_end_lower",
    "year_end_upper", "year_end_reason", "forecast", "forecast_exact", "forecast_basis",
    "forecast_rating",
)  # fmt: skip
SURVEY = ("respondents", "given_lower", "given_upper")
VERDICT = (
    "rating", "reason", "better_edge", "worse_edge", "other_edge", "better_band", "worse_band",
    "better_side", "worse_side", "other_side", "rule", "printed_contradicts", "with_care",
)  # fmt: skip
COMPARED = (
    "previous_period", "previous_value", "previous_numerator", "previous_denominator",
    "previous_target", "previous_rating", "previous_reason", "like_period", "like_value",
    "like_numerator", "like_denominator", "like_target", "trend_previous", "trend_like",
    "arrow_previous", "arrow_like", "why_previous", "why_like", "change_previous", "change_like",
)  # fmt: skip
OLD = ("old_target", "old_amber", "old_lower", "old_upper", "old_target_version", "old_rating")


def gather(standing: Standing) -> Iterator[SealedLine]:
    """A `scheme` line for each scheme in use, then an `indicator` line for each indicator, by code."""
    for code in sorted(set(standing.verdicts["scheme"].drop_nulls())):
        yield line("scheme", code, standing.schemes_as_data[code])
    for verdict in standing.verdicts.iter_rows(named=True):
        yield line("indicator", verdict["indicator"], content(verdict, standing))


def content(verdict: Mapping[str, Any], standing: Standing) -> dict[str, Any]:
    """One indicator's line as plain data."""
    said = plain.row(verdict, (*DEFINITION, *FIGURE, *TARGET, *YEAR_END, *VERDICT, *COMPARED, *OLD))
    return {
        **said,
        **_survey(verdict),
        **standing.place(verdict),
        "value_text": plain.text(verdict["value"]),
        "status": standing.status(verdict),
        "comparator": standing.comparator(verdict),
        "forecast_author": standing.title(verdict["forecast_author"] or ""),
        "judgement": standing.judgement(verdict["indicator"]),
        "history": plain.row(verdict, ("points",))["points"] or [],
        "receipt": receipts.receipt(verdict).lines(),
    }


def _survey(verdict: Mapping[str, Any]) -> dict[str, Any]:
    """What a survey says beside its figure; nothing at all for figures of no survey."""
    given = plain.row(verdict, SURVEY)
    return {"survey": given} if any(value is not None for value in given.values()) else {}


def plain_lines(verdicts: pl.DataFrame, standing: Standing) -> list[dict[str, Any]]:
    """The lines of other verdicts (as now known, the latest month) in the same form, unsealed."""
    return [content(verdict, standing) for verdict in verdicts.iter_rows(named=True)]
