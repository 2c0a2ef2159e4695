"""Moved: ratings and statuses that moved since the period before, up and down."""

from __future__ import annotations

from datetime import date

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import delivery
from goldenthread.reports.assemble import figures, marks, phrases
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.material import Line

ORDER = {code: place for place, code in enumerate(reversed(delivery.WORST_FIRST))}


def section(q: Quarter) -> c.Section:
    """Indicators first, then actions; each table says up before down."""
    title = f"Ratings that moved since {q.at.before}"
    if q.material.previous is None and not q.actions:
        text = (
            f"No {q.at.report.kind} before this one was frozen here, so no rating can be said to have moved."
        )
        return c.Section("moved", title, (c.Paragraph(c.line(text)),))
    blocks = [*_indicators(q), *_actions(q)]
    return c.Section("moved", title, tuple(blocks))


def _indicators(q: Quarter) -> list[c.Block]:
    if q.material.previous is None:
        return [c.Paragraph(c.line(f"{q.at.before} was not frozen here; its ratings are not compared."))]
    steps = {line["indicator"]: phrases.band_steps(q, line) for line in q.corporate}
    up = [line for line in q.corporate if steps[line["indicator"]] < 0]
    down = [line for line in q.corporate if steps[line["indicator"]] > 0]
    label = q.at.label("indicator")
    risen = wording.plural(len(up), label.one, label.many)
    counted = f"{risen} moved to a better rating, {len(down)} to a worse one."
    words: list[c.Block] = [c.Paragraph(c.line(counted))]
    if not up and not down:
        return words
    groups = [
        c.RowGroup(
            tuple(_row(q, line) for line in lines), name, wording.plural(len(lines), label.one, label.many)
        )
        for name, lines in (("Better", up), ("Worse", down))
        if lines
    ]
    columns = (
        c.Column("Indicator", share=6),
        c.Column(f"{q.at.before} result", "number", share=2),
        c.Column(f"{q.at.now} result", "value", share=2),
        c.Column(f"{q.at.before} rating", "rating", share=2),
        c.Column(f"{q.at.now} rating", "rating", share=2),
        c.Column("Note", "note", share=4),
    )
    caption = f"Indicators whose rating moved between {q.at.before} and {q.at.now}, both as frozen"
    return [*words, c.Table("moved-indicators", caption, columns, tuple(groups))]


def _row(q: Quarter, line: Line) -> c.Row:
    then = q.before[line["indicator"]]
    earlier = figures.shown(then) or figures.why_none(then, q.at)
    return c.Row(
        c.line(f"{line['indicator']} {line['name']}"),
        (
            c.line(c.Number(earlier, f"{then_path(q, line)}/value"))
            if figures.shown(then)
            else c.line(earlier),
            figures.value(line, q.at),
            c.line(marks.rating(then, q.bands)),
            c.line(marks.rating(line, q.bands, href=figures.receipt(line))),
            c.line(note) if (note := _target_moved(q, line)) else (),
        ),
    )


def _target_moved(q: Quarter, line: Line) -> str:
    """That the target was changed since the position before, and what the old one would give; "" else."""
    for change in q.material.now.sealed.of("target_change"):
        if change["indicator"] == line["indicator"] and _is_since(q, change["effective_from"]):
            code = change["rating_old"]
            old = marks.rating({**line, "rating": code}, q.bands).word.lower() if code else ""
            day = wording.day(date.fromisoformat(change["effective_from"]))
            return f"The target was changed on {day}{f'; {old} under the old one' if old else ''}."
    return ""


def _is_since(q: Quarter, effective_from: str) -> bool:
    assert q.material.previous is not None
    return date.fromisoformat(effective_from) > q.material.previous.sealed.position_date


def then_path(q: Quarter, line: Line) -> str:
    """Where the figures of an indicator in the position before live."""
    assert q.material.previous is not None
    return f"{q.material.previous.sealed.period}/{line['indicator']}"


def _actions(q: Quarter) -> list[c.Block]:
    lines = [line for line in q.lines if line.get("previous_status") and line.get("status")]
    steps = {line["ref"]: _step(line) for line in lines}
    up = [line for line in lines if steps[line["ref"]] < 0]
    down = [line for line in lines if steps[line["ref"]] > 0]
    if not lines:
        return []
    label = q.at.label("flagship_action")
    said = (
        f"Of the {len(q.lines)} lines of {label.many}, {len(up)} moved to a better status and "
        f"{len(down)} to a worse one."
    )
    words: list[c.Block] = [c.Paragraph(c.line(said))]
    if not up and not down:
        return words
    groups = [
        c.RowGroup(tuple(map(_action_row, found)), name, wording.plural(len(found), "line"))
        for name, found in (("Better", up), ("Worse", down))
        if found
    ]
    columns = (
        c.Column(label.one[:1].upper() + label.one[1:], share=8),
        c.Column(q.at.before, "rating", share=2),
        c.Column(q.at.now, "rating", share=2),
        c.Column("Progress", "note", share=5),
    )
    caption = f"{label.title} whose status moved between {q.at.before} and {q.at.now}"
    return [*words, c.Table("moved-actions", caption, columns, tuple(groups))]


def _action_row(line: Line) -> c.Row:
    statuses = (c.line(marks.status(line["previous_status"])), c.line(marks.status(line["status"])))
    return c.Row(
        c.line(f"{line['ref']} {line['wording']}"),
        (*statuses, c.line(line["words"]) if line["words"] else ()),
    )


def _step(line: Line) -> int:
    """How many steps worse an action stands; not started counts as green: on course."""
    now, then = (ORDER.get(line[name], ORDER["green"]) for name in ("status", "previous_status"))
    return now - then
