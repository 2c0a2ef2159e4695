"""Page: what every indicator says, for staff: exceptions first, each with its chart, then all."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.methods.message import LABELS, SENTENCES
from goldenthread.scorecards import marks
from goldenthread.sessions.said import charts, words
from goldenthread.sessions.said.look import Look

ALL = (
    c.Column("Ref", share=6),
    c.Column("Indicator", share=31),
    c.Column("Figure", "value", share=11),
    c.Column("Rating", "rating", share=11),
    c.Column("Variation", share=12),
    c.Column("Target", share=15),
    c.Column("Limits or median", share=14),
)


def document(look: Look, *, council: str, notice: str, dates: str, only_exceptions: bool) -> c.Document:
    """The page of a view, under the mark of the look; `only_exceptions` leaves the others out."""
    when = periods.label(periods.parse(look.view.period))
    return c.Document(
        name=f"variation-{look.view.period}".lower(),
        title="What the figures say",
        subtitle=f"Messages, limits and charts, {when}",
        dates=dates,
        council=council,
        notice=notice,
        view=f"{look.view.label.capitalize()}. ",
        running=f"What the figures say, {when}. {look.mark}",
        formats=("html",),
        blocks=tuple(_blocks(look, only_exceptions=only_exceptions)),
    )


def _blocks(look: Look, *, only_exceptions: bool) -> Iterator[c.Block]:
    yield c.Note(c.line(f"{look.mark}."))
    if look.left_out:
        codes = ", ".join(look.left_out)
        yield c.Paragraph(c.line(f"Left out, for a policy protects their figures: {codes}."))
    called = look.messages.filter("is_exception")
    yield c.Paragraph(c.line(in_brief(look.messages)), "lead")
    yield c.Section("exceptions", "Exceptions", tuple(_exceptions(called, look)))
    if not only_exceptions:
        yield c.Section("all", "Every indicator", tuple(_all(look)))


def in_brief(found: pl.DataFrame) -> str:
    """How many indicators say what, and how many are exceptions, in two sentences."""
    said = wording.joined([f"{count} {label.lower()}" for label, count in words.counts(found)])
    called = wording.plural(found.filter("is_exception").height, "exception")
    listed = f": {said}" if said else ""
    return f"{wording.plural(found.height, 'indicator')}{listed}. {called}."


def _exceptions(called: pl.DataFrame, look: Look) -> Iterator[c.Block]:
    if called.is_empty():
        yield c.Paragraph(c.line("None: nothing gets worse, keeps missing or is red again."))
        return
    rows = [row for _, _, of_one in words.grouped(called) for row in of_one]
    for number, row in enumerate(rows, start=1):
        title = f"{row['indicator']} {look.lines[row['indicator']]['name']}"
        id = f"exception-{number}"
        yield c.Section(id, title, tuple(_exception(row, look, id)))


def _exception(row: words.Row, look: Look, id: str) -> Iterator[c.Block]:
    line, bands = look.lines[row["indicator"]], marks.bands(look.view.schemes, _schemes(look))
    label, why = LABELS[row["message"]], row["why_message"]
    yield c.Paragraph(c.line(c.Strong(f"{label}. "), f"{SENTENCES[row['message']]} Why: {why}."))
    facts = (
        c.Fact("Exception", (c.line(_sentence(row["why_exception"])),)),
        c.Fact("Figure", (c.line(words.figure(line), c.Quiet(words.label(row["period"]))),)),
        c.Fact("Rating", (c.line(marks.rating(line, bands)),)),
        c.Fact("Charted", (c.line(_sentence(words.charted(row))),)),
        c.Fact("Limits or median", (c.line(words.limits(row, line)),)),
        *(
            [c.Fact("To be known", tuple(c.line(each) for each in said))]
            if (said := words.beside(row, look.charts.starts))
            else []
        ),
    )
    yield c.Facts(f"{id}-facts", f"{row['indicator']} in brief", facts)
    if drawn := charts.figure(row, look, f"{id}-chart"):
        yield drawn


def _all(look: Look) -> Iterator[c.Block]:
    bands = marks.bands(look.view.schemes, _schemes(look))
    groups = tuple(
        c.RowGroup(tuple(_row(row, look, bands) for row in rows), label=label, note=f"{_sentence(why)}.")
        for label, why, rows in words.grouped(look.messages)
    )
    if groups:
        caption = "What each indicator says, and what that rests on"
        yield c.Table("messages", caption, ALL, groups, kind="scorecard", heads=2)


def _row(row: words.Row, look: Look, bands: marks.Bands) -> c.Row:
    line = look.lines[row["indicator"]]
    charted = "no chart" if row["chart"] == "none" else words.charted(row)
    told = " ".join(words.beside(row, look.charts.starts))
    more = [c.Quiet(each) for each in (f"{_sentence(charted)}.", told) if each]
    return c.Row(
        c.line(c.Strong(row["indicator"])),
        (
            c.line(line["name"], *more),
            c.line(words.figure(line)),
            c.line(marks.rating(line, bands)),
            c.line(_sentence(words.variation(row))),
            c.line(_sentence(words.assurance(row))),
            c.line(_sentence(words.limits(row, line))),
        ),
    )


def _schemes(look: Look) -> list[str]:
    return [line["scheme"] for line in look.view.lines]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
