"""The chain: what enters the hash of an event."""

from goldenthread.audit import canonical
from goldenthread.audit.models import AuditEvent

HASHED = ("event", "by", "subject", "label", "details", "digests", "previous_hash")


def hash_of(event: AuditEvent) -> str:
    """The hash an event should have: no number and no clock enters it."""
    return canonical.digest({name: getattr(event, name) for name in HASHED})
