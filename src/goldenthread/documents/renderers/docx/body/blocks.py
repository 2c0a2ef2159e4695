"""Blocks: each kind of block as Word paragraphs and tables, one below the other."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Details,
    Drawing,
    Facts,
    Figure,
    Note,
    Panel,
    Paragraph,
    Pillars,
    Section,
    Tally,
)
from goldenthread.documents.charts import sparkline
from goldenthread.documents.charts.specs import Doughnut
from goldenthread.documents.content import walk
from goldenthread.documents.renderers.docx import markup, sections
from goldenthread.documents.renderers.docx.charts import doughnuts, labels, pictures
from goldenthread.documents.renderers.docx.draft import Draft, Heading
from goldenthread.documents.renderers.docx.tables import data, frames, fronts, tallies
from goldenthread.documents.renderers.docx.tables.frames import NEXT, Keep
from goldenthread.documents.renderers.docx.text import lines
from goldenthread.documents.spans import Line
from goldenthread.documents.tables import Table

_PARAGRAPHS: Final = {"plain": "Normal", "lead": "Report Lead", "quiet": "Report Quiet"}
# A pillar's heading keeps its level and is set as lightly as what stands under it.
_LIGHT: Final = '<w:pBdr><w:top w:val="nil"/></w:pBdr><w:spacing w:before="200" w:after="60"/>'
_SMALLER: Final = '<w:sz w:val="25"/><w:szCs w:val="25"/>'
_OUTERMOST: Final = 2
_BESIDE: Final = 0.52
_ABREAST: Final = 3
_COLUMN_BREAK: Final = '<w:r><w:br w:type="column"/></w:r>'


def write(draft: Draft, blocks: Sequence[Block], level: int, keep: Keep = "") -> None:
    """Write these blocks; with `keep` all of them stay on one page."""
    for i, block in enumerate(blocks):
        each: Keep = "all" if keep and i < len(blocks) - 1 else keep
        _block(draft, block, level, each)


def _block(draft: Draft, block: Block, level: int, keep: Keep) -> None:
    match block:
        case Section():
            _section(draft, block, level)
        case Paragraph(line, kind):
            _paragraph(draft, _PARAGRAPHS[kind], line, NEXT if keep == "all" else "")
        case BulletList():
            _list(draft, block, keep)
        case Note(line):
            _paragraph(draft, "Report Note", line, NEXT if keep == "all" else "")
        case Facts():
            _facts(draft, block, keep)
        case Table():
            _all(draft, data.table(draft, block, keep))
        case Figure():
            _figure(draft, block, level, keep)
        case Tally():
            _all(draft, tallies.tally(draft, block, keep))
        case Panel():
            _panel(draft, block, level)
        case Pillars():
            _pillars(draft, block, level, keep)
        case Details(summary, inner):
            _label(draft, summary)
            write(draft, inner, level, keep)
        case _:
            raise TypeError(f"no Word for {type(block).__name__}")


def _all(draft: Draft, made: list[str]) -> None:
    for block in made:
        draft.flow.add(block)


def _paragraph(draft: Draft, style: str, line: Line, more: str = "") -> None:
    draft.flow.add(markup.paragraph(draft.styles[style], lines.runs(draft, line), more + _after_table(draft)))


def _after_table(draft: Draft) -> str:
    """Room above a paragraph that follows a table, for a table can keep none below itself."""
    follows = draft.flow.blocks and draft.flow.blocks[-1].endswith("</w:tbl>")
    return '<w:spacing w:before="160"/>' if follows else ""


def _label(draft: Draft, text: str) -> None:
    draft.flow.add(markup.paragraph(draft.styles["Report Label"], markup.run(text)))


def _heading(draft: Draft, id: str, title: str, level: int, more: str = "", look: str = "") -> None:
    """A heading: level 2 of the document is Heading 1, for the document's own title is its Title."""
    number = level - 1
    mark = draft.bookmark(id)
    draft.headings.append(Heading(number, title, mark))
    inside = draft.marked(id, markup.run(title, look))
    draft.flow.add(markup.paragraph(draft.styles[f"heading {number}"], inside, more))


def _section(draft: Draft, block: Section, level: int) -> None:
    sideways = block.start == "landscape" and not draft.flow.shape.lying
    if sideways:
        draft.turn(sections.Shape(True, "nextPage"))
    starts = block.start != "here" and (not sideways or draft.flow.lies)
    more = "<w:pageBreakBefore/>" if starts and draft.flow.blocks else ""
    _heading(draft, block.id, block.title, level, more)
    write(draft, block.blocks, level + 1)
    if level == _OUTERMOST:
        for inner, _ in walk(block.blocks):
            if isinstance(inner, Figure) and inner.twin_place == "end":
                _all(draft, data.table(draft, inner.twin, ""))
    if sideways:
        draft.turn(sections.Shape(False, "nextPage"))


def _list(draft: Draft, block: BulletList, keep: Keep) -> None:
    style, more = "Report List", ""
    if block.kind == "bullets":
        style, more = "List Bullet", draft.lists.bullet
    elif block.kind == "numbers":
        style = "List Number"
        number = draft.numbering()
        more = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    elif block.kind == "plain":
        more = '<w:ind w:left="284" w:hanging="284"/>'
    quiet: lines.Below = "below" if block.kind in ("plain", "links") else "inline"
    for i, item in enumerate(block.items):
        tied = keep == "all" or (keep and i < len(block.items) - 1)
        said = lines.runs(draft, item, quiet)
        room = "" if i else _after_table(draft)
        kept = NEXT if tied else ""
        before, after = (more, "") if more.startswith("<w:numPr>") else ("", more)
        draft.flow.add(markup.paragraph(draft.styles[style], said, kept + before + room + after))


def _facts(draft: Draft, block: Facts, keep: Keep) -> None:
    if block.kind == "front":
        _all(draft, fronts.front(draft, block))
        return
    caption = draft.marked(block.id, markup.run(block.caption))
    draft.flow.add(markup.paragraph(draft.styles["Report Label"], caption))
    for i, fact in enumerate(block.rows):
        said = markup.run(f"{fact.label}: ", f'<w:rStyle w:val="{draft.styles["Strong"]}"/>')
        answers = (lines.runs(draft, line) for line in fact.lines)
        tied = NEXT if keep == "all" or i < len(block.rows) - 1 else ""
        inside = said + "<w:r><w:br/></w:r>".join(answers)
        draft.flow.add(markup.paragraph(draft.styles["Report List"], inside, tied))


def _figure(draft: Draft, block: Figure, level: int, keep: Keep) -> None:
    _all(draft, [frames.caption(draft, "Chart", block.id, block.twin.caption)])
    first, *others = block.drawings
    if block.beside and isinstance(block.beside[0], Paragraph | BulletList | Note) and not keep:
        _two_columns(draft, block, first, level)
    else:
        _charts(draft, (first,), labels.LARGE, NEXT if keep == "all" or others or block.beside else "")
        write(draft, block.beside, level, keep and "all")
    if others:
        _charts(draft, others, labels.SMALL, NEXT if keep == "all" else "")
    if block.twin_place == "here":
        _all(draft, data.table(draft, block.twin, keep))


def _two_columns(draft: Draft, block: Figure, first: Drawing, level: int) -> None:
    """The large chart with what stands beside it, as two columns of the page: no table, no text box."""
    lying, width = draft.flow.shape.lying, draft.flow.width
    left = round(width * _BESIDE)
    right = width - left - sections.COLUMN_GAP
    draft.turn(sections.Shape(lying, "continuous", (left, right)))
    draft.width = left
    _charts(draft, (first,), labels.LARGE, "")
    start = len(draft.flow.blocks)
    draft.width = right
    write(draft, block.beside, level)
    _in_next_column(draft, start)
    draft.turn(sections.Shape(lying, "continuous"))


def _in_next_column(draft: Draft, start: int) -> None:
    """Let the block written at this place begin the next column."""
    block = draft.flow.blocks[start]
    draft.flow.blocks[start] = block.replace("</w:pPr>", f"</w:pPr>{_COLUMN_BREAK}", 1)


def _charts(draft: Draft, drawings: Sequence[Drawing], size: labels.Size, more: str) -> None:
    """Charts in one paragraph, side by side as far as the page is wide."""
    # A hair less than a third of the page each, so that Word does not break the line.
    room = (draft.width / markup.TWIPS - 1) / (_ABREAST if size is labels.SMALL else 1)
    fitted = labels.fitting(size, room)
    inside = "".join(_chart(draft, drawing, fitted) for drawing in drawings)
    draft.flow.add(markup.paragraph(draft.styles["Report Chart"], inside, more))


def _chart(draft: Draft, drawing: Drawing, size: labels.Size) -> str:
    if isinstance(drawing.chart, Doughnut):
        return doughnuts.inline(draft, drawing, drawing.chart, size)
    title = markup.run(f"{drawing.title} ", frames.BOLD)
    drawn = sparkline.draw(replace(drawing.chart, live=None), width=240, height=70)
    return title + pictures.inline(draft, drawn, (180, 52.5), drawing.alt)


def _panel(draft: Draft, block: Panel, level: int) -> None:
    """A key challenge: heading, figures, line and labelled parts, all on one page where that holds them."""
    _heading(draft, block.id, block.title, level)
    rows = block.rows
    if block.figures:
        said = [lines.runs(draft, figure) for figure in block.figures]
        apart = markup.run("   ")
        _all(draft, [markup.paragraph(draft.styles["Report Figures"], apart.join(said), NEXT)])
    if block.line:
        _paragraph(draft, "Report Quiet", block.line, NEXT if rows or block.spark else "")
    if block.spark:
        chart = replace(block.spark.chart, live=None)
        drawn = pictures.inline(
            draft, sparkline.draw(chart, width=240, height=70), (180, 52.5), chart.finding
        )
        draft.flow.add(markup.paragraph(draft.styles["Report Chart"], drawn, NEXT if rows else ""))
    for i, row in enumerate(rows):
        _label(draft, row.label)
        write(draft, row.blocks, level + 1, "all" if i < len(rows) - 1 else "inner")


def _pillars(draft: Draft, block: Pillars, level: int, keep: Keep) -> None:
    """One under the other: columns of a page break badly, and a table would only be for the look."""
    for pillar in block.columns:
        _heading(draft, f"pillar.{len(draft.headings) + 1}", pillar.title, level, _LIGHT, _SMALLER)
        write(draft, pillar.blocks, level + 1, keep and "all")
