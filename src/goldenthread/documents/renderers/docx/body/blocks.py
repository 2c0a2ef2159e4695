"""Blocks: each kind of block as Word paragraphs and tables, one below the other."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

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
from goldenthread.documents.content import late_twins
from goldenthread.documents.renderers.docx import sections
from goldenthread.documents.renderers.docx.body import drawings, lists, panels, paragraphs, pillars
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables import data, fronts, tallies
from goldenthread.documents.renderers.docx.tables.frames import NEXT, Keep
from goldenthread.documents.tables import Table

_PARAGRAPHS: Final = {"plain": "Normal", "lead": "Report Lead", "quiet": "Report Quiet"}
# What the paragraphs of a paper are set in that is to be one sheet.
_CLOSE: Final = "Report Part"
_CLOSE_TYPE: Final = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
_LED_UP_TO: Final = (Table, Facts, Tally, Figure, BulletList, Panel)
_OUTERMOST: Final = 2
_NEW_PAGE: Final = '<w:pageBreakBefore/><w:spacing w:before="0"/>'


def write(draft: Draft, blocks: Sequence[Block], level: int, keep: Keep = "") -> None:
    """Write these blocks; with `keep` all of them stay on one page."""
    for i, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        each: Keep = "all" if (keep and after) or _leads(block, after) else keep
        # What stands under a heading leads where the next one does: no heading stays behind with it.
        if not i and isinstance(block, Paragraph) and _leads(after, blocks[2] if len(blocks) > 2 else None):
            each = "all"
        _block(draft, block, level, each)


def _leads(block: Block | None, after: Block | None) -> bool:
    """Whether a block is a paragraph that leads up to what comes after it, and stays on its page."""
    return isinstance(block, Paragraph) and isinstance(after, _LED_UP_TO)


def _block(draft: Draft, block: Block, level: int, keep: Keep) -> None:
    match block:
        case Section():
            _section(draft, block, level)
        case Paragraph(line, kind):
            style = _CLOSE if draft.document.is_sheet else _PARAGRAPHS[kind]
            paragraphs.paragraph(draft, style, line, NEXT if keep == "all" else "")
        case BulletList():
            lists.items(draft, block, keep)
        case Note(line):
            look = _CLOSE_TYPE if draft.document.is_sheet else ""
            paragraphs.paragraph(draft, "Report Note", line, NEXT if keep == "all" else "", look=look)
        case Facts():
            _facts(draft, block, keep)
        case Table():
            draft.flow.extend(data.table(draft, block, keep))
        case Figure():
            drawings.figure(draft, block, level, keep, write)
        case Tally():
            draft.flow.extend(tallies.tally(draft, block, keep))
        case Panel():
            panels.panel(draft, block, level, write)
        case Pillars():
            pillars.pillars(draft, block, level, keep, write)
        case Details(summary, inner):
            paragraphs.label(draft, summary)
            write(draft, inner, level, keep)
        case _:
            raise TypeError(f"no Word for {type(block).__name__}")


def _facts(draft: Draft, block: Facts, keep: Keep) -> None:
    if block.kind == "front":
        draft.flow.extend(fronts.front(draft, block))
    else:
        lists.facts(draft, block, keep)


def _section(draft: Draft, block: Section, level: int) -> None:
    sideways = block.start == "landscape" and not draft.flow.shape.lying
    if sideways:
        draft.turn(sections.Shape(True, "nextPage"))
    starts = block.start != "here" and (not sideways or draft.flow.lies)
    more = _NEW_PAGE if starts and draft.flow.blocks else ""
    paragraphs.heading(draft, block.id, block.title, level, more)
    write(draft, block.blocks, level + 1)
    if level == _OUTERMOST:
        for figure in late_twins(block):
            draft.flow.extend(data.table(draft, figure.twin, ""))
    if sideways:
        draft.turn(sections.Shape(False, "nextPage"))
