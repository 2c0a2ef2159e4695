"""Writing to the ledger: record a delivery, see beforehand what it would change, redact."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import polars as pl
from django.db import transaction

from goldenthread.audit import actions as audit
from goldenthread.audit import redaction
from goldenthread.audit.events import Event
from goldenthread.observations import comparison, content, delivery, sql, timeline, verify
from goldenthread.observations.comparison import Comparison
from goldenthread.observations.models import Observation, Submission

CONTENT = (*content.SAID, *content.BESIDE)


LONGEST = {"kind": 40, "name": 500, "digest": 64, "mapping": 200}


class SourceNotSound(ValueError):
    """The source of figures is not named as it must be."""


class MomentNotSound(ValueError):
    """The moment from which figures are said to be known has no time zone, or lies ahead."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from: its kind (file, form, feed), name, the SHA-256 of its bytes, the mapping."""

    kind: str
    name: str
    digest: str = ""
    mapping: str = ""

    def __post_init__(self) -> None:
        if not self.kind or not self.name:
            raise SourceNotSound("a source has a kind and a name")
        for field, longest in LONGEST.items():
            if len(getattr(self, field)) > longest:
                raise SourceNotSound(f"the {field} of a source has at most {longest} characters")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a delivery did, or would do.

    `rows` are the figures that are new, with `change` (added or changed) and, in columns `old_...`, what
    they replace. `redacted` figures were left out because their like was redacted. `submission` is the
    digest of the delivery, empty if there was nothing to keep.
    """

    submission: str
    added: int
    changed: int
    unchanged: int
    redacted: int
    restated: int
    rows: pl.DataFrame


def record(
    *, observations: pl.DataFrame, known_from: datetime, source: Source, by: str, at: datetime
) -> Recorded:
    """Keep what a delivery says that is not known yet; one transaction, one audit event, or nothing at all.

    See `delivery.sound` for the frame. Raises DeliveryNotSound, ObservationsDisagree, MomentNotSound.
    A file delivered again that says nothing new leaves no trace.
    """
    known_from = _sound_moment(known_from, at)
    delivered = delivery.sound(observations)
    with transaction.atomic():
        audit.hold()
        found = comparison.compare(delivered, known_from=known_from, source_name=source.name)
        told = _recorded(found, observations.height)
        if found.rows.is_empty() and (found.repeated.is_empty() or _delivered_before(source, known_from)):
            return told
        return replace(told, submission=_store(found, known_from, source, by=by, at=at))


def difference(
    *, observations: pl.DataFrame, known_from: datetime, source: Source, by: str, at: datetime
) -> Recorded:
    """What `record` would do now; nothing is written."""
    known_from = _sound_moment(known_from, at)
    delivered = delivery.sound(observations)
    found = comparison.compare(delivered, known_from=known_from, source_name=source.name)
    return _recorded(found, observations.height)


def redact(
    *,
    row_hashes: Collection[str] = (),
    submission: str = "",
    columns: Collection[str] = CONTENT,
    reason: str,
    approver: str,
    by: str,
    at: datetime,
) -> int:
    """Blank figures that should never have come in, named by their hash or by their submission's digest.

    They stand as missing, "redacted", with their hash; the same content is not let in again. `columns` may
    be a part of `CONTENT`, or also "area" and "breakdown": then the figure leaves its series. Returns the
    number of rows blanked. Mind that the hash of a small number can be found by trying them all.
    """
    with transaction.atomic():
        audit.hold()
        hashes = set(row_hashes) | set(_hashes_of(submission))
        touched = _submissions_with(hashes)
        return redaction.redact(
            Observation,
            row_hashes=hashes,
            columns=columns,
            reason=reason,
            approver=approver,
            by=by,
            at=at,
            digests=lambda: verify.new_seals(touched),
        )


def redact_source_name(*, submission: str, reason: str, approver: str, by: str, at: datetime) -> None:
    """Blank the name of the file or person that figures came from."""
    with transaction.atomic():
        audit.hold()
        touched = list(Submission.objects.filter(digest=submission))
        redaction.redact(
            Submission,
            row_hashes=[submission],
            reason=reason,
            approver=approver,
            by=by,
            at=at,
            digests=lambda: verify.new_seals(touched),
        )


def _sound_moment(known_from: datetime, at: datetime) -> datetime:
    if known_from.tzinfo is None:
        raise MomentNotSound(f"known_from {known_from} names no time zone")
    if known_from > at:
        raise MomentNotSound(
            f"known_from {known_from} is later than now, {at}: nothing is known before it is told"
        )
    return known_from.astimezone(UTC)


def _recorded(found: Comparison, delivered: int) -> Recorded:
    added, changed = found.count("added"), found.count("changed")
    shown = found.rows.filter(pl.col("change") != "restated")
    return Recorded(
        submission="",
        added=added,
        changed=changed,
        unchanged=delivered - added - changed - found.redacted,
        redacted=found.redacted,
        restated=found.count("restated"),
        rows=comparison.with_old(shown),
    )


def _delivered_before(source: Source, known_from: datetime) -> bool:
    same = Submission.objects.filter(source_digest=source.digest, mapping=source.mapping)
    return bool(source.digest) and same.filter(known_from__lte=known_from).exists()


def _store(found: Comparison, known_from: datetime, source: Source, *, by: str, at: datetime) -> str:
    submission = Submission(
        known_from=known_from,
        source_kind=source.kind,
        source_name=source.name,
        source_digest=source.digest,
        mapping=source.mapping,
        by=by,
        row_count=found.rows.height,
        repeats=timeline.as_ranges(found.repeated["id"]),
        recorded_at=at,
    )
    submission.digest = content.submission_digest(
        verify.header(submission), found.rows, found.repeated["row_hash"].to_list()
    )
    event = audit.write(
        event=Event.SUBMISSION_RECORDED,
        by=by,
        at=at,
        subject=submission.digest,
        label=source.name,
        details={change: found.count(change) for change in ("added", "changed", "restated")}
        | {"unchanged": found.unchanged, "redacted": found.redacted, "known_from": known_from.isoformat()},
        digests={"submission": submission.digest},
    )
    submission.audit_number = event.number
    submission.save(force_insert=True)
    sql.insert(found.rows.select(*sql.WRITTEN).with_columns(pl.lit(submission.pk).alias("submission_id")))
    return submission.digest


def _hashes_of(submission: str) -> list[str]:
    return list(Observation.objects.filter(submission__digest=submission).values_list("row_hash", flat=True))


def _submissions_with(row_hashes: set[str]) -> list[Submission]:
    rows = sql.select({"submission_id": pl.Int64}, sql.among("row_hash", row_hashes))
    return list(Submission.objects.filter(pk__in=rows["submission_id"].unique().to_list()))
