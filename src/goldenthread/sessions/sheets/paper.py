"""Paper: what a performance session has on the table, for staff alone: exceptions in order, then sheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.methods.message import LABELS
from goldenthread.methods.message.pressing import LABELS as PRESSING
from goldenthread.scorecards import marks
from goldenthread.sessions.pack import NAME, Pack
from goldenthread.sessions.said import words
from goldenthread.sessions.sheets import sheet

COLUMNS: Final = (
    c.Column("Ref", share=8),
    c.Column("Indicator", share=28),
    c.Column("Figure", "value", share=14),
    c.Column("Rating", "rating", share=12),
    c.Column("What it says", share=18),
)
ANSWERED: Final = c.Column("Answered by", share=20)
NOT_PRESSING: Final = "No exception"
METHODS: Final = (
    "An exception is what gets worse beyond chance, what will keep missing its target unless something "
    "changes, and what is red two periods running. Limits tell what chance alone does to a run of figures; "
    "a forecast is made from how past years went, and a place among other councils is no verdict."
)


def document(pack: Pack, *, dates: str) -> c.Document:
    """The paper of a session, marked as its look is; it must not leave the council."""
    view = pack.view
    when = periods.label(periods.parse(view.period))
    notice = " ".join(part for part in (f"{pack.look.mark}.", pack.notice) if part)
    return c.Document(
        name="-".join(part for part in (NAME, pack.asked.part, view.period) if part).lower(),
        title=f"Performance session: {pack.title}",
        subtitle=f"What presses, and why, {when}",
        dates=dates,
        council=pack.council,
        notice=notice,
        view=f"{view.label.capitalize()}. ",
        running=f"Performance session, {pack.title}, {when}",
        formats=("html", "pdf", "docx"),
        known_at=view.known_at,
        is_for_staff=True,
        blocks=tuple(_blocks(pack)),
    )


def _blocks(pack: Pack) -> Iterator[c.Block]:
    if pack.look.left_out:
        codes = ", ".join(pack.look.left_out)
        yield c.Note(c.line(f"Left out, for a policy protects their figures: {codes}."))
    yield c.Paragraph(c.line(in_brief(pack)), "lead")
    yield c.Section("order", "What presses first", tuple(_overview(pack)))
    if pack.chosen:
        title = "Every indicator" if pack.asked.every else "Exceptions, one by one"
        sheets = (sheet.section(pack, row, f"sheet-{n}") for n, row in enumerate(pack.chosen, start=1))
        yield c.Section("sheets", title, tuple(sheets))
    yield c.Section("read", "How to read this", (c.Paragraph(c.line(METHODS)),))


def in_brief(pack: Pack) -> str:
    """How many indicators there are, how many are exceptions, and how many of these no challenge answers."""
    called = [row for row in pack.messages if row["is_exception"]]
    said = f"{wording.plural(len(pack.messages), 'indicator')}, {wording.plural(len(called), 'exception')}."
    open_ones = [row["indicator"] for row in called if row["indicator"] not in pack.answers]
    if not called:
        return said
    if not pack.answers:
        return f"{said} {sheet.NO_CHALLENGES}"
    if not open_ones:
        return f"{said} Each exception is answered by a key challenge."
    return f"{said} Answered by no key challenge: {', '.join(open_ones)}."


def _overview(pack: Pack) -> Iterator[c.Block]:
    bands = sheet.bands(pack)
    groups = tuple(
        c.RowGroup(tuple(_row(pack, row, bands) for row in rows), label=label)
        for label, rows in groupby(pack.messages, key=_label)
    )
    columns = (*COLUMNS, ANSWERED) if pack.answers else COLUMNS
    caption = "Indicators, the most pressing first"
    yield c.Table("session", caption, columns, groups, kind="scorecard", heads=2)


def _label(row: words.Row) -> str:
    return PRESSING[row["pressing"]] if row["pressing"] else NOT_PRESSING


def _row(pack: Pack, row: words.Row, bands: marks.Bands) -> c.Row:
    line = pack.look.lines[row["indicator"]]
    return c.Row(
        c.line(c.Strong(row["indicator"])),
        (
            c.line(line["name"]),
            c.line(words.figure(line), c.Quiet(words.label(row["period"]))),
            c.line(marks.rating(line, bands)),
            c.line(LABELS[row["message"]]),
            *([c.line(_answered(pack, row))] if pack.answers else []),
        ),
    )


def _answered(pack: Pack, row: words.Row) -> str:
    answer = pack.answers.get(row["indicator"])
    if answer is None:
        return "nobody yet" if row["is_exception"] else "not asked for"
    before = f", of {words.label(answer.period)}" if answer.is_of_before else ""
    return f"key challenge {answer.number}{before}"
