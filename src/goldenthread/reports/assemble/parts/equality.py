"""Equality: what breakdowns show, what is hidden, and why."""

from __future__ import annotations

from goldenthread.disclosure.gate import Decision
from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.wording import dated
from goldenthread.methods import periods
from goldenthread.reports.assemble import equality as appendix
from goldenthread.reports.assemble.equality import few, rules
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import spoken

WHY_NONE = "they wait until disclosure control has checked them together with everything already out."
NO_WARDS = f"No tables by ward are published yet: {WHY_NONE}"
NOTHING_BELOW = (
    f"No tables by ward or by group of people are published yet: {WHY_NONE} Single figures stand where an "
    "owner's words need them."
)

_APPENDIX = f"{appendix.NAME}.html"


def section(q: Quarter) -> c.Section:
    """The owners' words, then every decision to hide, in one table."""
    said = [block for words in spoken.on(q, "topic", "equality") for block in words.paragraphs()]
    blocks: list[c.Block] = said or [
        c.Paragraph(c.line("Nothing was reported on differences between groups."))
    ]
    blocks.append(c.Paragraph(below(q)))
    blocks += [*_hidden(q), *_rules(q)]
    return c.Section("equality", "Equality, and what is hidden", tuple(blocks), start="here")


def below(q: Quarter) -> c.Line:
    """What is published by ward and by group, and where; or why nothing is."""
    if not (said := appendix.in_brief(q)):
        return c.line(NOTHING_BELOW)
    return c.line(said, " ", appendix.WHY_HIDDEN, " See ", c.Link(appendix.TITLE, _APPENDIX), ".")


def of_my_ward(q: Quarter) -> c.Line:
    """Where figures by ward stand, or why there are none."""
    if not appendix.has_wards(q):
        return c.line(c.Link("Equality, and what is hidden", "#equality"), f": {NO_WARDS}")
    return c.line(c.Link(appendix.TITLE, _APPENDIX), " has every figure by ward that is published.")


def _hidden(q: Quarter) -> list[c.Block]:
    decisions = (*q.material.now.decisions, *_beside(q), *_of_the_form(q))
    if not decisions:
        return [c.Paragraph(c.line("Nothing was hidden to protect individuals."))]
    columns = (c.Column("What", share=5), c.Column("Which part", share=4), c.Column("Why", share=5))
    found: dict[tuple[str, str], list[str]] = {}
    for decision in decisions:
        found.setdefault((decision.subject, decision.why), []).extend(_parts(decision.what))
    rows = tuple(
        c.Row(
            c.line(_name(q, subject)),
            (c.line(dated.sentence("; ".join(dict.fromkeys(what)))), c.line(dated.sentence(why))),
        )
        for (subject, why), what in found.items()
    )
    caption = f"Hidden from this report: {few.few(q)}, or what would give one away"
    return [c.rows_table("hidden", caption, columns, rows), *_still_rated(q)]


def _rules(q: Quarter) -> list[c.Block]:
    """By which rules, where no appendix says so."""
    return [] if appendix.in_brief(q) else list(rules.blocks(q, ()))


def _still_rated(q: Quarter) -> list[c.Block]:
    """Why a hidden figure may have a rating: so many figures share it that it gives none away."""
    lines = [f"{x['indicator']} {x['name']}" for x in q.corporate if x.get("hidden") and q.rated(x)]
    if not lines:
        return []
    keep = "keeps its rating" if len(lines) == 1 else "keep their ratings"
    said = f"{wording.joined(lines)} {keep}: whatever count is hidden, the rating would be the same."
    return [c.Paragraph(c.line(said))]


def _beside(q: Quarter) -> list[Decision]:
    cleared = (q.material.changes, q.material.latest, q.material.challenges, q.material.previous_challenges)
    return [decision for lines in cleared for decision in lines.decisions]


def _of_the_form(q: Quarter) -> tuple[Decision, ...]:
    """Answers to the form of the covering report that are withheld."""
    return q.material.form.decisions if q.material.form else ()


def _parts(what: str) -> list[str]:
    """What was hidden, periods by their names."""
    return [_label(part) for part in what.split(", ")]


def _label(part: str) -> str:
    try:
        return periods.label(periods.parse(part))
    except periods.NotAPeriod:
        return part


def _name(q: Quarter, subject: str) -> str:
    line = q.every.get(subject)
    return f"{subject} {line['name']}" if line else subject
