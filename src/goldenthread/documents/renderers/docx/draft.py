"""Draft: what a paper gathers while its body is written: parts, relationships, identifiers, headings."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from goldenthread.documents.content import Document
from goldenthread.documents.renderers.docx import markup
from goldenthread.documents.renderers.docx.sections import Flow, Shape
from goldenthread.documents.renderers.html_style import Style

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LONGEST_BOOKMARK: Final = 40
_OF_ADDRESSES: Final = "%/:?#[]@!$&'()*+,;=~"
_NOT_IN_A_BOOKMARK: Final = re.compile(r"[^A-Za-z0-9_]")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a template uses already, so that the body takes nothing twice."""

    controls: frozenset[int] = frozenset()
    bookmarks: frozenset[str] = frozenset()
    last_bookmark: int = 0
    last_drawing: int = 0
    prefix: str = "gt"


@dataclass(frozen=True, slots=True)
class Lists:
    """How the template numbers its lists: the properties of a bullet, and what numbered lists start from."""

    bullet: str
    numbered: int
    next: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the list of contents needs it."""

    level: int
    title: str
    bookmark: str


@dataclass(slots=True)
class Draft:
    """One paper while it is written.

    `width` is that of the text where writing stands, in twips; `face` is its letters', "" the theme's.
    """

    document: Document
    style: Style
    styles: Mapping[str, str]
    taken: Taken
    lists: Lists
    flow: Flow
    width: int
    height: int
    face: str = ""
    known: frozenset[str] = frozenset()
    parts: dict[str, bytes] = field(default_factory=dict)
    relations: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    pictures: dict[tuple[str, float, float], str] = field(default_factory=dict)
    numberings: list[int] = field(default_factory=list)
    _links: dict[str, str] = field(default_factory=dict)
    _captions: dict[str, int] = field(default_factory=dict)
    _bookmarks: dict[str, tuple[str, int]] = field(default_factory=dict)
    _used: set[str] = field(init=False)
    _controls: int = 0
    _drawings: int = 0
    _charts: int = 0

    def __post_init__(self) -> None:
        self._used = {taken.lower() for taken in self.taken.bookmarks}

    def turn(self, shape: Shape) -> None:
        """Go on in another section: pages that lie otherwise, or other columns."""
        self.flow.shape = shape
        self.width, self.height = self.flow.width, self.flow.setup.height(shape)

    def relate(self, kind: str, target: str, mode: str = "") -> str:
        """A new relationship of the document, by its id."""
        name = f"{self.taken.prefix}{len(self.relations) + 1}"
        mode = f' TargetMode="{mode}"' if mode else ""
        kind, target = f"{_RELATIONS}/{kind}", markup.attribute(target)
        self.relations.append(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"{mode}/>')
        return name

    def link(self, href: str) -> str:
        """The relationship that leads to a web address."""
        if href not in self._links:
            self._links[href] = self.relate("hyperlink", quote(href, safe=_OF_ADDRESSES), "External")
        return self._links[href]

    def control(self) -> int:
        """The next id of a content control."""
        self._controls += 1
        while self._controls in self.taken.controls:
            self._controls += 1
        return self._controls

    def drawing(self) -> int:
        """The next id of a drawing."""
        self._drawings += 1
        return self.taken.last_drawing + self._drawings

    def chart(self) -> int:
        """The number of the next chart."""
        self._charts += 1
        return self._charts

    def caption(self, label: str) -> int:
        """The next number of a sequence such as "Table"."""
        self._captions[label] = self._captions.get(label, 0) + 1
        return self._captions[label]

    def numbering(self) -> int:
        """The number of a list that starts at 1 again."""
        self.numberings.append(self.lists.next + len(self.numberings))
        return self.numberings[-1]

    def bookmark(self, id: str) -> str:
        """The bookmark that stands for an id: letters, digits and underscores, 40 at most."""
        if id not in self._bookmarks:
            number = self.taken.last_bookmark + 1 + len(self._bookmarks)
            self._bookmarks[id] = (self._free(_NOT_IN_A_BOOKMARK.sub("_", id)), number)
        return self._bookmarks[id][0]

    def _free(self, name: str) -> str:
        # Word takes names that differ only in capitals for the same one.
        if len(name) > _LONGEST_BOOKMARK or name.lower() in self._used:
            digest = hashlib.sha256(f"{len(self._used)} {name}".encode()).hexdigest()[:8]
            name = f"{name[: _LONGEST_BOOKMARK - 9]}_{digest}"
        self._used.add(name.lower())
        return name

    def marked(self, id: str, inside: str) -> str:
        """What stands inside a paragraph, with the bookmark of an id around it."""
        name = self.bookmark(id)
        _, number = self._bookmarks[id]
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def ids(parts: Iterable[str]) -> frozenset[str]:
    """The ids of a document, so that a link knows whether it leads anywhere."""
    return frozenset(part for part in parts if part)
