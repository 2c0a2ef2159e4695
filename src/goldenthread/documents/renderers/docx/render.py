"""Render: one paper as a Word file, in the council's template or the shipped one."""

from markupsafe import Markup

from goldenthread.documents.blocks import Facts, Figure, Panel, Section, Tally
from goldenthread.documents.characters import holdable
from goldenthread.documents.content import Document, walk
from goldenthread.documents.renderers.docx import archive, markup, properties, sections, shipped
from goldenthread.documents.renderers.docx.body import blocks, contents
from goldenthread.documents.renderers.docx.charts import pictures
from goldenthread.documents.renderers.docx.draft import Draft, ids
from goldenthread.documents.renderers.docx.template import checked, joints, numbering
from goldenthread.documents.renderers.docx.template.prepared import Prepared, prepared
from goldenthread.documents.renderers.html_style import Style
from goldenthread.documents.tables import Table

_OPENING = {
    "council": "Report Council",
    "title": "Title",
    "subtitle": "Subtitle",
    "dates": "Report Dates",
    "notice": "Report Dates",
}


def render(document: Document, *, style: Style, template: bytes | None = None) -> bytes:
    """The paper as a .docx file: the same document, style and template are the same bytes.

    `template` is a council's own Word file; its styles, headers, footers and page setup are kept. Raises
    TemplateRefused where it cannot be filled.
    """
    ready = prepared(shipped.file() if template is None else template, style.brand, document.language)
    draft = _draft(document, style, ready)
    body = _body(draft, ready)
    fills = {name: holdable(text) for name, text in _said(document).items()}
    fills |= {"goldenthread_body": Markup(body), "goldenthread_section": Markup(draft.flow.end())}  # noqa: S704 -- our own markup, every word of it escaped
    parts = ready.parts | draft.parts | pictures.parts(draft) | properties.parts(document)
    for name, filled in ready.filled.items():
        parts[name] = filled.render(fills).encode()
    parts["word/numbering.xml"] = numbering.started(ready.numbering, ready.lists, draft.numberings).encode()
    parts[joints.RELATIONS] = joints.closed(
        ready.relations, "".join(draft.relations), "Relationships"
    ).encode()
    parts[checked.TYPES] = joints.closed(ready.types, _types(draft), "Types").encode()
    return archive.packed(parts)


def _draft(document: Document, style: Style, ready: Prepared) -> Draft:
    shape = sections.Shape(document.page == "landscape")
    flow = sections.Flow(ready.setup, ready.styles["Report Break"], shape)
    return Draft(
        document=document,
        style=style,
        styles=ready.styles,
        taken=ready.taken,
        lists=ready.lists,
        flow=flow,
        width=flow.width,
        height=ready.setup.height(shape),
        face=ready.face,
        known=ids(_ids(document)),
    )


def _ids(document: Document) -> list[str]:
    found: list[str] = []
    for block, _ in walk(document.blocks):
        if isinstance(block, Section | Facts | Table | Figure | Tally | Panel):
            found.append(block.id)
        if isinstance(block, Table):
            found.extend(row.id for row in block.rows())
    return found


def _said(document: Document) -> dict[str, str]:
    """What each placeholder of a template prints."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "council": document.council,
        "dates": document.dates,
        "notice": document.notice,
        "running": document.running or document.title,
    }


def _body(draft: Draft, ready: Prepared) -> str:
    said = _said(draft.document)
    for name in ready.opening:
        if said[name]:
            style = draft.styles[_OPENING[name]]
            draft.flow.add(markup.paragraph(style, markup.run(said[name])))
    opened = len(draft.flow.blocks)
    whole = draft.flow.shape
    blocks.write(draft, draft.document.blocks, 2)
    draft.flow.part()
    if ready.goes_on:
        draft.flow.follow(whole)
    if draft.document.contents:
        draft.flow.blocks[opened:opened] = contents.written(draft)
    return "".join(draft.flow.blocks)


def _types(draft: Draft) -> str:
    charts = (name for name in draft.parts if name.startswith("word/charts/") and name.endswith(".xml"))
    return "".join(joints.override(name, joints.CHART) for name in charts)
