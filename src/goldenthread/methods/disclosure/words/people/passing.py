"""Passing: numbers beside people that count nobody in particular: bounds, rates, room, posts to be filled."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from goldenthread.methods.disclosure.words import passed_over
from goldenthread.methods.disclosure.words.numbers import worded
from goldenthread.methods.disclosure.words.people.nouns import DESCRIBING, MANY, ONE

_SMALL: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_ROUND: Final = r"(?:two|three|four|five|six|eight|ten|twenty|a hundred|\d+0{1,5}|\d)"
_PEOPLE: Final = rf"(?:{DESCRIBING})?(?:{ONE}|{MANY})"
_WHERE: Final = (
    r"(?:schools?|wards?|homes?|families|settings?|hotels?|placements?|areas?|sites?|places?|hostels?|refuges?|"
    r"blocks?|months?|weeks?|days?|quarters?|years?|of)"
)
_ROOM: Final = r"(?:homes?|flats?|houses?|rooms?|spaces?|places?|beds?|capacity|units?)"
_SPAN: Final = r"(?:year|quarter|month|week|day|night|shift)"

# "Fewer than 6 children" is what we ask for; "fewer than 3" tells more than that no more than 5 are told.
_AT_MOST = re.compile(
    r"\b(?:(?P<less>fewer|less) than|(?P<under>under|below)|up to|at most|no more than) "
    rf"(?P<bound>{_SMALL})\b|\b(?P<or_less>{_SMALL}) (?:or|and) (?:fewer|less|under)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?<!from )\b(?P<least>{_SMALL}) ?(?:to|-) ?(?P<most>{_SMALL})\b", re.IGNORECASE)
_PASSING: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_SMALL} (?:or|and) (?:more|over)\b",
        r"\b(?:one|two|three|four) (?:half|halves|thirds?|quarters?|fifths?|tenths?)\b",
        rf"\b{_SMALL} in (?:every )?{_SMALL}\b",
        rf"\b{_SMALL} out of (?:five|ten|5|10|100)\b(?! (?:the|these|those|them))",
        # "One child in four lives in poverty", but "two children in three schools were excluded".
        rf"\b{_SMALL} {_PEOPLE} (?:in|out of|per) (?:every )?{_ROUND}\b(?! (?:[a-z]+ )?{_WHERE}\b)",
        rf"\b{_SMALL} {_PEOPLE} (?:per|each|apiece|at a time|at once|or more|on average)\b",
        rf"\b(?:an? average of|on average|averag(?:es?|ed|ing)) {_SMALL}\b",
        # A change planned over a stretch of time: "4 fewer casualties a year".
        rf"\b{_SMALL} (?:fewer|more|extra) (?:[a-z]+ ){{1,3}}(?:a|per|each) {_SPAN}\b",
        rf"\b{_SMALL} (?:{DESCRIBING})?{_PEOPLE} an? {_SPAN}\b",
        # Room for so many: "homes for three, four and five people"; what families of a size pay.
        rf"\b{_ROOM} for (?:{_SMALL}(?:, | and | or | to ))*{_SMALL}(?= (?:people|persons|households)\b)",
        rf"\b(?:families|households|couples|parents|homes|those) with {_SMALL}(?= {_PEOPLE}\b)",
        # Posts that are filled: "three new social workers start in January".
        rf"\b{_SMALL} (?:new|additional|extra) (?:{DESCRIBING}){{0,2}}"
        r"(?:workers|teachers|staff|members of staff|employees|carers|apprentices)\b",
        r"\b(?:recruit(?:ed|ing|ment of)?|appoint(?:ed|ing|ment of)?|hired?|hiring|advertis(?:ed|ing)? for) "
        rf"{_SMALL}\b",
    )
)


@lru_cache(maxsize=64)
def blanked(plain: str, *, up_to: int) -> str:
    """The text as `passed_over.for_figures`, with bounds, ranges, rates, room and posts blanked too.

    A bound or a range that is narrower than "1 to `up_to`" tells more than the rule, and stays.
    """
    read = passed_over.blanked(passed_over.for_figures(plain), _PASSING)
    read = _AT_MOST.sub(lambda match: _blank(match, _most(match) >= up_to), read)
    return _RANGE.sub(lambda match: _blank(match, _is_wide(match, up_to)), read)


def _blank(match: re.Match[str], passes: bool) -> str:
    return passed_over.BLANK * len(match[0]) if passes else match[0]


def _most(match: re.Match[str]) -> float:
    """The largest number that a bound leaves open."""
    bound = _worth(match["bound"] or match["or_less"])
    return bound - 1 if match["less"] or match["under"] else bound


def _is_wide(match: re.Match[str], up_to: int) -> bool:
    least, most = _worth(match["least"]), _worth(match["most"])
    return most > up_to or (least <= 1 and most == up_to)


def _worth(number: str) -> float:
    return float(number) if number.isdecimal() else worded(number)
