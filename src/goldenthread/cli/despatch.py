"""Despatch on the terminal: what to look at before a report is sent."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from goldenthread.publication.actions import Finding

SHOWN_OF_A_KIND = 3


def in_words(found: Iterable[Finding]) -> list[str]:
    """Each finding as a line, a few of each kind and how many more there are."""
    lines: list[str] = []
    for code, of_a_kind in groupby(found, key=lambda finding: finding.code):
        every = list(of_a_kind)
        lines += [f"before despatch: {finding.words}" for finding in every[:SHOWN_OF_A_KIND]]
        if (more := len(every) - SHOWN_OF_A_KIND) > 0:
            kind = code.replace("-", " ")
            lines.append(f"before despatch: {more:,} more like these ({kind}); report --json lists them all")
    return lines
