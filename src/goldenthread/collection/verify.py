"""Verification of imports: every run and finding as it was sealed."""

from collections import defaultdict
from collections.abc import Iterator

from goldenthread.audit import redaction
from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.verify import Fault
from goldenthread.collection import queries, storing
from goldenthread.collection.models import Finding, ImportRun


def faults() -> Iterator[Fault]:
    """Every import that is not as it was sealed, or that the audit does not know."""
    known = AuditEvent.objects.filter(event=Event.RETURN_IMPORTED).values_list("subject", flat=True)
    told = set(known)
    redacted = redaction.redacted_columns(Finding)
    hashes: dict[int, list[str]] = defaultdict(list)
    for run_id, row_hash in Finding.objects.values_list("run_id", "row_hash").iterator():
        hashes[run_id].append(row_hash)
    for run in ImportRun.objects.all():
        where = f"import {run.pk} of {run.file_name}"
        if run.digest not in told:
            yield Fault(where, "an event in the audit", "none")
        if (found := storing.run_digest(run, hashes[run.pk])) != run.digest:
            yield Fault(where, run.digest, found)
        for finding, row_hash in queries.sealed_findings(run=run):
            if row_hash not in redacted and storing.row_hash(finding) != row_hash:
                yield Fault(f"{where}, finding at {finding.cell}", row_hash, storing.row_hash(finding))
    for digest in sorted(told - set(ImportRun.objects.values_list("digest", flat=True))):
        yield Fault(f"import {digest}", "it is kept", "none")
