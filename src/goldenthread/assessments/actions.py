"""How the owners' words and people's judgements come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.assessments.models import Commentary, Judgement
from goldenthread.audit import versions


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of `commentary` and `judgements`; what says nothing new is left out."""
    return {
        "commentary": versions.add(Commentary, rows.get("commentary", ()), by=by, at=at),
        "judgements": versions.add(Judgement, rows.get("judgements", ()), by=by, at=at),
    }
