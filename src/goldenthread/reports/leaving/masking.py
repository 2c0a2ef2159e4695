"""Masking: which areas good figures hide, from figures as the public sees them or as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goldenthread.disclosure import gate, looks
from goldenthread.disclosure.looks import entitled, figures
from goldenthread.positions import masked
from goldenthread.positions.masked import Masked
from goldenthread.positions.queries import Sealed
from goldenthread.reports.leaving.previewing import Leaving


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What was found, with the mark of the look; `left_out` are indicators that are not open to the post."""

    mark: str
    found: Masked
    sealed: Sealed
    left_out: tuple[str, ...] = ()


def protected(leaving: Leaving) -> Look:
    """From what the gate lets through alone: it may be said outside the council."""
    cleared = gate.position(leaving.passed.printed.now, leaving.passed)
    return Look(looks.PUBLIC, masked.of(cleared.sealed), cleared.sealed)


def unprotected(leaving: Leaving, *, reason: str, by: str, at: datetime) -> Look:
    """From all breakdowns as they are, of the indicators that are open to a post; on record in the audit.

    Raises NotEntitled, NoReasonGiven.
    """
    sealed = leaving.passed.printed.now
    codes, closed = entitled.opened(figures.policies(leaving.passed), by=by, at=at)
    open_ = set(codes)
    lines = [line for line in sealed.of("breakdown") if line["indicator"] in open_]
    with transaction.atomic():
        entitled.record(sealed.period, codes, len(lines), reason=reason, by=by, at=at)
    return Look(looks.UNPROTECTED, masked.judged(sealed.of("indicator"), lines), sealed, tuple(closed))
