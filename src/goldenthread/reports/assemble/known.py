"""Known: the indicators counted as now known, in a sentence that holds them apart from the frozen counts."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import counts
from goldenthread.reports.assemble import report
from goldenthread.reports.assemble.changed import since
from goldenthread.reports.assemble.quarter import Quarter


def sentence(q: Quarter) -> c.Line:
    """The counts with the day on which they are known, and where what moved is told."""
    known = q.count(tuple(since.now_known(q, line) for line in q.corporate))
    place = (q.at.code, "indicators", "known")
    parts: list[str | c.Span] = []
    for number, mark in zip(known.numbers, known.marks, strict=True):
        parts += [", " if parts else "", counts.count(number, *place, mark.word), f" {mark.word.lower()}"]
    return c.line(
        f"As now known on {q.at.now_known_day}, the {q.at.label('indicator').many} of {q.at.now} stand at ",
        *parts,
        " (",
        c.Link("Appendix 1", f"{report.NAME}.html"),
        ").",
    )
