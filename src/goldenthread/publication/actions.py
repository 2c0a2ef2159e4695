"""How a pack is written: gathered, gated, rendered, and put in its place whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goldenthread.documents.renderers.html import Style
from goldenthread.positions import queries as positions
from goldenthread.publication import folder, rendering
from goldenthread.publication.rendering import Failure, Progress
from goldenthread.reports import gather


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: where, how many files of how many bytes, what failed, and which file to open."""

    folder: Path
    files: int
    size: int
    failures: tuple[Failure, ...]
    first: Path


def write_pack(
    *,
    period: str,
    to: Path,
    at: datetime,
    known_at: datetime | None = None,
    style: Style | None = None,
    progress: Progress = lambda part, done, total: None,
) -> Written:
    """Write the pack of a frozen period to a folder, which is replaced whole if it holds a pack already.

    `known_at` is the report's moment: the calendar's last day for updates if it is not given, but not later
    than `at`, for nothing is known of what is to come. Nothing in the database changes. Raises NotFrozen,
    folder.NotAPack, KnownBeforeTheFreeze.
    """
    folder.check_replaceable(to.absolute())
    moment = known_at or min(gather.report_moment(positions.sealed(period)), at)
    material = gather.material(period, known_at=moment)
    made = rendering.render(material, style=style or Style(), progress=progress)
    folder.replace(to, made.files)
    size = sum(len(content) for content in made.files.values())
    return Written(to, len(made.files), size, made.failures, to / "index.html")
