"""Frames: what every table is made of: caption, header row, cells, alternative text."""

from collections.abc import Sequence
from typing import Final, Literal

from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.draft import Draft

Keep = Literal["", "inner", "all"]
"""Whether a block stays on a page with the next one (all), only whole in itself (inner), or neither."""

NEXT: Final = "<w:keepNext/>"
RIGHT: Final = '<w:jc w:val="right"/>'
BOLD: Final = "<w:b/>"
_CLOSE: Final = '<w:spacing w:before="0"/>'

GUTTER: Final = 220
"""The room between what stands beside each other, in twips."""


def caption(draft: Draft, label: str, id: str, text: str) -> str:
    """A caption with the number of its kind, which Word can list; it stays with what it names."""
    number = str(draft.caption(label))
    numbered = markup.run(f"{label} ") + markup.field(f"SEQ {label} \\* ARABIC", number)
    inside = draft.marked(id, numbered + markup.run(f": {text}"))
    under = draft.flow.ends_in(draft.styles["Report Label"])
    return markup.paragraph(draft.styles["caption"], inside, NEXT + (_CLOSE if under else ""))


def frame(draft: Draft, title: str, said: str, each: list[int], rows: list[str], more: str = "") -> str:
    """A table of these rows with its alternative text; `more` are properties between layout and look."""
    look = 'w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{draft.styles["Report Table"]}"/>'
        f'<w:tblW w:w="{sum(each)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{more}'
        f'<w:tblLook {look} w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{markup.attribute(title)}"/>'
        f'<w:tblDescription w:val="{markup.attribute(said)}"/></w:tblPr>'
        f"{_grid(each)}{''.join(rows)}</w:tbl>"
    )


def abreast(titles: Sequence[str], room: int, inside: Sequence[str]) -> str:
    """What stands beside each other: one row, no style and no header, so that nobody takes it for figures."""
    *several, last = inside
    apart = f'<w:tcMar><w:right w:w="{GUTTER}" w:type="dxa"/></w:tcMar>'
    cells = [*(cell(room + GUTTER, each, apart) for each in several), cell(room, last)]
    each = [*([room + GUTTER] * len(several)), room]
    look = 'w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    said = "For layout only: lists beside each other, read from left to right."
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(each)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook {look} w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{markup.attribute(", ".join(titles))}"/>'
        f'<w:tblDescription w:val="{said}"/></w:tblPr>{_grid(each)}'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr></w:tbl>"
    )


def _grid(each: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in each)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def cell(width: int, paragraphs: str, more: str = "") -> str:
    """One cell; `more` are its further properties in the order of the schema."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{paragraphs}</w:tc>'


def header(draft: Draft, style: str, cells: Sequence[tuple[int, str, str]]) -> str:
    """The header row, repeated on each page: width, what stands there, and how it stands."""
    foot = '<w:vAlign w:val="bottom"/>'
    name = draft.styles[style]
    inside = "".join(cell(w, markup.paragraph(name, runs, NEXT + more), foot) for w, runs, more in cells)
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{inside}</w:tr>"
