"""Moved actions: actions whose status moved since the period before, up and down."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import delivery
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import phrases
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

ORDER = {code: place for place, code in enumerate(reversed(delivery.WORST_FIRST))}


def blocks(q: Quarter) -> list[c.Block]:
    """A sentence and a table; nothing for a council without actions, or without a position before."""
    lines = [line for line in q.lines if line.get("previous_status") and line.get("status")]
    if not lines:
        return []
    up = [line for line in lines if _step(line) < 0]
    down = [line for line in lines if _step(line) > 0]
    label = q.at.label("flagship_action")
    said = (
        f"Of the {len(q.lines)} lines of {label.many}, {len(up)} moved to a better status and "
        f"{len(down)} to a worse one."
    )
    words = c.Paragraph(c.line(said))
    return [words, _table(q, up, down)] if up or down else [words]


def _table(q: Quarter, up: list[Line], down: list[Line]) -> c.Table:
    label = q.at.label("flagship_action")
    columns = (
        c.Column("Ref", share=1),
        c.Column(label.one[:1].upper() + label.one[1:], share=9),
        c.Column(f"{q.at.before} status", "rating", share=2),
        c.Column(f"{q.at.now} status", "rating", share=2),
    )
    groups = tuple(
        c.RowGroup(tuple(_row(q, line) for line in found), name, wording.plural(len(found), "line"))
        for name, found in (("Better", up), ("Worse", down))
        if found
    )
    caption = f"{label.title} whose status moved between {q.at.before} and {q.at.now}"
    return c.Table("moved-actions", caption, columns, groups, heads=2)


def _row(q: Quarter, line: Line) -> c.Row:
    statuses = (c.line(marks.status(line["previous_status"])), c.line(marks.status(line["status"])))
    return c.Row(c.line(c.Strong(line["ref"])), (c.line(phrases.action(q, line)), *statuses))


def _step(line: Line) -> int:
    """How many steps worse an action stands; not started counts as green: on course."""
    now, then = (ORDER.get(line[name], ORDER["green"]) for name in ("status", "previous_status"))
    return now - then
