"""Overview: the ratings of every scorecard of a level in one table, each row leading to its scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents import content as c
from goldenthread.documents import counts
from goldenthread.documents.wording import dated
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.material import Line


@dataclass(frozen=True, slots=True)
class Counted:
    """A scorecard to be counted: where it stands in the paper, its title and its indicators."""

    id: str
    title: str
    lines: tuple[Line, ...]


def table(q: Quarter, level: str, cards: Sequence[Counted]) -> c.Table:
    """A row a scorecard, and one for all of them where no indicator stands on two."""
    label = q.at.label(level)
    columns = (
        c.Column(dated.sentence(label.one), share=6),
        *(c.Column(mark.word, "number", share=2) for mark in q.count(()).marks),
        c.Column("Total", "number", share=2),
    )
    rows = [_row(q, card, c.Link(card.title, f"#{card.id}")) for card in cards]
    if whole := _whole(label.many, cards):
        rows.append(_row(q, whole, c.Text(whole.title)))
    counted = q.at.label("indicator").many
    caption = f"{label.title} by rating: {counted} at {q.at.position_day}, as frozen"
    return c.rows_table("overview", caption, columns, tuple(rows))


def _whole(many: str, cards: Sequence[Counted]) -> Counted | None:
    """All scorecards together; None where there is one only, or where an indicator would count twice."""
    lines = tuple(line for card in cards for line in card.lines)
    codes = {line["indicator"] for line in lines}
    return Counted("all", f"All {many}", lines) if len(cards) > 1 and len(codes) == len(lines) else None


def _row(q: Quarter, card: Counted, title: c.Link | c.Text) -> c.Row:
    counted = q.count(card.lines)
    place = (q.at.code, "scorecards", card.id)
    numbers = [
        counts.count(n, *place, mark.word) for mark, n in zip(counted.marks, counted.numbers, strict=True)
    ]
    cells = (*numbers, counts.count(counted.total, *place, "total"))
    is_whole = isinstance(title, c.Text)
    return c.Row(c.line(title), tuple(map(c.line, cells)), kind="total" if is_whole else "plain")
