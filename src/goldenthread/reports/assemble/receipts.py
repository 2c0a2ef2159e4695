"""Receipts: every rating explained, and where its figure came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import equality, neighbours, paper
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures, sparks, year_end
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

AMONG: Final = "Compared with"


def document(q: Quarter) -> c.Document:
    """One receipt an indicator, in the order of the position."""
    lead = (
        "Each rating with the figure, the target and the rule behind it, what would turn it, and the row of "
        "the return from which the figure came."
    )
    receipts = tuple(_receipt(q, line) for line in q.every.values())
    blocks: tuple[c.Block, ...] = (c.Paragraph(c.line(lead), "lead"), *receipts)
    title = "Receipts: how each rating came about"
    return paper.document(q, name="receipts", title=title, short="Receipts", blocks=blocks, formats=("html",))


def _receipt(q: Quarter, line: Line) -> c.Panel:
    drawn = {AMONG: neighbours.drawn(q, line)}
    rows = tuple(
        c.PanelRow(label, (*_block(lines), *drawn.get(label, ()))) for label, lines in _rows(q, line) if lines
    )
    return c.Panel(
        f"r-{figures.anchor(line['indicator'])}",
        f"{line['indicator']} {line['name']}",
        rows,
        _at_a_glance(q, line),
        c.line(_about(q, line)),
        sparks.of(line, q.at),
    )


def _at_a_glance(q: Quarter, line: Line) -> tuple[c.Line, ...]:
    """Figure, target and rating, large."""
    return (
        c.line(figures.glance(line, q.at)),
        figures.goal(line, q.at),
        c.line(marks.rating(line, q.bands)),
    )


def _about(q: Quarter, line: Line) -> str:
    period = figures.period_words(line, q.at) or q.at.now
    owner, unit = q.at.post(line.get("owner") or ""), q.at.unit(line.get("unit_code") or "")
    answers = ", ".join(part for part in (owner, unit) if part)
    return f"{period}. {f'Answers for it: {answers}.' if answers else 'Nobody is named to answer for it.'}"


def _block(lines: tuple[c.Line, ...]) -> Iterator[c.Block]:
    if len(lines) == 1:
        yield c.Paragraph(lines[0])
    else:
        yield c.BulletList(lines, "plain")


def _rows(q: Quarter, line: Line) -> Iterator[tuple[str, tuple[c.Line, ...]]]:
    yield "How it was rated", tuple(c.line(sentence) for sentence in line.get("receipt") or ())
    yield AMONG, (*_peers(line), *_among(q, line))
    yield "Under the target before", _old(q, line)
    yield "Expected at the end of the year", _expected(q, line)
    yield "What to know", _judged(line)
    below = equality.of_indicator(q, line["indicator"])
    yield "Broken down", (below,) if below else ()
    yield "Definition", (c.line(line["definition"]),) if line.get("definition") else ()
    yield "Where the figure comes from", _sources(line)


def _peers(line: Line) -> tuple[c.Line, ...]:
    """What the peers reached in the same period, and whether that is the target."""
    peers = line.get("comparator")
    if not peers or line.get("hidden") or (reached := figures.amount(peers["value"])) is None:
        return ()
    said = f"{peers['label']}: {wording.figure(reached, figures.measure(line))}"
    return (c.line(f"{said}, which is the target." if line.get("target") == peers["value"] else f"{said}."),)


def _among(q: Quarter, line: Line) -> tuple[c.Line, ...]:
    """Where it stands among others, and what has to be known to read it; nothing where that is hidden."""
    beside = neighbours.of(q, line)
    if beside is None or not beside.has_place:
        return ()
    return c.line(beside.sentence), c.line(c.Quiet(beside.caveat))


def _old(q: Quarter, line: Line) -> tuple[c.Line, ...]:
    asked = figures.target_words(line, old="old_")
    if not asked or line.get("old_rating") is None:
        return ()
    mark = marks.rating({**line, "rating": line["old_rating"]}, q.bands)
    return (c.line(f"{asked}: ", mark),)


def _expected(q: Quarter, line: Line) -> tuple[c.Line, ...]:
    band = q.bands.named(line["scheme"], line.get("forecast_rating"))
    told = year_end.in_full(line, q.at, band.mark.word if band else "")
    return (told,) if told else ()


def _judged(line: Line) -> tuple[c.Line, ...]:
    judgement = line.get("judgement")
    if not judgement:
        return ()
    said = f"{judgement['author']} judges it {judgement['rating']}: {judgement['why']}"
    return (c.line(said),)


def _sources(line: Line) -> tuple[c.Line, ...]:
    """File, sheet and cell of every row behind the figure."""
    if line.get("hidden"):
        return (c.line(figures.HIDDEN),)
    sources = line.get("sources") or ()
    return tuple(c.line(source) for source in sources) or (c.line("no figure has come in"),)
