"""Datasets: tidy tables with their description, checked when made, for whoever reads data by machine."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Final, Literal

from goldenthread.documents.refusals import ContentRefused

FieldType = Literal["string", "number", "integer", "boolean", "date", "datetime"]
Value = str | int | float | Decimal | bool | date | datetime | None

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_FILE: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_ACCEPTED: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,), "number": (int, float, Decimal), "integer": (int,), "boolean": (bool,),
    "date": (date,), "datetime": (datetime,),
}  # fmt: skip


class NotAsDeclared(ContentRefused):
    """A table that does not keep to its own description."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name in the file, what it holds, and the values it may have if they are a closed list."""

    name: str
    type: FieldType
    about: str
    is_required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """A tidy table: one row an observation, columns as given, `key` the columns that tell its rows apart."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    rows: Sequence[tuple[Value, ...]]
    key: tuple[str, ...]

    def __post_init__(self) -> None:
        names = [field.name for field in self.fields]
        if not _FILE.fullmatch(self.name) or not all(_NAME.fullmatch(name) for name in names):
            raise NotAsDeclared(
                f"{self.name}: names are small letters and digits, with - in files and _ in columns"
            )
        if len(set(names)) != len(names) or not set(self.key) <= set(names) or not self.key:
            raise NotAsDeclared(f"{self.name}: column names must differ and the key must be some of them")
        seen = set()
        places = [names.index(name) for name in self.key]
        for number, row in enumerate(self.rows, start=1):
            _check(self, number, row)
            key = tuple(row[place] for place in places)
            if key in seen:
                raise NotAsDeclared(f"{self.name}, row {number}: {key} stands twice")
            seen.add(key)


@dataclass(frozen=True, slots=True)
class About:
    """Whose data this is and how it may be used."""

    name: str
    title: str
    about: str
    publisher: str
    licence: str = "OGL-UK-3.0"
    licence_title: str = "Open Government Licence v3.0"
    licence_url: str = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    language: str = "en-GB"


def _check(dataset: Dataset, number: int, row: tuple[Value, ...]) -> None:
    if len(row) != len(dataset.fields):
        raise NotAsDeclared(
            f"{dataset.name}, row {number}: {len(row)} cells in {len(dataset.fields)} columns"
        )
    for field, value in zip(dataset.fields, row, strict=True):
        if value is None or value == "":
            if field.is_required:
                raise NotAsDeclared(f"{dataset.name}, row {number}: {field.name} must not be empty")
        elif not _fits(value, field):
            raise NotAsDeclared(f"{dataset.name}, row {number}: {field.name} is no {field.type}: {value!r}")


def _fits(value: Value, field: Field) -> bool:
    if not isinstance(value, _ACCEPTED[field.type]):
        return False
    if isinstance(value, bool | datetime):
        return field.type in ("boolean", "datetime")
    if isinstance(value, float | Decimal):
        return isfinite(value)
    return not field.values or value in field.values
