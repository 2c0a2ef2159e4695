"""Charts: actions and indicators by rating, all of them and by priority, word and count on every slice."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import counts
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.quarter import Counts, Group, Quarter
from goldenthread.reports.assemble.standpoint import Label
from goldenthread.reports.assemble.words import figures, summed


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
    shown = [group for group in q.groups if group.actions]
    groups = [(g, _same_marks(every, quarter.reported(g.actions))) for g in shown]
    beside = tuple(
        c.Paragraph(c.line(text)) for text in (summed.progress(q.lines, q.adopted), *summed.split(q))
    )
    figure = _figure(q, "actions", "lines", label, every, groups, beside)
    return c.Section("charts-actions", label.title, (figure,))


def _indicators(q: Quarter) -> c.Section:
    label = q.at.label("indicator")
    groups = [(group, q.count(group.indicators)) for group in q.groups if group.indicators]
    beside = tuple(
        c.Paragraph(c.line(text)) for text in (summed.met(q, q.corporate), summed.rated(q, q.corporate))
    )
    figure = _figure(q, "indicators", "indicators", label, q.count(q.corporate), groups, beside)
    return c.Section("charts-indicators", label.title, (figure,))


def _same_marks(every: Counts, lines: tuple[dict[str, object], ...]) -> Counts:
    """A group's counts at the marks that the whole has, so that the charts compare."""
    own = quarter.by_status(lines)
    return Counts(every.marks, tuple(own.at(mark.word) for mark in every.marks))


def _figure(
    q: Quarter,
    kind: str,
    counted: str,
    label: Label,
    every: Counts,
    groups: list[tuple[Group, Counts]],
    beside: tuple[c.Block, ...],
) -> c.Figure:
    """The whole drawn large, then each group that has anything to count."""
    prefix = label.short or label.title
    titles = [
        ("all", f"All {label.many}{label.initials}", every),
        *((figures.anchor(group.code), f"{prefix} – {group.short}", n) for group, n in groups if n.total),
    ]
    drawings = tuple(
        counts.doughnut(f"{title}: {n.total}", tuple(map(c.Slice, n.marks, n.numbers)), counted)
        for _, title, n in titles
    )
    return counts.doughnut_figure(
        id=f"charts-{kind}-figure",
        caption=f"{label.title} by rating at {q.at.position_day}",
        place=(q.at.code, kind),
        keys=tuple(key for key, _, _ in titles),
        drawings=drawings,
        beside=beside,
        twin_place="end",
    )
