"""Glyphs: text as the shipped typefaces can print it, nothing lost."""

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Final

from goldenthread.documents.characters import LOST

_SPACES: Final = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
# Every character up to here is in the typeface, but for the controls: the common case, told at once.
_PLAIN: Final = re.compile(r"[ -~\xa0-\u0113]*")


def printable(text: str) -> str:
    """The text with each character that no typeface has replaced by its name: "[CJK UNIFIED IDEOGRAPH-4E2D]".

    Line ends become spaces; controls and halves of characters become a visible mark.
    """
    if _PLAIN.fullmatch(text):
        return text
    return "".join(map(_shown, _SPACES.sub(" ", text)))


def _shown(letter: str) -> str:
    if ord(letter) in covered():
        return letter
    category = unicodedata.category(letter)
    if category in ("Cc", "Cs"):
        return LOST
    if category == "Cf":
        return ""
    return f"[{unicodedata.name(letter, f'U+{ord(letter):04X}')}]"


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The characters that the shipped typefaces have, as listed beside them."""
    listed = (files("goldenthread.documents.renderers.pdf") / "fonts" / "covered.txt").read_text("ascii")
    found: set[int] = set()
    for line in listed.split():
        first, _, last = line.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)
