"""Rows: one version of one thing, as a room is given it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from goldenthread.council_folder.reading.yaml_text import Parsed, Path
from goldenthread.council_folder.schema import Section, Stamp
from goldenthread.observations.decimals import canonical

NOT_STATED = "not stated"


@dataclass(frozen=True)
class Row:
    """One checked version, with the file and lines it comes from."""

    section: Section
    item: BaseModel | None
    written: Mapping[str, Any]
    stamp: Stamp | None
    file: str
    parsed: Parsed
    path: Path
    origin: Mapping[str, Path]

    def line_of(self, *place: str | int) -> int:
        """The line of a field, of something within it, or of the row."""
        if not place:
            return self.parsed.line(self.path)
        return self.parsed.line((*self.origin.get(str(place[0]), self.path), *place[1:]))

    def get(self, name: str) -> Any:
        """The value of one field."""
        return getattr(self.item, name, None) if self.item else self.written.get(name)

    @property
    def code(self) -> str:
        """What the thing is called in its room."""
        if self.item is None:
            return str(self.written.get("code", ""))
        names = {name: self.get(name) for name in _names_in(self.section.code)}
        return self.section.code.format(**names)

    def values(self) -> dict[str, Any]:
        """What a room's `load` is given: plain values, exact numbers as canonical text."""
        said = self._said()
        said.pop("id", None)
        if self.stamp is None:
            return {**said, "code": self.code}
        return {
            **said,
            "code": self.code,
            "effective_from": self.stamp.effective_from,
            "known_from": self.stamp.known_from,
            "reason": self.stamp.reason or self.section.usual_reason,
            "approver": self.stamp.approver or self._author(),
            "is_withdrawn": self.stamp.withdrawn,
        }

    def _said(self) -> dict[str, Any]:
        if self.item is None:
            return {"definition": _as_numbers(dict(self.written))}
        dumped = self.item.model_dump()
        return {name: _top(value) for name, value in dumped.items()}

    def _author(self) -> str:
        return str(self.get("author") or self.get("lead") or NOT_STATED)


def plain(value: Any) -> Any:
    """A value as JSON can keep it."""
    if isinstance(value, Decimal):
        return canonical(value)
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value


def _as_numbers(value: Any) -> Any:
    """A value as JSON can keep it, numbers as numbers: a rule's margins, not a council's figures."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Mapping):
        return {str(key): _as_numbers(inner) for key, inner in value.items()}
    return [_as_numbers(inner) for inner in value] if isinstance(value, list) else plain(value)


def _top(value: Any) -> Any:
    return value if isinstance(value, datetime.datetime | datetime.date) else plain(value)


def _names_in(template: str) -> list[str]:
    return [piece.split("}")[0] for piece in template.split("{")[1:]]
