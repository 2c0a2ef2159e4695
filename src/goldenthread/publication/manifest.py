"""Manifest: the list of a pack's files with their hashes, tied to the release by which they left."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from goldenthread.audit import canonical
from goldenthread.publication import names

NAME = "manifest.json"
SCHEMA = "goldenthread-pack-1"
RETIRED = ("position", "position_before")
"""Seals of positions, in packs of an earlier release: a hash over hidden counts lets them be tried out."""


class ManifestNotUnderstood(ValueError):
    """The file is no manifest of a pack, or was changed by hand."""


@dataclass(frozen=True, slots=True)
class About:
    """What a pack is made from: the period, its dates and release, and the versions that shaped its bytes.

    Dates and moments are ISO text. No clock: the same release, lock and templates give the same manifest.
    Packs of an earlier release say nothing of `form_known_at` (up to when the answers to the form are told),
    `brand` and `word_template` (the digest of the council's own; "" is ours), nor of `release`: what was
    recorded as published, with the `level` and `width` of its protection.
    """

    council: str
    period: str
    position_date: str
    known_at: str
    changes_known_at: str
    program: str
    templates: str
    notice: str
    form_known_at: str = ""
    brand: str = ""
    word_template: str = ""
    release: str = ""
    level: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a pack: where it lies, how long it is, and its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A pack's manifest as read; `seal` covers everything else in it."""

    about: About
    files: tuple[Listed, ...]
    seal: str


def make(files: Mapping[str, bytes], about: About) -> bytes:
    """The manifest of these files as the bytes of `manifest.json`."""
    names.check(files)
    content = {
        "schema": SCHEMA,
        "about": asdict(about),
        "files": [asdict(_listed(path, files[path])) for path in sorted(files)],
    }
    sealed = {**content, "seal": canonical.digest(content)}
    return (json.dumps(sealed, indent=2, ensure_ascii=False) + "\n").encode()


def read(written: bytes) -> Manifest:
    """A manifest from its bytes. Raises ManifestNotUnderstood where it is none or its seal does not hold."""
    try:
        content = json.loads(written)
        seal = content.pop("seal")
        about = About(**{name: said for name, said in content["about"].items() if name not in RETIRED})
        files = tuple(Listed(**listed) for listed in content["files"])
        names.check(listed.path for listed in files)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestNotUnderstood(f"{NAME} is not the manifest of a pack: {error}") from error
    _check(content, seal)
    return Manifest(about, files, seal)


def _check(content: dict[str, Any], seal: str) -> None:
    if content.get("schema") != SCHEMA:
        raise ManifestNotUnderstood(
            f"{NAME} follows {content.get('schema')!r}, this program understands {SCHEMA!r}"
        )
    if canonical.digest(content) != seal:
        raise ManifestNotUnderstood(f"{NAME} was changed after it was written: its seal does not hold")


def _listed(path: str, content: bytes) -> Listed:
    return Listed(path, len(content), hashlib.sha256(content).hexdigest())
