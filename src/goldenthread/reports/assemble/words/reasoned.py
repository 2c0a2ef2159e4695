"""Reasoned: the figures that carry no rating, counted by reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from goldenthread.documents import wording
from goldenthread.methods import reasons
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.material import Line

_NAMES_WHAT_IS_MISSING: Final = ("no ", "nothing ", "too few ")


def counted(lines: Iterable[Line], q: Quarter) -> list[tuple[str, int]]:
    """Reason codes with how many lines each explains, in the order in which reasons are printed."""
    found = Counter(line.get("reason") or "" for line in lines if not q.rated(line))
    known = [(code, found[code]) for code in reasons.ordered(code for code in found if code)]
    return known + ([("", found[""])] if found[""] else [])


def in_words(lines: Iterable[Line], q: Quarter) -> str:
    """ "4 not due, 3 awaited and 2 with no target": a reason that names what is missing is said "with" it."""
    parts = [f"{count} {_of_several(code)}" for code, count in counted(lines, q)]
    return wording.joined(parts) if parts else ""


def _of_several(code: str) -> str:
    if not code:
        return "without a reason"
    label = reasons.get(code).label
    return f"with {label}" if label.startswith(_NAMES_WHAT_IS_MISSING) else label
