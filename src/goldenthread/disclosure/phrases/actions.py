"""How a phrase is let stand, and how that is taken back; only the data protection lead does either."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from goldenthread.audit import actions as audit
from goldenthread.audit import canonical
from goldenthread.audit.events import Event
from goldenthread.disclosure import roles
from goldenthread.disclosure.findings import Finding
from goldenthread.disclosure.models import OnPhrase, PhraseWord
from goldenthread.disclosure.phrases import queries

EVENTS: Final = {OnPhrase.ALLOWED: Event.PHRASE_ALLOWED, OnPhrase.REVOKED: Event.PHRASE_REVOKED}
PLACE: Final = ("period", "kind", "about", "field", "rule")


class NoReason(ValueError):
    """Whoever lets a phrase stand, or no longer, says why."""


class SaidAlready(ValueError):
    """The phrase may stand already, or was decided on at that very moment."""


class LeftAlready(ValueError):
    """What has left the council would read otherwise if it were written again."""


class StillToCome(ValueError):
    """Nobody knows yet what will be decided."""


def allow(
    *, finding: Finding, period: str, reason: str, by: str, at: datetime, known_from: datetime | None = None
) -> PhraseWord:
    """Let a phrase stand in its very text, for reports that tell what was known from a moment on.

    `finding` is what holds the text of this period back; `known_from` is now if it is not given, and no
    earlier than what any release that is out tells of. Raises NotTheirs, NobodyHolds, NoReason, SaidAlready,
    LeftAlready, StillToCome.
    """
    place = {
        "period": period,
        "kind": finding.kind,
        "about": finding.about,
        "field": finding.field,
        "rule": finding.rule.value,
    }
    roles.check_lead(by, "let a phrase stand", at=at)
    with transaction.atomic():
        audit.hold()
        moment = known_from or at
        if finding.digest in queries.allowed(known_at=moment):
            raise SaidAlready(f"the phrase {finding.digest[:12]} is allowed already")
        return _say(finding.digest, OnPhrase.ALLOWED, place, reason=reason, by=by, at=at, known_from=moment)


def revoke(
    *, phrase: str, reason: str, by: str, at: datetime, known_from: datetime | None = None
) -> PhraseWord:
    """Let a phrase stand no longer; `phrase` is the beginning of its digest.

    Raises NoSuchPhrase where none that is allowed has it, else as `allow`.
    """
    roles.check_lead(by, "take back what lets a phrase stand", at=at)
    with transaction.atomic():
        audit.hold()
        moment = known_from or at
        found = queries.named(phrase, known_at=moment)
        place = {name: getattr(found, name) for name in PLACE}
        return _say(found.phrase, OnPhrase.REVOKED, place, reason=reason, by=by, at=at, known_from=moment)


def digest(word: PhraseWord) -> str:
    """The seal over what was decided: every column but the clock, the audit's number and the id."""
    left_out = {"id", "digest", "audit_number", "recorded_at"}
    fields = (field.attname for field in word._meta.concrete_fields if field.attname not in left_out)
    return canonical.digest({name: getattr(word, name) for name in fields})


def _say(
    phrase: str,
    said: OnPhrase,
    place: dict[str, Any],
    *,
    reason: str,
    by: str,
    at: datetime,
    known_from: datetime,
) -> PhraseWord:
    if not reason.strip():
        raise NoReason("say why: nobody can look at it later without a reason")
    _check_moment(known_from, at)
    if PhraseWord.objects.filter(phrase=phrase, known_from=known_from).exists():
        raise SaidAlready(f"the phrase {phrase[:12]} was decided on at that very moment: name a later one")
    word = PhraseWord(
        phrase=phrase,
        word=said,
        known_from=known_from,
        **place,
        reason=reason.strip(),
        by=by,
        recorded_at=at,
    )
    word.digest = digest(word)
    event = audit.write(
        event=EVENTS[said],
        by=by,
        at=at,
        subject=phrase,
        label=reason.strip(),
        details=place,
        digests={"word": word.digest},
    )
    word.audit_number = event.number
    word.save(force_insert=True)
    return word


def _check_moment(known_from: datetime, at: datetime) -> None:
    """Not to come, and not before what has left: the same moment gives the same papers for ever."""
    if known_from > at:
        raise StillToCome("a phrase is allowed from today on, or from a day past, not from one to come")
    out = queries.latest_out()
    if out and known_from <= out.known_at:
        raise LeftAlready(
            f"the release {out.code} tells what was known up to {out.known_at:%Y-%m-%d %H:%M} UTC, and what "
            "has left stays as it is: leave --known-from out, or name a later moment"
        )
