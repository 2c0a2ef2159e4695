"""Names: what sheets and tables are called: short, plain, none twice, none that Excel refuses."""

import re
from collections.abc import Iterable
from typing import Final

from goldenthread.documents.renderers.xlsx.texts import first, plain

LONGEST: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\ufffd]+")
# A name cut short does not end in a word that leads to the next, nor in the day of a date.
_LEADING: Final = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "that", "the", "to", "with"]
)


def sheet_name(number: int, caption: str) -> str:
    """A sheet's name: its number and as many words of its caption as have room: "1 Corporate scorecard"."""
    words = _FORBIDDEN.sub(" ", plain(caption)).split()
    kept = [str(number)]
    for word in words:
        if len(first(" ".join([*kept, word]), LONGEST)) < len(" ".join([*kept, word])):
            break
        kept.append(word)
    if len(kept) == 1 and words:
        kept.append(first(words[0], LONGEST - len(str(number)) - 1))
    while 2 < len(kept) <= len(words) and (kept[-1].lower() in _LEADING or kept[-1].isdigit()):
        kept.pop()
    return " ".join(kept).rstrip("' ,;–-")


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
