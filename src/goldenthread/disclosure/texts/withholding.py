"""Withholding: the texts of a position as they may leave, and what was decided on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from goldenthread.disclosure.texts.measures import Measures

Line = dict[str, Any]

WITHHELD: Final = "Comment withheld: its words could identify a person."
WORDS_OF_A_COMMENT: Final = ("happened", "why", "next")
SUBJECTS: Final = ("indicator", "action", "outcome", "priority", "topic")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was hidden and why, for the record and the data notes."""

    subject: str
    what: str
    why: str


def comments(given: Iterable[Line], beside: Measures) -> tuple[list[Line], list[Decision]]:
    """Comments are looked at unless their measure counts no people: one on a priority may tell of anybody."""
    cleared, decisions = [], []
    for comment in given:
        about = [comment["indicator"]] if comment.get("indicator") else []
        if why := _why(beside.why(comment.get(name), about) for name in WORDS_OF_A_COMMENT):
            decisions.append(Decision(subject(comment), "comment", why))
            gone = dict.fromkeys(WORDS_OF_A_COMMENT, "")
            comment = {**comment, **gone, "happened": WITHHELD, "withheld": True}
        cleared.append(comment)
    return cleared, decisions


def actions(given: Iterable[Line], beside: Measures) -> tuple[list[Line], list[Decision]]:
    """What is said of an action's progress; its adopted wording is public already."""
    lines = list(given)
    told = {line["ref"]: why for line in lines if (why := _tells(line, beside))}
    cleared = [{**line, "words": WITHHELD} if line["ref"] in told else line for line in lines]
    return cleared, [Decision(ref, "progress", told[ref]) for ref in sorted(told)]


def of_action(action: Line) -> list[tuple[str, ...]]:
    """What an action's progress is read as being about: people in general, and the indicator it follows."""
    linked = action.get("linked_indicator")
    return [(), (linked,)] if linked else [()]


def _tells(action: Line, beside: Measures) -> str:
    return _why(beside.why(action.get("words"), about) for about in of_action(action))


def _why(reasons: Iterable[str]) -> str:
    """Each reason once."""
    return "; ".join(dict.fromkeys(one for several in reasons if several for one in several.split("; ")))


def subject(comment: Line) -> str:
    """What a comment is about, by code."""
    return next((str(comment[name]) for name in SUBJECTS if comment.get(name)), "comment")


def said_of_figures(given: Iterable[Line], beside: Measures) -> tuple[list[Line], list[Decision]]:
    """What people say in indicator lines: how a forecast was arrived at, why they rate otherwise."""
    cleared, decisions = [], []
    for line in given:
        code = line["indicator"]
        if why := beside.why(line.get("forecast_basis"), [code]):
            decisions.append(Decision(code, "basis of the forecast", why))
            line = {**line, "forecast_basis": WITHHELD}
        judgement = line.get("judgement")
        if judgement and (why := beside.why(judgement["why"], [code])):
            decisions.append(Decision(code, "reason of a judgement", why))
            line = {**line, "judgement": {**judgement, "why": WITHHELD}}
        cleared.append(line)
    return cleared, decisions
