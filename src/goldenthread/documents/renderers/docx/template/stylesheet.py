"""Style sheet: the template's own styles by name, and the shipped ones where it has none of that name."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from goldenthread.documents.renderers.docx.markup import NAMESPACES
from goldenthread.documents.renderers.docx.shipped import names

Element = etree._Element
W: Final = f"{{{NAMESPACES['w']}}}"
_VAL: Final = f"{W}val"
_POINTERS: Final = ("basedOn", "next", "link")


def ids(styles: Element) -> dict[str, str]:
    """The id of each style the body needs, by its name; Word compares the names of its own without case."""
    found = {_name(style).lower(): style.get(f"{W}styleId", "") for style in _all(styles)}
    wanted = (*names.PARAGRAPHS, *names.CHARACTERS, names.TABLE)
    return {name: found[name.lower()] for name in wanted if name.lower() in found}


def _all(styles: Element) -> Iterator[Element]:
    yield from styles.iterfind(f"{W}style")


def _name(style: Element) -> str:
    named = style.find(f"{W}name")
    return "" if named is None else str(named.get(_VAL, ""))


def complete(styles: Element, shipped: Element) -> list[str]:
    """Add the shipped styles that the template lacks; the names of those added.

    What a shipped style rests on is looked up by name, so that it takes after the template's own Normal.
    """
    own = {_name(style).lower(): style.get(f"{W}styleId", "") for style in _all(styles)}
    taken = {style.get(f"{W}styleId", "") for style in _all(styles)}
    wanted = {name.lower() for name in (*names.PARAGRAPHS, *names.CHARACTERS, names.TABLE, "Normal Table")}
    usual = {style.get(f"{W}styleId", ""): _name(style).lower() for style in _all(shipped)}
    added = [s for s in _all(shipped) if _name(s).lower() in wanted and _name(s).lower() not in own]
    for style in added:
        own[_name(style).lower()] = _free(str(style.get(f"{W}styleId")), taken)
    for style in added:
        styles.append(_fitted(style, own, usual))
    return [_name(style) for style in added]


def _free(id: str, taken: set[str]) -> str:
    while id in taken:
        id += "A"
    taken.add(id)
    return id


def _fitted(style: Element, own: dict[str, str], usual: dict[str, str]) -> Element:
    copied = deepcopy(style)
    copied.set(f"{W}styleId", own[_name(style).lower()])
    copied.attrib.pop(f"{W}default", "")
    for pointer in _POINTERS:
        found = copied.find(f"{W}{pointer}")
        if found is None:
            continue
        target = own.get(usual.get(str(found.get(_VAL)), ""))
        if target:
            found.set(_VAL, target)
        else:
            copied.remove(found)
    # Lists of the shipped template are numbered in its own file; the body numbers those it adds.
    properties = copied.find(f"{W}pPr")
    if properties is not None and (numbered := properties.find(f"{W}numPr")) is not None:
        properties.remove(numbered)
    return copied


def coloured(text: str, brand: str) -> str:
    """Shipped styles in the council's own colour."""
    return text.replace(names.BRAND, brand.lstrip("#").upper())


def speak(styles: Element, language: str) -> None:
    """Set the language of the whole paper."""
    defaults = _child(styles, "docDefaults", first=True)
    look = _child(_child(defaults, "rPrDefault", first=True), "rPr")
    tongue = look.find(f"{W}lang")
    if tongue is None:
        tongue = etree.Element(f"{W}lang")
        before = [e for e in look if etree.QName(e).localname in ("eastAsianLayout", "specVanish", "oMath")]
        look.insert(look.index(before[0]) if before else len(look), tongue)
    tongue.set(_VAL, language)
    for style in _all(styles):
        for own in style.iterfind(f"{W}rPr/{W}lang"):
            own.getparent().remove(own)  # type: ignore[union-attr]  # it was found in its parent


def face(styles: Element) -> str:
    """The face of plain text by its name; "" where the theme names it, or nobody."""
    usual = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    named = [style.find(f"{W}rPr/{W}rFonts") for style in _all(styles) if _name(style) == "Normal"]
    for fonts in (*named, usual):
        if fonts is not None and (fonts.get(f"{W}ascii") or fonts.get(f"{W}asciiTheme")):
            return "" if fonts.get(f"{W}asciiTheme") else str(fonts.get(f"{W}ascii"))
    return ""


def _child(parent: Element, name: str, *, first: bool = False) -> Element:
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(0 if first else len(parent), found)
    return found


def numbering_of(styles: Element, id: str) -> str:
    """The list that a paragraph style belongs to, by itself or by the style it rests on; "" for none."""
    by_id = {style.get(f"{W}styleId"): style for style in _all(styles)}
    seen: set[str] = set()
    while id in by_id and id not in seen:
        seen.add(id)
        number = by_id[id].find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return str(number.get(_VAL, ""))
        based = by_id[id].find(f"{W}basedOn")
        id = "" if based is None else str(based.get(_VAL, ""))
    return ""


_DIGITS: Final = re.compile(r"\d+")


def number(text: str | None) -> int:
    """A number as Word writes ids; 0 where there is none."""
    return int(text) if text and _DIGITS.fullmatch(text) else 0
