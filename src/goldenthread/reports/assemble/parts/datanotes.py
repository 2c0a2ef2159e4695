"""Data notes: what is late, provisional, estimated, incomplete or of an earlier period."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.wording import dated
from goldenthread.methods import reasons
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures, spoken
from goldenthread.reports.material import Line

STATUSES = {"provisional": "Provisional", "estimated": "Estimated, in whole or part", "revised": "Revised"}


def section(q: Quarter) -> c.Section:
    """The figures that need a remark, then the words of whoever keeps them."""
    said = [block for words in spoken.on(q, "topic", "data") for block in words.paragraphs()]
    blocks: list[c.Block] = [*said, *_table(q), *_not_rated(q)]
    if not blocks:
        blocks = [c.Paragraph(c.line("Every figure is complete, final and of the period itself."))]
    return c.Section("data-notes", "Data notes", tuple(blocks))


def _table(q: Quarter) -> list[c.Block]:
    noted = [(line, list(_notes(q, line))) for line in q.corporate]
    rows = tuple(
        c.Row(c.line(f"{line['indicator']} {line['name']}"), (c.line(dated.sentence("; ".join(notes))),))
        for line, notes in noted
        if notes
    )
    if not rows:
        return []
    columns = (c.Column("Indicator", share=5), c.Column("What to know of the figure", share=6))
    return [
        c.rows_table(
            "data-notes-table", "Figures that are not final, complete or of the period", columns, rows
        )
    ]


def _notes(q: Quarter, line: Line) -> Iterator[str]:
    if line.get("status") in STATUSES and line.get("value") is not None:
        yield STATUSES[line["status"]]
    if line.get("coverage"):
        yield line["coverage"]
    if line.get("in_arrears") and line.get("value") is not None:
        yield f"in arrears: rated on {figures.period_words(line, q.at) or q.at.now}"


def _not_rated(q: Quarter) -> list[c.Block]:
    lines = [line for line in q.corporate if not q.rated(line)]
    if not lines:
        return []
    columns = (c.Column("Indicator", share=5), c.Column("Why it is not rated", share=6))
    rows = tuple(
        c.Row(c.line(f"{x['indicator']} {x['name']}"), (c.line(dated.sentence(_why(q, x).rstrip("."))),))
        for x in lines
    )
    caption = f"Not rated: {wording.plural(len(rows), 'indicator')}, each with its reason"
    return [c.rows_table("not-rated", caption, columns, rows)]


def _why(q: Quarter, line: Line) -> str:
    if line.get("reason") == "not_due" and line.get("due_note"):
        return str(line["due_note"])
    if line.get("value") is None:
        return figures.why_none(line, q.at)
    return reasons.get(line["reason"]).explanation if line.get("reason") else "no reason recorded"
