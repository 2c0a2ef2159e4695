"""How to ask for words, judgements, forecasts and rebases."""

from __future__ import annotations

from datetime import date, datetime

from goldenthread.assessments.models import Commentary, Forecast, Judgement, Rebase
from goldenthread.audit import versions


def commentary(*, period: str, on: date, known_at: datetime) -> list[Commentary]:
    """The words on a period as they stood on a day and were known at a moment, by code."""
    return versions.in_force(Commentary, on, known_at, period=period)


def judgements(*, period: str, on: date, known_at: datetime) -> dict[str, Judgement]:
    """The judgement on each indicator that has one in a period."""
    found = versions.in_force(Judgement, on, known_at, period=period)
    return {judgement.indicator: judgement for judgement in found}


def forecasts(*, period: str, on: date, known_at: datetime) -> dict[str, Forecast]:
    """The forecast of each indicator for which one was made in a period."""
    found = versions.in_force(Forecast, on, known_at, period=period)
    return {forecast.indicator: forecast for forecast in found}


def rebases(*, on: date, known_at: datetime) -> list[Rebase]:
    """The rebases of control limits in force on a day, as known at a moment, by indicator and date."""
    return versions.in_force(Rebase, on, known_at)
