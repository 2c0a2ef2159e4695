"""Storing an import run with its findings, sealed and told to the audit."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from goldenthread.audit import actions as audit
from goldenthread.audit import canonical
from goldenthread.audit.events import Event
from goldenthread.collection.findings import Finding
from goldenthread.collection.imported import Imported
from goldenthread.collection.mapping import Mapping
from goldenthread.collection.models import Finding as FindingRow
from goldenthread.collection.models import ImportRun

MOST_OF_A_NAME = 200
ROWS_AT_ONCE = 5_000
BETWEEN = "\x1f"
SAID = ("sheet", "cell", "severity", "code", "wrong", "right")
HEADER = ("file_digest", "mapping", "mapping_digest", "known_from", "by")
COUNTS = ("added", "changed", "unchanged", "refused", "ignored", "submissions")


def was_imported(digest: str, mapping: Mapping) -> bool:
    """Whether this very file was read by this very mapping before."""
    return earlier_run(digest, mapping) is not None


def earlier_run(digest: str, mapping: Mapping) -> ImportRun | None:
    """The latest time that this very file was read by this very mapping; None where it never was."""
    runs = ImportRun.objects.filter(file_digest=digest, mapping_digest=mapping.digest)
    return runs.order_by("-id").first()


def store(done: Imported, mapping: Mapping, *, known_from: datetime, by: str, at: datetime) -> ImportRun:
    """Keep a run and its findings. Call it inside the transaction of the import."""
    hashes = [row_hash(found) for found in done.findings]
    run = ImportRun(
        file_name=done.file,
        file_digest=done.digest,
        mapping=mapping.mapping,
        mapping_digest=mapping.digest,
        known_from=known_from,
        by=by,
        added=done.added,
        changed=done.changed,
        unchanged=done.unchanged,
        refused=done.refused,
        ignored=dict(sorted(done.ignored.items())),
        submissions=list(done.submissions),
        recorded_at=at,
    )
    run.digest = run_digest(run, hashes)
    event = audit.write(
        event=Event.RETURN_IMPORTED,
        by=by,
        at=at,
        subject=run.digest,
        label=done.file,
        details={name: getattr(run, name) for name in COUNTS} | {"findings": len(hashes)},
        digests={"import": run.digest},
    )
    run.audit_number = event.number
    run.save(force_insert=True)
    _insert(run, done.findings, hashes)
    return run


def row_hash(found: Finding) -> str:
    """The hash of what a finding says."""
    return hashlib.sha256(BETWEEN.join(_said(found)).encode()).hexdigest()


def run_digest(run: ImportRun, hashes: Iterable[str]) -> str:
    """The seal of a run: header, counts and findings; not the file's name, which may be redacted."""
    header = {name: getattr(run, name) for name in (*HEADER, *COUNTS)}
    return hashlib.sha256("\n".join([canonical.text(header), *sorted(hashes)]).encode()).hexdigest()


def _said(found: Finding) -> tuple[str, ...]:
    return (
        found.sheet[:MOST_OF_A_NAME],
        found.cell,
        found.severity.value,
        found.code.value,
        found.wrong,
        found.right,
    )


def _insert(run: ImportRun, findings: tuple[Finding, ...], hashes: list[str]) -> None:
    """Without an object for each: a bad file may have as many findings as rows."""
    columns = ("run_id", *SAID, "row_hash")
    rows: list[tuple[int | str, ...]] = [
        (run.pk, *_said(found), hashed) for found, hashed in zip(findings, hashes, strict=True)
    ]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        for start in range(0, len(rows), ROWS_AT_ONCE):
            cursor.executemany(
                f'INSERT INTO "{FindingRow._meta.db_table}" ({names}) VALUES ({marks})',  # noqa: S608  names of ours
                rows[start : start + ROWS_AT_ONCE],
            )
