"""Reading: a council folder as checked rows, or the list of everything that is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from goldenthread.council_folder.problems import FolderRefused, Problem, did_you_mean
from goldenthread.council_folder.reading import (
    expansion,
    references,
    return_files,
    tables,
    wording,
    yaml_text,
)
from goldenthread.council_folder.reading.checks import access, clearing, disclosure
from goldenthread.council_folder.reading.expansion import Draft
from goldenthread.council_folder.reading.rows import Row
from goldenthread.council_folder.reading.yaml_text import Parsed, Path
from goldenthread.council_folder.schema import FILES, REQUIRED_FILES, Section, Stamp
from goldenthread.indicators import catalogue

# Section -> codes that were written but not understood; None where the whole file was not.
Unsure = dict[str, set[str] | None]
Found = tuple[list[Row], list[Problem], Unsure]


@dataclass(frozen=True)
class Folder:
    """Everything a council folder says, checked and in the order written."""

    path: FilePath
    rows: tuple[Row, ...]
    data: FilePath | None = None

    def section(self, name: str) -> tuple[Row, ...]:
        """The rows of one section."""
        return tuple(row for row in self.rows if row.section.name == name)


def read(folder: FilePath, *, data: FilePath | None = None) -> Folder:
    """Read and check a folder whole; raises `FolderRefused` with every problem there is.

    `data` is where tables and returns lie that are somebody else's, and no part of the folder.
    """
    root = folder.resolve()
    if not root.is_dir():
        raise FolderRefused(
            [Problem(str(folder), 1, "", "no such folder", "Give the path of a council folder")]
        )
    rows: list[Row] = []
    problems = list(_missing_files(root))
    unsure: Unsure = {}
    for name, sections in FILES.items():
        if (root / name).exists() or name in REQUIRED_FILES:
            found, wrong, broken = _file(root, name, sections, data)
            rows += found
            problems += wrong
            unsure |= broken
    problems += references.problems(rows, unsure=unsure)
    problems += access.problems(rows)
    problems += clearing.problems(rows)
    problems += disclosure.problems(rows, unsure=unsure)
    problems += return_files.problems(rows, root, data)
    if problems:
        raise FolderRefused(dict.fromkeys(problems))
    return Folder(root, tuple(rows), data)


def _missing_files(root: FilePath) -> Iterator[Problem]:
    for name in REQUIRED_FILES:
        if not (root / name).exists():
            yield Problem(name, 1, "", "the file is missing", "Every council folder has one")
    for path in sorted(root.glob("*.y*ml")):
        if path.name not in FILES:
            yield Problem(path.name, 1, "", "no file of this name is read", did_you_mean(path.name, FILES))


def _file(root: FilePath, name: str, sections: tuple[Section, ...], data: FilePath | None) -> Found:
    path = root / name
    unread: Unsure = {section.name: None for section in sections}
    if not path.exists():
        return [], [], unread
    if not path.resolve().is_relative_to(root):
        return (
            [],
            [Problem(name, 1, "", "leads out of the folder", "Put the file itself here, not a link")],
            unread,
        )
    if not path.is_file():
        return [], [Problem(name, 1, "", "not a file", "Put a YAML file of this name here")], unread
    try:
        parsed = yaml_text.parse(_content(path), name)
    except FolderRefused as refused:
        return [], list(refused.problems), unread
    if not isinstance(parsed.data, dict):
        known = ", ".join(section.name for section in sections)
        wrong = Problem(name, 1, "", "no fields at the top", f"Begin with defaults: and then {known}:")
        return [], [wrong], unread
    reader = _FileReader(name, parsed, sections, data)
    reader.read()
    return reader.rows, reader.problems, reader.broken


def _content(path: FilePath) -> bytes:
    with path.open("rb") as file:
        return file.read(yaml_text.MOST_BYTES + 1)


class _FileReader:
    """The rows and the problems of one file, and the codes of items that have problems."""

    def __init__(self, name: str, parsed: Parsed, sections: tuple[Section, ...], data: FilePath | None):
        self.name, self.parsed, self.sections, self.data = name, parsed, sections, data
        self.rows: list[Row] = []
        self.problems: list[Problem] = []
        self.broken: Unsure = {}

    def read(self) -> None:
        """Go through the file once, top to bottom."""
        known = {key for section in self.sections for key in section.keys} | {"defaults"}
        for key in self.parsed.data:
            if key not in known:
                self._problem((key,), key, f"{key} is not read in this file", did_you_mean(key, known))
        defaults = self._defaults()
        for section in self.sections:
            for path, entry in self._entries(section, section.name):
                for draft in expansion.drafts(section, entry, path, defaults):
                    self._check(draft)
            for path, entry in self._entries(section, section.from_tables):
                self._take(section, tables.drafts(section, entry, path, defaults, self.data))

    def _defaults(self) -> dict[str, Any]:
        defaults = self.parsed.data.get("defaults") or {}
        if not isinstance(defaults, dict):
            self._problem(
                ("defaults",), "defaults", "not fields", "Write effective_from: 2023-04-01 and so on"
            )
            return {}
        fields = set(Stamp.model_fields) - {"withdrawn"}
        for key in defaults.keys() - fields:
            self._problem(("defaults", key), f"defaults > {key}", "not a default", did_you_mean(key, fields))
        return {key: value for key, value in defaults.items() if key in fields}

    def _entries(self, section: Section, key: str) -> Iterator[tuple[Path, Any]]:
        written = self.parsed.data.get(key)
        if written is None:
            return
        if section.is_single:
            yield (key,), written
        elif not isinstance(written, list):
            self._problem((key,), key, "not a list", "Begin each item with '- '")
        else:
            for i, entry in enumerate(written):
                yield (key, i), entry

    def _take(self, section: Section, found: tables.Found) -> None:
        for draft in found.drafts:
            self._check(draft)
        for place, wrong, instead in found.faults:
            self._problem(place, " > ".join(map(str, place)), wrong, instead)
        if found.faults:
            self.broken[section.name] = None

    def _check(self, draft: Draft) -> None:
        before = len(self.problems)
        if "" in draft.values:
            shown = str(draft.values[""])[:60]
            self._problem(
                draft.path, draft.section.name, f"{shown} cannot stand here", "Write fields with colons"
            )
        elif "from_library" in draft.values:
            code = str(draft.values["from_library"])
            hint = did_you_mean(code, catalogue.codes())
            wrong = f"the library has no indicator {code}"
            self._problem(draft.place("from_library"), "from_library", wrong, hint)
        else:
            self._keep(draft)
        if len(self.problems) > before:
            codes = self.broken.setdefault(draft.section.name, set())
            if codes is not None:
                codes.add(str(draft.values.get(draft.section.key) or draft.values.get("from_library")))

    def _keep(self, draft: Draft) -> None:
        item, item_errors = _validated(draft.section.model, draft.values)
        stamp, stamp_errors = _stamp(draft)
        for error in item_errors:
            self._error(draft, error, draft.section.model)
        for error in stamp_errors:
            self._error(draft, error, Stamp)
        if not item_errors and not stamp_errors:
            made = (
                draft.section,
                item,
                draft.values,
                stamp,
                self.name,
                self.parsed,
                draft.path,
                draft.origin,
            )
            self.rows.append(Row(*made))

    def _error(self, draft: Draft, error: ErrorDetails, model: type[BaseModel] | None) -> None:
        location = error["loc"]
        place = (*draft.place(str(location[0])), *location[1:]) if location else draft.path
        who = draft.values.get(draft.section.key) or draft.section.name
        field = " > ".join(str(step) for step in (who, *location))
        self._problem(place, field, *wording.wrong_and_instead(error, model))

    def _problem(self, place: Path, field: str, wrong: str, instead: str) -> None:
        self.problems.append(Problem(self.name, self.parsed.line(place), field, wrong, instead))


def _validated(model: type[BaseModel] | None, values: dict[str, Any]) -> tuple[Any, list[ErrorDetails]]:
    if model is None:
        return None, []
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        return None, error.errors()


def _stamp(draft: Draft) -> tuple[Any, list[ErrorDetails]]:
    if not draft.section.is_versioned:
        return None, []
    try:
        stamp = Stamp.model_validate(draft.stamp)
    except ValidationError as error:
        return None, error.errors()
    return stamp, [
        {"type": "missing", "loc": (name,), "msg": "", "input": None}
        for name in ("reason", "approver")
        if draft.section.needs_reason and not getattr(stamp, name)
    ]
