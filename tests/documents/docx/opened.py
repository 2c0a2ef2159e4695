"""A Word file opened for a test: its parts, its XML, and what it says."""

import posixpath
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from goldenthread.documents.renderers import docx
from goldenthread.documents.renderers.docx.markup import NAMESPACES as NS
from goldenthread.documents.renderers.html_style import Style

W = f"{{{NS['w']}}}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def made(document, **more):
    return Opened(docx.render(document, style=Style(), **more))


class Opened:
    def __init__(self, file):
        self.file = file
        with ZipFile(BytesIO(file)) as source:
            self.parts = {name: source.read(name) for name in source.namelist()}
        self.document = self.xml("word/document.xml")

    def xml(self, name):
        return etree.fromstring(self.parts[name])

    def find(self, path, root=None):
        return (self.document if root is None else root).findall(path, NS)

    def styles(self):
        """The names of styles by their ids."""
        named = self.find("w:style", self.xml("word/styles.xml"))
        return {s.get(f"{W}styleId"): s.find("w:name", NS).get(f"{W}val") for s in named}

    def paragraphs(self):
        """Style and words of each paragraph, those in tables included."""
        names = self.styles()
        for p in self.document.iter(f"{W}p"):
            style = p.find("w:pPr/w:pStyle", NS)
            yield names[style.get(f"{W}val")] if style is not None else "Normal", words(p)

    def text(self):
        return "\n".join(words(p) for p in self.document.iter(f"{W}p"))

    def relations(self, of="word/document.xml"):
        folder, name = posixpath.split(of)
        rels = self.parts.get(f"{folder}/_rels/{name}.rels")
        return [] if rels is None else list(etree.fromstring(rels).iter(f"{PACKAGE}Relationship"))


def words(element):
    found = []
    signs = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
    for e in element.iter(f"{W}t", *signs):
        if e.get(f"{W}type") != "column":
            found.append(signs.get(e.tag, e.text or ""))
    return "".join(found)
