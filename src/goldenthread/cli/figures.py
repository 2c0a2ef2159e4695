"""Figures: a line's value, target and rating in the space of a terminal cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from goldenthread.documents import wording
from goldenthread.documents.wording import Measure

Line = Mapping[str, Any]

# Shape and word, so that colour is never needed.
SHAPES = {"green": "●", "amber": "▲", "red": "■"}
NOT_RATED = "○"
ARROWS = {"up": "↑", "down": "↓", "level": "="}
BRIEF = ("indicator", "period", "value", "target", "lower", "upper", "rating", "reason")


def measure(line: Line) -> Measure:
    """What the words need to know of the indicator."""
    return Measure(line["unit"], line["decimals"], line["polarity"], line["display"])


def value(line: Line) -> str:
    """The figure with its mark ([p], [e], [r]); why there is none where there is none."""
    if line["value"] is None:
        return "none yet" if line["reason"] == "not_due" else wording.missing(line["reason"] or "awaited")
    counts = (line["numerator"], line["denominator"])
    shown = wording.figure(line["value"], measure(line), counts=counts if None not in counts else None)
    return f"{shown} {wording.status_mark(line['status'] or 'actual')}".strip()


def target(line: Line) -> str:
    """The target, a range, or that there is none."""
    if line["lower"] is not None and line["upper"] is not None:
        return wording.target_range(line["lower"], line["upper"], measure(line))
    if line["target"] is None:
        return "no target"
    return wording.target(line["target"], measure(line))


def rating(line: Line, schemes: Iterable[Line]) -> str:
    """Shape and the scheme's own word; the reason where it is not rated."""
    if not line["rating"]:
        return f"{NOT_RATED} {wording.missing(line['reason'] or 'awaited')}"
    return f"{SHAPES.get(line['rating'], '◆')} {band(line, schemes)}"


def band(line: Line, schemes: Iterable[Line]) -> str:
    """The scheme's word for the rating; "" where there is none."""
    words = {
        each["code"]: each["label"]
        for scheme in schemes
        if scheme["code"] == line["scheme"]
        for each in scheme["bands"]
    }
    return str(words.get(line["rating"], line["rating"] or ""))


def trend(line: Line, when: str) -> str:
    """Arrow (where the number went) and word (whether that is good), or why it cannot be said.

    `when` is previous or like.
    """
    word = line[f"trend_{when}"]
    if word:
        return f"{ARROWS[line[f'arrow_{when}']]} {wording.VERDICTS[word]}"
    return (line[f"why_{when}"] or "").replace("_", " ")


def with_rating(line: Line, schemes: Iterable[Line]) -> str:
    """Value and rating in one cell."""
    shown = rating(line, schemes)
    return f"{value(line)}  {shown}" if line["value"] is not None else shown


def brief(line: Line) -> dict[str, Any]:
    """The line as `scorecard --json` gives it; `lower` and `upper` where the target is a range."""
    return {name: line[name] for name in BRIEF}
