"""People: phrases that count very few of them, or single one out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from goldenthread.methods.disclosure.words import passed_over
from goldenthread.methods.disclosure.words.numbers import UNITS
from goldenthread.methods.disclosure.words.rules import Rule

Stretch = tuple[Rule, int, int]

_ONE: Final = (
    r"(?:child|sibling|brother|sister|baby|infant|toddler|boy|girl|pupil|student|learner|apprentice|"
    r"young person|young adult|care leaver|teenager|family|household|mother|father|parent|carer|widow|"
    r"widower|person|resident|client|patient|tenant|leaseholder|adult|woman|man|employee|staff member|"
    r"member of staff|worker|teacher|complainant|victim|offender|suspect|claimant|applicant|refugee|"
    r"asylum seeker|migrant|pensioner|rough sleeper|service user|casualty|couple)"
)
_MANY: Final = (
    r"(?:children|siblings|brothers|sisters|babies|infants|toddlers|boys|girls|pupils|students|learners|"
    r"apprentices|young people|young persons|young adults|care leavers|teenagers|families|households|mothers|"
    r"fathers|parents|carers|widows|widowers|persons|people|residents|clients|patients|tenants|leaseholders|"
    r"adults|women|men|employees|staff|members of staff|workers|teachers|cases|complainants|victims|"
    r"offenders|suspects|claimants|applicants|refugees|asylum seekers|migrants|pensioners|rough sleepers|"
    r"service users|casualties|deaths|couples|twins|triplets|sibling groups|sibling pairs)"
)
# What a noun in the singular stands before when it names a thing, not a person: a family hub.
_THING: Final = (
    r"(?! (?:protection|hubs?|support|services?|centres?|safety|care|social|finance|tax|looked|"
    r"surveys?|satisfaction|reviews?|records?|plans?|placements?|learning|education|health|housing|benefits?|homes?|"
    r"discounts?|engagement|parking|panels?|group|groups|development|training|transport|poverty|assessments?|"
    r"worker|workers|court|line|lines|budget|budgets|turnover|absence|facing|led|friendly)\b)"
)
# Between a number and whom it counts stand words that describe, none that begins something else.
_DESCRIBING: Final = (
    r"(?!(?:for|to|by|from|with|in|on|at|per|as|than|of|and|or|a|an|the|that|which|days?|weeks?|months?|"
    r"years?|hours?|minutes?|times?|points?|percent|per|stars?|homes?|thousand|hundred|million)\b)[a-z'-]+ "
)
_BEGINS: Final = r"(?<![\w.,£%/-])"
_HAPPENED: Final = (
    r"(?:was|were|had|died|moved|left|went|came|became|waited|lost|fell|who (?:was|had|[a-z]+ed)|"
    r"whose|in \w+ was)"
)
_AGED: Final = r"\d{1,2}(?![\w.,]\d| ?(?:to|and|or|-) )"

_ONLY = re.compile(
    rf"\b(?:only|sole|lone|last remaining|youngest|oldest|eldest) (?:{_DESCRIBING}){{0,2}}?{_ONE}\b{_THING}"
    rf"|\b(?:a|one|the|another) {_ONE} {_HAPPENED}\b"
    rf"|\b(?:mother|father|parent|mum|dad|grandmother|grandfather|widow|carer) of "
    rf"(?:two|three|four|five|six|seven|eight|\d)\b"
    rf"|\b(?:first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)) (?:{_DESCRIBING})?{_ONE}\b{_THING}",
    re.IGNORECASE,
)
# "If a child was moved" tells of no child.
_IN_GENERAL = re.compile(r"\b(?:if|when|whenever|where|wherever|unless|whether|every time) $", re.IGNORECASE)
_AGE = re.compile(
    rf"\b{_ONE}(?:,? (?:who is|who was|then|now))?,? (?:aged|of) {_AGED}"
    r"|\b\d{1,3}[- ](?:year|month|week|day)s?[- ]old\b(?!s)(?= [a-z]|[.,;:!?)]|$)",
    re.IGNORECASE,
)
_A_FEW_TOGETHER = re.compile(
    rf"\b(?:both|neither)(?: of)?(?: the| these| those| our| their)? (?:{_DESCRIBING}){{0,2}}?"
    rf"(?:{_MANY}|(?<=neither ){_ONE})\b(?! and\b)"
    r"|\b(?:the|these|those|her|his|their|whose) siblings\b|\b(?:twins|triplets)\b"
    r"|\b(?:a|one) (?:sibling group|sibling pair|set of (?:twins|triplets|siblings))\b",
    re.IGNORECASE,
)


def few(plain: str, *, up_to: int) -> Iterator[Stretch]:
    """Phrases that count one to `up_to` people, or speak of two or three who belong together."""
    read = passed_over.for_people(plain)
    for pattern in (_counted(up_to), _A_FEW_TOGETHER):
        yield from ((Rule.FEW_PEOPLE, *match.span()) for match in pattern.finditer(read))


def of_them(plain: str, *, up_to: int) -> Iterator[Stretch]:
    """Phrases that count one to `up_to` without saying of whom: for texts on a measure of people."""
    read = passed_over.for_people(plain)
    yield from ((Rule.FEW_PEOPLE, *match.span()) for match in _uncounted(up_to).finditer(read))


def one(plain: str) -> Iterator[Stretch]:
    """Phrases that single out one person or family, or give the age of one."""
    read = passed_over.for_people(plain)
    for match in _ONLY.finditer(read):
        if not _IN_GENERAL.search(read, 0, match.start()):
            yield Rule.ONE_PERSON, *match.span()
    # Ages are looked for beside laws and dates alone: "a 14-year-old" is no reference.
    yield from ((Rule.AGE, *match.span()) for match in _AGE.finditer(plain))


@lru_cache(maxsize=32)
def _counted(up_to: int) -> re.Pattern[str]:
    before = rf"{_BEGINS}{_few(up_to)}(?:/\d+)?(?![\w%]|[.,:]\d)"
    whole = r"(?:\(\d[\d,.]*%?\) )?(?:of )?(?:(?:all|the|these|those|our|their) ){0,2}(?:\d[\d,]* )?"
    one = rf"{_BEGINS}(?:one|1|a single|just one) (?:{_DESCRIBING}){{0,2}}?(?:{_ONE}|case)\b{_THING}"
    return re.compile(
        rf"{before} (?:{_DESCRIBING}){{0,2}}?{whole}(?:{_DESCRIBING}){{0,2}}?{_MANY}\b|{one}"
        r"|\b(?:a pair of|a couple of|twin) (?:[a-z]+ )?" + rf"{_MANY}\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def _uncounted(up_to: int) -> re.Pattern[str]:
    did = r"(?:of (?:them|these|those|whom)|were|was|are|have|had|did|moved|left|remain|remained|died)"
    return re.compile(rf"{_BEGINS}{_few(up_to)}(?![\w%]|[.,:]\d) {did}\b", re.IGNORECASE)


def _few(up_to: int) -> str:
    words = [word for number, word in enumerate(UNITS) if 1 <= number <= up_to]
    digits = [str(number) for number in range(1, up_to + 1)]
    return rf"(?:{'|'.join(sorted([*words, *digits], key=len, reverse=True))})"
