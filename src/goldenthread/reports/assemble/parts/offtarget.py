"""Off target: a priority's amber and red indicators; those on target in one sentence."""

from __future__ import annotations

from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods.message import SENTENCES
from goldenthread.reports.assemble.parts import challenges
from goldenthread.reports.assemble.quarter import Group, Quarter
from goldenthread.reports.assemble.standpoint import APPENDIX_2
from goldenthread.reports.assemble.words import compared, figures
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

RESTS_ON: Final = (
    "A sentence beneath an indicator rests on the run of its figures over the years, not on this one alone."
)


def section(q: Quarter, group: Group, id: str) -> c.Section | None:
    """The table, then a sentence on the others; nothing for a group without indicators."""
    if not group.indicators:
        return None
    off = [line for line in group.indicators if _is_off(q, line)]
    blocks: list[c.Block] = [_table(q, group, off, id)] if off else []
    if any(_said(q, line) for line in off):
        blocks.append(c.Paragraph(c.line(RESTS_ON)))
    blocks.append(c.Paragraph(c.line(*_others(q, group))))
    return c.Section(f"{id}-off-target", "Indicators off target", tuple(blocks))


def _is_off(q: Quarter, line: Line) -> bool:
    band = q.rated(line)
    return band is not None and band.group in marks.OFF_TARGET


def _table(q: Quarter, group: Group, off: list[Line], id: str) -> c.Table:
    columns = (
        c.Column("Ref", share=13),
        c.Column("Indicator", share=44),
        c.Column(f"{q.at.now} result", "value", share=25),
        c.Column("Target", "number", share=26),
        c.Column("Rating", "rating", share=16),
        *trend_columns(q),
        *(
            [c.Column(q.at.label("challenge").one.capitalize(), share=23)]
            if q.material.challenges.lines
            else []
        ),
    )
    caption = f"Off target: {group.short}, at {q.at.position_day}"
    return c.rows_table(f"{id}-off", caption, columns, tuple(_row(q, line) for line in off), heads=2)


def trend_columns(q: Quarter) -> tuple[c.Column, ...]:
    """Against the period before, and against a year ago where that is another period."""
    first = c.Column(f"Against {q.at.before}", "trend", share=22)
    return (first,) if q.at.is_yearly else (first, c.Column(f"Against {q.at.like}", "trend", share=17))


def trends(q: Quarter, line: Line) -> tuple[c.Line, ...]:
    """The cells under `trend_columns`."""
    first = compared.trend(line, "previous")
    return (first,) if q.at.is_yearly else (first, compared.trend(line, "like"))


def _row(q: Quarter, line: Line) -> c.Row:
    period = figures.period_words(line, q.at)
    meta = " · ".join(part for part in (figures.meta(line), period) if part)
    return c.Row(
        c.line(c.Strong(line["indicator"])),
        (
            c.line(line["name"], c.Quiet(meta), *_said(q, line)),
            figures.value(line, q.at),
            figures.target(line, q.at),
            c.line(marks.rating(line, q.bands, href=figures.receipt(line))),
            *trends(q, line),
            *([challenges.reference(q, line)] if q.material.challenges.lines else []),
        ),
    )


def _said(q: Quarter, line: Line) -> tuple[c.Quiet, ...]:
    """What its run of figures says, in one of a closed set of sentences; nothing where none may be said."""
    found = q.said.get(line["indicator"])
    return (c.Quiet(SENTENCES[found["message"]]),) if found else ()


def _others(q: Quarter, group: Group) -> tuple[str | c.Span, ...]:
    """Those that are not in the table, and where they stand."""
    met = sum((band := q.rated(line)) is not None and band.group == "met" for line in group.indicators)
    left = sum(q.rated(line) is None for line in group.indicators)
    label = q.at.label("indicator")
    if not met and not left:
        return (f"No other {label.one} belongs to this part.",)
    whose, were = "its" if met == 1 else "their", "was" if left == 1 else "were"
    told = [f"{wording.plural(met, label.one, label.many)} met {whose} target"] if met or not left else []
    unrated = f"{left} {were} not rated"
    told += [unrated if told else f"{wording.plural(left, label.one, label.many)} {were} not rated"] * bool(
        left
    )
    return (f"{wording.joined(told)}: see ", c.Link("the corporate scorecard", f"{APPENDIX_2}.html"), ".")
