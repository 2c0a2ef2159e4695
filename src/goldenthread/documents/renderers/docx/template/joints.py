"""Joints: where the parts of a template meet those of a paper: relationships, types, ids, namespaces."""

import re
from typing import Final

from lxml import etree

from goldenthread.documents.renderers.docx.draft import Taken
from goldenthread.documents.renderers.docx.markup import NAMESPACES
from goldenthread.documents.renderers.docx.template import checked
from goldenthread.documents.renderers.docx.template.stylesheet import W, number

Element = etree._Element
RELATIONS: Final = "word/_rels/document.xml.rels"
_WP: Final = f"{{{NAMESPACES['wp']}}}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EMPTY: Final = f'<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'
_DEFAULTS: Final = {
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PROPERTIES: Final = {
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
CHART: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def taken(parts: dict[str, bytes], document: Element) -> Taken:
    """The ids, bookmarks and names that a template uses already."""
    roots = [document, *(checked.parsed(n, parts[n]) for n in parts if re.match(r"word/(head|foot)er", n))]
    drawings = [number(e.get("id")) for root in roots for e in root.iter(f"{_WP}docPr")]
    marks = [e for root in roots for e in root.iter(f"{W}bookmarkStart")]
    controls = [e for root in roots for e in root.iterfind(f".//{W}sdtPr/{W}id")]
    prefix = "gt"
    while any(f"/{prefix}-" in name for name in parts) or f'"{prefix}1"'.encode() in parts.get(
        RELATIONS, b""
    ):
        prefix += "x"
    return Taken(
        frozenset(number(e.get(f"{W}val")) for e in controls),
        frozenset(str(e.get(f"{W}name")) for e in marks),
        max((number(e.get(f"{W}id")) for e in marks), default=0),
        max(drawings, default=0),
        prefix,
    )


def relations(parts: dict[str, bytes]) -> str:
    """The relationships of the document, open at the end, with one to styles and one to numbering."""
    _detach(parts)
    text = _serial(checked.parsed(RELATIONS, parts.get(RELATIONS, _EMPTY.encode())))
    for kind in ("styles", "numbering"):
        if f'{_OFFICE}/{kind}"' not in text:
            text = closed(
                text,
                f'<Relationship Id="gt-{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>',
                "Relationships",
            )
    return text


def _detach(parts: dict[str, bytes]) -> None:
    """Forget the file a template was itself attached to, and the marks of who edited it when."""
    name = "word/_rels/settings.xml.rels"
    if name in parts:
        root = checked.parsed(name, parts[name])
        for relation in list(root):
            if str(relation.get("Type", "")).endswith("/attachedTemplate"):
                root.remove(relation)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if "word/settings.xml" in parts:
        settings = checked.parsed("word/settings.xml", parts["word/settings.xml"])
        for kind in ("attachedTemplate", "rsids"):
            for found in settings.findall(f"{W}{kind}"):
                settings.remove(found)
        parts["word/settings.xml"] = etree.tostring(
            settings, xml_declaration=True, encoding="UTF-8", standalone=True
        )


def types(parts: dict[str, bytes]) -> str:
    """The content types, open at the end, with those of the parts that every paper adds."""
    _announce(parts)
    text = _serial(checked.parsed(checked.TYPES, parts[checked.TYPES]))
    text = text.replace(f"{_WORD}.template.main+xml", f"{_WORD}.document.main+xml")
    for extension, kind in _DEFAULTS.items():
        if not re.search(f'Extension="{extension}"', text, re.IGNORECASE):
            text = closed(text, f'<Default Extension="{extension}" ContentType="{kind}"/>', "Types")
    needed = _PROPERTIES | {
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/numbering.xml": f"{_WORD}.numbering+xml",
    }
    for part, kind in needed.items():
        if f'"/{part}"' not in text:
            text = closed(text, override(part, kind), "Types")
    return text


def override(part: str, kind: str) -> str:
    """The content type of one part."""
    return f'<Override PartName="/{part}" ContentType="{kind}"/>'


def _announce(parts: dict[str, bytes]) -> None:
    """Relate the properties of the paper to the file as a whole, in place of the template's own."""
    root = checked.parsed("_rels/.rels", parts["_rels/.rels"])
    kinds = {
        f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
        f"{_OFFICE}/extended-properties": "docProps/app.xml",
    }
    for relation in list(root):
        if relation.get("Type") in kinds:
            parts.pop(str(relation.get("Target", "")).lstrip("/"), None)
            root.remove(relation)
    for i, (kind, target) in enumerate(kinds.items(), start=1):
        added = etree.SubElement(root, f"{{{_PACKAGE}/relationships}}Relationship")
        added.set("Id", f"gt-properties{i}")
        added.set("Type", kind)
        added.set("Target", target)
    parts["_rels/.rels"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _serial(root: Element) -> str:
    text = etree.tostring(root, encoding="unicode")
    name = re.match(r"<([\w:]+)", text)
    assert name is not None
    if text.endswith("/>"):
        text = f"{text[:-2]}></{name[1]}>"
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text


def closed(text: str, added: str, name: str) -> str:
    """The text of a part with more before the end of its root."""
    return re.sub(rf"</(\w+:)?{name}>\s*$", lambda end: added + end[0], text)


_ROOT: Final = re.compile(r"<[\w:]+[^>]*>")


def with_namespaces(text: str) -> str:
    """A part whose root knows every prefix the body uses, and which of them older programs may pass over."""
    found = _ROOT.match(text)
    assert found is not None
    root = found[0]
    for prefix, uri in NAMESPACES.items():
        if f"xmlns:{prefix}=" not in root:
            root = root[:-1] + f' xmlns:{prefix}="{uri}">'
    ignorable = re.search(r'mc:Ignorable="([^"]*)"', root)
    if ignorable is None:
        root = root[:-1] + ' mc:Ignorable="w14">'
    elif "w14" not in ignorable[1].split():
        root = root.replace(ignorable[0], f'mc:Ignorable="{ignorable[1]} w14"')
    return root + text[found.end() :]
