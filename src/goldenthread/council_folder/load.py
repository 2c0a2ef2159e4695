"""Load: give each room its part of a council folder, as versions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from goldenthread.access import actions as access
from goldenthread.assessments import actions as assessments
from goldenthread.audit.versions import VersionsAdded
from goldenthread.challenges import actions as challenges
from goldenthread.council_folder import reading
from goldenthread.council_folder.problems import FolderRefused, Problem
from goldenthread.council_folder.reading import Folder, return_files
from goldenthread.council_folder.reading.return_files import ReturnFile
from goldenthread.council_folder.reading.rows import Row
from goldenthread.indicators import actions as indicators
from goldenthread.organisation import actions as organisation
from goldenthread.plan import actions as plan
from goldenthread.reports import actions as reports
from goldenthread.scorecards import actions as scorecards

ROOMS: Mapping[str, Callable[..., dict[str, VersionsAdded]]] = {
    "organisation": organisation.load,
    "access": access.load,
    "indicators": indicators.load,
    "plan": plan.load,
    "assessments": assessments.load,
    "scorecards": scorecards.load,
    "challenges": challenges.load,
    "reports": reports.load,
}


@dataclass(frozen=True)
class Loaded:
    """What a load brought, by section of the folder."""

    sections: Mapping[str, VersionsAdded]

    @property
    def added(self) -> int:
        """How many versions were new."""
        return sum(section.added for section in self.sections.values())

    @property
    def unchanged(self) -> int:
        """How many said what was known already."""
        return sum(section.unchanged for section in self.sections.values())


def load(*, folder: Path, by: str, at: datetime, data: Path | None = None) -> Loaded:
    """Load a council folder: all of it or nothing; what is already known is left as it is.

    `data` is the folder of somebody else's tables, where the council folder takes items from any.

    Raises FolderRefused with every problem, and VersionsDisagree where a version already known was rewritten.
    """
    return give(reading.read(folder, data=data), by=by, at=at)


def give(found: Folder, *, by: str, at: datetime) -> Loaded:
    """Load a folder that has been read; as `load`."""
    _check_nothing_is_known_before_its_time(found, at)
    rows: dict[str, dict[str, list[dict[str, Any]]]] = {room: {} for room in ROOMS}
    for row in found.rows:
        if row.section.is_versioned:
            rows[row.section.room].setdefault(row.section.name, []).append(row.values())
    with transaction.atomic():
        sections = [ROOMS[room](given, by=by, at=at) for room, given in rows.items() if given]
    return Loaded({name: added for room in sections for name, added in room.items()})


def returns(folder: Folder) -> tuple[ReturnFile, ...]:
    """The files that the folder's index of returns names, in its order."""
    return return_files.named(folder.rows, folder.path, folder.data)


def _check_nothing_is_known_before_its_time(folder: Folder, at: datetime) -> None:
    early = [_too_early(row, at) for row in folder.rows if row.stamp and row.stamp.known_from > at]
    if early:
        raise FolderRefused(early)


def _too_early(row: Row, at: datetime) -> Problem:
    assert row.stamp
    wrong = f"known_from {row.stamp.known_from:%Y-%m-%d %H:%M} UTC lies in the future"
    instead = f"Nothing is known before it is told: write a moment up to now, {at:%Y-%m-%d %H:%M} UTC"
    return Problem(row.file, row.line_of(), f"{row.code} > known_from", wrong, instead)
