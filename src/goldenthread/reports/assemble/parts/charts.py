"""Charts: actions and indicators by rating, all of them and by priority, word and count on every slice."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import counts, wording
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.quarter import Counts, Group, Quarter
from goldenthread.reports.assemble.standpoint import Label
from goldenthread.reports.assemble.words import figures, summed

# What the things counted carry: actions a status, indicators a rating.
RATED_BY: Final = {"actions": "status", "indicators": "rating"}


def section(q: Quarter) -> c.Section:
    """The eight charts of a plan of three priorities; a council without actions has the second half only."""
    title = f"Overall Performance at end of {q.at.long.partition(' (')[0]}, {q.at.position_day}"
    figures = tuple(figure for figure in (_actions(q), _indicators(q)) if figure)
    return c.Section("charts", title, figures)


def _actions(q: Quarter) -> c.Figure | None:
    if not q.lines:
        return None
    label = q.at.label("flagship_action")
    every = quarter.by_status(q.lines)
    shown = [group for group in q.groups if group.actions]
    groups = [(g, _same_marks(every, quarter.reported(g.actions))) for g in shown]
    said = (*summed.split(q), summed.progress(q.lines, q.adopted))
    return _figure(q, "actions", "lines", label, every, groups, said)


def _indicators(q: Quarter) -> c.Figure:
    label = q.at.label("indicator")
    groups = [(group, q.count(group.indicators)) for group in q.groups if group.indicators]
    said = (_rated(q), summed.met(q, q.corporate))
    return _figure(q, "indicators", "indicators", label, q.count(q.corporate), groups, said)


def _rated(q: Quarter) -> str:
    """How many are rated; the reasons for the others stand with their lines."""
    with_band = [line for line in q.corporate if q.rated(line)]
    earlier = sum(bool(line["in_arrears"]) for line in with_band)
    said = wording.rated_of(rated=len(with_band), total=len(q.corporate), earlier=earlier)
    return f"{said} (reasons in Appendix 2)." if len(with_band) < len(q.corporate) else f"{said}."


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
    said: tuple[str, ...],
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
        caption=f"{label.title} by {RATED_BY[kind]} at {q.at.position_day}",
        place=(q.at.code, kind),
        keys=tuple(key for key, _, _ in titles),
        drawings=drawings,
        beside=tuple(c.Paragraph(c.line(text)) for text in said),
        twin_place="end",
    )
