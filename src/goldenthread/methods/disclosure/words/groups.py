"""Groups: the names by which a sentence may speak of a ward, an age band or another group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from goldenthread.methods.disclosure.words.spelling import spelt

_SYNONYMS: Final = {"female": ("females?", "girls?", "wom[ae]n"), "male": ("males?", "boys?", "m[ae]n")}
_APART: Final = re.compile(r",? or |, ?| ?/ ?")
# What is left of a label after "or", and means nothing by itself.
_EMPTY: Final = frozenset({"other", "others", "other adults", "unknown", "not known", "no", "yes", "none"})
_BAND = re.compile(r"(\d{1,3}) (?:to|and) (\d{1,3})", re.IGNORECASE)
_UNDER = re.compile(r"under (\d{1,3})", re.IGNORECASE)
_OVER = re.compile(r"(\d{1,3}) and (?:over|older|above)|over (\d{1,3})", re.IGNORECASE)


def pattern(label: str, others: Iterable[str] = ()) -> str:
    """A pattern for the ways in which people write the label of a group, to be matched whichever the case.

    `others` are the labels of the groups beside it. "Asian or Asian British" is also "Asian", with its
    capital; "White, other" is not "White", where "White British" stands beside it. "65 to 74" is "65-74",
    "85 and over" is "over-85s", "Female" is "women".
    """
    plain = spelt(label).plain
    beside = [spelt(other).plain.casefold() for other in others if other != label]
    found = [re.escape(plain), *_SYNONYMS.get(plain.casefold(), ()), *_ages(plain), *_parts(plain, beside)]
    return rf"(?<!\w)(?:{'|'.join(dict.fromkeys(found))})(?!\w)"


def _parts(label: str, beside: list[str]) -> Iterator[str]:
    """What stands between "or" and commas, where it means this group alone."""
    parts = [part.strip() for part in _APART.split(label)]
    for part in parts if len(parts) > 1 else []:
        said = part.casefold()
        if len(said) > 3 and said not in _EMPTY and not any(said in other for other in beside):
            # "Mixed" is a group, "a mixed picture" is none.
            yield re.escape(part) if " " in part else rf"(?-i:{re.escape(part)})"


def _ages(label: str) -> Iterator[str]:
    if band := _BAND.fullmatch(label):
        yield rf"{band[1]} ?(?:to|and|-) ?{band[2]}(?:[- ]year[- ]olds?)?"
    elif under := _UNDER.fullmatch(label):
        yield rf"under[- ]{under[1]}s?"
    elif over := _OVER.fullmatch(label):
        age = over[1] or over[2]
        yield rf"{age} (?:and|or) (?:over|older|above)|over[- ]{age}s?|{age}\+"
