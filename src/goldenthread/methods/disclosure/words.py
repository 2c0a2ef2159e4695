"""Words: sentences in a comment that count very few people, or that may tell a hidden figure."""

from __future__ import annotations

import re

_FEW = r"(?:one|two|three|four|five|[1-5]|a single|a pair of|a couple of|twin|twins)"
_PEOPLE = (
    r"(?:child|children|siblings?|brothers?|sisters?|bab(?:y|ies)|twins|boys?|girls?|pupils?|students?|"
    r"young (?:person|people|adults?)|care leavers?|teenagers?|famil(?:y|ies)|households?|mothers?|fathers?|"
    r"parents?|persons?|people|residents?|clients?|patients?|tenants?|adults?|women|woman|men|man|employees?|"
    r"(?:members? of )?staff|cases?|complainants?|victims?|offenders?)"
)
_SMALL_COUNT = re.compile(
    rf"(?<![\w.,£%-]){_FEW}(?![\w%]|[.,:]\d)(?:\s+(?:[a-z]+\s+){{0,2}}?)"
    rf"(?:of\s+)?(?:(?:all|the|these|our)\s+){{0,2}}(?:\d[\d,]*\s+)?{_PEOPLE}\b",
    re.IGNORECASE,
)
# "section 3 of the Children Act" counts nobody.
_CITED = re.compile(
    r"\b(?:sections?|ss?\.|parts?|paragraphs?|articles?|schedules?|chapters?|regulations?)\s*\d+[A-Z]*\b(?!,\d)",
    re.IGNORECASE,
)
_WHEN_AND_WHICH = re.compile(
    r"\b(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s+\d{4})?\b|\b20\d\d(?:-\d\d)?\b|\b[A-Z]{1,3}\d+[a-z]?\b|\bquarter [1-4]\b",
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|half|third|"
    r"quarters?|fifths?|tenths?|once|twice|both|double[ds]?|halved?|single)\b",
    re.IGNORECASE,
)


def small_counts(words: str) -> list[str]:
    """Phrases that count one to five people ("two siblings"), in order; empty where there are none.

    A comment on a measure of people that holds such a phrase may identify them and is withheld until its
    author has changed it. The number of a section of a law counts nobody. Otherwise the check is deliberately
    wide: an officer can rewrite a harmless sentence, nobody can take back a published one.
    """
    return [match.group(0) for match in _SMALL_COUNT.finditer(_CITED.sub("§", words))]


def has_number(words: str) -> bool:
    """Whether a text holds any number, in digits or in words; dates, quarters and codes do not count.

    Beside a hidden figure any number may be the figure, or the way to it.
    """
    return bool(_NUMBER.search(_WHEN_AND_WHICH.sub(" ", words)))
