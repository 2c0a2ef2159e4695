"""Neighbours: figures beside those of other councils: with whom, from when, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble.neighbours import drawn as drawings
from goldenthread.reports.assemble.neighbours import told
from goldenthread.reports.assemble.neighbours.told import Beside
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

__all__ = ["ID", "TITLE", "Beside", "drawn", "of", "sections", "with_a_verdict"]

ID: Final = "neighbours"
TITLE: Final = "Compared with other councils"


def of(q: Quarter, line: Line) -> Beside | None:
    """One indicator beside others; None where it is compared with nobody, or nobody has a figure."""
    comparison = q.compared.get(line["indicator"])
    return Beside(q, line, comparison) if comparison and comparison["peers"] else None


def drawn(q: Quarter, line: Line) -> tuple[c.Block, ...]:
    """One figure as a dot among those of others, folded; nothing where it has no place that may be told."""
    beside = of(q, line)
    dots = drawings.dots(beside) if beside else None
    return (dots,) if dots else ()


def with_a_verdict(q: Quarter) -> dict[str, bool]:
    """Of the corporate indicators that may be compared, whether each is at the others' median or better."""
    found = (beside for line in q.corporate if (beside := of(q, line)))
    return {each.code: each.is_no_worse for each in found if each.is_no_worse is not None}


def sections(q: Quarter) -> list[c.Section]:
    """Each group with its date and what was compared with it; nothing where nothing is compared."""
    blocks = [block for code, group in q.compared_with.items() for block in _group(q, code, group)]
    return [c.Section(ID, TITLE, tuple(blocks))] if blocks else []


def _group(q: Quarter, code: str, group: Line) -> Iterator[c.Block]:
    lines = [
        line
        for line in (*q.corporate, *(each for each in q.every.values() if not each["corporate"]))
        if q.compared.get(line["indicator"], {}).get("group") == code
    ]
    if not lines:
        return
    found = [beside for line in lines if (beside := of(q, line))]
    yield c.Paragraph(c.line(f"{group['in_brief']} {_dated(group)}"))
    if without := len(lines) - len(found):
        lost = wording.plural(without, "indicator")
        yield c.Paragraph(c.line(f"Not compared, for none of them has a figure: {lost}."))
    if found:
        common, own = told.caveats(found)
        yield c.Note(c.line(" ".join(common)))
        yield _table(q, code, group, [_row(q, each, own[each.code]) for each in found])


def _dated(group: Line) -> str:
    """What the group is called, from when it holds, who drew it up and how its members are found."""
    from_ = wording.day(date.fromisoformat(group["effective_from"]))
    how, _, _ = str(group["how"]).partition(". ")
    return f"{group['name']}, in force from {from_}{told.drawn_up(group)}. {how}."


def _table(q: Quarter, code: str, group: Line, rows: Sequence[c.Row]) -> c.Table:
    columns = (
        c.Column("Indicator", share=100),
        c.Column(f"{q.at.now} result", "value", share=28),
        c.Column("Median of the others", "number", share=28),
        c.Column("Place", "number", share=20),
        c.Column("Quartile", share=20),
        c.Column("Missing", "number", share=20),
        c.Column("From the median", share=60),
    )
    from_ = wording.day(date.fromisoformat(group["effective_from"]))
    caption = f"Figures beside those of {group['name']} as in force from {from_}, {q.at.now}"
    return c.rows_table(f"{ID}-{figures.anchor(code)}", caption, columns, tuple(rows))


def _row(q: Quarter, beside: Beside, caveat: str) -> c.Row:
    line = beside.line
    name = c.Link(f"{line['indicator']} {line['name']}", figures.receipt(line))
    return c.Row(
        c.line(name, *([c.Quiet(caveat)] if caveat else [])),
        (
            beside.result,
            beside.median,
            beside.rank,
            beside.quartile,
            c.line(beside.missing),
            beside.gap,
        ),
    )
