"""Expansion: from what is written once to the versions it stands for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from goldenthread.council_folder.reading.yaml_text import Path
from goldenthread.council_folder.schema import SECTIONS, Section, Stamp, disclosure
from goldenthread.indicators import catalogue

STAMP_FIELDS = frozenset(Stamp.model_fields)


@dataclass(frozen=True)
class Draft:
    """One version as written, before its shape is checked, with the place of each field."""

    section: Section
    path: Path
    values: dict[str, Any]
    origin: dict[str, Path]
    stamp: dict[str, Any]
    stamp_origin: dict[str, Path]

    def place(self, field: str) -> Path:
        """Where a field was written, or the item itself."""
        return self.origin.get(field) or self.stamp_origin.get(field) or self.path


def drafts(section: Section, written: Any, path: Path, defaults: Mapping[str, Any]) -> Iterator[Draft]:
    """Every version that one entry of a list stands for: its own, its changes, its nested items."""
    if not isinstance(written, dict):
        yield Draft(section, path, {"": written}, {}, dict(defaults), {})
        return
    taken = {name: value for name, value in defaults.items() if name in section.from_defaults}
    blank = Draft(section, path, {}, {}, taken, {name: ("defaults", name) for name in taken})
    yield from _versions(blank, _from_preset(section, _from_library(section, written)), path)


def _versions(above: Draft, written: dict[str, Any], path: Path) -> Iterator[Draft]:
    section = above.section
    apart = {"changes", *section.nested}
    first = _over(above, {k: v for k, v in written.items() if k not in apart}, path)
    if section.model is not None or section.name == "schemes":
        yield first
    latest = first
    for i, change in enumerate(_entries(written.get("changes"))):
        place = (*path, "changes", i)
        said = _from_preset(section, change) if isinstance(change, dict) else {"": change}
        latest = _over(latest, said, place)
        yield latest
    for key, nested in section.nested.items():
        start = _start(first, nested.section, nested.refers_as, nested.inherits)
        for i, entry in enumerate(_entries(written.get(key))):
            place = (*path, key, i)
            yield from _versions(start, entry if isinstance(entry, dict) else {"": entry}, place)


def _start(parent: Draft, name: str, refers_as: str, inherits: bool) -> Draft:
    """What a nested item takes over: its parent's code and stamp, and everything else if it inherits."""
    code = parent.values.get(parent.section.key)
    values = {k: v for k, v in parent.values.items() if k not in ("code", "order")} if inherits else {}
    origin = {k: v for k, v in parent.origin.items() if k in values}
    return replace(
        parent,
        section=SECTIONS[name],
        values={**values, refers_as: code},
        origin={**origin, refers_as: parent.place(parent.section.key)},
    )


def _over(above: Draft, written: dict[str, Any], path: Path) -> Draft:
    """What is written here laid over what stood before."""
    said = {k: v for k, v in written.items() if k not in STAMP_FIELDS or k in _own_fields(above.section)}
    stamp = {k: v for k, v in written.items() if k not in said}
    return replace(
        above,
        path=path,
        values={**above.values, **said},
        origin={**above.origin, **{k: (*path, k) for k in said}},
        stamp={**above.stamp, **stamp},
        stamp_origin={**above.stamp_origin, **{k: (*path, k) for k in stamp}},
    )


def _own_fields(section: Section) -> frozenset[str]:
    """Fields that look like a stamp but belong to the item itself."""
    return frozenset(section.model.model_fields) if section.model else frozenset()


def _entries(written: Any) -> list[Any]:
    if written is None:
        return []
    return written if isinstance(written, list) else [written]


def _from_library(section: Section, written: dict[str, Any]) -> dict[str, Any]:
    if section.name != "indicators" or "from_library" not in written:
        return written
    code = written["from_library"]
    if code not in catalogue.codes():
        return written  # the reader refuses it where it stands
    own = {k: v for k, v in written.items() if k != "from_library"}
    return {"id": code, **catalogue.definition_fields(code), **own}


def _from_preset(section: Section, written: dict[str, Any]) -> dict[str, Any]:
    """A policy's convention under what is written; a change of convention starts from it anew."""
    return disclosure.filled(written) if section.name == "policies" else written
