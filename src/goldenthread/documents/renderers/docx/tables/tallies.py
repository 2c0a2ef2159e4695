"""Tallies: counts by rating, with one mark for each thing counted."""

from math import ceil
from typing import Final

from goldenthread.documents.blocks import Tally, TallyRow
from goldenthread.documents.charts import svg
from goldenthread.documents.charts.shapes import shape
from goldenthread.documents.counts import count
from goldenthread.documents.marks import Mark
from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.charts import pictures
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables import frames, widths
from goldenthread.documents.renderers.docx.text import lines

_SIDE: Final = 16.0
_STEP: Final = 19.0
_POINTS: Final = 0.4
"""Points in a unit of a mark's drawing: 16 units are 6.4 points."""

_COUNT: Final = 26.0
"""Room for the count itself, in points."""


def tally(draft: Draft, block: Tally, keep: frames.Keep) -> list[str]:
    """Counts with one mark for each thing counted: the marks are decoration, the count is the figure."""
    columns = 1 + len(block.bands) + bool(block.last)
    wanted = [3.4, *[3.0] * len(block.bands), *([1.5] if block.last else [])]
    each = widths.shared([0.0] * columns, wanted, draft.width)
    heads = [(each[0], markup.run(block.first), "")]
    for width, band in zip(each[1:], block.bands, strict=False):
        heads.append((width, lines.runs(draft, (band,)), ""))
    if block.last:
        heads.append((each[-1], markup.run(block.last), frames.RIGHT))
    rows = [frames.header(draft, "Report Cell", heads)]
    for row in block.rows:
        tied = keep == "all" or row is not block.rows[-1]
        rows.append(_tally_row(draft, block, row, each, frames.NEXT if tied else ""))
    said = f"{block.first}. Columns: {', '.join(band.word for band in block.bands)}."
    return [
        frames.caption(draft, "Table", block.id, block.caption),
        frames.frame(draft, block.caption, said, each, rows),
    ]


def _tally_row(draft: Draft, block: Tally, row: TallyRow, each: list[int], more: str) -> str:
    name = draft.styles["Report Cell"]
    cells = [frames.cell(each[0], markup.paragraph(name, markup.run(row.label), more))]
    for i, (band, number) in enumerate(zip(block.bands, row.counts, strict=True)):
        said = markup.run(f"{number:,}")
        if row.place:
            said = lines.control(draft, count(number, *row.place, band.word))
        if number:
            said += _marks(draft, band, number, each[i + 1])
        if row.changes:
            said += "<w:r><w:br/></w:r>" + lines.small(draft, row.changes[i])
        cells.append(frames.cell(each[i + 1], markup.paragraph(draft.styles["Report Value"], said, more)))
    if block.last:
        inside = markup.paragraph(name, lines.runs(draft, row.last, "below"), more + frames.RIGHT)
        cells.append(frames.cell(each[-1], inside))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _marks(draft: Draft, band: Mark, number: int, width: int) -> str:
    """So many marks as one picture, which says nothing that the count before it does not.

    A line of them stands beside the count, more of them under it.
    """
    room = (width - widths.PADDING) / markup.TWIPS
    beside = number <= int((room - _COUNT) / (_STEP * _POINTS))
    across = number if beside else max(1, int(room / (_STEP * _POINTS)))
    drawn = "".join(svg.element("g", {"transform": _place(i, across)}, shape(band)) for i in range(number))
    size = across * _STEP, ceil(number / across) * _STEP
    points = size[0] * _POINTS, size[1] * _POINTS
    before = markup.run(" ") if beside else "<w:r><w:br/></w:r>"
    return before + pictures.inline(draft, svg.picture(*size, "", drawn), points, "")


def _place(i: int, across: int) -> str:
    x, y = svg.coordinate(i % across * _STEP), svg.coordinate(i // across * _STEP)
    return f"translate({x} {y})"
