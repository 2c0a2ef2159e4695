"""Passed over: numbers that count nobody, by what stands round them: dates, references, addresses, money."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

BLANK: Final = "§"

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
# "this year 2 pupils" counts two pupils, "Year 2 pupils" counts none.
_NOT_THIS = "".join(
    rf"(?<!\b{word} )" for word in ("this", "last", "each", "per", "a", "one", "the", "same", "that", "every")
)
_STREET = (
    r"(?:Road|Street|Lane|Avenue|Close|Court|Drive|Gardens|Grove|House|Place|Row|Square|Terrace|Way|Walk|"
    r"Crescent|Mews|Parade|Park)"
)

# Month names are held to their capital: "the 3 may move" is no date.
_DATES = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{_MONTH}\b(?:,? (?:19|20)\d\d\b)?"
    r"|\b(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b",
)
_TIMES = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b", re.IGNORECASE)
_LAW = re.compile(
    r"\b(?:sections?|ss?\.|parts?|paragraphs?|articles?|schedules?|chapters?|regulations?|clauses?) ?"
    r"\d+[A-Z]*\b(?:\(\w+\))*(?!,\d)",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"\b(?:pages?|tables?|figures?|appendix|appendices|annex|items?|minutes?|recommendations?|options?|"
    r"phases?|stages?|bands?|grades?|levels?|tiers?|versions?|challenges?|priorit(?:y|ies)|steps?|"
    r"categor(?:y|ies)|types?|zones?|goals?|objectives?|outcomes?|aims?|pillars?|themes?|missions?|tranches?|"
    r"cohorts?|routes?|wards?|units?|blocks?|lots?|rooms?|no\.?) "
    r"\d+[a-z]?\b(?! of\b)"
    rf"|{_NOT_THIS}\b(?:year|quarter) \d{{1,2}}\b"
    r"|\b(?!over-)[a-z]{1,4}-?\d+[a-z]?\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[£€$] ?\d[\d,]*(?:\.\d+)?(?: ?(?:m|k|bn|million|thousand|billion)\b)?"
    r"|\b\d[\d,]*(?:\.\d+)? (?:pounds?|pence)\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    rf"\b\d{{1,4}}[a-z]? (?:[A-Z][A-Za-z'-]+ ){{1,3}}{_STREET}\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
    r"|\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b|(?<!\S)[^\s@]{1,64}@\S+|\bhttps?://\S+|\bwww\.\S+",
)
_AGE_GROUPS = re.compile(
    r"\b(?:aged? )?(?:from |between )?\d{1,3} ?(?:to|and|-) ?\d{1,3}(?:[- ]year[- ]olds\b|(?= years\b))"
    r"|\baged? (?:from |between )?\d{1,3} ?(?:to|and|-) ?\d{1,3}\b"
    r"|\b\d{1,3}(?:[- ]year[- ]olds\b| (?:and|or) (?:over|under|older|younger|above)\b)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NUMBERED = (_DATES, _TIMES, _LAW, _REFERENCES, _MONEY, _ADDRESSES, _AGE_GROUPS)


# A text is read once for each hidden figure and each rule: it is blanked once.
@lru_cache(maxsize=64)
def for_figures(plain: str) -> str:
    """The text, as long as before, its dates, codes, laws, references, addresses, ages and money blanked."""
    return blanked(plain, _NUMBERED) if _DIGIT.search(plain) else plain


def blanked(plain: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """The text with whatever a pattern finds blanked; places stay what they were."""
    for pattern in patterns:
        plain = pattern.sub(lambda match: BLANK * len(match[0]), plain)
    return plain
