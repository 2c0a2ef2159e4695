"""How the plan changes: by new versions and by reports of progress."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from goldenthread.audit import versions
from goldenthread.plan import models

# Section of the council folder -> what keeps it.
SECTIONS: Mapping[str, type[versions.Versioned]] = {
    "plan": models.CorporatePlan,
    "priorities": models.Priority,
    "outcomes": models.Outcome,
    "actions": models.Action,
    "milestones": models.Milestone,
    "progress": models.ProgressUpdate,
}
NUMBERS = {"of", "amount", "done", "planned"}


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of the plan, its actions and their progress; what says nothing new is left out."""
    with transaction.atomic():
        return {
            name: versions.add(model, [_columns(name, row) for row in rows[name]], by=by, at=at)
            for name, model in SECTIONS.items()
            if name in rows
        }


def _columns(section: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The row as kept: no number is empty text, and progress knows its action by its code."""
    kept = {name: (value or "") if name in NUMBERS else value for name, value in row.items()}
    return {name: value for name, value in kept.items() if (section, name) != ("progress", "action")}
