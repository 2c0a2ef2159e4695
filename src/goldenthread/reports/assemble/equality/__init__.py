"""Appendix 3: equality and breakdowns, every figure by ward and by group that has passed the gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.wording import dated
from goldenthread.methods import periods
from goldenthread.reports.assemble import paper
from goldenthread.reports.assemble.equality import cuts, findings, hidden, tables
from goldenthread.reports.assemble.equality.cuts import Cut
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

NAME: Final = "appendix-3-equality-and-breakdowns"
TITLE: Final = "Appendix 3: Equality and Breakdowns"
WHY_HIDDEN: Final = (
    "Small counts of people are hidden, and so is what these could be worked out from; each is marked [c]."
)


def document(q: Quarter) -> c.Document | None:
    """Appendix 3; None where no breakdown has passed the gate."""
    found = cuts.of(q)
    if not found:
        return None
    sections = (findings.section(q, found), hidden.section(q, found), *_groups(q, found))
    return paper.document(
        q,
        name=NAME,
        title=TITLE,
        short="Equality and breakdowns",
        blocks=(c.Paragraph(c.line(f"{_lead(found)} {hidden.in_words(found)}"), "lead"), *sections),
        contents="In this appendix",
    )


def in_brief(q: Quarter) -> str:
    """What Appendix 3 holds, in a sentence or two; "" where there is none."""
    found = cuts.of(q)
    return f"{_lead(found)} {hidden.in_words(found)}" if found else ""


def hidden_below(q: Quarter) -> tuple[str, str]:
    """How many of the figures of Appendix 3 it hides, with the verb for so many; "" where none."""
    found = cuts.of(q)
    total, gone = sum(len(cut.lines) for cut in found), sum(len(cut.hidden) for cut in found)
    said = (
        f"{wording.of_all(gone, total)} figures by ward or group in {TITLE.partition(':')[0]}" if gone else ""
    )
    return said, "is" if gone == 1 else "are"


def has_wards(q: Quarter) -> bool:
    """Whether any figure stands by a part of the council's area."""
    return any(line["area"] != q.at.council["area"] for lines in q.broken_down.values() for line in lines)


def pointer(q: Quarter, lines: Iterable[Line]) -> tuple[str | c.Span, ...]:
    """How many of some indicators are broken down, and where; nothing where none is."""
    number = len({line["indicator"] for line in lines} & q.broken_down.keys())
    if not number:
        return ()
    are = "is" if number == 1 else "are"
    return (f" {number} {are} broken down by ward or group in ", c.Link(TITLE, f"{NAME}.html"), ".")


def of_indicator(q: Quarter, code: str) -> c.Line:
    """By what an indicator is broken down, each a link to its table; () where by nothing."""
    parts: list[str | c.Span] = []
    for cut in cuts.of_indicator(q, code):
        parts += [", "] if parts else []
        parts.append(c.Link(_small(cut.label), f"{NAME}.html#{tables.table_id(cut)}"))
    return c.line("By ", *parts, ", in Appendix 3.") if parts else ()


def _lead(found: Sequence[Cut]) -> str:
    """How many indicators are broken down, and by what."""
    labels = dict.fromkeys(cut.label[:1].lower() + cut.label[1:] for cut in found)
    number = len({cut.whole["indicator"] for cut in found})
    are = "is" if number == 1 else "are"
    return f"{wording.plural(number, 'indicator')} {are} broken down by {wording.joined(list(labels))}."


def _groups(q: Quarter, found: Sequence[Cut]) -> Iterator[c.Section]:
    """The tables under the priorities of the plan, in its order, then what belongs to none."""
    left = cuts.by_indicator(found)
    for group in q.groups:
        own = [left.pop(line["indicator"]) for line in group.indicators if line["indicator"] in left]
        if own:
            yield _group(q, f"group-{figures.anchor(group.code)}", group.title, own)
    if left:
        yield _group(q, "group-others", "Other indicators", list(left.values()))


def _group(q: Quarter, id: str, title: str, own: Sequence[Sequence[Cut]]) -> c.Section:
    return c.Section(id, title, tuple(_indicator(q, found) for found in own))


def _indicator(q: Quarter, found: Sequence[Cut]) -> c.Section:
    whole = found[0].whole
    title = f"{whole['indicator']} {whole['name']}"
    about = c.Paragraph(c.line(_about(q, found[0])), "quiet")
    id = f"i-{figures.anchor(whole['indicator'])}"
    return c.Section(id, title, (about, *(tables.table(q, cut) for cut in found)))


def _about(q: Quarter, cut: Cut) -> str:
    """What is counted, of what, and for when."""
    above, below = (str(cut.whole.get(f"{end}_label") or "") for end in ("numerator", "denominator"))
    when = periods.label(periods.parse(cut.whole["period"]))
    link = "; of how many: " if cut.kind in ("share", "rate") else "; divided by: "
    counted = f" Counted: {_small(above)}{f'{link}{_small(below)}' if below else ''}." if above else ""
    return f"{when}.{counted} {dated.sentence(figures.meta(cut.whole))}."


def _small(words: str) -> str:
    """Words within a sentence, but for those that begin with an abbreviation or a name."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
