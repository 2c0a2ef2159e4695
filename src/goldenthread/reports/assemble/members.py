"""Members' summary: the quarter on one sheet: counts, what moved, what is being done, what is asked."""

from __future__ import annotations

from dataclasses import replace

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.counts import count
from goldenthread.documents.wording import dated
from goldenthread.reports.assemble import known, paper, quarter, report
from goldenthread.reports.assemble.covering import reds
from goldenthread.reports.assemble.parts import challenges, picked
from goldenthread.reports.assemble.quarter import Counts, Quarter
from goldenthread.reports.assemble.standpoint import APPENDIX_2, Label
from goldenthread.reports.assemble.words import figures, spoken, summed
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

NAME = "members-summary"


def document(q: Quarter) -> c.Document:
    """One sheet for each member of Cabinet and of scrutiny."""
    blocks: tuple[c.Block, ...] = (
        _verdict(q),
        _counts(q),
        *_since(q),
        _moved(q),
        *_challenges(q),
        *_unanswered(q),
        _closing(q),
    )
    made = paper.document(q, name=NAME, title="Members' summary", short="Members' summary", blocks=blocks)
    return replace(made, is_sheet=True)


def _verdict(q: Quarter) -> c.Paragraph:
    """The quarter in a sentence or two: the author's words, then the counts as the report says them."""
    said = [text for words in spoken.on(q, "topic", "overview") for text in words.said("happened")]
    said += [summed.met(q, q.corporate), summed.others(q, q.corporate)]
    if q.lines:
        done = summed.progress(q.lines, q.adopted)
        said.append(f"{q.at.label('flagship_action').title}: {done[:1].lower()}{done[1:]}")
    return c.Paragraph(c.line(" ".join(part for part in said if part)))


def _counts(q: Quarter) -> c.Table:
    """Actions and indicators in one table: two tallies with their marks would not fit a sheet."""
    kinds = [("flagship_action", "actions", _of_actions(q)), ("indicator", "indicators", _of_indicators(q))]
    shown = tuple(
        {mark.word: mark for _, _, found in kinds for _, _, counts in found for mark in counts.marks}.values()
    )
    rows = tuple(
        _counted(q, q.at.label(level), (kind, key, name), counts, shown)
        for level, kind, found in kinds
        for key, name, counts in found
    )
    columns = (
        c.Column("Counted", share=6),
        *(c.Column(mark.word, "number", share=2) for mark in shown),
        c.Column("Total", "number", share=2),
    )
    return c.rows_table("counts", f"Ratings at {q.at.position_day}", columns, rows)


def _of_actions(q: Quarter) -> list[tuple[str, str, Counts]]:
    """Key, name and counts of all actions and of each group's; none for a council without actions."""
    if not q.lines:
        return []
    groups = [g for g in q.groups if g.actions]
    each = [(g, quarter.by_status(quarter.reported(g.actions))) for g in groups]
    return [("all", "", quarter.by_status(q.lines)), *((figures.anchor(g.code), g.short, n) for g, n in each)]


def _of_indicators(q: Quarter) -> list[tuple[str, str, Counts]]:
    each = [(g, q.count(g.indicators)) for g in q.groups if g.indicators]
    return [("all", "", q.count(q.corporate)), *((figures.anchor(g.code), g.short, n) for g, n in each)]


def _counted(
    q: Quarter, label: Label, named: tuple[str, str, str], counts: Counts, shown: tuple[c.Mark, ...]
) -> c.Row:
    kind, key, name = named
    place = (q.at.code, kind, key)
    has = {mark.word for mark in counts.marks}
    cells = [
        count(counts.at(mark.word), *place, mark.word) if mark.word in has else c.Quiet("not used")
        for mark in shown
    ]
    title = f"{label.short or label.title} – {name}" if name else f"All {label.many}{label.initials}"
    total = count(counts.total, *place, "total")
    return c.Row(c.line(title), tuple(map(c.line, (*cells, total))), kind="plain" if name else "total")


def _since(q: Quarter) -> list[c.Note]:
    """What members ask first: whether it has moved since; nothing where nothing has."""
    return [c.Note(known.sentence(q))] if q.material.changes.lines else []


def _moved(q: Quarter) -> c.Pillars:
    """Three, three and three, chosen by the rule that the report prints."""
    found = picked.three_of_each(q)
    lists = (("Improved", found.improved), ("Worsened", found.worsened), ("To watch", found.watch))
    return c.Pillars(tuple(c.Pillar(title, (_picked(q, picks),)) for title, picks in lists))


def _picked(q: Quarter, picks: tuple[picked.Picked, ...]) -> c.Block:
    if not picks:
        return c.Paragraph(c.line("None by this rule."))
    return c.BulletList(tuple(_item(q, pick.line) for pick in picks))


def _item(q: Quarter, line: Line) -> c.Line:
    """Name, figure, rating: no more than a glance."""
    return c.line(f"{line['name']}: ", figures.glance(line, q.at), " ", marks.rating(line, q.bands))


def _challenges(q: Quarter) -> list[c.Table]:
    """Each key challenge in a line, and when it will be back on target."""
    label = q.at.label("challenge")
    lines = q.material.challenges.lines
    if not lines:
        return []
    columns = (
        c.Column("No", share=1),
        c.Column(dated.sentence(label.one), share=12),
        c.Column("Back on target", share=9),
    )
    rows = tuple(
        c.Row(
            c.line(c.Link(str(line["number"]), challenges.address(line["number"]))),
            (c.line(line["title"]), c.line(_first_sentence(line["back_on_target"]))),
        )
        for line in lines
    )
    caption = f"{dated.sentence(label.many)}, as known on {q.at.now_known_day}"
    return [c.rows_table("challenges", caption, columns, rows, heads=2)]


def _first_sentence(text: str) -> str:
    """Up to the first full stop that ends a sentence; the report has the rest."""
    head, stop, _ = text.partition(". ")
    return f"{head}." if stop else text


def _unanswered(q: Quarter) -> list[c.Paragraph]:
    """That no challenge covers some of the reds, or any of them; nothing where each has one."""
    without = reds.without_answer(q)
    return [c.Paragraph(c.line(f"Of those rated {reds.words(q)}, {without}."))] if without else []


def _closing(q: Quarter) -> c.Paragraph:
    """What is to be agreed, where the form says so, and where to read on: one paragraph, for want of room."""
    return c.Paragraph((*_asked(q), *_more(q)))


def _asked(q: Quarter) -> c.Line:
    form = q.material.form
    if form is None or not form.recommendations:
        return ()
    who = form.report_for.strip() or "Cabinet"
    asked = wording.joined([f"that {text.rstrip(' .;')}" for text in form.recommendations])
    return c.line(c.Strong(f"{who} is asked to agree "), f"{asked}. ")


def _more(q: Quarter) -> c.Line:
    return c.line(
        "Every action and every red: " if q.lines else "Every red: ",
        c.Link("Appendix 1", f"{report.NAME}.html"),
        ". Every indicator: ",
        c.Link("Appendix 2", f"{APPENDIX_2}.html"),
        ".",
    )
