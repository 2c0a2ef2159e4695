"""Reconciliation: actions by line beside actions as adopted, where a split one takes its worst part."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import places, wording
from goldenthread.documents.counts import count
from goldenthread.documents.wording import dated
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.quarter import Counts, Quarter
from goldenthread.reports.assemble.words import summed
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks


def section(q: Quarter) -> c.Section | None:
    """Both counts, then each split action with its parts; nothing for a council without actions."""
    if not q.lines:
        return None
    title = f"Reconciliation: {len(q.adopted)} adopted, {len(q.lines)} reported"
    blocks = [c.Paragraph(c.line(" ".join(said)))] if (said := summed.split(q)) else []
    return c.Section("reconciliation", title, (*blocks, _counts(q), *_split(q)), start="here")


def _counts(q: Quarter) -> c.Table:
    lines, adopted = quarter.by_status(q.lines), quarter.by_status(q.adopted)
    shown = tuple(dict.fromkeys((*lines.marks, *adopted.marks)))
    columns = (
        c.Column("Counted"),
        *(c.Column(mark.word, "number") for mark in shown),
        c.Column("Total", "number"),
        c.Column("Complete or green", "number"),
    )
    label = q.at.label("flagship_action")
    rows = (
        _row(q, "By line, as reported", "all", lines, shown),
        _row(q, "By adopted action: a split one takes its worst part", "adopted", adopted, shown),
    )
    caption = f"Counted both ways: {label.many} at {q.at.position_day}"
    return c.rows_table("reconciliation-counts", caption, columns, rows)


def _row(q: Quarter, name: str, code: str, counts: Counts, shown: tuple[c.Mark, ...]) -> c.Row:
    place = (q.at.code, "actions", code)
    numbers = tuple(c.line(count(counts.at(m.word), *place, m.word)) for m in shown)
    done = wording.share(counts.at("Complete", "Green"), counts.total)
    return c.Row(
        c.line(name),
        (
            *numbers,
            c.line(count(counts.total, *place, "total")),
            c.line(c.Number(done, places.place(*place, "done"))),
        ),
    )


def _split(q: Quarter) -> list[c.Block]:
    split = [action for action in q.adopted if action["is_parent"]]
    if not split:
        return [c.Paragraph(c.line("No action is reported in parts: both counts are the same."))]
    label = q.at.label("flagship_action")
    columns = (
        c.Column("Ref", share=1),
        c.Column(dated.sentence(label.one), share=7),
        c.Column("Its parts", share=5),
        c.Column("As adopted", "rating", share=2),
    )
    rows = tuple(
        c.Row(
            c.line(c.Strong(parent["ref"])),
            (c.line(parent["wording"]), _parts(q, parent), c.line(marks.status(parent["status"]))),
        )
        for parent in split
    )
    caption = f"Reported in parts: {label.many}, the worst part being the status of the whole"
    return [c.rows_table("reconciliation-parts", caption, columns, rows, heads=2)]


def _parts(q: Quarter, parent: Line) -> c.Line:
    """Each part's ref and status: "R2a Complete, R2b Red"."""
    parts = [line for line in q.lines if line["parent"] == parent["ref"]]
    spans: list[str | c.Span] = []
    for part in parts:
        spans += [f"{part['ref']} ", marks.status(part["status"]), ", "]
    return c.line(*spans[:-1])
