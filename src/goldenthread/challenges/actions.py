"""How key challenges come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.audit import versions
from goldenthread.challenges.models import Challenge


def add_challenges(*, rows: Iterable[Mapping[str, Any]], by: str, at: datetime) -> versions.VersionsAdded:
    """Add versions of key challenges; a row holds the fields of `Challenge`, code `period:number`."""
    return versions.add(Challenge, rows, by=by, at=at)
