"""Shorthand: what the marks in square brackets mean, in the words a workbook explains them with."""

import re
from collections.abc import Iterable
from typing import Final

# The letters of the Government Analysis Function, as far as papers use them (documents.wording.missing).
MEANINGS: Final = {
    "[c]": "hidden to protect individuals",
    "[e]": "estimated",
    "[low]": "rounds to nothing",
    "[p]": "provisional",
    "[r]": "revised",
    "[x]": "not available",
    "[z]": "not applicable",
}
_MARK: Final = re.compile(r"\[(?:[ceprxz]|low)\]")


def told(mark: str) -> str:
    """A mark with its meaning, for the column beside a figure: "[p] provisional"."""
    return f"{mark} {MEANINGS[mark]}" if mark in MEANINGS else mark


def used(texts: Iterable[str]) -> list[str]:
    """The marks that stand in some text, in the order of the alphabet."""
    return sorted({mark for text in texts for mark in _MARK.findall(text)})
