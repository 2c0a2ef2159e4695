"""Checking: render a pack again and hold it against a folder, byte by byte."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from goldenthread.documents.renderers.html import Style
from goldenthread.publication import rendering, verify
from goldenthread.reports import gather


def differences(folder: Path, *, style: Style | None = None) -> list[str]:
    """What a pack rendered now from the same position and moment would have otherwise; [] where nothing.

    Raises ManifestNotUnderstood where the folder is no pack, NotFrozen where its period is not frozen here.
    """
    about = verify.read_manifest(folder).about
    moment = datetime.fromisoformat(about.changes_known_at)
    made = rendering.render(gather.material(about.period, known_at=moment), style=style or Style())
    there = verify.present(folder)
    found = [f"{path} would no longer be written" for path in sorted(there - set(made.files))]
    for path, content in made.files.items():
        if path not in there:
            found.append(f"{path} would be written and is not there")
        elif (folder / path).read_bytes() != content:
            found.append(f"{path} would be written otherwise")
    return [*found, *(f"{failure.part} failed: {failure.why}" for failure in made.failures)]
