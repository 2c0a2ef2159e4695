"""Summary: what the report covers and how performance stood, with both dates and the charts."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import known
from goldenthread.reports.assemble.covering import answers, reds
from goldenthread.reports.assemble.parts import charts
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.form import Form

MORE = " can be found in the appendices, along with a key to RAG (Red-Amber-Green) ratings."


def introduction(q: Quarter, form: Form) -> c.Section:
    """The plan and its priorities by name; where there is no plan, why the report has none."""
    said = (*answers.own_words(form, "introduction"), _paragraph(_addresses(q)), _names(q, "bullets"))
    return c.Section("introduction", "Introductory paragraph", said)


def performance(q: Quarter, form: Form) -> c.Section:
    """The position with both dates, the eight charts, and where to read on."""
    blocks = [_paragraph(_position(q)), *answers.own_words(form, "summary")]
    blocks += [c.Note((*known.sentence(q), *_frozen(q)))] if q.material.changes.lines else []
    actions = f" and {q.at.label('flagship_action').title}" if q.lines else ""
    return c.Section(
        "summary-of-performance",
        "Summary of Performance",
        (*blocks, charts.section(q), _paragraph(f"More detail on {q.at.now} performance{actions}{MORE}")),
    )


def issues(q: Quarter, form: Form) -> c.Section:
    """The council's own words, else how much is off target and whether challenges answer it."""
    own = answers.own_words(form, "performance")
    return c.Section(
        "performance-issues", "Performance Issues", own or (_paragraph(f"{reds.in_words(q)}{_answered(q)}"),)
    )


def _answered(q: Quarter) -> str:
    """Where each red is dealt with; nothing is claimed of those that no challenge covers."""
    if without := reds.without_answer(q):
        return f" Appendix 1 lists them; {without}."
    if not reds.indicators(q) and not reds.actions(q):
        return ""
    return f" Appendix 1 deals with each under its {q.at.label('challenge').one}."


def priorities(q: Quarter, form: Form) -> c.Section:
    """The priorities by name, in the plan's order."""
    own = answers.own_words(form, "priorities")
    if not q.has_plan:
        return c.Section("priorities", "Council Priorities", (*own, _paragraph(_no_plan(q))))
    priority = q.at.label("priority")
    number = len(q.material.now.sealed.of("priority"))
    arranged = (
        f"The performance report is arranged according to the council's "
        f"{wording.plural(number, priority.one, priority.many)}:"
    )
    said = own or (_paragraph(arranged),)
    return c.Section("priorities", "Council Priorities", (*said, _names(q, "numbers")))


def _addresses(q: Quarter) -> str:
    if not q.has_plan:
        return f"{_no_plan(q)} Appendix 1 follows the sections of the corporate scorecard:"
    plan = q.material.now.sealed.of("plan")
    named = f" “{plan[0]['name']}”" if plan else ""
    outcomes, actions = q.at.label("outcome").many, q.at.label("flagship_action").title
    about = f"the {outcomes} and {actions}" if q.lines else f"the {outcomes}"
    return (
        f"Appendix 1 to this report addresses performance against {about} in the council's "
        f"{q.at.label('plan').one}{named}, arranged by its {q.at.label('priority').many}:"
    )


def _no_plan(q: Quarter) -> str:
    plan, priorities = q.at.label("plan").one, q.at.label("priority").many
    return f"No {plan} is on record for {q.at.now}, so the report has no {priorities}."


def _names(q: Quarter, kind: str) -> c.Block:
    priorities = q.material.now.sealed.of("priority")
    names = [line["name"] for line in priorities] or [group.title for group in q.groups]
    items = tuple(c.line(name) for name in names)
    return c.BulletList(items, "numbers" if kind == "numbers" else "bullets")


def _position(q: Quarter) -> str:
    indicators = q.at.label("indicator").many
    subject = f"both {q.at.label('flagship_action').title} and {indicators}" if q.lines else indicators
    first = (
        f"The status of {subject} is reported and summarised here as at the end of {q.at.now}, "
        f"{q.at.position_day}, as known on {q.at.known_day}, when it was frozen."
    )
    if q.at.now_known_day == q.at.known_day:
        return first
    monitored = " Monthly monitoring went on after that." if q.material.latest.lines else ""
    if not q.material.changes.lines:
        return f"{first}{monitored} As known on {q.at.now_known_day}, no figure of it has changed since."
    return (
        f"{first}{monitored} What has moved since is told separately in Appendix 1; it changes no figure or "
        "chart here."
    )


def _frozen(q: Quarter) -> c.Line:
    return c.line(f" The charts show them as frozen on {q.at.known_day}.")


def _paragraph(text: str) -> c.Block:
    return c.Paragraph(c.line(text))
