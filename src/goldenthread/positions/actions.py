"""How a quarter is frozen: the lines are sealed and stored once, wholly or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from goldenthread.audit import actions as audit
from goldenthread.audit.events import Event
from goldenthread.positions import seal
from goldenthread.positions.models import Position, PositionLine
from goldenthread.positions.seal import SealedLine


class AlreadyFrozen(ValueError):
    """The period is frozen, and a frozen quarter does not change."""


class KnownTooEarly(ValueError):
    """A position cannot be known before its own date, nor later than now."""


def store(
    *,
    period: str,
    position_date: date,
    known_at: datetime,
    lines: Sequence[SealedLine],
    previous: str = "",
    by: str,
    at: datetime,
) -> Position:
    """Seal a period's lines. `previous` is the period it is compared with, frozen before; "" for the first.

    Raises AlreadyFrozen, or KnownTooEarly where `known_at` lies before the position date or after `at`.
    """
    _check_moments(period, position_date, known_at, at)
    with transaction.atomic():
        audit.hold()
        if Position.objects.filter(period=period).exists():
            raise AlreadyFrozen(
                f"{period} is frozen already and stays as it is; what has moved since: "
                f"goldenthread changes {period}"
            )
        before = Position.objects.filter(period=previous).values_list("digest", flat=True).first() or ""
        digest = seal.digest(
            period=period,
            position_date=position_date,
            known_at=known_at,
            frozen_by=by,
            previous_digest=before,
            lines=lines,
        )
        position = Position.objects.create(
            period=period,
            position_date=position_date,
            known_at=known_at,
            frozen_by=by,
            previous_digest=before,
            digest=digest,
            recorded_at=at,
        )
        PositionLine.objects.bulk_create(_rows(position, lines), batch_size=500)
        audit.write(
            event=Event.POSITION_FROZEN,
            by=by,
            at=at,
            subject=period,
            label=f"position at {position_date.isoformat()}",
            details={"known_at": known_at.isoformat(), "lines": len(lines)},
            digests={"position": digest},
        )
    return position


def _rows(position: Position, lines: Sequence[SealedLine]) -> list[PositionLine]:
    return [
        PositionLine(
            position=position,
            kind=sealed.kind,
            code=sealed.code,
            ordinal=ordinal,
            content=sealed.content,
            line_hash=sealed.line_hash,
        )
        for ordinal, sealed in enumerate(lines, start=1)
    ]


def _check_moments(period: str, position_date: date, known_at: datetime, at: datetime) -> None:
    if known_at > at:
        raise KnownTooEarly(
            f"{period}: known at {known_at:%-d %B %Y} is later than now: nothing is known yet"
        )
    if known_at.date() < position_date:
        raise KnownTooEarly(
            f"{period}: known at {known_at:%-d %B %Y} lies before the position date "
            f"{position_date:%-d %B %Y}: freeze after the quarter has ended"
        )
