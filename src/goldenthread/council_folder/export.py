"""Export: everything that is kept, with all its versions, as plain tables with a schema."""

import csv
import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models, transaction

from goldenthread.audit import actions as audit
from goldenthread.organisation import queries as organisation

PACKAGE = "datapackage.json"
NAME = "goldenthread-export"
README = "README.md"
MOMENTS = ("known_from", "known_at")
# A spreadsheet takes a cell that begins like this for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
TYPES: Mapping[Any, str] = {
    models.IntegerField: "integer",
    models.BooleanField: "boolean",
    models.DateTimeField: "datetime",
    models.DateField: "date",
}
WORDS = """\
# Everything that goldenthread kept

One table a file in `data/`, described in `datapackage.json` (Frictionless Data Package).

* UTF-8, a header row, commas. Lists and mappings are JSON text. Numbers that decide a figure are exact text.
* An empty cell is null where the column is `nullable`, else empty text.
* Moments are in UTC. `effective_from` says from when a version is true, `known_from` from when it was known.
* A text that begins like a formula (= + - @, tab) or with ' has one more ' before it. Take that off.
* The audit (`audit_event`, `audit_redaction`) is whole; every other table stops at what was known at the
  moment named in the package.
* Nothing here has passed the check of small numbers: some of these figures may not be published.
"""


class FolderInUse(ValueError):
    """The folder holds something else, which an export would mix with its own files."""


@dataclass(frozen=True)
class Exported:
    """What was written: the folder, and the rows of each table."""

    folder: Path
    tables: Mapping[str, int]


def export(*, to: Path, known_at: datetime) -> Exported:
    """Write every table, as known at a moment, into a folder of its own; all of it or nothing.

    An earlier export in that folder is replaced. Raises FolderInUse.
    """
    _check_replaceable(to)
    target = to.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as work:
        new = Path(work) / "new"
        resources = _write(new, known_at)
        if target.exists():
            target.rename(Path(work) / "old")
        new.rename(target)
    return Exported(to, {resource["name"]: resource["rows"] for resource in resources})


def _write(folder: Path, known_at: datetime) -> list[dict[str, Any]]:
    """Write the whole export into a new folder; the descriptions of its tables."""
    (folder / "data").mkdir(parents=True)
    with transaction.atomic():
        audit.hold()
        resources = [_table(model, folder, known_at) for model in _kept()]
        notice = _notice(known_at)
    package = {"name": NAME, "description": notice, "known_at": _moment(known_at), "resources": resources}
    (folder / PACKAGE).write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / README).write_text(WORDS + (f"\n{notice}\n" if notice else ""), encoding="utf-8")
    return resources


def _notice(known_at: datetime) -> str:
    """What the council has printed on every output; "" where no council is known yet."""
    try:
        return organisation.council(on=known_at.date(), known_at=known_at).notice
    except organisation.NoCouncil:
        return ""


def _check_replaceable(folder: Path) -> None:
    """Raise FolderInUse unless the folder is new, empty, or holds an earlier export and nothing beside it."""
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or not folder.is_dir():
        raise FolderInUse(f"{folder} is not a folder: name one that the export may have for itself")
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    if strangers := sorted(there - _written_before(folder)):
        raise FolderInUse(
            f"{folder} holds {strangers[0]}, which no export put there: "
            "name a new folder, or an earlier export to replace"
        )


def _written_before(folder: Path) -> set[str]:
    """The files of an earlier export; none where the folder is something else."""
    try:
        package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
        if package["name"] == NAME:
            return {PACKAGE, README, *(str(resource["path"]) for resource in package["resources"])}
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return set()


def _kept() -> list[type[models.Model]]:
    """Every table but those with which people sign in, in an order that does not change."""
    models = apps.get_app_config("goldenthread").get_models()
    kept = [model for model in models if getattr(model, "is_exported", True)]
    return sorted(kept, key=lambda model: model._meta.db_table)


def _table(model: type[models.Model], folder: Path, known_at: datetime) -> dict[str, Any]:
    fields = list(model._meta.concrete_fields)
    path = folder / "data" / f"{model._meta.db_table}.csv"
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.column for field in fields])
        for values in _rows(model, known_at):
            writer.writerow([_cell(field, value) for field, value in zip(fields, values, strict=True)])
            rows += 1
    return {
        "name": model._meta.db_table.lower(),
        "title": str(model._meta.verbose_name).capitalize(),
        "description": (model.__doc__ or "").strip().splitlines()[0],
        "path": f"data/{path.name}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": rows,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_digest(path)}",
        "schema": _schema(model),
    }


def _rows(model: type[models.Model], known_at: datetime) -> Iterator[tuple[Any, ...]]:
    columns = [field.attname for field in model._meta.concrete_fields]
    found = model._default_manager.filter(**_known(model, known_at)).order_by(model._meta.pk.attname)
    return found.values_list(*columns).iterator(chunk_size=2000)


def _known(model: type[models.Model], known_at: datetime) -> dict[str, datetime]:
    """The condition that a row was known: by its own moment, or by that of what it belongs to."""
    for name in MOMENTS:
        if _has(model, name):
            return {f"{name}__lte": known_at}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            for name in MOMENTS:
                if _has(field.target_field.model, name):
                    return {f"{field.name}__{name}__lte": known_at}
    return {}


def _has(model: Any, name: str) -> bool:
    return any(field.name == name for field in model._meta.concrete_fields)


def _schema(model: type[models.Model]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(field) for field in model._meta.concrete_fields]}
    schema["primaryKey"] = [model._meta.pk.column]
    links = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    if links:
        schema["foreignKeys"] = [_link(link.column, link.target_field) for link in links]
    return schema


def _link(column: str, target: "models.Field[Any, Any]") -> dict[str, Any]:
    resource = target.model._meta.db_table.lower()
    return {"fields": [column], "reference": {"resource": resource, "fields": [target.column]}}


def _field(field: "models.Field[Any, Any]") -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.column, "type": _type(field)}
    if field.null:
        described["nullable"] = True
    return described


def _type(field: "models.Field[Any, Any]") -> str:
    if isinstance(field, models.ForeignKey):
        return _type(field.target_field)
    if isinstance(field, models.JSONField):
        return {list: "array", dict: "object"}.get(field.default, "any")
    return next((name for kind, name in TYPES.items() if isinstance(field, kind)), "string")


def _cell(field: "models.Field[Any, Any]", value: Any) -> str:
    if value is None:
        return ""
    if isinstance(field, models.JSONField):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date | int):
        return str(value)
    return f"'{value}" if str(value).startswith(FORMULA_STARTS) else str(value)


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
