"""Counted: phrases that count very few people, in digits or words, or speak of two or three together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from goldenthread.methods.disclosure.words.numbers import UNITS
from goldenthread.methods.disclosure.words.people import passing
from goldenthread.methods.disclosure.words.people.nouns import (
    DESCRIBING,
    MANY,
    NOT_THEIR_THING,
    ONE,
    THING,
)
from goldenthread.methods.disclosure.words.rules import Rule

Stretch = tuple[Rule, int, int]

_BEGINS: Final = r"(?<![\w.,£%/-])"
_A_FEW_TOGETHER = re.compile(
    rf"\b(?:both|neither)(?: of)?(?: the| these| those| our| their)? (?:{DESCRIBING}){{0,2}}?"
    rf"(?:{MANY}|(?<=neither ){ONE})\b(?! and\b){NOT_THEIR_THING}"
    r"|\b(?:the|these|those|her|his|their|whose) siblings\b|\b(?:twins|triplets)\b"
    r"|\b(?:a|one) (?:sibling group|sibling pair|set of (?:twins|triplets|siblings))\b",
    re.IGNORECASE,
)
_DID: Final = (
    r"(?:of (?:them|these|those|whom)|who|(?:others? |now |since |still |also |then ){0,2}"
    r"(?:were|was|are|have|had|did|moved|left|remain|remained|died)|"
    r"has (?:since|now|not|moved|left|died|been))"
)


def few(plain: str, *, up_to: int) -> Iterator[Stretch]:
    """Phrases that count one to `up_to` people, or speak of two or three who belong together."""
    read = passing.blanked(plain, up_to=up_to)
    for pattern in (_counted(up_to), _of_those(up_to), _A_FEW_TOGETHER):
        yield from ((Rule.FEW_PEOPLE, *match.span()) for match in pattern.finditer(read))
    # "Three 14-year-olds" counts; "14-year-olds" is an age group and blanked.
    yield from ((Rule.FEW_PEOPLE, *match.span()) for match in _of_an_age(up_to).finditer(plain))


def of_them(plain: str, *, up_to: int) -> Iterator[Stretch]:
    """Phrases that count one to `up_to` without saying of whom: for texts on a measure of people."""
    read = passing.blanked(plain, up_to=up_to)
    yield from ((Rule.FEW_PEOPLE, *match.span()) for match in _uncounted(up_to).finditer(read))


@lru_cache(maxsize=32)
def _counted(up_to: int) -> re.Pattern[str]:
    before = rf"{_BEGINS}{_few(up_to)}(?:/\d+)?(?![\w%]|[.,:]\d)"
    all_of = r"(?:(?:all|the|these|those|our|their) ){0,2}"
    whole = rf"(?:\((?:of |out of )?\d[\d,.]*%?\) )?(?:of )?{all_of}(?:\d[\d,]* )?"
    one = (
        rf"{_BEGINS}(?<!\bin )(?:one|1|a single|just one) (?:{DESCRIBING}){{0,2}}?"
        rf"(?:{ONE}|case)\b{THING}{NOT_THEIR_THING}"
    )
    # What is blanked may describe them: "two Year 11 pupils".
    return re.compile(
        rf"{before},? (?:§+ )?(?:{DESCRIBING}){{0,2}}?{whole}"
        rf"(?:{DESCRIBING}){{0,2}}?{MANY}\b{NOT_THEIR_THING}"
        rf"|{one}"
        rf"|\b(?:a pair of|a couple of|twin) (?:[a-z]+ )?{MANY}\b{NOT_THEIR_THING}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def _of_an_age(up_to: int) -> re.Pattern[str]:
    return re.compile(rf"{_BEGINS}{_few(up_to)} \d{{1,2}}[- ]year[- ]olds\b", re.IGNORECASE)


@lru_cache(maxsize=32)
def _of_those(up_to: int) -> re.Pattern[str]:
    """ "Of the 31 young people, two remain": the number stands behind those of whom it is one."""
    return re.compile(
        rf"\bof (?:the|these|those|our|all) (?:[\d,]+ |[a-z-]+ )?(?:{DESCRIBING}){{0,2}}?{MANY}\b"
        rf"[^.;,]{{0,40}}, (?:only |just |but )?{_few(up_to)}(?![\w%]|[.,:]\d)"
        r"(?! (?:in|out|per|thirds?|quarters?|fifths?|days?|weeks?|months?|years?|times|points?)\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def _uncounted(up_to: int) -> re.Pattern[str]:
    return re.compile(rf"{_BEGINS}{_few(up_to)}(?![\w%]|[.,:]\d) {_DID}\b", re.IGNORECASE)


def _few(up_to: int) -> str:
    words = [word for number, word in enumerate(UNITS) if 1 <= number <= up_to]
    digits = [str(number) for number in range(1, up_to + 1)]
    return rf"(?:{'|'.join(sorted([*words, *digits], key=len, reverse=True))})"
