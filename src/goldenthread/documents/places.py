"""Places: where a figure lives, as the path that its number carries through every format."""

import hashlib
import re
from typing import Final

# A word processor keeps no more than so many characters of the tag on a figure that may be edited.
LONGEST: Final = 64
_PATH: Final = re.compile(r"[^\s/]+(?:/[^\s/]+)*")
_DIGEST: Final = 8


def place(*parts: str) -> str:
    """The path of these parts: place("2023-24-Q2", "CUS01", "value") is "2023-24-Q2/CUS01/value".

    Spaces and slashes become hyphens. Where the whole is longer than `LONGEST`, its longest part is cut and
    ends in a digest of itself, so that two different places stay different.
    """
    plain = [re.sub(r"[\s/]+", "-", part.strip()) or "-" for part in parts]
    while (over := len("/".join(plain)) - LONGEST) > 0:
        longest = max(range(len(plain)), key=lambda i: len(plain[i]))
        whole = plain[longest]
        keep = len(whole) - over - _DIGEST - 1
        if keep < 0:
            return hashlib.sha256("/".join(plain).encode()).hexdigest()
        plain[longest] = f"{whole[:keep]}~{hashlib.sha256(whole.encode()).hexdigest()[:_DIGEST]}"
    return "/".join(plain)


def is_place(path: str) -> bool:
    """Whether a path is one that every format can carry."""
    return len(path) <= LONGEST and bool(_PATH.fullmatch(path))
