"""Letting: the data protection lead lets a phrase of a period's texts stand, or no longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from goldenthread.disclosure.findings import Finding
from goldenthread.disclosure.models import PhraseWord
from goldenthread.disclosure.phrases import actions
from goldenthread.disclosure.phrases import queries as phrases
from goldenthread.positions import queries as positions
from goldenthread.reports import gather
from goldenthread.reports.free_text import reading

SHORTEST: Final = 8
"""So many characters of a digest name a phrase."""


class NoSuchPhrase(LookupError):
    """No phrase that holds a text of the period back has this digest, or several have."""


def allow(
    period: str, digest: str, *, reason: str, by: str, at: datetime, known_from: datetime | None = None
) -> PhraseWord:
    """Let a phrase stand; `digest` is the beginning of that which `reading.of_period` tells of it.

    The phrase is looked for in the texts as the report tells them, and as they are known at `known_from`, or
    now. Raises NotFrozen, NoSuchPhrase, SaidAlready, and whatever `disclosure.phrases.actions.allow` does.
    """
    finding = _finding(period, digest, known_from or at)
    return actions.allow(finding=finding, period=period, reason=reason, by=by, at=at, known_from=known_from)


def revoke(
    digest: str, *, reason: str, by: str, at: datetime, known_from: datetime | None = None
) -> PhraseWord:
    """Let a phrase stand no longer. Raises NoSuchPhrase, and whatever `disclosure.phrases.actions` does."""
    return actions.revoke(phrase=_checked(digest), reason=reason, by=by, at=at, known_from=known_from)


def told_up_to(period: str) -> datetime:
    """Up to when the report of a frozen period tells what has become known. Raises NotFrozen."""
    return gather.report_moment(positions.sealed(period))


def _finding(period: str, digest: str, moment: datetime) -> Finding:
    start = _checked(digest)
    for findings in _as_known(period, moment):
        found = {finding.digest: finding for finding in findings if finding.digest.startswith(start)}
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            raise NoSuchPhrase(f"{len(found)} phrases of {period} have a digest that begins with {digest}")
    if any(word.phrase.startswith(start) for word in phrases.in_force(known_at=moment)):
        raise actions.SaidAlready(f"the phrase {digest} is allowed already")
    raise NoSuchPhrase(
        f"no phrase that holds a text of {period} back has the digest {digest}: take it from "
        f"`goldenthread disclosure words {period}`"
    )


def _as_known(period: str, moment: datetime) -> Iterator[tuple[Finding, ...]]:
    """The findings at the report's own moment, then at this one, where that is another."""
    told = told_up_to(period)
    yield reading.of_period(period, known_at=told).findings
    if moment > told:
        yield reading.of_period(period, known_at=moment).findings


def _checked(digest: str) -> str:
    start = digest.strip().lower()
    if len(start) < SHORTEST:
        raise NoSuchPhrase(f"{digest!r} is too short: write {SHORTEST} characters of the digest at least")
    return start
