"""How to ask about imports: which files were read, and what was found in them."""

from datetime import datetime

from goldenthread.collection.findings import Code, Finding, Severity
from goldenthread.collection.models import Finding as FindingRow
from goldenthread.collection.models import ImportRun


def import_runs(*, known_at: datetime) -> list[ImportRun]:
    """The files read whose figures were known at a moment, in the order in which they were read."""
    return list(ImportRun.objects.filter(known_from__lte=known_at))


def findings(*, run: ImportRun) -> list[Finding]:
    """What was found in one file, in the order of the file."""
    return [finding for finding, _ in sealed_findings(run=run)]


def sealed_findings(*, run: ImportRun) -> list[tuple[Finding, str]]:
    """What was found in one file, each with the hash it was kept under."""
    return [(_finding(row, run.file_name), row.row_hash) for row in FindingRow.objects.filter(run=run)]


def _finding(row: FindingRow, file: str) -> Finding:
    severity, code = Severity(row.severity), Code(row.code)
    return Finding(file, row.sheet, row.cell, severity, code, row.wrong, row.right)
