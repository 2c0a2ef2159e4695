"""Verification of the ledger: every row against its hash, every delivery against its seal."""

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from goldenthread.audit import redaction
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.verify import Fault
from goldenthread.observations import content, sql
from goldenthread.observations.models import Observation, Submission
from goldenthread.observations.timeline import from_ranges

SEALED = {
    "submission_id": pl.Int64,
    "known_from": sql.MOMENT,
    **dict.fromkeys((*content.KEY, *content.SAID, *content.BESIDE, "replaces", "row_hash"), pl.String),
}
ROWS_AT_ONCE = 200_000
SUPERSEDED = "submission "


def faults() -> Iterator[Fault]:
    """Every row that does not say what its hash vouches for, every delivery that is not as it was sealed.

    Triggers, chain and redactions are the audit's to verify.
    """
    yield from _events_without_submission()
    seals = _seals()
    redacted = redaction.redacted_columns(Observation)
    for submissions in _portions():
        rows = _rows(submissions)
        yield from _changed_rows(rows.filter(~pl.col("row_hash").is_in(list(redacted))))
        parts = rows.partition_by("submission_id", as_dict=True)
        for submission in submissions:
            found = _digest(submission, parts.get((submission.pk,), rows.clear()))
            if found != seals.get(submission.digest, "no event"):
                yield Fault(f"submission {submission}", seals.get(submission.digest, "no event"), found)


def header(submission: Submission) -> dict[str, Any]:
    """What a submission says about itself, apart from its rows."""
    names = ("known_from", "source_kind", "source_name", "source_digest", "mapping", "by", "row_count")
    return {name: getattr(submission, name) for name in names}


def new_seals(submissions: Iterable[Submission]) -> dict[str, str]:
    """The digests of deliveries as they are after a redaction, by the digests they had at first."""
    seals = {}
    for submission in submissions:
        submission.refresh_from_db()
        seals[SUPERSEDED + submission.digest] = _digest(submission, _rows([submission]))
    return seals


def _digest(submission: Submission, rows: pl.DataFrame) -> str:
    repeated = from_ranges(submission.repeats).to_list()
    hashes = (
        sql.select({"row_hash": pl.String}, sql.among("id", repeated))
        if repeated
        else pl.DataFrame({"row_hash": []})
    )
    return content.submission_digest(header(submission), rows, hashes["row_hash"].to_list())


def _rows(submissions: list[Submission]) -> pl.DataFrame:
    return sql.select(SEALED, sql.among("submission_id", [submission.pk for submission in submissions]))


def _seals() -> dict[str, str]:
    """What the audit says each delivery's digest is by now."""
    seals: dict[str, str] = {}
    wanted = [Event.SUBMISSION_RECORDED.value, Event.CONTENT_REDACTED.value]
    events = AuditEvent.objects.filter(event__in=wanted).order_by("number")
    for digests in events.values_list("digests", flat=True):
        for name, digest in digests.items():
            if name == "submission":
                seals[digest] = digest
            elif name.startswith(SUPERSEDED):
                seals[name.removeprefix(SUPERSEDED)] = digest
    return seals


def _portions() -> Iterator[list[Submission]]:
    """All submissions, a bounded number of rows at a time."""
    portion: list[Submission] = []
    rows = 0
    for submission in Submission.objects.order_by("id").iterator():
        portion.append(submission)
        rows += submission.row_count
        if rows >= ROWS_AT_ONCE:
            yield portion
            portion, rows = [], 0
    if portion:
        yield portion


def _changed_rows(rows: pl.DataFrame) -> Iterator[Fault]:
    should = content.row_hashes(rows)
    for row, expected in zip(
        rows.with_columns(should.alias("should"))
        .filter(pl.col("should") != pl.col("row_hash"))
        .iter_rows(named=True),
        should.filter(should != rows["row_hash"]),
        strict=True,
    ):
        where = " ".join(row[name] for name in content.KEY if row[name])
        yield Fault(
            f"observation {where}, known from {row['known_from']}", f"row hash {expected}", row["row_hash"]
        )


def _events_without_submission() -> Iterator[Fault]:
    told = AuditEvent.objects.filter(event=Event.SUBMISSION_RECORDED.value).order_by("number")
    kept = set(Submission.objects.values_list("digest", "audit_number"))
    for number, digest in told.values_list("number", "subject"):
        if (digest, number) not in kept:
            yield Fault(f"audit event {number}", f"the submission {digest}", "it is gone")
