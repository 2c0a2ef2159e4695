"""Verify frozen quarters: every line against its hash, every position against its seal."""

from __future__ import annotations

from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent
from goldenthread.positions import seal
from goldenthread.positions.models import Position
from goldenthread.positions.seal import SealedLine


def faults() -> list[str]:
    """What does not hold, in words, the earliest position first; empty when every seal holds."""
    found: list[str] = []
    digests = set(Position.objects.values_list("digest", flat=True))
    told = _seals_of_the_audit()
    for position in Position.objects.order_by("position_date"):
        found += _faults_of(position)
        if told.pop(position.period, None) != position.digest:
            found.append(f"position {position.period}: its seal is not the one that the audit tells")
        if position.previous_digest and position.previous_digest not in digests:
            found.append(f"position {position.period}: the position it was compared with is not here")
    return [*found, *(f"position {period}: it was frozen and is not here" for period in sorted(told))]


def _seals_of_the_audit() -> dict[str, str]:
    """The seal of each period that was ever frozen, as its event has it."""
    events = AuditEvent.objects.filter(event=Event.POSITION_FROZEN).values_list("subject", "digests")
    return {period: digests["position"] for period, digests in events}


def _faults_of(position: Position) -> list[str]:
    stored = list(position.lines.order_by("ordinal"))
    lines = [SealedLine(line.kind, line.code, line.content) for line in stored]
    for row, line in zip(stored, lines, strict=True):
        if row.line_hash != line.line_hash:
            return [f"position {position.period}: line {row.kind} {row.code} is not what was sealed"]
    digest = seal.digest(
        period=position.period,
        position_date=position.position_date,
        known_at=position.known_at,
        frozen_by=position.frozen_by,
        previous_digest=position.previous_digest,
        lines=lines,
    )
    return (
        []
        if digest == position.digest
        else [f"position {position.period}: its lines do not make up its seal"]
    )
