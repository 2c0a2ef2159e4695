"""Texts: words made fit for a cell: nothing a file cannot hold, nothing longer than a cell holds."""

import re
from typing import Final

from goldenthread.documents.characters import holdable

# Excel counts UTF-16 units: a letter beyond the first 65,536 counts twice.
LONGEST: Final = 32_767
CUT: Final = (
    " [cut here: a cell holds no more than 32,767 characters; the whole text is in the other formats]"
)

_BREAK: Final = re.compile(r"\r\n?")


def fit(text: str) -> str:
    """The text as a cell holds it: one kind of line break, U+FFFD for what no file may hold, cut if need be.

    A text that is cut ends in a sentence that says so.
    """
    clean = holdable(_BREAK.sub("\n", text))
    if length(clean) <= LONGEST:
        return clean
    return first(clean, LONGEST - length(CUT)) + CUT


def plain(text: str) -> str:
    """The text on one line, for names and headings."""
    return " ".join(fit(text).split())


def first(text: str, units: int) -> str:
    """The beginning of a text in so many UTF-16 units, no letter halved."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")


def length(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", errors="surrogatepass")) // 2
