"""How the owners' words and people's judgements come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.assessments.models import Commentary, Judgement
from goldenthread.audit import versions


def add_commentary(*, rows: Iterable[Mapping[str, Any]], by: str, at: datetime) -> versions.VersionsAdded:
    """Add versions of commentary; a row holds the fields of `Commentary`, code `kind:subject:period`."""
    return versions.add(Commentary, rows, by=by, at=at)


def add_judgements(*, rows: Iterable[Mapping[str, Any]], by: str, at: datetime) -> versions.VersionsAdded:
    """Add versions of judgements; they stand beside the computed rating and never replace it."""
    return versions.add(Judgement, rows, by=by, at=at)
