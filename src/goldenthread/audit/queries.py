"""How to ask the audit: up to where it reaches."""

from __future__ import annotations

from collections.abc import Collection

from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent


def latest(*, but: Collection[str] = (), but_added: Collection[str] = ()) -> str:
    """The hash of the latest event that is none of `but` (codes of `events.Event`); "" where there is none.

    Versions that were added of the models `but_added` do not count either.

    Whoever keeps an answer in memory knows by it whether anything was recorded since.
    """
    added = {"event": Event.VERSIONS_ADDED, "subject__in": list(but_added)}
    found = AuditEvent.objects.exclude(event__in=list(but)).exclude(**added).order_by("-number")
    return found.values_list("hash", flat=True).first() or ""
