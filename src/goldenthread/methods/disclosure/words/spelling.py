"""Spelling: a text as the rules read it, and where each of its characters stands in the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_LETTERS = {**dict.fromkeys("‘’ʼ", "'"), **dict.fromkeys("‐‑‒–−", "-"), "—": " - ", "⁄": "/"}
_ENDS = re.compile(r"[.!?](?= )")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text with one kind of hyphen, apostrophe, digit and space, nothing invisible, no space twice.

    `places[i]` is where the character `plain[i]` stands in the original; one more entry names its end.
    """

    original: str
    plain: str
    places: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the plain text as a stretch of the original."""
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


@lru_cache(maxsize=1024)
def spelt(text: str) -> Spelt:
    """A text made plain, so that typography and spacing decide nothing.

    The texts of a quarter are read for one measure after the other: each is made plain once.
    """
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _plain(character):
            if letter != " " or (plain and plain[-1] != " "):
                plain.append(letter)
                places.append(place)
    return Spelt(text, "".join(plain), (*places, len(text)))


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf":
        return ""
    if character.isascii():
        return character
    return "".join(_LETTERS.get(one, one) for one in unicodedata.normalize("NFKC", character))


def sentences(plain: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends."""
    ends = [match.end() for match in _ENDS.finditer(plain)]
    bounds = [0, *ends, len(plain)]
    return [(start, end) for start, end in pairwise(bounds) if plain[start:end].strip()]
