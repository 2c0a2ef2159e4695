"""How a release is recorded, approved and withdrawn, and a figure excepted; nothing is ever changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import polars as pl
from django.db import transaction

from goldenthread.audit import actions as audit
from goldenthread.audit import canonical
from goldenthread.audit.events import Event
from goldenthread.disclosure import queries, roles
from goldenthread.disclosure.drafts.deciding import ENGINE
from goldenthread.disclosure.gate import Passed
from goldenthread.disclosure.models import Release, ReleaseWord, SuppressionDecision, Word
from goldenthread.indicators import excepting
from goldenthread.indicators.excepting import Excepted
from goldenthread.methods.disclosure.system import Role

EVENTS = {Word.APPROVED: Event.RELEASE_APPROVED, Word.WITHDRAWN: Event.RELEASE_WITHDRAWN}


class AnotherCameBetween(RuntimeError):
    """Another release left while this one was made, so this one was not checked against it."""


class NoReason(ValueError):
    """A word on a release says why, and who says it."""


class SaidAlready(ValueError):
    """The release is approved already, or withdrawn."""


def publish(*, passed: Passed, known_at: datetime, by: str, at: datetime) -> Release:
    """Record what leaves: from now on it is known to everybody, whatever is released next.

    `known_at` is the moment up to which the pack tells. What was published already in the same words is the
    same release. Raises AnotherCameBetween.
    """
    with transaction.atomic():
        audit.hold()
        out = queries.out()
        if passed.code in out:
            return Release.objects.get(code=passed.code)
        if tuple(out) != passed.world.releases:
            raise AnotherCameBetween("another release was recorded while this one was made: make it again")
        return _store(passed, known_at, by, at)


def approve(*, code: str, reason: str, by: str, at: datetime) -> ReleaseWord:
    """The data protection lead has looked at what a release hides and shows, and agrees.

    Raises NoReason, NotTheirs, NoSuchRelease, SaidAlready.
    """
    _check_said("approve a release", reason, by)
    roles.check_lead(by, "approve a release", at=at)
    return _say(code, Word.APPROVED, reason, by, at)


def withdraw(*, code: str, reason: str, by: str, at: datetime) -> ReleaseWord:
    """A release never left the council: nobody knows what it says, and it binds no other.

    For the data protection lead alone to say; what has been seen outside stays published. Raises NoReason,
    NotTheirs, NoSuchRelease, SaidAlready.
    """
    _check_said("withdraw a release", reason, by)
    roles.check_lead(by, "withdraw a release", at=at)
    return _say(code, Word.WITHDRAWN, reason, by, at)


def except_figure(asked: Excepted, *, reason: str, by: str, at: datetime) -> str:
    """The data protection lead lets a figure be shown or hidden for a time, whatever its policy; its code.

    Raises NoReason, NotTheirs, CannotBeExcepted.
    """
    _check_said("except a figure", reason, by)
    roles.check_lead(by, "except a figure", at=at)
    return excepting.add(asked, reason=reason, by=by, at=at)


def _store(passed: Passed, known_at: datetime, by: str, at: datetime) -> Release:
    release = _row(passed, known_at, by, at)
    decisions = list(_decisions(release, passed.draft.stated))
    event = audit.write(
        event=Event.RELEASE_PUBLISHED,
        by=by,
        at=at,
        subject=release.code,
        label=f"{release.shown_count} figures shown, {release.hidden_count} hidden",
        details={"period": release.period, "level": release.level, "width": release.width},
        digests={"release": release.digest, "position": release.position},
    )
    release.audit_number = event.number
    release.save(force_insert=True)
    SuppressionDecision.objects.bulk_create(decisions, batch_size=500)
    return release


def _row(passed: Passed, known_at: datetime, by: str, at: datetime) -> Release:
    draft, now = passed.draft, passed.printed.now
    figures, proof = draft.texts
    hidden = int(draft.stated["hidden"].sum())
    secondary, _ = draft.protection.loss(draft.system)
    release = Release(
        code=passed.code,
        period=now.period,
        position=now.digest,
        known_at=known_at,
        inputs=draft.inputs,
        world=list(passed.world.releases),
        engine=ENGINE,
        level=draft.protection.level.value,
        width=draft.protection.width,
        shown_count=draft.stated.height - hidden,
        hidden_count=hidden,
        primary_cells=int(draft.system.is_(Role.PRIMARY).sum()),
        secondary_cells=secondary,
        lost=draft.lost,
        figures=figures,
        proof=proof,
        made_by=by,
        audit_number=0,
        recorded_at=at,
    )
    release.digest = digest(release)
    return release


def digest(release: Release) -> str:
    """The seal over what a release says: every column but the clock, the audit's number and the id."""
    left_out = {"id", "digest", "audit_number", "recorded_at"}
    return canonical.digest(
        {
            field.attname: getattr(release, field.attname)
            for field in release._meta.concrete_fields
            if field.attname not in left_out
        }
    )


def _decisions(release: Release, stated: pl.DataFrame) -> Iterator[SuppressionDecision]:
    """One for each figure that is hidden; said twice in one release, it is one decision."""
    key = ["indicator", "area", "breakdown", "period"]
    rows = stated.filter("hidden").unique(key, keep="first", maintain_order=True)
    for row in rows.iter_rows(named=True):
        yield SuppressionDecision(
            release=release, **{name: row[name] for name in key}, why=row["why"], lost=row["count"] or 0
        )


def _check_said(what: str, reason: str, by: str) -> None:
    if not reason.strip() or not by.strip():
        raise NoReason(f"to {what}, say why, and who says so")


def _say(code: str, word: Word, reason: str, by: str, at: datetime) -> ReleaseWord:
    with transaction.atomic():
        audit.hold()
        told = queries.release(code)
        said = {each.word for each in told.words}
        if word in said or Word.WITHDRAWN in said:
            raise SaidAlready(f"release {code} is {told.listed.standing} already")
        event = audit.write(event=EVENTS[word], by=by, at=at, subject=code, label=reason)
        return ReleaseWord.objects.create(
            release=Release.objects.get(code=code),
            word=word,
            reason=reason,
            by=by,
            audit_number=event.number,
            recorded_at=at,
        )
