"""Folder: a pack is put in its place whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from goldenthread.publication import manifest, names, verify
from goldenthread.publication.manifest import ManifestNotUnderstood


class NotAPack(ValueError):
    """The folder holds something that no pack put there, so it is not overwritten."""


def replace(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold exactly these files, its manifest among them.

    They are written beside it first and put in its place at the end. A folder that is there already is
    replaced only if it is a pack and holds nothing that a pack did not put there; otherwise NotAPack.
    """
    names.check(files)
    target = folder.absolute()
    check_replaceable(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as work:
        new = Path(work) / "new"
        _fill(new, files)
        if target.exists():
            os.rename(target, Path(work) / "old")
        os.rename(new, target)


def check_replaceable(folder: Path) -> None:
    """Raise NotAPack unless a pack may be written there."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotAPack(f"{folder} is not a folder: name one that a pack may have for itself")
    if not folder.exists() or not any(folder.iterdir()):
        return
    try:
        listed = {file.path for file in verify.read_manifest(folder).files}
    except ManifestNotUnderstood as error:
        raise NotAPack(f"{error}; nothing there was touched: name a new or empty folder") from error
    strangers = sorted(verify.present(folder) - listed - {manifest.NAME})
    if strangers:
        raise NotAPack(
            f"{folder} holds {', '.join(strangers[:3])}, which no pack put there: move it elsewhere first"
        )


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    for place in (*folder.rglob("*"), folder):
        _flush(place)


def _flush(place: Path) -> None:
    """Have the system keep it, so that a power cut after the renaming cannot leave empty files."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
