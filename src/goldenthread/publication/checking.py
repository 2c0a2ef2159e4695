"""Checking: render a pack again and hold it against a folder, byte by byte."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from goldenthread.documents.renderers.html import Style
from goldenthread.publication import rendering, verify
from goldenthread.publication.manifest import About
from goldenthread.publication.rendering import Look, collection
from goldenthread.reports import gather


class AnotherTemplate(ValueError):
    """The pack was set with another Word template than the one given."""


def differences(folder: Path, *, word_template: bytes | None = None) -> list[str]:
    """What a pack rendered now from the same position and moments would have otherwise; [] where nothing.

    `word_template` is the council's own, where the pack was set with one. Raises ManifestNotUnderstood where
    the folder is no pack, NotFrozen where its period is not frozen here, AnotherTemplate.
    """
    about = verify.read_manifest(folder).about
    look = _look(about, word_template)
    with collection.paused():
        material = gather.material(
            about.period,
            known_at=datetime.fromisoformat(about.changes_known_at),
            form_known_at=datetime.fromisoformat(about.form_known_at) if about.form_known_at else None,
        )
        made = rendering.render(material, look=look)
    there = verify.present(folder)
    found = [f"{path} would no longer be written" for path in sorted(there - set(made.files))]
    for path, content in made.files.items():
        if path not in there:
            found.append(f"{path} would be written and is not there")
        elif (folder / path).read_bytes() != content:
            found.append(f"{path} would be written otherwise")
    return [*found, *(f"{failure.part} failed: {failure.why}" for failure in made.failures)]


def _look(about: About, word_template: bytes | None) -> Look:
    """The looks that a pack was given, as its manifest names them."""
    look = Look(Style(about.brand) if about.brand else Style(), word_template)
    if look.template_digest != about.word_template:
        used = f"one with the SHA-256 {about.word_template[:12]}" if about.word_template else "our own"
        raise AnotherTemplate(
            f"the pack's Word papers were set with {used}: name that file as --word-template (none for ours)"
        )
    return look
