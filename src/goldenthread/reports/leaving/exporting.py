"""Exporting: the figures of a pack as files, as the public sees them or as they are, never both together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goldenthread.disclosure import looks
from goldenthread.disclosure.looks import Look, folders, named, sheet
from goldenthread.documents import wording
from goldenthread.documents.renderers import html, spreadsheet_text
from goldenthread.documents.renderers.html import Style
from goldenthread.reports import gather
from goldenthread.reports.leaving.previewing import Leaving

PROTECTED, UNPROTECTED = "protected", "unprotected"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the look's mark, the files, how many figures, and which indicators were left out."""

    mark: str
    files: tuple[Path, ...]
    figures: int
    left_out: tuple[str, ...]


def protected(leaving: Leaving, *, to: Path) -> Exported:
    """Write the figures as the public would see them. Raises NotForThisLook."""
    folders.check(to, PROTECTED)
    return _written(leaving, looks.protected(leaving.passed), to, PROTECTED)


def unprotected(leaving: Leaving, *, to: Path, reason: str, by: str, at: datetime) -> Exported:
    """Write the figures as they are, of the indicators that are open to a post; on record in the audit.

    Raises NotForThisLook, NotEntitled, NoReasonGiven.
    """
    folders.check(to, UNPROTECTED)
    look = looks.unprotected(leaving.passed, reason=reason, by=by, at=at)
    return _written(leaving, look, to, UNPROTECTED)


def _written(leaving: Leaving, look: Look, to: Path, name: str) -> Exported:
    sealed, before = leaving.passed.printed.now, leaving.passed.printed.before
    council = sealed.one("council")
    told = sheet.rows(look, named.of((sealed, before)))
    paper = sheet.document(
        told,
        look,
        period=sealed.period,
        council=str(council["name"]),
        notice=str(council.get("notice") or ""),
        dates=wording.known_line(position=sealed.position_date, known=gather.day(leaving.known_at)),
    )
    safe = told.with_columns(
        told[column].map_elements(spreadsheet_text.shown, return_dtype=told.schema[column])
        for column in ("name", "figure", "note")
    )
    files = {
        f"{name}-{sealed.period}.csv": safe.write_csv().encode(),
        f"{name}-{sealed.period}.html": html.alone(paper, style=Style()).encode(),
    }
    return Exported(look.mark, tuple(folders.put(to, files)), told.height, look.left_out)
