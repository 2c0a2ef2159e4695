"""How key challenges come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.audit import versions
from goldenthread.challenges.models import Challenge


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of key `challenges`; what says nothing new is left out."""
    return {"challenges": versions.add(Challenge, rows.get("challenges", ()), by=by, at=at)}
