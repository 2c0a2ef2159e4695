"""Charts: actions and indicators by rating, all of them and by priority, word and count on every slice."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import counts
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.quarter import Counts, Quarter
from goldenthread.reports.assemble.standpoint import Label
from goldenthread.reports.assemble.words import summed


def section(q: Quarter) -> c.Section:
    """The eight charts of a plan of three priorities; a council without actions has the second half only."""
    rows = [part for part in (_actions(q), _indicators(q)) if part]
    title = f"Charts: ratings at {q.at.position_day}"
    return c.Section("charts", title, tuple(rows), start="page")


def _actions(q: Quarter) -> c.Section | None:
    if not q.lines:
        return None
    label = q.at.label("flagship_action")
    every = quarter.by_status(q.lines)
    groups = [(group.short, quarter.reported(group.actions)) for group in q.groups if group.actions]
    drawings = _drawings(
        label, every, [(short, _same_marks(every, lines)) for short, lines in groups], "lines"
    )
    beside = tuple(
        c.Paragraph(c.line(text)) for text in (summed.progress(q.lines, q.adopted), *summed.split(q))
    )
    return c.Section("charts-actions", label.title, (_figure(q, "actions", label, drawings, beside),))


def _indicators(q: Quarter) -> c.Section:
    label = q.at.label("indicator")
    groups = [(group.short, q.count(group.indicators)) for group in q.groups if group.indicators]
    drawings = _drawings(label, q.count(q.corporate), groups, "indicators")
    beside = tuple(
        c.Paragraph(c.line(text)) for text in (summed.met(q, q.corporate), summed.rated(q, q.corporate))
    )
    return c.Section("charts-indicators", label.title, (_figure(q, "indicators", label, drawings, beside),))


def _drawings(
    label: Label, every: Counts, groups: list[tuple[str, Counts]], counted: str
) -> tuple[c.Drawing, ...]:
    prefix = label.short or label.title
    titles = [
        (f"All {label.many}{label.initials}", every),
        *((f"{prefix} – {short}", n) for short, n in groups),
    ]
    return tuple(
        counts.doughnut(f"{title}: {n.total}", tuple(map(c.Slice, n.marks, n.numbers)), counted)
        for title, n in titles
        if n.total
    )


def _same_marks(every: Counts, lines: tuple[dict[str, object], ...]) -> Counts:
    """A group's counts at the marks that the whole has, so that the charts compare."""
    own = quarter.by_status(lines)
    return Counts(every.marks, tuple(own.at(mark.word) for mark in every.marks))


def _figure(
    q: Quarter, kind: str, label: Label, drawings: tuple[c.Drawing, ...], beside: tuple[c.Block, ...]
) -> c.Figure:
    return counts.doughnut_figure(
        id=f"charts-{kind}-figure",
        caption=f"{label.title} by rating at {q.at.position_day}",
        path=f"{q.at.code}/{kind}/counts",
        drawings=drawings,
        beside=beside,
        twin_place="end",
    )
