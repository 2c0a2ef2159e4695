"""Pillars: lists under their headings, beside each other or one below the other."""

from collections.abc import Sequence
from typing import Final

from goldenthread.documents.blocks import Block, BulletList, Paragraph, Pillar, Pillars
from goldenthread.documents.renderers.docx.body import lists, paragraphs
from goldenthread.documents.renderers.docx.body.nested import Write
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables import frames
from goldenthread.documents.renderers.docx.tables.frames import Keep

# A pillar's heading keeps its level and is set as lightly as what stands under it.
_LIGHT: Final = '<w:pBdr><w:top w:val="nil"/></w:pBdr><w:spacing w:before="80" w:after="40"/>'
_SMALLER: Final = '<w:sz w:val="22"/><w:szCs w:val="22"/>'
_NARROWEST: Final = 2_600


def pillars(draft: Draft, block: Pillars, level: int, keep: Keep, write: Write) -> None:
    """Beside each other where each is words alone and the page is wide enough; else one below the other."""
    if _fit(draft, block):
        _abreast(draft, block.columns, level)
        return
    for pillar in block.columns:
        _heading(draft, pillar, level, _LIGHT)
        write(draft, pillar.blocks, level + 1, "all" if keep else "")


def _fit(draft: Draft, block: Pillars) -> bool:
    each = [block for pillar in block.columns for block in pillar.blocks or (None,)]
    plain = all(isinstance(block, BulletList | Paragraph) for block in each)
    return plain and draft.width // max(len(block.columns), 1) >= _NARROWEST


def _heading(draft: Draft, pillar: Pillar, level: int, more: str) -> None:
    id = f"pillar.{len(draft.headings) + 1}"
    paragraphs.heading(draft, id, pillar.title, level, more, _SMALLER)


def _abreast(draft: Draft, columns: Sequence[Pillar], level: int) -> None:
    """One row of a table without rules: read cell by cell, a heading and its list stay together."""
    draft.flow.settle()
    width = draft.width
    room = (width - frames.GUTTER * (len(columns) - 1)) // len(columns)
    cells = []
    for pillar in columns:
        start = len(draft.flow.blocks)
        draft.width = room
        _heading(draft, pillar, level, _LIGHT)
        for block in pillar.blocks:
            _narrow(draft, block)
        cells.append(draft.flow.taken(start))
    draft.width = width
    draft.flow.add(frames.abreast([pillar.title for pillar in columns], room, cells))


def _narrow(draft: Draft, block: Block) -> None:
    if isinstance(block, BulletList):
        lists.points(draft, block)
    elif isinstance(block, Paragraph):
        paragraphs.paragraph(draft, "Report Cell", block.line)
