"""Writing to the audit: one event at the end of the chain."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from goldenthread.audit import chain, whence
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent

# Any number will do, as long as nothing else in the database takes the same.
POSTGRESQL_LOCK = 7_316_255_401


def write(
    *,
    event: Event,
    by: str,
    at: datetime,
    subject: str,
    label: str = "",
    details: Mapping[str, Any] | None = None,
    digests: Mapping[str, str] | None = None,
) -> AuditEvent:
    """Append one event. Call it inside the transaction of the change it tells of.

    Its details say from which address it came, where the door knows one (`whence`).
    """
    came_from = {"from": whence.address()} if whence.address() else {}
    with transaction.atomic():
        hold()
        latest = AuditEvent.objects.order_by("-number").first()
        row = AuditEvent(
            number=latest.number + 1 if latest else 1,
            event=event.value,
            by=by,
            subject=subject,
            label=label,
            details={**(details or {}), **came_from},
            digests=dict(digests or {}),
            previous_hash=latest.hash if latest else "",
            recorded_at=at,
        )
        row.hash = chain.hash_of(row)
        row.save(force_insert=True)
        return row


def next_number() -> int:
    """The number the next event will have; sure only while `hold` keeps others waiting."""
    latest = AuditEvent.objects.order_by("-number").values_list("number", flat=True).first()
    return (latest or 0) + 1


def hold() -> None:
    """Wait until no other transaction changes the books, and keep others waiting until this one ends.

    On SQLite every transaction does so from its first moment (transaction_mode IMMEDIATE).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [POSTGRESQL_LOCK])
