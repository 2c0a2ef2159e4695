"""Assess: ledger, definitions and targets into verdicts, one line an indicator."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

import polars as pl

from goldenthread.assessments import history, material, verdicts
from goldenthread.assessments.material import Material


def lines(
    *,
    report_period: str,
    position_date: date,
    known_at: datetime,
    area: str,
    only: Collection[str] | None = None,
) -> pl.DataFrame:
    """The verdicts on every indicator in force, for a report period, as known at a moment (see `of`)."""
    return of(
        material.gather(
            report_period=report_period,
            position_date=position_date,
            known_at=known_at,
            area=area,
            only=only,
        )
    )


def of(gathered: Material) -> pl.DataFrame:
    """One row an indicator, sorted by it: its definition, its figure, its target, its verdicts.

    `period` is the one rated; `previous_*` and `like_*` are the figures that the report before and the report
    of a year ago rated (`_period`, `_value`, `_numerator`, `_denominator`, `_target`); `trend_*`, `arrow_*`,
    `why_*` and `change_*` compare by the calendar; `old_*` is the verdict under the target before this one;
    `points` is the list of the latest figures, oldest first.
    """
    figures = history.figures(gathered)
    return verdicts.rated(gathered, figures).sort("indicator")
