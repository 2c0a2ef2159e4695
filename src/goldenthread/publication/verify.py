"""Verify: whether a pack's folder holds exactly what was written, as the release that it names."""

from __future__ import annotations

import hashlib
from pathlib import Path

from goldenthread.disclosure import queries as disclosure_queries
from goldenthread.disclosure import verify as disclosure_verify
from goldenthread.positions import verify as positions_verify
from goldenthread.positions.queries import NotFrozen, sealed
from goldenthread.publication import manifest
from goldenthread.publication.manifest import About, Listed, Manifest, ManifestNotUnderstood


def faults(folder: Path) -> list[str]:
    """What does not hold in a folder, in words: missing, changed and extra files; [] when all holds."""
    try:
        read = read_manifest(folder)
    except ManifestNotUnderstood as error:
        return [str(error)]
    listed = {file.path for file in read.files}
    found = [fault for file in read.files if (fault := _fault_of(folder, file))]
    extra = sorted(present(folder) - listed - {manifest.NAME})
    return [*found, *(f"{path} is not in the manifest: it was added later" for path in extra)]


def against_database(folder: Path) -> list[str]:
    """Faults between a pack and the database: its release must be recorded there, and hold."""
    try:
        about = read_manifest(folder).about
    except ManifestNotUnderstood as error:
        return [str(error)]
    return [*_release_faults(about), *positions_verify.faults()]


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder. Raises ManifestNotUnderstood where there is none."""
    path = folder / manifest.NAME
    if path.is_symlink() or not path.is_file():
        raise ManifestNotUnderstood(f"{folder} is not a pack: it has no {manifest.NAME}")
    return manifest.read(path.read_bytes())


def present(folder: Path) -> set[str]:
    """Every file in a folder and below, by its path from there; a link counts as a file."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }


def _fault_of(folder: Path, listed: Listed) -> str:
    path = folder / listed.path
    if path.is_symlink():
        return f"{listed.path} is a link to elsewhere, not a file of the pack"
    if not path.is_file():
        return f"{listed.path} is missing"
    content = path.read_bytes()
    if len(content) != listed.size or hashlib.sha256(content).hexdigest() != listed.sha256:
        return f"{listed.path} was changed after it was written"
    return ""


def _release_faults(about: About) -> list[str]:
    """The release must be on record, with a proof that holds, and of the quarter as it is frozen here."""
    if not about.release:
        return ["the pack names no release: it was written by an earlier version, so write it anew"]
    try:
        frozen, told = sealed(about.period), disclosure_queries.release(about.release)
    except NotFrozen:
        return [f"{about.period} is not frozen in this database: the pack comes from another one"]
    except disclosure_queries.NoSuchRelease:
        return [f"release {about.release} is not in this database: the pack comes from another one"]
    found = disclosure_verify.of_release(about.release)
    if told.position != frozen.digest:
        ours, theirs = frozen.digest[:12], told.position[:12]
        found.append(f"release {about.release} was made from the seal {theirs}, {about.period} has {ours}")
    return found
