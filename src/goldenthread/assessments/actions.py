"""How the owners' words, people's judgements and forecasts come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.assessments.models import Commentary, Forecast, Judgement
from goldenthread.audit import versions


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of `commentary`, `judgements` and `forecasts`; what says nothing new is left out."""
    return {
        "commentary": versions.add(Commentary, rows.get("commentary", ()), by=by, at=at),
        "judgements": versions.add(Judgement, rows.get("judgements", ()), by=by, at=at),
        "forecasts": versions.add(Forecast, rows.get("forecasts", ()), by=by, at=at),
    }
