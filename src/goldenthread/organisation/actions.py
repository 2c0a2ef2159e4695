"""How the organisation changes: by new versions."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from goldenthread.audit import versions
from goldenthread.organisation import models

# Section of the council folder -> what keeps it, and the field that only repeats the code.
SECTIONS: Mapping[str, tuple[type[versions.Versioned], str]] = {
    "council": (models.Council, ""),
    "units": (models.Unit, ""),
    "posts": (models.Post, ""),
    "portfolios": (models.Portfolio, ""),
    "holdings": (models.PortfolioHolding, "portfolio"),
    "areas": (models.Area, ""),
    "dimensions": (models.Dimension, ""),
    "comparator_groups": (models.ComparatorGroup, ""),
    "characteristics": (models.Characteristic, ""),
    "periods": (models.ReportingCalendar, "period"),
}


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of everything the organisation keeps; what says nothing new is left out."""
    with transaction.atomic():
        return {
            name: versions.add(model, [_without(row, repeated) for row in rows[name]], by=by, at=at)
            for name, (model, repeated) in SECTIONS.items()
            if name in rows
        }


def _without(row: Mapping[str, Any], field: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != field}
