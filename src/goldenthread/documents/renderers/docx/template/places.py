"""Places: where in a template the body stands, in which section, and which lines may stay empty."""

import re
from typing import Final

from lxml import etree

from goldenthread.documents.renderers.docx import sections
from goldenthread.documents.renderers.docx.markup import NAMESPACES
from goldenthread.documents.renderers.docx.refusals import TemplateRefused
from goldenthread.documents.renderers.docx.template import checked

Element = etree._Element
_W: Final = f"{{{NAMESPACES['w']}}}"
_BODY: Final = re.compile(r"\s*\{\{\s*body\s*\}\}\s*")
_ANY_BODY: Final = re.compile(r"\{\{\s*body\s*\}\}")
_ONE: Final = re.compile(r"\s*\{\{\s*(subtitle|notice|running)\s*\}\}\s*")
_HERE: Final = "goldenthread-body"


def body(document: Element) -> Element:
    """The place of the body: its paragraph, or a new mark at the end, made an empty element in the text."""
    frame = document.find(f"{_W}body")
    if frame is None:
        raise TemplateRefused(f"the template's {checked.MAIN} has no body; save it in Word again")
    found = [p for p in document.iter(f"{_W}p") if _ANY_BODY.search(said(p))]
    for paragraph in found:
        _check_alone(paragraph, frame)
    if len(found) > 1:
        raise TemplateRefused(
            "the template holds {{ body }} more than once; the paper can stand in one place"
        )
    mark = etree.ProcessingInstruction(_HERE)
    _settle(mark, found, frame)
    return mark


def _settle(mark: Element, found: list[Element], frame: Element) -> None:
    if not found:
        last = frame.find(f"{_W}sectPr")
        frame.insert(len(frame) if last is None else frame.index(last), mark)
        return
    paragraph = found[0]
    frame.insert(frame.index(paragraph), mark)
    if paragraph.find(f"{_W}pPr/{_W}sectPr") is None:
        frame.remove(paragraph)
        return
    for part in list(paragraph):
        if part.tag != f"{_W}pPr":
            paragraph.remove(part)


def _check_alone(paragraph: Element, frame: Element) -> None:
    if paragraph.getparent() is not frame:
        raise TemplateRefused(
            f"the template's {checked.MAIN} holds {{{{ body }}}} in a table, a box or a control; give it a "
            "paragraph of its own in the text"
        )
    if not _BODY.fullmatch(said(paragraph)):
        raise TemplateRefused(
            f"the template's {checked.MAIN} holds {{{{ body }}}} in one line with other words; give it a "
            "paragraph of its own"
        )


def said(paragraph: Element) -> str:
    """The words of a paragraph."""
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))


def goes_on(mark: Element) -> bool:
    """Whether anything of the template follows the body."""
    return any(e.tag in (f"{_W}p", f"{_W}tbl", f"{_W}sdt") for e in mark.itersiblings())


def section(mark: Element) -> sections.Setup:
    """The page setup of the section the body stands in; its properties make room for those of the paper."""
    for follower in mark.itersiblings():
        found = follower if follower.tag == f"{_W}sectPr" else follower.find(f"{_W}pPr/{_W}sectPr")
        if found is not None:
            break
    else:
        frame = mark.getparent()
        assert frame is not None
        found = etree.SubElement(frame, f"{_W}sectPr")
    setup = sections.setup(found)
    _replaced(found, "{{ goldenthread_section }}")
    _replaced(mark, "{{ goldenthread_body }}")
    return setup


def _replaced(element: Element, text: str) -> None:
    """Put a text where an element stands, keeping the order of what is around it."""
    parent = element.getparent()
    assert parent is not None
    text += element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    element.tail = None
    parent.remove(element)


def spare_the_empty(root: Element) -> None:
    """Leave out a paragraph that would print nothing because its one placeholder is empty."""
    for paragraph in root.iter(f"{_W}p"):
        alone = _ONE.fullmatch(said(paragraph))
        parent = paragraph.getparent()
        if not alone or parent is None or len(parent.findall(f"{_W}p")) < 2:
            continue
        if paragraph.find(f"{_W}pPr/{_W}sectPr") is not None:
            continue
        opening, ending = f"{{% if {alone[1]} %}}", "{% endif %}"
        before = paragraph.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + opening
        else:
            parent.text = (parent.text or "") + opening
        paragraph.tail = ending + (paragraph.tail or "")
