"""How the owners' words, people's judgements, forecasts and rebases come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from goldenthread.assessments.models import Commentary, Forecast, Judgement, Rebase
from goldenthread.audit import versions

# Section of the council folder -> what keeps it.
SECTIONS: Mapping[str, type[versions.Versioned]] = {
    "commentary": Commentary,
    "judgements": Judgement,
    "forecasts": Forecast,
    "rebases": Rebase,
}


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of each section of SECTIONS that is given; what says nothing new is left out."""
    return {name: versions.add(model, rows.get(name, ()), by=by, at=at) for name, model in SECTIONS.items()}
