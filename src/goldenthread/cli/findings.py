"""Findings on the terminal: what somebody should look at, file by file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from goldenthread.cli import output
from goldenthread.collection.findings import Finding, Severity

SHOWN = 12
WORTH_SHOWING = (Severity.REFUSED_FILE, Severity.REFUSED_ROW, Severity.WARNING)


def worst_first(found: Iterable[Finding]) -> list[Finding]:
    """The findings that cost something: refused files, refused rows, then warnings, each in file order."""
    worth = [finding for finding in found if finding.severity in WORTH_SHOWING]
    return sorted(worth, key=lambda finding: WORTH_SHOWING.index(finding.severity))


def show(found: Iterable[Finding], most: int = SHOWN) -> None:
    """The findings that cost something, the worst first; how many more there are."""
    worth = worst_first(found)
    for finding in worth[:most]:
        output.say(f"  {finding.severity.value}: {finding}")
    if len(worth) > most:
        output.say(f"  and {len(worth) - most} more: goldenthread import --json lists all of them")


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
