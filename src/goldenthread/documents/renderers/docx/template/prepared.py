"""Template: a council's own Word file made ready once, to be filled by every paper of a pack."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import jinja2
from lxml import etree

from goldenthread.documents.renderers.docx import archive, markup, sections, shipped
from goldenthread.documents.renderers.docx.draft import Lists, Taken
from goldenthread.documents.renderers.docx.template import checked, joints, numbering, places, stylesheet

Element = etree._Element
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_OPENING: Final = ("council", "title", "subtitle", "dates", "notice")
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Prepared:
    """A template that is checked and completed. `filled` are its parts with placeholders, by name.

    `opening` are the lines that every first page has and this template places nowhere.
    """

    parts: dict[str, bytes]
    filled: dict[str, jinja2.Template]
    styles: dict[str, str]
    face: str
    taken: Taken
    lists: Lists
    setup: sections.Setup
    numbering: str
    relations: str
    types: str
    opening: tuple[str, ...]
    goes_on: bool


@lru_cache(maxsize=8)
def prepared(file: bytes, brand: str, language: str) -> Prepared:
    """The template with everything a paper needs; TemplateRefused says what is wrong with it."""
    parts = checked.opened(file)
    texts = {name: _text(name, parts[name], own=file != shipped.file()) for name in checked.filled(parts)}
    document = checked.parsed(checked.MAIN, texts[checked.MAIN].encode())
    body = places.body(document)
    setup = places.section(body)
    goes_on = places.goes_on(body)
    opening = _opening(texts)
    styles, ids = _styled(parts, brand, language)
    lists, numbered = _numbered(parts, styles, ids)
    taken = joints.taken(parts, document)
    filled = {name: checked.parsed(name, text.encode()) for name, text in texts.items()}
    filled[checked.MAIN] = document
    for root in filled.values():
        places.spare_the_empty(root)
    relations = joints.relations(parts)
    types = joints.types(parts)
    for name in (*filled, _NUMBERING, joints.RELATIONS, checked.TYPES):
        parts.pop(name, None)
    return Prepared(
        parts | {_STYLES: etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)},
        {name: _template(root) for name, root in filled.items()},
        ids, stylesheet.face(styles), taken, lists, setup, numbered, relations, types, opening, goes_on,
    )  # fmt: skip


def _text(name: str, content: bytes, *, own: bool) -> str:
    """A part with its placeholders in one piece each, however Word has broken them over runs."""
    checked.parsed(name, content)
    text = re.sub(r"^\s*<\?xml[^>]*\?>\s*", "", content.decode("utf-8-sig"))
    if own:
        # Imported here because it takes a tenth of a second, which the shipped template never needs.
        from docxtpl import DocxTemplate

        text = DocxTemplate.patch_xml(None, text)
    checked.clean(name, text)
    checked.check(name, text)
    return text


def _opening(texts: dict[str, str]) -> tuple[str, ...]:
    """What the template's body does not place: all of it, where there is no title in it."""
    placed = set(re.findall(r"\{\{\s*(\w+)\s*\}\}", texts[checked.MAIN]))
    return tuple(name for name in _OPENING if name not in placed)


def _shipped(name: str, brand: str) -> Element:
    text = archive.unpacked(shipped.file())[name].decode()
    return etree.fromstring(stylesheet.coloured(text, brand).encode())


def _styled(parts: dict[str, bytes], brand: str, language: str) -> tuple[Element, dict[str, str]]:
    own = _shipped(_STYLES, brand)
    styles = own
    if parts.get(_STYLES) and parts[_STYLES] != archive.unpacked(shipped.file())[_STYLES]:
        styles = checked.parsed(_STYLES, parts[_STYLES])
        stylesheet.complete(styles, own)
    stylesheet.speak(styles, language)
    return styles, stylesheet.ids(styles)


def _numbered(parts: dict[str, bytes], styles: Element, ids: dict[str, str]) -> tuple[Lists, str]:
    ours = _shipped(_NUMBERING, "#000000")
    own = checked.parsed(_NUMBERING, parts[_NUMBERING]) if _NUMBERING in parts else None
    if own is None:
        own = etree.Element(ours.tag, nsmap={"w": markup.NAMESPACES["w"]})
    lists = numbering.lists(styles, ids, own, ours)
    text = etree.tostring(own, encoding="unicode")
    if text.endswith("/>"):
        text = text[:-2] + "></w:numbering>"
    return lists, _XML + text


def _template(root: Element) -> jinja2.Template:
    text = joints.with_namespaces(etree.tostring(root, encoding="unicode"))
    return checked.ENVIRONMENT.from_string(_XML + text)
