"""Levels: one document of scorecards each for directorates, services, priorities and portfolios."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import equality, paper, scorecard
from goldenthread.reports.assemble.cards import legend, overview
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures, summed
from goldenthread.reports.material import Line
from goldenthread.scorecards import coverage

LAID_OUT: Final = ("directorate", "service")
NOTHING: Final = "No indicator stands on this scorecard."
# File names stay the same whatever a council calls its levels.
# Appendix 2 stands by priority already, to be printed and computed with.
PAGE_ALONE: Final[tuple[c.Format, ...]] = ("html",)
NAMES: Final = {
    "directorate": "scorecards-directorates",
    "service": "scorecards-services",
    "priority": "scorecards-priorities",
    "portfolio": "scorecards-portfolios",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One scorecard: its place in the paper, its title and its rows under their headings."""

    id: str
    title: str
    sections: tuple[scorecard.Section, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for section in self.sections for line in section.lines)


def document(q: Quarter, level: str) -> c.Document | None:
    """The scorecards of a level; None where the council has none."""
    cards = _cards(q, level)
    if not cards:
        return None
    label = q.at.label(level)
    contents = f"{len(cards)} scorecards" if len(cards) > 1 else ""
    return paper.document(
        q,
        name=NAMES[level],
        title=f"{label.one[:1].upper()}{label.one[1:]} scorecards",
        short=label.title,
        blocks=(*_opening(q, level, cards), *(_section(q, card) for card in cards)),
        contents=contents,
        page="landscape",
        formats=PAGE_ALONE if level == "priority" else c.FORMATS,
    )


def _opening(q: Quarter, level: str, cards: Sequence[Card]) -> tuple[c.Block, ...]:
    """The first page: what these scorecards are, and all their ratings in one table."""
    counted = [overview.Counted(card.id, card.title, card.lines) for card in cards]
    return c.Paragraph(c.line(_lead(q, level)), "lead"), overview.table(q, level, counted)


def _lead(q: Quarter, level: str) -> str:
    if level in LAID_OUT and (words := guard_words(q)):
        return words[0]
    label = q.at.label(level)
    return f"The indicators of the {q.at.report.kind} by {label.one}. {summed.met(q, q.corporate)}"


def guard_words(q: Quarter) -> list[str]:
    """What the coverage guard says; nothing of a council that keeps scorecards at one of its levels only."""
    kept = {layout["level"] for layout in q.material.layouts}
    return [coverage.guard(q.material.layouts).in_words()] if kept >= set(coverage.WANTED) else []


def _cards(q: Quarter, level: str) -> list[Card]:
    """The scorecards of a level: as laid out, else as each indicator says."""
    layouts = sorted(
        (layout for layout in q.material.layouts if layout["level"] == level),
        key=lambda each: _place(q, each),
    )
    if layouts or level in LAID_OUT:
        return [_laid_out(q, layout) for layout in layouts]
    if level == "priority":
        return [_card(group.code, group.title, group.indicators) for group in q.groups] if q.has_plan else []
    return _portfolios(q)


def _portfolios(q: Quarter) -> list[Card]:
    """One for each portfolio, also for one that answers for no indicator: its holder will look for it."""
    found: dict[str, list[Line]] = {code: [] for code in q.at.portfolios}
    for line in q.every.values():
        found.get(line.get("portfolio") or "", []).append(line)
    if not any(found.values()):
        return []
    return [_card(code, _held(q, code), tuple(lines)) for code, lines in found.items()]


def _laid_out(q: Quarter, layout: Line) -> Card:
    parts = layout["sections"]
    is_one = len(parts) == 1 and parts[0]["title"] == layout["title"]
    sections = tuple(
        scorecard.Section("" if is_one else part["title"], _known(q, part["lines"])) for part in parts
    )
    is_portfolio = layout["level"] == "portfolio" and layout["subject"] in q.at.portfolios
    title = _held(q, layout["subject"]) if is_portfolio else layout["title"]
    return Card(f"card-{figures.anchor(layout['code'])}", title, sections)


def _place(q: Quarter, layout: Line) -> tuple[int, int]:
    """In the order of the layouts if they have one, else of the units, portfolios or priorities shown."""
    groups = {group.code: place for place, group in enumerate(q.groups)}
    order = {code: place for place, code in enumerate((*q.at.units, *q.at.portfolios))} | groups
    return layout["order"], order.get(layout["subject"], len(order))


def _known(q: Quarter, codes: Iterable[str]) -> tuple[Line, ...]:
    return tuple(line for line in map(q.every.get, codes) if line)


def _card(code: str, title: str, lines: tuple[Line, ...]) -> Card:
    return Card(f"card-{figures.anchor(code)}", title, (scorecard.Section("", lines),))


def _held(q: Quarter, code: str) -> str:
    holder = q.at.holder(code)
    return f"{q.at.portfolio(code)} ({holder})" if holder else q.at.portfolio(code)


def _section(q: Quarter, card: Card) -> c.Section:
    """A page of its own, with how to read it: each is handed to those whom it is about."""
    if not card.lines:
        return c.Section(card.id, card.title, (c.Paragraph(c.line(NOTHING)),))
    caption = f"{card.title}: scorecard at {q.at.position_day}, as frozen"
    rows = scorecard.short(q, f"{card.id}-lines", caption, card.sections)
    how_to_read = c.Paragraph(c.line(legend.in_brief(q, card.lines, rows)), "quiet")
    counted = c.Paragraph(c.line(_counted(q, card.lines), *equality.pointer(q, card.lines)))
    return c.Section(card.id, card.title, (counted, how_to_read, rows), start="page")


def _counted(q: Quarter, lines: tuple[Line, ...]) -> str:
    return f"{wording.plural(len(lines), 'indicator')}: {summed.every(q.count(lines))}."
