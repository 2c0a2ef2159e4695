"""Panels: a key challenge in few lines: its figures beside its series, then its parts, each named in bold."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from goldenthread.documents.blocks import Block, Panel, PanelRow, Paragraph
from goldenthread.documents.charts import sparkline
from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.body import paragraphs
from goldenthread.documents.renderers.docx.body.nested import Write
from goldenthread.documents.renderers.docx.charts import pictures
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables.frames import NEXT, Keep
from goldenthread.documents.renderers.docx.text import lines
from goldenthread.documents.spans import words
from goldenthread.documents.tables import Table

_SERIES: Final = (114.0, 33.25)
_MIDDLE: Final = '<w:textAlignment w:val="center"/>'
_SHORT_ENOUGH: Final = 0.5
"""The share of a page up to which a panel stays on one: at most that much of a page is left white."""

_HEAD: Final = 84.0
_LETTER, _LINE, _APART = 5.0, 13.0, 5.0
_ROW: Final = 23.0


def panel(draft: Draft, block: Panel, level: int, write: Write) -> None:
    """Heading, figures, line and labelled parts; a short one stays on one page, a longer one parts in it."""
    whole = height(block, draft.width / markup.TWIPS) <= _SHORT_ENOUGH * draft.height / markup.TWIPS
    paragraphs.heading(draft, block.id, block.title, level)
    _figures(draft, block, NEXT if block.line or block.rows else "")
    if block.line:
        paragraphs.paragraph(draft, "Report Part", block.line, NEXT if block.rows else "")
    for i, row in enumerate(block.rows):
        keep: Keep = "all" if whole and i < len(block.rows) - 1 else "inner"
        _part(draft, row, level + 1, keep, write)


def _figures(draft: Draft, block: Panel, more: str) -> None:
    """The figures, and at the other end of their line the series they come from."""
    said = markup.run("   ").join(lines.runs(draft, figure) for figure in block.figures)
    tab = ""
    if block.spark:
        chart = replace(block.spark.chart, live=None)
        drawn = sparkline.draw(chart, width=240, height=70)
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{draft.width}"/></w:tabs>{_MIDDLE}'
        said += "<w:r><w:tab/></w:r>" + pictures.inline(draft, drawn, _SERIES, chart.finding)
    if said:
        draft.flow.add(markup.paragraph(draft.styles["Report Figures"], said, more + tab))


def _part(draft: Draft, row: PanelRow, level: int, keep: Keep, write: Write) -> None:
    """One labelled part: its label opens the words that follow, or stands over a table or a list."""
    first, *others = row.blocks or (None,)
    if isinstance(first, Paragraph):
        tied = NEXT if keep == "all" or others else ""
        paragraphs.paragraph(draft, "Report Part", first.line, f"{tied}<w:keepLines/>", f"{row.label}.")
        write(draft, others, level, keep)
        return
    paragraphs.label(draft, row.label)
    write(draft, row.blocks, level, keep)


def height(block: Panel, width: float) -> float:
    """About how high a panel is on a page of this width, in points."""
    return _HEAD + sum(_APART + _high(row.blocks, width) for row in block.rows)


def _high(blocks: Iterable[Block], width: float) -> float:
    found = 0.0
    for block in blocks:
        if isinstance(block, Table):
            found += _ROW * (2 + sum(1 for _ in block.rows()))
        else:
            found += _LINE * (1 + _length(block) * _LETTER // width)
    return found


def _length(block: Block) -> int:
    """How many letters a block has, its own line or its items."""
    own = getattr(block, "line", ())
    return len(words(own)) + sum(len(words(item)) for item in getattr(block, "items", ()))
