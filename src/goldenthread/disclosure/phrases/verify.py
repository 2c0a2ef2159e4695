"""Verify what was decided about phrases: every word against its seal and the audit."""

from __future__ import annotations

from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent
from goldenthread.disclosure.models import PhraseWord
from goldenthread.disclosure.phrases import actions

DECIDED = (Event.PHRASE_ALLOWED, Event.PHRASE_REVOKED)


def faults() -> list[str]:
    """What does not hold, in words, the earliest first; empty when all holds."""
    events = AuditEvent.objects.filter(event__in=DECIDED).values_list("number", "digests")
    told = {number: digests["word"] for number, digests in events}
    found: list[str] = []
    for word in PhraseWord.objects.order_by("id"):
        name = f"the word on the phrase {word.phrase[:12]}"
        if actions.digest(word) != word.digest:
            found.append(f"{name} is not what was sealed")
        if told.pop(word.audit_number, None) != word.digest:
            found.append(f"{name}: its seal is not the one that the audit tells")
    return [
        *found,
        *(f"event {number} tells of a word on a phrase that is not here" for number in sorted(told)),
    ]
