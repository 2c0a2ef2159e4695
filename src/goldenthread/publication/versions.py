"""Versions: what shaped the bytes of a pack: the program, and the templates it was set with."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable

PROGRAM = "goldenthread"


def program() -> str:
    """The release of this program."""
    return f"{PROGRAM} {metadata.version(PROGRAM)}"


@lru_cache(maxsize=1)
def templates() -> str:
    """A hash of everything that turns content into files: document model, templates, styles, typeface."""
    digest = hashlib.sha256()
    for path, file in sorted(_below(files("goldenthread.documents"), "")):
        digest.update(path.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _below(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found = []
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found += _below(entry, name) if entry.name != "__pycache__" else []
        else:
            found.append((name, entry))
    return found
