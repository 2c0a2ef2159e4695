"""Words: sentences in a comment that count very few people."""

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
    rf"(?<![\w.,£%-]){_FEW}(?![\w%]|[.,:]\d)(?:\s+(?:[a-z]+\s+){{0,2}}?)(?:of\s+(?:the|these|our)\s+)?{_PEOPLE}\b",
    re.IGNORECASE,
)


def small_counts(words: str) -> list[str]:
    """Phrases that count one to five people ("two siblings"), in order; empty where there are none.

    A comment on a measure of people that holds such a phrase may identify them and is withheld until its
    author has changed it. The check is deliberately wide: an officer can rewrite a harmless sentence, nobody
    can take back a published one.
    """
    return [match.group(0) for match in _SMALL_COUNT.finditer(words)]
