"""How the answers to a report's form come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.audit import versions
from goldenthread.reports.models import ReportClearance, ReportForm, StandingText


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of `reports`, `standing` texts and `clearances`; what says nothing new is left out."""
    return {
        "reports": versions.add(ReportForm, rows.get("reports", ()), by=by, at=at),
        "standing": versions.add(StandingText, rows.get("standing", ()), by=by, at=at),
        "clearances": versions.add(ReportClearance, rows.get("clearances", ()), by=by, at=at),
    }
