"""Lists: bullets, numbers that start at 1, plain items, and facts as labels with their answers."""

from typing import Final

from goldenthread.documents.blocks import BulletList, Facts
from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.body import paragraphs
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables.frames import NEXT, Keep
from goldenthread.documents.renderers.docx.text import lines

_CLOSE: Final = '<w:ind w:left="198" w:hanging="198"/>'


def items(draft: Draft, block: BulletList, keep: Keep) -> None:
    """A list, each item a paragraph of a list style."""
    style, numbered, indent = _kind(draft, block)
    quiet: lines.Below = "below" if block.kind in ("plain", "links") else "inline"
    for i, item in enumerate(block.items):
        tied = keep == "all" or (keep and i < len(block.items) - 1)
        said = lines.runs(draft, item, quiet)
        room = "" if i else paragraphs.after_table(draft)
        more = (NEXT if tied else "") + numbered + room + indent
        draft.flow.add(markup.paragraph(draft.styles[style], said, more))


def points(draft: Draft, block: BulletList) -> None:
    """A list in a narrow column: letters as in a table, and little room before each item."""
    numbered = draft.lists.bullet if block.kind == "bullets" else ""
    style = draft.styles["Report Points" if block.kind == "bullets" else "Report Cell"]
    for item in block.items:
        said = lines.runs(draft, item)
        draft.flow.add(markup.paragraph(style, said, f"{numbered}{_CLOSE}"))


def _kind(draft: Draft, block: BulletList) -> tuple[str, str, str]:
    """The style of a list, and the numbering and indentation that its items carry themselves."""
    if block.kind == "bullets":
        return "List Bullet", draft.lists.bullet, ""
    if block.kind == "numbers":
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{draft.numbering()}"/></w:numPr>'
        return "List Number", number, ""
    return "Report List", "", '<w:ind w:left="284" w:hanging="284"/>' if block.kind == "plain" else ""


def facts(draft: Draft, block: Facts, keep: Keep) -> None:
    """Labels in bold with their answers; each stays whole, and they may part between two of them."""
    paragraphs.label(draft, block.caption, block.id)
    for i, fact in enumerate(block.rows):
        answers = "<w:r><w:br/></w:r>".join(lines.runs(draft, line) for line in fact.lines)
        tied = NEXT if keep == "all" or (keep and i < len(block.rows) - 1) else ""
        inside = paragraphs.strong(draft, f"{fact.label}: ") + answers
        draft.flow.add(markup.paragraph(draft.styles["Report List"], inside, f"{tied}<w:keepLines/>"))
