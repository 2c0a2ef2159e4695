"""Page: who the neighbours are, why, how close they are, and where the council stands among them."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

import polars as pl

from goldenthread.assessments.compared import Compared, dots, words
from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.wording import Measure
from goldenthread.methods import periods
from goldenthread.organisation.peers import PeerGroup

FOR_STAFF = "For staff: the council's own figures stand here as they are, before any small number is hidden"
MEMBERS = (
    c.Column("Area", share=24),
    c.Column("Place", "number", share=10),
    c.Column("Distance", "value", share=12),
    c.Column("What sets it most apart", share=54),
)
LIKENESS = ("Characteristic", "Least", "Median", "Greatest")
LINES = (
    c.Column("Indicator", share=30),
    c.Column("Figure", "value", share=12),
    c.Column("Median of the others", "number", share=12),
    c.Column("Place", "number", share=12),
    c.Column("Quartile", share=12),
    c.Column("How far", share=22),
)


def document(
    compared: Compared, *, period: str, council: str, notice: str, dates: str, view: str
) -> c.Document:
    """The neighbour page of a report period; a section for each group that is compared with."""
    when = periods.label(periods.parse(period))
    return c.Document(
        name=f"neighbours-{period}".lower(),
        title="Compared with whom",
        subtitle=f"Neighbours and where {council} stands among them, {when}",
        dates=dates,
        council=council,
        notice=notice,
        view=f"{view.capitalize()}. ",
        running=f"Neighbours, {when}. {FOR_STAFF}",
        formats=("html",),
        blocks=tuple(_blocks(compared)),
    )


def _blocks(compared: Compared) -> Iterator[c.Block]:
    yield c.Note(c.line(f"{FOR_STAFF}."))
    if not compared.groups:
        yield c.Paragraph(c.line("No indicator is compared with a group that was in force."), "lead")
    for number, group in enumerate(compared.groups.values(), start=1):
        lines = compared.lines.filter(pl.col("group") == group.version.code)
        yield c.Section(
            f"group-{number}", group.version.name, tuple(_group(group, lines, compared.areas, f"g{number}"))
        )
    if compared.unmatched:
        said = [f"{code}, {group}" for code, group in sorted(compared.unmatched.items())]
        lead = c.Paragraph(c.line("Of the group that these indicators name, nothing was known on the day."))
        blocks = (lead, c.BulletList(tuple(c.line(each) for each in said)))
        yield c.Section("unmatched", "Not compared", blocks)


def _group(group: PeerGroup, lines: pl.DataFrame, areas: pl.DataFrame, id: str) -> Iterator[c.Block]:
    yield c.Paragraph(c.line(words.in_brief(group)), "lead")
    facts = tuple(c.Fact(label, (c.line(said),)) for label, said in words.why(group))
    yield c.Facts(f"{id}-why", f"Why these: {group.version.name}", facts)
    if words.says_how_close(group):
        yield c.rows_table(
            f"{id}-who",
            f"Who, and how close to {group.of_name}: the nearest first",
            MEMBERS,
            tuple(_member(group, number) for number in range(len(group.members))),
        )
    if group.found is not None and group.members:
        yield _likeness(group, id)
    if lines.height:
        yield c.Section(f"{id}-lines", "Where the council stands", tuple(_lines(lines, areas, id)))


def _member(group: PeerGroup, number: int) -> c.Row:
    peer = group.members[number]
    distance = "not stated" if peer.distance is None else wording.figure(peer.distance, Measure("", 2))
    place = "not stated" if peer.rank is None else str(peer.rank)
    return c.Row(c.line(peer.name), (c.line(place), c.line(distance), c.line(words.apart(group, peer.code))))


def _likeness(group: PeerGroup, id: str) -> c.Block:
    assert group.found is not None
    first, *columns = LIKENESS
    heads = (c.Column(first, share=40), c.Column(group.of_name, "value", share=15))
    others = tuple(c.Column(f"{each} of the {len(group.members)}", "number", share=15) for each in columns)
    rows = []
    for code in group.found.used:
        each = group.characteristics[code]
        of = Measure(each.unit, each.decimals)
        found = group.found.reasons.filter(pl.col("characteristic") == code)["value"].drop_nulls()
        theirs: list[float] = found.to_list()
        span = [min(theirs), median(theirs), max(theirs)] if theirs else [None] * len(columns)
        cells = tuple(
            c.line("none" if one is None else wording.figure(one, of))
            for one in (float(each.values[group.of]), *span)
        )
        rows.append(c.Row(c.line(each.label), cells))
    caption = f"What {group.of_name} and its {len(group.members)} neighbours are like"
    return c.rows_table(f"{id}-like", caption, (*heads, *others), tuple(rows))


def _lines(lines: pl.DataFrame, areas: pl.DataFrame, id: str) -> Iterator[c.Block]:
    shown, without = words.told(lines)
    if without:
        yield c.Paragraph(c.line(without))
    if shown.is_empty():
        return
    common, own = words.caveats(shown)
    if common:
        yield c.Note(c.line(" ".join(common)))
    rows = []
    for line in shown.iter_rows(named=True):
        about = own[line["indicator"]]
        head = c.line(f"{line['indicator']} {line['name']}", *([c.Quiet(about)] if about else []))
        rows.append(
            c.Row(
                head,
                (
                    c.line(words.figure(line["value"], line)),
                    c.line(words.figure(line["median"], line)),
                    c.line(words.place(line)),
                    c.line(words.quartile(line)),
                    c.line(words.gap(line)),
                ),
            )
        )
    caption = f"The council's figures beside those of {lines['group_name'][0]}"
    yield c.rows_table(f"{id}-figures", caption, LINES, tuple(rows), kind="scorecard")
    for number, line in enumerate(shown.iter_rows(named=True), start=1):
        of_line = areas.filter(pl.col("indicator") == line["indicator"])
        yield dots.details(line, of_line, f"{id}-dots-{number}")
