"""Numbering: the lists of a template, and ours where its list styles belong to none."""

from typing import Final

from lxml import etree

from goldenthread.documents.renderers.docx.draft import Lists
from goldenthread.documents.renderers.docx.template import stylesheet
from goldenthread.documents.renderers.docx.template.stylesheet import W, number

Element = etree._Element
_VAL: Final = f"{W}val"
_LIST: Final = f"{W}abstractNum"
_LIST_ID: Final = f"{W}abstractNumId"
_NUM: Final = f"{W}num"
_NUM_ID: Final = f"{W}numId"


def lists(styles: Element, ids: dict[str, str], own: Element, shipped: Element) -> Lists:
    """How bullets and numbers are set; lists that the styles lack are added to the template's `own`."""
    bullet = stylesheet.numbering_of(styles, ids["List Bullet"])
    numbered = _behind(own, stylesheet.numbering_of(styles, ids["List Number"]))
    said = ""
    if not _behind(own, bullet):
        said = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{_added(own, shipped, 0)[1]}"/></w:numPr>'
    if not numbered:
        numbered = str(_added(own, shipped, 1)[0])
    return Lists(said, int(numbered), _highest(own, _NUM, _NUM_ID) + 1)


def _behind(own: Element, id: str) -> str:
    """The definition behind a list, if the template has both."""
    for found in own.iterfind(_NUM):
        if id and found.get(_NUM_ID) == id and (behind := found.find(_LIST_ID)) is not None:
            return str(behind.get(_VAL, ""))
    return ""


def _highest(own: Element, kind: str, id: str) -> int:
    return max((number(e.get(id)) for e in own.iterfind(kind)), default=0)


def _added(own: Element, shipped: Element, which: int) -> tuple[int, int]:
    """The numbers of a definition and a list copied from the shipped template."""
    definition = etree.fromstring(etree.tostring(shipped.findall(_LIST)[which]))
    new = _highest(own, _LIST, _LIST_ID) + 1
    definition.set(_LIST_ID, str(new))
    for link in definition.iter(f"{W}pStyle"):
        link.getparent().remove(link)  # type: ignore[union-attr]  # it was found in its parent
    later = [e for e in own if e.tag not in (_LIST, f"{W}numPicBullet")]
    own.insert(own.index(later[0]) if later else len(own), definition)
    num = etree.SubElement(own, _NUM)
    num.set(_NUM_ID, str(_highest(own, _NUM, _NUM_ID) + 1))
    etree.SubElement(num, _LIST_ID).set(_VAL, str(new))
    cleanup = own.find(f"{W}numIdMacAtCleanup")
    if cleanup is not None:
        own.append(cleanup)
    return new, number(num.get(_NUM_ID))


def started(text: str, lists: Lists, numbers: list[int]) -> str:
    """The numbering part with a list for each numbered list of the body, each from 1."""
    each = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{lists.numbered}"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in numbers
    )
    before = "<w:numIdMacAtCleanup" if "<w:numIdMacAtCleanup" in text else "</w:numbering>"
    return text.replace(before, each + before, 1)
