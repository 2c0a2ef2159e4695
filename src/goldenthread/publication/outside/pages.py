"""Pages: the texts of a web page, those that a browser does not show too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree, html

BLOCKS: Final = (
    "p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "caption", "figcaption", "summary",
    "title", "desc", "text", "option",
)  # fmt: skip
WORDED: Final = ("alt", "title", "aria-label", "aria-description", "aria-valuetext", "content")
AROUND: Final = 300
"""What stands around an attribute is read with it, unless that is longer."""


def texts(content: bytes) -> Iterator[str]:
    """Comments; then block by block, and attributes with what stands around them."""
    root = html.document_fromstring(content)
    yield from (" ".join((comment.text or "").split()) for comment in root.iter(etree.Comment))
    for element in root.iter("*"):
        if element.tag.rpartition("}")[2] in BLOCKS and not any(
            above.tag in ("p", "li", "tr") for above in element.iterancestors()
        ):
            yield _words(element)
        for name, value in element.attrib.items():
            if value and (str(name) in WORDED or str(name).startswith("data-")):
                yield f"{_beside(element)} {value!s}".strip()


def _words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _beside(element: html.HtmlElement) -> str:
    """The text of the nearest row, figure or panel around it, if that is short."""
    for above in element.iterancestors("tr", "figure", "article", "details", "section"):
        words = _words(above)
        return words if len(words) <= AROUND else ""
    return ""
