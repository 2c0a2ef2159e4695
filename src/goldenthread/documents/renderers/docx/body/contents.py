"""Contents: a field whose entries are filled in, so that it reads before Word works it out again."""

from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.draft import Draft, Heading

DEEPEST = 1
"""The highest level of headings alone, as the list of contents on the page has it."""


def written(draft: Draft) -> list[str]:
    """The label, and an entry for each heading of the highest level, as links to them.

    Page numbers come when Word updates the field: before a page is laid out nobody knows them.
    """
    found = [heading for heading in draft.headings if heading.level <= DEEPEST]
    label = markup.paragraph(draft.styles["TOC Heading"], markup.run(draft.document.contents))
    if not found:
        return []
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{DEEPEST}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entries = [_entry(heading) for heading in found]
    entries[0] = begin + entries[0]
    entries[-1] += end
    style = draft.styles["toc 1"]
    *first, last = entries
    end_of_list = '<w:spacing w:after="240"/>'
    return [label, *(markup.paragraph(style, e) for e in first), markup.paragraph(style, last, end_of_list)]


def _entry(heading: Heading) -> str:
    said = markup.run(heading.title)
    return f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{said}</w:hyperlink>'
