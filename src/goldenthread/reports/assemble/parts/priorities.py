"""Each priority in turn: what was delivered, its actions, what is off target, its challenges."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.parts import actions, challenges, offtarget
from goldenthread.reports.assemble.quarter import Group, Quarter
from goldenthread.reports.assemble.words import figures, spoken, summed
from goldenthread.reports.material import Line


def sections(q: Quarter) -> list[c.Section]:
    """One section a priority, in the plan's order; without a plan, one a section of the scorecard."""
    return [_section(q, group) for group in q.groups]


def _section(q: Quarter, group: Group) -> c.Section:
    id = f"priority-{figures.anchor(group.code)}"
    parts = [_delivered(q, group, id), actions.section(q, group, id), offtarget.section(q, group, id)]
    parts.append(challenges.section(q, group, id))
    return c.Section(id, group.title, tuple(part for part in parts if part))


def _delivered(q: Quarter, group: Group, id: str) -> c.Section:
    """Half a page: the priority in figures, then the owners' words on it and on each of its objectives."""
    blocks: list[c.Block] = [c.Paragraph(c.line(_in_figures(q, group)), "lead")]
    blocks += [block for words in spoken.on(q, "priority", group.code) for block in _words(words)]
    objectives = [_objective(q, group, outcome) for outcome in _outcomes(q, group)]
    if objectives:
        caption = f"{q.at.label('outcome').title}: {group.short}"
        blocks.append(c.Facts(f"{id}-objectives", caption, tuple(objectives)))
    title = "What was delivered, and what was not" if q.has_plan else "In figures"
    return c.Section(f"{id}-delivered", title, tuple(blocks))


def _in_figures(q: Quarter, group: Group) -> str:
    said = [summed.met(q, group.indicators), summed.others(q, group.indicators)] if group.indicators else []
    if group.actions:
        refs = {action["ref"] for action in group.actions}
        whole = tuple(action for action in q.adopted if action["ref"] in refs)
        progress = summed.progress(quarter.reported(group.actions), whole)
        said.append(f"{q.at.label('flagship_action').title}: {progress}")
    return " ".join(part for part in said if part)


def _outcomes(q: Quarter, group: Group) -> list[Line]:
    found = (line for line in q.material.now.sealed.of("priority") if line["code"] == group.code)
    return [outcome for line in found for outcome in line.get("outcomes") or ()]


def _objective(q: Quarter, group: Group, outcome: Line) -> c.Fact:
    """An objective: the owner's words, or where there are none its figures alone."""
    lines = [line for line in group.indicators if line.get("outcome") == outcome["code"]]
    actions_of = [a for a in group.actions if a.get("outcome") == outcome["code"] and not a["is_parent"]]
    said = [line for words in spoken.on(q, "outcome", outcome["code"]) for line in _told(words)]
    return c.Fact(
        f"{outcome['code']} {outcome['name']}", (*said, c.line(c.Quiet(_counted(q, lines, actions_of))))
    )


def _told(words: spoken.Words) -> list[c.Line]:
    heads = {"happened": "Delivered. ", "why": "Not delivered. ", "next": "Next. "}
    return [c.line(c.Strong(heads[part]), words.line[part]) for part in spoken.PARTS if words.line.get(part)]


def _words(words: spoken.Words) -> list[c.Block]:
    return [c.Paragraph(line) for line in _told(words)]


def _counted(q: Quarter, lines: list[Line], actions_of: list[Line]) -> str:
    rated = [band for line in lines if (band := q.rated(line))]
    met = sum(band.group == "met" for band in rated)
    parts = [f"Indicators on target: {wording.of_all(met, len(rated))} rated."] if rated else []
    if actions_of:
        done = sum(line["status"] in ("complete", "green") for line in actions_of)
        parts.append(f"Lines of actions complete or green: {wording.of_all(done, len(actions_of))}.")
    return " ".join(parts) if parts else "No indicator or action is tied to it."
