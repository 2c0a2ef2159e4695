"""Paragraphs: headings, labels and lines of words, each in the style of its kind."""

from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.draft import Draft, Heading
from goldenthread.documents.renderers.docx.text import lines
from goldenthread.documents.spans import Line


def heading(draft: Draft, id: str, title: str, level: int, more: str = "", look: str = "") -> None:
    """A heading: level 2 of the document is Heading 1, for the document's own title is its Title."""
    number = level - 1
    mark = draft.bookmark(id)
    draft.headings.append(Heading(number, title, mark))
    inside = draft.marked(id, markup.run(title, look))
    draft.flow.add(markup.paragraph(draft.styles[f"heading {number}"], inside, more))


def label(draft: Draft, text: str, id: str = "") -> None:
    """The words over what follows, where these are no heading."""
    said = markup.run(text)
    draft.flow.add(markup.paragraph(draft.styles["Report Label"], draft.marked(id, said) if id else said))


def paragraph(
    draft: Draft, style: str, line: Line, more: str = "", opening: str = "", look: str = ""
) -> None:
    """A line of words; `opening` is what it opens with, in bold; `look` is how it differs from its style."""
    said = strong(draft, f"{opening} ") if opening else ""
    inside = said + lines.runs(draft, line, look=look)
    draft.flow.add(markup.paragraph(draft.styles[style], inside, more + after_table(draft)))


def strong(draft: Draft, text: str) -> str:
    """Words in bold."""
    return markup.run(text, f'<w:rStyle w:val="{draft.styles["Strong"]}"/>')


def after_table(draft: Draft) -> str:
    """Room above a paragraph that follows a table, for a table can keep none below itself."""
    follows = draft.flow.blocks and draft.flow.blocks[-1].endswith("</w:tbl>")
    return '<w:spacing w:before="120"/>' if follows else ""
