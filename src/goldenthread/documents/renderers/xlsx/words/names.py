"""Names: what sheets and tables are called: short, plain, none twice, none that Excel refuses."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from goldenthread.documents.renderers.xlsx.words.texts import first, length, plain

LONGEST: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\ufffd]+")
# What follows a colon, a bracket or a comma before a small letter tells more of what stands before it.
_FURTHER: Final = re.compile(r"\s*:\s|\s\(|,\s(?=[a-z])")
# A name cut short does not end in a word that leads to the next, nor in the day of a date.
_LEADING: Final = frozenset(
    [
        *("a", "an", "and", "are", "as", "at", "been", "by", "each", "for", "from", "had", "has", "have"),
        *("in", "is", "of", "on", "or", "than", "that", "the", "to", "was", "we", "were", "what", "which"),
        *("who", "whose", "with", "would"),
    ]
)


def sheet_names(captions: Sequence[str]) -> list[str]:
    """The names of sheets in their order, of each its number and its caption if there is room.

    Else the caption up to where it only tells more, unless another sheet's begins alike; of that, as many
    words as have room: "1 Corporate scorecard".
    """
    heads = [_FURTHER.split(plain(caption))[0] for caption in captions]
    alike = Counter(heads)
    return [
        _name(number, caption, head if alike[head] == 1 else caption)
        for number, (caption, head) in enumerate(zip(captions, heads, strict=True), start=1)
    ]


def _name(number: int, caption: str, head: str) -> str:
    words = _words(plain(caption))
    kept = _fitting(number, words)
    if len(kept) <= len(words):
        kept = _fitting(number, _words(plain(head)))
    if len(kept) == 1 and words:
        kept.append(first(words[0], LONGEST - len(str(number)) - 1))
    while 2 < len(kept) <= len(words) and (kept[-1].lower() in _LEADING or kept[-1].isdigit()):
        kept.pop()
    return " ".join(kept).rstrip("' ,;–-")


def _words(text: str) -> list[str]:
    return _FORBIDDEN.sub(" ", text).split()


def _fitting(number: int, words: Iterable[str]) -> list[str]:
    """The number, and as many of the words as have room beside it."""
    kept = [str(number)]
    for word in words:
        if length(" ".join([*kept, word])) > LONGEST:
            break
        kept.append(word)
    return kept


def table_names(ids: Iterable[str]) -> list[str]:
    """Names of tables, made from their ids so that they stay the same from paper to paper: "t_lines"."""
    names: list[str] = []
    for id in ids:
        base = "t_" + re.sub(r"[^a-z0-9]+", "_", id.lower()).strip("_")[:200]
        name, number = base, 1
        while name in names:
            number += 1
            name = f"{base}_{number}"
        names.append(name)
    return names
