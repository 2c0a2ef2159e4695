"""How definitions, targets and schemes change: by new versions."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from goldenthread.audit import versions
from goldenthread.indicators import models

# Section of the council folder -> what keeps it, and the field that only repeats the code.
SECTIONS: Mapping[str, tuple[type[versions.Versioned], str]] = {
    "indicators": (models.Indicator, ""),
    "target_versions": (models.Target, "indicator"),
    "schemes": (models.RatingScheme, ""),
}


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of indicators, targets and schemes; what says nothing new is left out."""
    with transaction.atomic():
        return {
            name: versions.add(model, [_columns(model, row, repeated) for row in rows[name]], by=by, at=at)
            for name, (model, repeated) in SECTIONS.items()
            if name in rows
        }


def _columns(model: type[versions.Versioned], row: Mapping[str, Any], repeated: str) -> dict[str, Any]:
    """The row as kept: text that is not there is empty, and a target knows its indicator by its code."""
    texts = {
        field.name for field in model._meta.get_fields() if getattr(field, "empty_strings_allowed", False)
    }
    return {
        name: "" if value is None and name in texts else value
        for name, value in row.items()
        if name != repeated
    }
