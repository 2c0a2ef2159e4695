"""Made: a mark of the last run, by which a second one sees that there is nothing to do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import goldenthread
from goldenthread.publication import verify

PROGRAM = Path(goldenthread.__file__).parent


@dataclass(frozen=True)
class Mark:
    """What went into a run, and the SQLite file it went to (of another database no mark is left)."""

    inputs: str
    database: Path | None

    @classmethod
    def of(cls, *, folder: Path, data: Path | None, period: str, database: Path | str, on: date) -> Mark:
        """The mark of a run from these folders into this database; on another day a freeze may be due."""
        digest = hashlib.sha256(f"{period}\n{database}\n{on}\n".encode())
        for root in (PROGRAM, folder, *([data] if data else [])):
            for path in sorted(_files(root)):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
        return cls(digest.hexdigest(), database if isinstance(database, Path) else None)

    @property
    def left(self) -> Path | None:
        """Where the mark lies: beside the database."""
        return self.database.with_suffix(".made.json") if self.database else None

    @cached_property
    def before(self) -> dict[str, str]:
        """What the run before left; empty where there was none, or where its database is gone."""
        if self.left is None or self.database is None or not self.database.exists():
            return {}
        try:
            found: dict[str, str] = json.loads(self.left.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return found

    @property
    def pack(self) -> Path:
        """The pack of the run before."""
        return Path(self.before["pack"])

    @property
    def first(self) -> Path:
        """The file to open first."""
        return Path(self.before["first"])

    def still_holds(self) -> bool:
        """Whether the run before had the same inputs, and its pack is there, unaltered."""
        if self.before.get("inputs") != self.inputs:
            return False
        return not verify.faults(self.pack) and not verify.against_database(self.pack)

    def leave(self, *, pack: Path, first: Path) -> None:
        """Leave the mark for the next run."""
        if self.left is None:
            return
        said = {"inputs": self.inputs, "pack": str(pack), "first": str(first)}
        self.left.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")


def _files(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
