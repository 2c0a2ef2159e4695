"""Findings on the terminal: what somebody should look at, file by file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from goldenthread.collection.findings import Finding, Severity

SHOWN_OF_A_KIND = 3
WORTH_SHOWING = (Severity.REFUSED_FILE, Severity.REFUSED_ROW, Severity.WARNING)


def in_words(found: Iterable[Finding]) -> list[str]:
    """The findings that cost something, the worst first, a few of each kind and how many more there are."""
    kinds: dict[tuple[int, str], list[Finding]] = {}
    for finding in found:
        if finding.severity in WORTH_SHOWING:
            kind = (WORTH_SHOWING.index(finding.severity), finding.code.value)
            kinds.setdefault(kind, []).append(finding)
    return [line for kind in sorted(kinds, key=lambda kind: kind[0]) for line in _of_a_kind(kinds[kind])]


def _of_a_kind(found: list[Finding]) -> Iterator[str]:
    severity = found[0].severity.value
    for finding in found[:SHOWN_OF_A_KIND]:
        yield f"  {severity}: {finding}"
    if (more := len(found) - SHOWN_OF_A_KIND) > 0:
        like = found[0].code.value.replace("_", " ")
        yield f"  {severity}: {more:,} more like these ({like}); import --json lists them all"


def as_rows(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings for --json."""
    return [
        {
            "file": finding.file,
            "sheet": finding.sheet,
            "cell": finding.cell,
            "severity": finding.severity.value,
            "code": finding.code.value,
            "wrong": finding.wrong,
            "right": finding.right,
        }
        for finding in found
    ]
