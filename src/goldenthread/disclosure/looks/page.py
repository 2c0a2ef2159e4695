"""Page: the preview of a release as a document, with the mark of the look that it is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from goldenthread.disclosure.drafts.instead import Alternative
from goldenthread.disclosure.looks.figures import PUBLIC
from goldenthread.disclosure.looks.preview import Preview
from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import periods

FOR_STAFF = "For staff: which figures are hidden and why is not to leave the council"
COLUMNS = (c.Column("Why", share=26), c.Column("Hidden", share=44), c.Column("Period", share=30))
WAYS = (c.Column("Broken down by", share=46), c.Column("Way", share=36), c.Column("Hidden", share=18))


def document(told: Preview, *, council: str, notice: str, dates: str) -> c.Document:
    """The preview; how many people a hidden figure counts is nowhere on it."""
    return c.Document(
        name=f"preview-{told.period}".lower(),
        title="What would be hidden",
        subtitle=f"Preview of the release of {told.period}",
        dates=dates,
        council=council,
        notice=notice,
        view=f"{PUBLIC}. ",
        running=f"Preview of the release of {told.period}. {FOR_STAFF}",
        formats=("html",),
        blocks=tuple(_blocks(told)),
    )


def _blocks(told: Preview) -> Iterator[c.Block]:
    yield c.Note(c.line(f"{FOR_STAFF}. No figure that is hidden is told here."))
    yield c.Paragraph(c.line(in_brief(told)), "lead")
    yield c.Facts("release", "The release", tuple(_facts(told)))
    yield c.Section("hidden", "What would be hidden, and why", tuple(_hidden(told)))
    yield c.Section("withheld", "Which texts would be withheld", tuple(_withheld(told)))
    yield c.Section("instead", "What would hide less", tuple(_instead(told)))
    if told.notes:
        notes = c.BulletList(tuple(c.line(f"{note}.") for note in told.notes))
        lead = c.Paragraph(c.line("Of what could not be added up nothing is worked out."))
        yield c.Section("notes", "What does not add up", (lead, notes))


def in_brief(told: Preview) -> str:
    """How much would be hidden, and how many texts withheld, in a sentence each."""
    texts = f" {wording.plural(len(told.withheld), 'text')} would be withheld." if told.withheld else ""
    if not told.hidden:
        return f"Nothing would be hidden of {wording.plural(told.shown, 'figure')}.{texts}"
    others = f"{told.protecting:,} of them only so that others cannot be worked out"
    return f"{told.hidden:,} of {told.shown + told.hidden:,} figures would be hidden, {others}.{texts}"


def _facts(told: Preview) -> Iterator[c.Fact]:
    standing = "the same has left already" if told.is_out else "not recorded: this is a preview"
    yield c.Fact("It would be called", (c.line(told.code, c.Quiet(standing)),))
    yield c.Fact(
        "Proof",
        (
            c.line(
                f"Level {told.level}, width {told.width}",
                c.Quiet(
                    "for each small count there are two tables of whole numbers that agree with everything "
                    f"published and differ in it by {told.width} or more"
                ),
            ),
        ),
    )
    held = "; ".join(told.world) or "nothing: no release is out"
    yield c.Fact("Held against", (c.line(held),))


def _hidden(told: Preview) -> Iterator[c.Block]:
    if not told.hidden_figures:
        yield c.Paragraph(c.line("Nothing would be hidden."))
        return
    groups = tuple(
        c.RowGroup(
            tuple(
                c.Row(
                    c.line(_sentence(each.words)),
                    (
                        c.line(_sentence("; ".join(each.named))),
                        c.line("; ".join(in_words(period) for period in each.periods)),
                    ),
                )
                for each in of_one
            ),
            label=f"{code} {name}",
        )
        for (code, name), of_one in groupby(told.hidden_figures, key=lambda each: (each.indicator, each.name))
    )
    caption = f"Figures that would be hidden in the pack of {told.period}, by indicator"
    yield c.Table("figures", caption, COLUMNS, groups)


def _withheld(told: Preview) -> Iterator[c.Block]:
    """Which texts, without their words: those are for the writer and the lead."""
    if not told.withheld:
        yield c.Paragraph(c.line("None: no words hold a text back."))
        return
    yield c.BulletList(tuple(c.line(_sentence(f"{kind} {about}")) for kind, about in told.withheld))
    yield c.Paragraph(
        c.line("Which words, why and what would be right: ", c.Strong(words_command(told)), ".")
    )


def words_command(told: Preview) -> str:
    """The command that names the words for which texts would be withheld."""
    return f"goldenthread disclosure words {told.period}"


def _instead(told: Preview) -> Iterator[c.Block]:
    if not _better(told.alternatives):
        yield c.Paragraph(c.line("No other way that was tried would hide fewer figures of a breakdown."))
        return
    yield c.Paragraph(
        c.line("Each way was tried with the same protection, on this breakdown alone with its total.")
    )
    groups = tuple(
        c.RowGroup(tuple(_way(told, each) for each in ways), label=f"{code} {told.names.indicator(code)}")
        for code, found in groupby(_better(told.alternatives), key=lambda each: each.indicator)
        for ways in (tuple(found),)
    )
    caption = (
        f"Other ways to publish breakdowns in the pack of {told.period}, and how many figures each hides"
    )
    yield c.Table("ways", caption, WAYS, groups)


def _better(found: Iterable[Alternative]) -> list[Alternative]:
    """The breakdowns for which another way hides less, by indicator, each with how it is."""
    cuts: dict[tuple[str, str, str], list[Alternative]] = {}
    for each in sorted(found, key=lambda one: one.indicator):
        cuts.setdefault((each.indicator, each.cut, each.period), []).append(each)
    return [each for ways in cuts.values() if len(ways) > 1 for each in ways]


def _way(told: Preview, each: Alternative) -> c.Row:
    by = f"{_sentence(told.names.cut(each.cut))}, {in_words(each.period)}"
    return c.Row(c.line(by), (c.line(_sentence(each.way)), c.line(f"{each.hidden:,} of {each.of:,}")))


def in_words(period: str) -> str:
    """A period as people say it: "30 June 2023", "April to June 2023", "October 2022 to June 2023"."""
    found = periods.parse(period)
    if found.start == found.end:
        return wording.day(found.end)
    if (found.start.year, found.start.month) == (found.end.year, found.end.month):
        return wording.month(found.end)
    first = f"{found.start:%B}" if found.start.year == found.end.year else wording.month(found.start)
    return f"{first} to {wording.month(found.end)}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
