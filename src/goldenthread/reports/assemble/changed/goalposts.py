"""Changes to targets and definitions: old, new, who approved, and the rating under either."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

DIRECTIONS = {"easier": "Easier", "harder": "Harder", "same": "Neither easier nor harder"}
EITHER = "Easier or harder cannot be said"


def section(q: Quarter) -> c.Section:
    """Targets changed with effect in this plan year, definitions that changed, measures added and dropped."""
    blocks = [*_targets(q), *_definitions(q), *_measures(q)]
    return c.Section("goalposts", "Changes to targets and definitions", tuple(blocks))


def _targets(q: Quarter) -> list[c.Block]:
    changes = [
        change for change in q.material.now.sealed.of("target_change") if change["indicator"] in q.every
    ]
    if not changes:
        return [c.Paragraph(c.line("No target was changed with effect in this year."))]
    return [table(q, changes)]


def table(q: Quarter, changes: Sequence[Line]) -> c.Table:
    """Changes of targets, a row each."""
    columns = (
        c.Column("Ref", share=13),
        c.Column("Indicator", share=27),
        c.Column("From", share=20),
        c.Column("Old target", "number", share=27),
        c.Column("New target", "number", share=27),
        c.Column("Approved by", share=26),
        c.Column("Why", share=24),
        c.Column("Rating", share=26),
    )
    rows = tuple(_row(q, change) for change in changes)
    caption = f"Targets changed with effect in the year to {q.at.position_day}"
    return c.rows_table("goalposts-targets", caption, columns, rows, kind="ledger", heads=2)


def _row(q: Quarter, change: Line) -> c.Row:
    line = q.every[change["indicator"]]
    return c.Row(
        c.line(c.Strong(change["indicator"])),
        (
            c.line(line["name"], c.Quiet(figures.meta(line))),
            c.line(wording.day(date.fromisoformat(change["effective_from"]))),
            _goal(q, change, "old"),
            (*_goal(q, change, "new"), c.Quiet(DIRECTIONS.get(change["direction"], EITHER))),
            c.line(change["approver"]),
            c.line(change["reason"]),
            _ratings(q, line, change),
        ),
    )


def _ratings(q: Quarter, line: Line, change: Line) -> c.Line:
    """What the figure is under either target: "Green under the new target, Red under the old one"."""
    new, old = (_mark(q, line, change.get(f"rating_{which}")) for which in ("new", "old"))
    if new == old:
        return c.line(new, " under either target")
    return c.line(new, " under the new target, ", old, " under the old one")


def _goal(q: Quarter, change: Line, which: str) -> c.Line:
    goal = change[which]
    line = {**q.every[change["indicator"]], **_blank(), **goal}
    asked, limit = figures.target_words(line), figures.amber_words(line)
    place = figures.path(line, q.at, f"{which}-target-{change['effective_from']}")
    shown = c.Number(asked, place, figures.exact(line, "target")) if asked else c.Text("no target")
    return c.line(shown, *([c.Quiet(limit)] if limit else []))


def _blank() -> Line:
    names = ("target", "lower", "upper", "amber", "amber_lower", "amber_upper", "target_exact", "amber_exact")
    return dict.fromkeys(names)


def _mark(q: Quarter, line: Line, code: str | None) -> c.Mark:
    return marks.rating({**line, "rating": code, "reason": line.get("reason") or "hidden"}, q.bands)


def _definitions(q: Quarter) -> list[c.Block]:
    """Breaks of definition that lie within the history shown: no trend runs across them."""
    said = []
    for line in q.corporate:
        first = line["history"][0]["period"] if line.get("history") else ""
        for when in line.get("breaks") or ():
            if first and periods.parse(first).start < date.fromisoformat(when):
                day = wording.day(date.fromisoformat(when))
                words = f"measured differently since {day}; no trend runs across that day."
                said.append(c.line(f"{_title(line)}: {words}"))
    if not said:
        return [c.Paragraph(c.line("No definition changed within the figures shown."))]
    return [c.BulletList(tuple(said))]


def _measures(q: Quarter) -> list[c.Block]:
    if q.material.previous is None:
        text = f"No earlier {q.at.report.kind} is frozen here to say which measures were added or dropped."
        return [c.Paragraph(c.line(text))]
    now, then = {x["indicator"]: x for x in q.corporate}, {x["indicator"]: x for x in q.corporate_before}
    added = [_title(line) for code, line in now.items() if code not in then]
    dropped = [_title(line) for code, line in then.items() if code not in now]
    return [
        c.Paragraph(c.line(_measures_said(added, dropped, f"the corporate scorecard since {q.at.before}")))
    ]


def _measures_said(added: list[str], dropped: list[str], where: str) -> str:
    if not added and not dropped:
        return f"No measure was added to {where}, and none was dropped."
    plus = f"Added to {where}: {wording.joined(added)}." if added else f"None was added to {where}."
    minus = f"Dropped: {wording.joined(dropped)}." if dropped else "None was dropped."
    return f"{plus} {minus}"


def _title(line: Line) -> str:
    return f"{line['indicator']} {line['name']}"
