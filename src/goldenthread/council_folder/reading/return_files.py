"""Return files: what the index of returns names lies in the folder and can be read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goldenthread.collection import mapping
from goldenthread.council_folder.problems import FolderRefused, Problem, did_you_mean
from goldenthread.council_folder.reading.rows import Row

FAULT = re.compile(r"^(?P<file>[^,:]+)(, line (?P<line>\d+))?(, (?P<field>[^:]+))?: (?P<wrong>.*)$")


@dataclass(frozen=True)
class ReturnFile:
    """A file to import, with the mapping that reads it; in the order in which they came."""

    path: Path
    mapping: Path
    known_from: datetime
    by: str
    note: str


def named(rows: Sequence[Row], root: Path, data: Path | None = None) -> tuple[ReturnFile, ...]:
    """The files that the index names; those that are somebody else's lie in the data folder.

    Raises `FolderRefused` where there are such files, and no data folder was given.
    """
    written = [row for row in rows if row.section.name == "returns"]
    if astray := [row for row in written if row.get("in_data") and data is None]:
        wrong, instead = "the file lies in a data folder, and none was given", "Give the folder with --data"
        raise FolderRefused(_problem(row, "file", wrong, instead) for row in astray)
    return tuple(
        ReturnFile(
            path=(data if row.get("in_data") and data else root / "returns") / row.get("file"),
            mapping=root / "mappings" / f"{row.get('mapping')}.yaml",
            known_from=row.get("known_from"),
            by=row.get("by"),
            note=row.get("note"),
        )
        for row in written
    )


def problems(rows: Sequence[Row], root: Path, data: Path | None = None) -> Iterator[Problem]:
    """Files that are not there or lie outside, and every fault of every mapping.

    Without a data folder nothing is said of the files in it: the rest can be checked and used.
    """
    for row in rows:
        if row.section.name == "returns":
            if not row.get("in_data"):
                yield from _inside(row, "file", root / "returns", row.get("file"))
            elif data is not None:
                yield from _inside(row, "file", data.resolve(), row.get("file"))
            yield from _inside(row, "mapping", root / "mappings", f"{row.get('mapping')}.yaml")
    for path in sorted((root / "mappings").glob("*.yaml")):
        if path.resolve().is_relative_to(root):
            yield from _faults_of(path)


def _inside(row: Row, field: str, folder: Path, written: str) -> Iterator[Problem]:
    path = (folder / written).resolve()
    if not path.is_relative_to(folder):
        wrong = f"{written} leads out of {folder.name}/"
        yield _problem(row, field, wrong, "Put the file itself inside that folder")
    elif not path.is_file():
        there = [other.relative_to(folder).as_posix() for other in folder.rglob("*") if other.is_file()]
        yield _problem(row, field, f"{folder.name}/{written} is not there", did_you_mean(written, there))


def _faults_of(path: Path) -> Iterator[Problem]:
    try:
        mapping.load(path)
    except mapping.MappingNotSound as error:
        for line in str(error).splitlines():
            found = FAULT.match(line)
            said = found.groupdict() if found else {"wrong": line, "line": None, "field": None}
            where = (f"mappings/{path.name}", int(said["line"] or 1), said["field"] or "")
            yield Problem(*where, said["wrong"] or line, "See the reference of mappings")


def _problem(row: Row, field: str, wrong: str, instead: str) -> Problem:
    return Problem(row.file, row.line_of(field), f"{row.code} > {field}", wrong, instead)
