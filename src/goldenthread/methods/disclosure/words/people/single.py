"""Single: phrases that single out one person or family, or give the age of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goldenthread.methods.disclosure.words.people import passing
from goldenthread.methods.disclosure.words.people.nouns import DESCRIBING, MANY, ONE, THING
from goldenthread.methods.disclosure.words.rules import Rule

Stretch = tuple[Rule, int, int]

_HAPPENED: Final = (
    r"(?:was|were|had|died|moved|left|went|came|became|waited|lost|fell|arrived|returned|appealed|complained|"
    r"drowned|refused|absconded|who (?:was|had|[a-z]+ed)|whose|in \w+ was|"
    r"has (?:since|now|appealed|moved|left|died|returned|refused|complained))"
)
_FROM: Final = r"(?:(?:from|in|at|of|with) [A-Z][\w'-]+(?: [A-Z][\w'-]+)? )?"
_TENS: Final = r"(?:teens|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|\d0s)"
_FEW: Final = r"(?:two|three|four|five|six|seven|eight|nine|\d)"
_AGED: Final = r"\d{1,2}(?![\w.,]\d| ?(?:to|and|or|-) )"
_IN_WORDS: Final = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
# Somebody, or the end of the phrase: a 30-year-old building is nobody.
_SOMEBODY: Final = (
    rf"(?= (?:{DESCRIBING}){{0,2}}?{ONE}\b{THING}"
    r"| (?:who|whose|was|is|had|has|died|left|from|in|with|and)\b|[.,;:!?)]|$)"
)

# What singles somebody out by itself is told by itself.
_ANY: Final = r"(?!(?:only|sole|lone|last|youngest|oldest|eldest|first|second|third|fourth|fifth)\b)"
_ONLY = re.compile(
    rf"\b(?:only|sole|lone|last remaining|youngest|oldest|eldest) (?:{DESCRIBING}){{0,2}}?{ONE}\b{THING}"
    rf"|\b(?:youngest|oldest|eldest) of (?:the |these |those |our )?(?:{MANY}|sibling group)\b"
    rf"|\b(?:an?|one|the|another) {_ANY}(?:{DESCRIBING}){{0,2}}?{ONE} (?-i:{_FROM}){_HAPPENED}\b"
    rf"|\b(?:mother|father|parent|mum|dad|grandmother|grandfather|widow|carer) of {_FEW}\b"
    rf"|\b(?:a|one|the) (?:{DESCRIBING})?(?:family|household) of {_FEW}\b"
    rf"(?! (?:pays?|can|may|might|would|could|saves?|needs?|gets?|has|is)\b)"
    rf"|\b(?:sibling group|group of siblings) of {_FEW}\b"
    rf"|\b(?:the|a) (?:child|boy|girl|baby|pupil|victim|tenant|resident)'s "
    rf"(?:mother|father|parents|brother|sister|grandmother|grandfather|family) {_HAPPENED}\b"
    rf"|\b(?:first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)) (?:{DESCRIBING})?{ONE}\b{THING}",
    re.IGNORECASE,
)
# "He or she is told" speaks of nobody, His Majesty of nobody in a report's figures.
_PRONOUN = re.compile(
    r"(?<!\bor )(?<!/)\b(?:he|she|him|her|his|hers|himself|herself)\b(?! or (?:he|she|him|her|his)\b)(?!/)"
    r"(?! (?:Majesty|Honour|Royal|Excellency)\b)",
    re.IGNORECASE,
)
# As reports on complaints and reviews name people: Ms B, Child Q.
_BY_A_LETTER = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Child|Family|Patient|Resident|Person|Adult|Pupil|Tenant|Client|Baby)\.? "
    r"[A-Z]\b(?![&'.-]? ?[A-Z]|[&-]|'(?!s\b))"
)
# "If a child was moved" tells of no child.
_IN_GENERAL = re.compile(r"\b(?:if|when|whenever|where|wherever|unless|whether|every time) $", re.IGNORECASE)
_AGE = re.compile(
    rf"\b(?:{ONE}|one|he|she)(?:,? (?:who is|who was|then|now|is|was))?,? (?:aged|of) {_AGED}"
    rf"|\b(?:\d{{1,3}}|{_IN_WORDS})[- ](?:year|month|week|day)s?[- ]old\b(?!s){_SOMEBODY}"
    rf"|\b{ONE} in their (?:early |mid[ -]|late )?{_TENS}\b",
    re.IGNORECASE,
)


def one(plain: str, *, up_to: int) -> Iterator[Stretch]:
    """Phrases that single out one person or family, or give the age of one."""
    read = passing.blanked(plain, up_to=up_to)
    for match in _ONLY.finditer(read):
        if not _IN_GENERAL.search(read, 0, match.start()):
            yield Rule.ONE_PERSON, *match.span()
    for pattern in (_PRONOUN, _BY_A_LETTER):
        yield from ((Rule.ONE_PERSON, *match.span()) for match in pattern.finditer(read))
    # Ages are looked for beside laws and dates alone: "a 14-year-old" is no reference.
    yield from ((Rule.AGE, *match.span()) for match in _AGE.finditer(plain))
