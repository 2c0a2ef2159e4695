"""Characters: those that no page, paper or sheet may hold."""

import re
from typing import Final

LOST: Final = "\ufffd"
_UNHOLDABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def holdable(text: str) -> str:
    """The text with each control character, half a pair or non-character as a visible mark."""
    # Nothing of the kind is printable, and nearly every text is.
    return text if text.isprintable() else _UNHOLDABLE.sub(LOST, text)
