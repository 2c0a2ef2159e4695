"""Actions: the flagship actions of a priority, parts beneath the adopted wording, with dates and progress."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.wording import dated
from goldenthread.reports.assemble.quarter import Group, Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

IN_PARTS = "in parts"


def section(q: Quarter, group: Group, id: str) -> c.Section | None:
    """The table of a group's actions; nothing where it has none."""
    if not group.actions:
        return None
    label = q.at.label("flagship_action")
    columns = (
        c.Column("Ref", share=16),
        c.Column(f"{label.one[:1].upper()}{label.one[1:]}", share=40),
        c.Column("Portfolio holder and lead", share=37),
        c.Column("Due", share=17),
        c.Column(f"{q.at.before} status", "rating", share=17),
        c.Column(f"{q.at.now} status", "rating", share=17),
        c.Column("Progress", share=36),
        c.Column("Next milestone", share=24),
    )
    caption = f"{label.title}: {group.short}, at {q.at.position_day}"
    rows = tuple(_row(q, action) for action in group.actions)
    return c.Section(
        f"{id}-actions", label.title, (c.rows_table(f"{id}-actions-table", caption, columns, rows, heads=2),)
    )


def _row(q: Quarter, action: Line) -> c.Row:
    statuses = (
        (c.line(IN_PARTS), c.line(IN_PARTS))
        if action["is_parent"]
        else (_status(q, action, "previous_status"), c.line(marks.status(action["status"])))
    )
    return c.Row(
        c.line(c.Strong(action["ref"])),
        (
            c.line(action["wording"]),
            _holder(q, action),
            _due(action),
            *statuses,
            c.line(_progress(q, action)),
            _milestone(q, action),
        ),
        kind="part" if action["parent"] else "plain",
        id=f"fa-{figures.anchor(action['ref'])}",
    )


def _progress(q: Quarter, action: Line) -> str:
    """What the owner says of it; of a split one, which parts say it."""
    if not action["is_parent"]:
        return action["words"] or "nothing reported"
    parts = [line["ref"] for line in q.lines if line["parent"] == action["ref"]]
    return f"Reported as {wording.joined(parts)}."


def _status(q: Quarter, action: Line, field: str) -> c.Line:
    return c.line(marks.status(action[field])) if action.get(field) else c.line("not frozen")


def _holder(q: Quarter, action: Line) -> c.Line:
    """Who answers for an action; of a part that is said where it differs from the whole."""
    parents = (line for line in q.actions if line["ref"] == action["parent"])
    if any(parent[who] == action[who] for parent in parents for who in ("portfolio", "lead")):
        return c.line(f"as {action['parent']}")
    title, holder = q.at.portfolio(action["portfolio"]), q.at.holder(action["portfolio"])
    lead = q.at.post(action.get("lead") or "") or "no lead named"
    return c.line(title, *([f" ({holder})"] if holder else []), c.Quiet(lead))


def _due(action: Line) -> c.Line:
    """The date adopted, and the new one beneath it if it was moved."""
    revised = action.get("revised_due")
    return c.line(dated.due(action.get("due")), *([c.Quiet(f"now {dated.due(revised)}")] if revised else []))


def _milestone(q: Quarter, action: Line) -> c.Line:
    """The first milestone that is not reached, and its day; one whose day has passed says so."""
    title = action.get("next_milestone")
    if not title:
        none = "none left" if action["status"] == "complete" else "none set"
        return c.line(IN_PARTS if action["is_parent"] else none)
    when: str | None = action.get("next_milestone_date")
    is_late = when is not None and dated.last_day(when) <= q.at.position_date
    due = f"missed: was due {dated.due(when)}" if is_late else dated.due(when)
    return c.line(dated.sentence(title), c.Quiet(due))
