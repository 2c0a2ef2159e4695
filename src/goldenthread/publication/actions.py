"""How a pack is written: gathered, gated, rendered, recorded as a release, and put in its place whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from goldenthread.disclosure import actions as disclosure
from goldenthread.disclosure import known, queries
from goldenthread.positions import queries as positions
from goldenthread.publication import folder, rendering
from goldenthread.publication.rendering import Failure, Look, Progress, collection
from goldenthread.reports import despatch, gather
from goldenthread.reports.despatch import Finding, Recorded


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: where, how many files of how many bytes, what failed, and which file to open.

    `before_despatch` is what still stands in the way of sending the report out.
    """

    folder: Path
    files: int
    size: int
    failures: tuple[Failure, ...]
    first: Path
    before_despatch: tuple[Finding, ...] = ()


def write_pack(
    *,
    period: str,
    to: Path,
    by: str = "",
    at: datetime,
    known_at: datetime | None = None,
    look: Look | None = None,
    progress: Progress = lambda part, done, total: None,
) -> Written:
    """Write the pack of a frozen period to a folder, which is replaced whole if it holds a pack already.

    `known_at` is the report's moment: the calendar's last day for updates if it is not given, but not later
    than `at`, for nothing is known of what is to come. The answers to the form are those of the day of the
    agenda, again not later than `at`. What the pack tells is recorded as a release, in the name of `by` (the
    post that froze the period, if it is not given): from then on everybody knows it. Raises NotFrozen,
    folder.NotAPack, KnownBeforeTheFreeze, CannotBeProtected, AnotherCameBetween.
    """
    folder.check_replaceable(to.absolute())
    sealed = positions.sealed(period)
    moment = known_at or min(gather.report_moment(sealed), at)
    with collection.paused():
        material = gather.material(period, known_at=moment, form_known_at=min(gather.form_moment(sealed), at))
        made = rendering.render(material, look=look, progress=progress)
    # Either both or neither: what is in the folder is known to everybody, and what is not has told nobody.
    with transaction.atomic():
        disclosure.publish(passed=material.now.passed, known_at=moment, by=by or sealed.frozen_by, at=at)
        folder.replace(to, made.files)
    size = sum(len(content) for content in made.files.values())
    found = tuple(despatch.findings(material, _recorded(material.now.passed.code, at)))
    return Written(to, len(made.files), size, made.failures, to / "index.html", found)


def _recorded(release: str, at: datetime) -> Recorded:
    """How a release stands, and who approves it."""
    return Recorded(release, queries.listed(release).standing, known.lead(at=at))
