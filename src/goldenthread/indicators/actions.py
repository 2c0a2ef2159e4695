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
    "roles": (models.DisclosureRole, ""),
    "policies": (models.DisclosurePolicy, ""),
    "links": (models.CountLink, ""),
    "groupings": (models.Grouping, ""),
    "exceptions": (models.DisclosureException, ""),
    "names": (models.GuardedName, ""),
}
# What is written in a word and kept as a flag.
FLAGS: Mapping[str, Mapping[str, str]] = {
    "policies": {"default": "is_default"},
    "groupings": {"complete": "is_complete"},
}
# Every version has these; what else a policy says is its definition.
OF_A_POLICY = {"code", "effective_from", "known_from", "reason", "approver", "is_withdrawn", "is_default"}


def load(
    rows: Mapping[str, Iterable[Mapping[str, Any]]], *, by: str, at: datetime
) -> dict[str, versions.VersionsAdded]:
    """Add versions of indicators, targets and schemes; what says nothing new is left out."""
    with transaction.atomic():
        return {
            name: versions.add(
                model, [_columns(model, row, repeated) for row in _kept(name, rows)], by=by, at=at
            )
            for name, (model, repeated) in SECTIONS.items()
            if name in rows
        }


def _kept(name: str, rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """The rows of a section by the names of its columns; a policy's own fields are one, its definition."""
    flags = FLAGS.get(name, {})
    found = [{flags.get(field, field): value for field, value in row.items()} for row in rows[name]]
    return [_policy(row) for row in found] if name == "policies" else found


def _policy(row: Mapping[str, Any]) -> dict[str, Any]:
    """A policy as kept: with every field of its preset, so that a later edition of that changes nothing."""
    said = {field: value for field, value in row.items() if field not in OF_A_POLICY}
    kept = {field: value for field, value in row.items() if field in OF_A_POLICY}
    return {**kept, "definition": {"code": row["code"], **said}}


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
