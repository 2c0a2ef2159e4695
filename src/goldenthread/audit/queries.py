"""How to ask the audit: up to where it reaches."""

from __future__ import annotations

from collections.abc import Collection

from goldenthread.audit.models import AuditEvent


def latest(*, but: Collection[str] = ()) -> str:
    """The hash of the latest event that is none of `but` (codes of `events.Event`); "" where there is none.

    Whoever keeps an answer in memory knows by it whether anything was recorded since.
    """
    found = AuditEvent.objects.exclude(event__in=list(but)).order_by("-number")
    return found.values_list("hash", flat=True).first() or ""
