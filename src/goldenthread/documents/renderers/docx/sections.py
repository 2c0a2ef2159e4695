"""Sections: how a paper changes between upright and sideways pages, and between one column and several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from lxml import etree

from goldenthread.documents.renderers.docx.markup import NAMESPACES

Element = etree._Element
_W: Final = f"{{{NAMESPACES['w']}}}"
_ORDER: Final = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
    "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg",
    "textDirection", "bidi", "rtlGutter", "docGrid",
)  # fmt: skip
"""The order in which Word wants the properties of a section."""

_OURS: Final = ("type", "pgSz", "pgMar", "cols")
_OF_THE_FIRST: Final = ("titlePg", "pgNumType")
_SIDE_AT_MOST: Final = 850
"""15 mm: the sides of a page on its side, where tables need the width."""

COLUMN_GAP: Final = 400


@dataclass(frozen=True, slots=True)
class Shape:
    """One stretch of pages: which way it lies, how it begins, and its columns if it has several."""

    lying: bool
    begins: Literal["", "nextPage", "continuous"] = ""
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Setup:
    """The page setup of the template where the body stands. Lengths are in twips."""

    short: int
    long: int
    left: int
    right: int
    top: int
    bottom: int
    margins: str
    begins: str
    kept: tuple[tuple[str, str], ...]

    def width(self, shape: Shape) -> int:
        """How wide the text is."""
        side = self.long if shape.lying else self.short
        return side - sum(self._sides(shape))

    def height(self, shape: Shape) -> int:
        """How high the text is."""
        return (self.short if shape.lying else self.long) - self.top - self.bottom

    def _sides(self, shape: Shape) -> tuple[int, int]:
        if shape.lying:
            return min(self.left, _SIDE_AT_MOST), min(self.right, _SIDE_AT_MOST)
        return self.left, self.right

    def xml(self, shape: Shape, *, first: bool) -> str:
        """The properties of a section of this shape, with the headers and footers of the template."""
        kept = [each for each in self.kept if first or each[0] not in _OF_THE_FIRST]
        properties = sorted([*kept, *self._own(shape)], key=lambda each: _ORDER.index(each[0]))
        return f"<w:sectPr>{''.join(xml for _, xml in properties)}</w:sectPr>"

    def _own(self, shape: Shape) -> Iterator[tuple[str, str]]:
        left, right = self._sides(shape)
        size = (self.long, self.short) if shape.lying else (self.short, self.long)
        lies = ' w:orient="landscape"' if shape.lying else ""
        if begins := shape.begins or self.begins:
            yield "type", f'<w:type w:val="{begins}"/>'
        yield "pgSz", f'<w:pgSz w:w="{size[0]}" w:h="{size[1]}"{lies}/>'
        yield "pgMar", f'<w:pgMar {self.margins} w:left="{left}" w:right="{right}"/>'
        yield "cols", _columns(shape.columns)


def _columns(widths: tuple[int, ...]) -> str:
    if not widths:
        return '<w:cols w:space="720"/>'
    *several, last = widths
    each = "".join(f'<w:col w:w="{width}" w:space="{COLUMN_GAP}"/>' for width in several)
    head = f'<w:cols w:num="{len(widths)}" w:space="{COLUMN_GAP}" w:equalWidth="0">'
    return f'{head}{each}<w:col w:w="{last}"/></w:cols>'


def setup(properties: Element) -> Setup:
    """The page setup that a section's properties describe; A4 with plain margins where they say nothing."""
    size, margin = properties.find(f"{_W}pgSz"), properties.find(f"{_W}pgMar")
    sides = sorted((_length(size, "w", 11906), _length(size, "h", 16838)))
    kept = ("top", "bottom", "header", "footer", "gutter")
    usual = {"top": 1440, "bottom": 1440, "header": 708, "footer": 708, "gutter": 0}
    lengths = {name: _length(margin, name, usual[name]) for name in kept}
    begins = properties.find(f"{_W}type")
    return Setup(
        short=sides[0],
        long=sides[1],
        left=_length(margin, "left", 1440),
        right=_length(margin, "right", 1440),
        top=abs(lengths["top"]),
        bottom=abs(lengths["bottom"]),
        margins=" ".join(f'w:{name}="{length}"' for name, length in lengths.items()),
        begins=begins.get(f"{_W}val", "") if begins is not None else "",
        kept=tuple((n, _text(e)) for e in properties if (n := _name(e)) in _ORDER and n not in _OURS),
    )


def _name(element: Element) -> str:
    return etree.QName(element).localname


def _length(element: Element | None, name: str, usual: int) -> int:
    said = element.get(f"{_W}{name}") if element is not None else None
    return round(float(said)) if said and said.lstrip("-").replace(".", "", 1).isdigit() else usual


def _text(element: Element) -> str:
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, uri in element.nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"', "")
    return text


@dataclass(slots=True)
class Flow:
    """The body as it grows, one block after the other. `shape` is how the next block is to stand."""

    setup: Setup
    break_style: str
    shape: Shape
    blocks: list[str] = field(default_factory=list)
    _standing: Shape | None = None
    _closed: int = 0

    def add(self, block: str) -> None:
        """One block more, a paragraph or a table, in a section of the shape that is wanted now."""
        self.settle()
        if block.startswith("<w:tbl>"):
            self.part()
        self.blocks.append(block)

    def part(self) -> None:
        """Let nothing join on to a table: Word makes one table of two that touch, and ends no text in one."""
        if self.blocks and self.blocks[-1].endswith("</w:tbl>"):
            self.blocks.append(self._break())

    def _break(self, ending: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self.break_style}"/>{ending}</w:pPr></w:p>'

    def extend(self, blocks: Iterable[str]) -> None:
        """Several blocks more, one after the other."""
        for block in blocks:
            self.add(block)

    def ends_in(self, style: str) -> bool:
        """Whether the block written last is a paragraph in this style."""
        return bool(self.blocks) and self.blocks[-1].startswith(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>')

    def taken(self, start: int) -> str:
        """What was added from this place on, taken out again to stand within a block."""
        taken = "".join(self.blocks[start:])
        del self.blocks[start:]
        return taken

    def settle(self) -> None:
        """Begin the section that is wanted now, if another one stands."""
        if self._standing is None:
            self._standing = self.shape = replace(self.shape, begins="")
        elif self._standing != self.shape:
            self._close()
            self._standing = self.shape

    @property
    def width(self) -> int:
        """The width of the text, without its columns."""
        return self.setup.width(self.shape)

    @property
    def lies(self) -> bool:
        """Whether the block written last stands on a page on its side."""
        return self._standing is not None and self._standing.lying

    def _close(self) -> None:
        """End the section that stands, in its last paragraph, or in one of its own after a table."""
        ending = self.end()
        self._closed += 1
        last = self.blocks[-1]
        if last.endswith("</w:p>"):
            self.blocks[-1] = last.replace("</w:pPr>", f"{ending}</w:pPr>", 1)
        else:
            self.blocks.append(self._break(ending))

    def follow(self, shape: Shape) -> None:
        """Let what the template has after the body stand on pages of its own shape."""
        if self._standing and self._standing.lying != shape.lying:
            self._close()
            self._standing = shape

    def end(self) -> str:
        """The properties of the section that stands."""
        return self.setup.xml(self._standing or self.shape, first=self._closed == 0)
