"""Hidden: how many figures of the breakdowns are hidden and why, and the key to the signs in the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble.equality import cuts, rules, tables
from goldenthread.reports.assemble.equality.cuts import Cut
from goldenthread.reports.assemble.quarter import Quarter

WHY: Final = (
    "Small counts of people are hidden, and so are counts that leave few people out,{whole} and further "
    "figures from which these could be worked out by adding and subtracting. All carry the same sign, so "
    "that none tells which of them was small; of a hidden count no percentage, rate or gap is printed either."
)
WHOLE: Final = " groups of which everybody stands in one place,"
NOTHING: Final = "No figure of these tables had to be hidden."


def section(q: Quarter, found: Sequence[Cut]) -> c.Section:
    """How much is hidden and why, table by table; what may never be shown; the key."""
    gone = [cut for cut in found if cut.hidden]
    why = WHY.format(whole=WHOLE if rules.hide_whole_groups(q) else "")
    said = c.Paragraph(c.line(f"{in_words(found)} {why}" if gone else NOTHING))
    table: list[c.Block] = [_lost(found), _table(gone)] if gone else []
    blocks = (said, *_key(found), *table, *_never(q), *rules.blocks(q, found))
    return c.Section("hidden", "What is hidden, and why", blocks)


def in_words(found: Sequence[Cut]) -> str:
    """How many of the figures are shown, how many hidden: "Of 250 figures 210 are shown and 40 hidden." """
    total = sum(len(cut.lines) for cut in found)
    gone = sum(len(cut.hidden) for cut in found)
    if not gone:
        return f"All {total:,} figures are shown."
    return f"Of {total:,} figures {total - gone:,} are shown and {gone:,} hidden."


def _lost(found: Sequence[Cut]) -> c.Paragraph:
    """What a reader loses; not what the hidden counts come to: that would be a sum to solve them by."""
    total, gone = sum(len(cut.lines) for cut in found), sum(len(cut.hidden) for cut in found)
    where = wording.of_all(sum(bool(cut.hidden) for cut in found), len(found))
    are = "is" if gone == 1 else "are"
    lost = f"{wording.share_of(gone, total, 'figure')} {are} lost to the reader, in {where} tables."
    return c.Paragraph(c.line(lost))


def _table(gone: Sequence[Cut]) -> c.Table:
    columns = (
        c.Column("Indicator", share=60),
        c.Column("By", share=36),
        c.Column("Shown", "number", share=18),
        c.Column("Hidden", "number", share=18),
    )
    rows = tuple(
        c.Row(
            c.line(c.Link(f"{cut.whole['indicator']} {cut.whole['name']}", f"#{tables.table_id(cut)}")),
            (
                c.line(cut.label[:1].lower() + cut.label[1:]),
                c.line(f"{len(cut.lines) - len(cut.hidden)}"),
                c.line(f"{len(cut.hidden)}"),
            ),
        )
        for cut in gone
    )
    return c.rows_table("hidden-by-table", "Figures hidden, by table", columns, rows)


def _never(q: Quarter) -> Iterator[c.Block]:
    """What a definition keeps from being broken down, whatever the numbers."""
    kept = [
        f"{line['indicator']} by {_ways(line['never_break_down'])}"
        for line in q.every.values()
        if set(line.get("never_break_down") or ()) & set(line.get("dimensions") or ())
    ]
    if kept:
        yield c.Paragraph(c.line(f"Never published, by their definition: {wording.joined(kept)}."))


def _ways(codes: Sequence[str]) -> str:
    return wording.joined([code.replace("_", " ") for code in codes])


def _key(found: Sequence[Cut]) -> Iterator[c.Block]:
    """The signs that stand in these tables, with their meaning."""
    used = set(_used(found))
    items = tuple(c.line(c.Strong(sign), f" {meaning}") for sign, meaning in rules.SIGNS if sign in used)
    if items:
        yield c.BulletList(items, "plain")


def _used(found: Sequence[Cut]) -> Iterator[str]:
    for cut in found:
        for line in (*cut.lines, cut.whole):
            if cuts.is_shown(line):
                yield wording.status_mark(line.get("status") or "actual")
            else:
                yield tables.symbol(line)
