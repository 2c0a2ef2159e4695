"""The Strategic Performance Report: the quarter on one page, what changed, each priority, notes and key."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.reports.assemble import changed, paper
from goldenthread.reports.assemble.parts import (
    datanotes,
    equality,
    key,
    onepage,
    priorities,
    questions,
    reconciliation,
)
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures, spoken
from goldenthread.scorecards import marks

NAME = "appendix-1-strategic-performance-report"
LISTS = (("improved", "Improved"), ("worsened", "Worsened"), ("watch", "To watch"))


def document(q: Quarter) -> c.Document:
    """Appendix 1."""
    sections = [
        *_overview(q),
        onepage.section(q),
        changed.section(q),
        *priorities.sections(q),
        equality.section(q),
        datanotes.section(q),
        reconciliation.section(q),
        questions.section(q),
        key.section(q),
    ]
    return paper.document(
        q,
        name=NAME,
        title="Appendix 1: Strategic Performance Report",
        short="Performance report",
        blocks=(*_shorter(q), *(section for section in sections if section)),
        contents="In this report",
    )


def _overview(q: Quarter) -> list[c.Section]:
    """The author's own words on the quarter."""
    said = spoken.on(q, "topic", "overview")
    lists = [(title, spoken.on(q, "topic", topic)) for topic, title in LISTS]
    every = [*said, *(words for _, found in lists for words in found)]
    if not every:
        return []
    title = f"The {q.at.report.kind} in the words of the {every[0].author or 'author'}"
    pillars = tuple(c.Pillar(name, (_listed(q, found),)) for name, found in lists if found)
    blocks = [block for words in said for block in words.paragraphs()]
    chosen: list[c.Block] = [c.Pillars(pillars), _who_chose(q, every[0].author)] if pillars else []
    every_block = (*blocks, *chosen)
    return [c.Section("overview", title, every_block)]


def _who_chose(q: Quarter, author: str) -> c.Paragraph:
    """Two lists of the same kind stand in one report: which is a choice, and which a rule."""
    page = c.Link(f"the {q.at.report.kind} on one page", "#one-page")
    words = c.line(f"Chosen by the {author or 'author'}. Those of ", page, " are chosen by a fixed rule.")
    return c.Paragraph(words, "quiet")


def _listed(q: Quarter, found: list[spoken.Words]) -> c.BulletList:
    """Comments as a list, each with the code of what it is about and how that is rated."""
    return c.BulletList(tuple(_item(q, words) for words in found))


def _item(q: Quarter, words: spoken.Words) -> c.Line:
    code = words.line.get("indicator") or words.line.get("action")
    text = " ".join(words.said())
    if not code:
        return c.line(text)
    status = {line["ref"]: marks.status(line["status"]) for line in q.lines}
    if line := q.every.get(code):
        status[code] = marks.rating(line, q.bands, href=figures.receipt(line))
    mark: list[str | c.Span] = [" ", status[code]] if code in status else []
    return c.line(c.Strong(f"{code} "), text, *mark)


def _shorter(q: Quarter) -> list[c.Section]:
    """Which parts this council's report cannot have, and why: the heading names them."""
    plan = q.at.label("plan").one
    actions, challenges = (q.at.label(level).many for level in ("flagship_action", "challenge"))
    missing = [
        (not q.has_plan, plan, "The report follows the sections of the scorecard."),
        (not q.lines, actions, f"No {actions} are counted or charted."),
        (not q.material.challenges.lines, challenges, "Nothing says what is being done about the reds."),
    ]
    absent = [(name, effect) for is_missing, name, effect in missing if is_missing]
    if not absent:
        return []
    *first, last = (name for name, _ in absent)
    named = f"{', '.join(first)} or {last}" if first else last
    title = f"A shorter report: no {named} on record for {q.at.now}"
    return [c.Section("shorter", title, (c.Paragraph(c.line(" ".join(effect for _, effect in absent))),))]
