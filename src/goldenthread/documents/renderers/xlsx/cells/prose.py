"""Prose: the words of blocks that share one cell, such as a row of a panel."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Details,
    Facts,
    Figure,
    Note,
    Panel,
    Paragraph,
    Pillars,
    Section,
    Tally,
)
from goldenthread.documents.renderers.xlsx.cells.readings import said
from goldenthread.documents.tables import Table
from goldenthread.documents.wording import plural


def told(blocks: Sequence[Block]) -> Iterator[str]:
    """Blocks as lines of words; a table among them has a sheet of its own and is named."""
    for block in blocks:
        yield from _told(block)


def _told(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line=line) | Note(line=line):
            yield said(line)
        case BulletList(items=items):
            yield from map(said, items)
        case Facts(rows=rows):
            yield from (f"{fact.label}: {said(line)}" for fact in rows for line in fact.lines)
        case Table():
            yield f"{plural(sum(1 for _ in block.rows()), 'row')}: {block.caption}"
        case Tally(caption=caption) | Figure(twin=Table(caption=caption)):
            yield f"Table: {caption}"
        case Panel(title=title):
            yield title
        case Section(title=title, blocks=inner) | Details(summary=title, blocks=inner):
            yield title
            yield from told(inner)
        case Pillars(columns=columns):
            for column in columns:
                yield column.title
                yield from told(column.blocks)
        case _:
            assert_never(block)
