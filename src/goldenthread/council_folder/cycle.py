"""The cycle: a council folder's returns brought in, and its quarters frozen as the calendar says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from goldenthread.collection import actions as collection
from goldenthread.collection import mapping as mappings
from goldenthread.collection import queries, storing
from goldenthread.collection.findings import FileRefused, Finding
from goldenthread.collection.imported import Imported
from goldenthread.council_folder.load import ReturnFile
from goldenthread.organisation import queries as organisation
from goldenthread.organisation.models import ReportingCalendar
from goldenthread.positions import freezing
from goldenthread.positions import queries as positions


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file: what came in, why the whole was refused, or that it was read before.

    `earlier` is what was found in it when it was read before.
    """

    file: str
    imported: Imported | None = None
    refused: tuple[Finding, ...] = ()
    read_before: bool = False
    earlier: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything somebody should look at."""
        return self.refused or (self.imported.findings if self.imported else ())


def bring_in(
    returns: Sequence[ReturnFile], *, at: datetime, started: Callable[[str], None] = lambda file: None
) -> Iterator[Brought]:
    """Import files in the order in which they were known; one that is refused does not stop the others."""
    for each in returns:
        started(each.path.name)
        yield _bring(each, at)


def rehearse(
    returns: Sequence[ReturnFile], *, at: datetime, started: Callable[[str], None] = lambda file: None
) -> Iterator[Brought]:
    """What `bring_in` would do, each file building on those before it; nothing is kept."""
    with transaction.atomic():
        for each in bring_in(returns, at=at, started=started):
            done = each.imported and replace(each.imported, is_dry_run=True)
            yield replace(each, imported=done)
        transaction.set_rollback(True)


def freeze_due(*, by: str, at: datetime, until: str = "") -> Iterator[str]:
    """Freeze what the reporting calendar says should be frozen by now and is not; yields each period.

    `until` is the last period to freeze; all that are due otherwise. The earliest position date comes first.
    """
    for entry in due(at=at, until=until):
        if not positions.is_frozen(entry.code):
            assert entry.freeze_at is not None
            freezing.freeze(
                period=entry.code,
                position_date=entry.position_date,
                known_at=entry.freeze_at,
                by=by,
                at=at,
            )
            yield entry.code


def due(*, at: datetime, until: str = "") -> list[ReportingCalendar]:
    """The periods of the calendar whose freeze has come, up to one of them."""
    calendar = organisation.reporting_periods(on=at.date(), known_at=at)
    come = [entry for entry in calendar if entry.freeze_at and entry.freeze_at <= at]
    codes = [entry.code for entry in come]
    return come[: codes.index(until) + 1] if until in codes else come


def _bring(each: ReturnFile, at: datetime) -> Brought:
    mapping = mappings.load(each.mapping)
    digest = hashlib.sha256(each.path.read_bytes()).hexdigest()
    if earlier := storing.earlier_run(digest, mapping):
        return Brought(each.path.name, read_before=True, earlier=tuple(queries.findings(run=earlier)))
    try:
        done = collection.import_file(
            path=each.path, mapping=mapping, known_from=each.known_from, by=each.by, at=at
        )
    except FileRefused as refused:
        return Brought(each.path.name, refused=refused.findings)
    return Brought(each.path.name, imported=done)
