"""Open data: datasets as CSV, described for machines (CSVW, Frictionless Data) and safe to open."""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from goldenthread.documents.datasets import About, Dataset, Field, Value
from goldenthread.documents.renderers.spreadsheet_text import shown

_CSVW_TYPES: Final = {"number": "decimal", "datetime": "dateTime"}
_APOSTROPHE: Final = (
    "Text that a spreadsheet would take for a formula begins with an apostrophe, which is not part of it. "
    "An empty cell means that there is no value; a column of its own says why, where a table has one."
)


def files(datasets: Sequence[Dataset], about: About) -> dict[str, bytes]:
    """Every file of a release by name: each table with its metadata, and the package that lists them."""
    made: dict[str, bytes] = {}
    for dataset in datasets:
        made[f"{dataset.name}.csv"] = table(dataset)
        made[f"{dataset.name}.csv-metadata.json"] = _json(_csvw(dataset, about))
    made["datapackage.json"] = _json(_package(datasets, about, made))
    return made


def table(dataset: Dataset) -> bytes:
    """A table as CSV: UTF-8, one head line, CRLF (RFC 4180)."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([field.name for field in dataset.fields])
    writer.writerows([_cell(value) for value in row] for row in dataset.rows)
    return written.getvalue().encode()


def _cell(value: Value) -> str:
    match value:
        case str():
            return shown(value)
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case float() | Decimal():
            return _plain(value)
        case int():
            return str(value)


def _plain(value: float | Decimal) -> str:
    """A number without an exponent and without zeros that say nothing: -0.5, never '-0.5."""
    text = repr(value) if isinstance(value, float) else format(value, "f")
    text = format(Decimal(text), "f") if "e" in text else text
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _csvw(dataset: Dataset, about: About) -> dict[str, Any]:
    """W3C, Metadata Vocabulary for Tabular Data."""
    columns = [
        {
            "name": field.name,
            "titles": field.name,
            "dc:description": field.about,
            "datatype": _CSVW_TYPES.get(field.type, field.type),
            **({"required": True} if field.is_required else {}),
        }
        for field in dataset.fields
    ]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": about.language}],
        "url": f"{dataset.name}.csv",
        "dc:title": dataset.title,
        "dc:description": f"{dataset.about} {_APOSTROPHE}",
        "dc:publisher": about.publisher,
        "dc:license": {"@id": about.licence_url},
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tableSchema": {"columns": columns, "primaryKey": list(dataset.key)},
    }


def _package(datasets: Sequence[Dataset], about: About, made: dict[str, bytes]) -> dict[str, Any]:
    """Frictionless Data, Data Package v1."""
    return {
        "profile": "tabular-data-package",
        "name": about.name,
        "title": about.title,
        "description": f"{about.about} {_APOSTROPHE}",
        "licenses": [{"name": about.licence, "title": about.licence_title, "path": about.licence_url}],
        "contributors": [{"title": about.publisher, "role": "publisher"}],
        "resources": [_resource(dataset, made[f"{dataset.name}.csv"]) for dataset in datasets],
    }


def _resource(dataset: Dataset, body: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.about,
        "path": f"{dataset.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "schema": {
            "fields": [_field(field) for field in dataset.fields],
            "primaryKey": list(dataset.key),
            "missingValues": [""],
        },
    }


def _field(field: Field) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if field.is_required else {}
    if field.values:
        limits["enum"] = list(field.values)
    return {
        "name": field.name,
        "type": field.type,
        "description": field.about,
        **({"constraints": limits} if limits else {}),
    }


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
