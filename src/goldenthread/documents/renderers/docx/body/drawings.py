"""Drawings: the charts of a figure, beside each other as far as the page is wide, and their table."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from goldenthread.documents.blocks import BulletList, Drawing, Figure, Note, Paragraph
from goldenthread.documents.charts import palette, plots, sparkline, svg
from goldenthread.documents.charts.specs import Doughnut, Plot, Sparkline
from goldenthread.documents.renderers.docx import markup, sections
from goldenthread.documents.renderers.docx.body.nested import Write
from goldenthread.documents.renderers.docx.charts import doughnuts, labels, pictures
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables import data, frames
from goldenthread.documents.renderers.docx.tables.frames import NEXT, Keep
from goldenthread.documents.renderers.pdf.glyphs import printable

_BESIDE: Final = 0.52
_ABREAST: Final = 3
_PAGE: Final = 0.85
"""The share of a page's height that a plot may take, with its title and caption."""
_LINE_BREAK: Final = "<w:r><w:br/></w:r>"
_COLUMN_BREAK: Final = '<w:r><w:br w:type="column"/></w:r>'


def figure(draft: Draft, block: Figure, level: int, keep: Keep, write: Write) -> None:
    """The caption, the large chart with what stands beside it, the others, and the table unless it waits."""
    draft.flow.add(frames.caption(draft, "Chart", block.id, block.twin.caption))
    first, *others = block.drawings
    if block.beside and isinstance(block.beside[0], Paragraph | BulletList | Note) and not keep:
        _two_columns(draft, block, first, level, write)
    else:
        more = NEXT if keep == "all" or others or block.beside else ""
        _charts(draft, (first,), labels.LARGE, more, block.twin.caption)
        write(draft, block.beside, level, "all" if keep else "")
    if others:
        _charts(draft, others, labels.SMALL, NEXT if keep == "all" else "", block.twin.caption)
    if block.twin_place == "here":
        draft.flow.extend(data.table(draft, block.twin, keep))


def _two_columns(draft: Draft, block: Figure, first: Drawing, level: int, write: Write) -> None:
    """The large chart with what stands beside it, as two columns of the page: no table, no text box."""
    lying, width = draft.flow.shape.lying, draft.flow.width
    left = round(width * _BESIDE)
    right = width - left - sections.COLUMN_GAP
    draft.turn(sections.Shape(lying, "continuous", (left, right)))
    draft.width = left
    _charts(draft, (first,), labels.LARGE, "", block.twin.caption)
    start = len(draft.flow.blocks)
    draft.width = right
    write(draft, block.beside, level, "")
    _in_next_column(draft, start)
    draft.turn(sections.Shape(lying, "continuous"))


def _in_next_column(draft: Draft, start: int) -> None:
    """Let the block written at this place begin the next column."""
    block = draft.flow.blocks[start]
    draft.flow.blocks[start] = block.replace("</w:pPr>", f"</w:pPr>{_COLUMN_BREAK}", 1)


def _charts(draft: Draft, drawings: Sequence[Drawing], size: labels.Size, more: str, caption: str) -> None:
    """Plots each in a paragraph, then other charts in one, side by side as far as the page is wide."""
    others = [drawing for drawing in drawings if not isinstance(drawing.chart, Plot)]
    for number, drawing in enumerate(drawings, start=1):
        if isinstance(drawing.chart, Plot):
            # A plot alone needs no title beside a caption that says the same.
            title = "" if drawing.title == caption else drawing.title
            inside = _plot(draft, title, drawing.alt, drawing.chart)
            leads = more or (NEXT if number < len(drawings) else "")
            draft.flow.add(markup.paragraph(draft.styles["Report Chart"], inside, leads))
    if others:
        _row(draft, others, size, more)


def _row(draft: Draft, drawings: Sequence[Drawing], size: labels.Size, more: str) -> None:
    """Charts in one paragraph, as many abreast as have room."""
    # A hair less than a third of the page each, so that Word does not break the line.
    room = (draft.width / markup.TWIPS - 1) / (_ABREAST if size is labels.SMALL else 1)
    fitted = labels.fitting(size, room)
    inside = "".join(_chart(draft, drawing, fitted) for drawing in drawings)
    draft.flow.add(markup.paragraph(draft.styles["Report Chart"], inside, more))


def _plot(draft: Draft, title: str, finding: str, chart: Plot) -> str:
    """A plot under its title, as wide as the page, and less so where it would be higher than one."""
    width = draft.width / markup.TWIPS
    drawn = svg.on_paper(printable(plots.draw(chart, width=width / pictures.PIXEL, finding="")))
    drawn = drawn.replace(palette.BRAND, draft.style.brand)
    wide, high = (each * pictures.PIXEL for each in svg.size(drawn))
    share = min(1.0, width / wide, draft.height / markup.TWIPS * _PAGE / high)
    head = markup.run(title, frames.BOLD) + _LINE_BREAK if title else ""
    return head + pictures.inline(draft, drawn, (wide * share, high * share), finding)


def _chart(draft: Draft, drawing: Drawing, size: labels.Size) -> str:
    if isinstance(drawing.chart, Doughnut):
        return doughnuts.inline(draft, drawing, drawing.chart, size)
    assert isinstance(drawing.chart, Sparkline), "plots have paragraphs of their own"
    title = markup.run(f"{drawing.title} ", frames.BOLD)
    drawn = sparkline.draw(replace(drawing.chart, live=None), width=240, height=70)
    return title + pictures.inline(draft, drawn, (180, 52.5), drawing.alt)
