"""Texts: words beside the figures, withheld where they may tell of a person or of a hidden figure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from goldenthread.methods.disclosure import words

Line = dict[str, Any]

WITHHELD = "Comment withheld: its words could identify a person."
FEW = "its words count very few people"
WORDS_OF_A_COMMENT = ("happened", "why", "next")
SUBJECTS = ("indicator", "action", "outcome", "priority", "topic")
BESIDE = ("previous_hidden", "like_hidden", "forecast_hidden")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was hidden and why, for the record and the data notes."""

    subject: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Measures:
    """What a text is read with: measures that count no people, those with a hidden figure, and all names."""

    not_of_people: Collection[str]
    hidden: Collection[str]
    names: Mapping[str, str] = field(default_factory=dict)

    def may_not_leave(self, text: str | None, about: Collection[str] = ()) -> bool:
        """Whether a text must stay inside.

        It counts very few people, unless all it is about counts none; or it holds any number, where it is
        about a measure of which a figure is hidden: the number may be that figure, or the way to it.
        """
        if not text:
            return False
        if any(code in self.hidden for code in about) and words.has_number(text):
            return True
        no_people = bool(about) and all(code in self.not_of_people for code in about)
        return not no_people and bool(words.small_counts(text))

    def hidden_named_in(self, text: str) -> list[str]:
        """The measures with a hidden figure that a text speaks of, by code or by name."""
        said = text.casefold()
        return [
            code
            for code in self.hidden
            if re.search(rf"\b{re.escape(code)}\b", text, re.IGNORECASE)
            or (code in self.names and self.names[code].casefold() in said)
        ]


def measures(indicators: Iterable[Line]) -> Measures:
    """From the indicators after the check of small numbers."""
    lines = list(indicators)
    return Measures(
        not_of_people={line["indicator"] for line in lines if not line["counts_people"]},
        hidden={line["indicator"] for line in lines if line["hidden"] or any(line[name] for name in BESIDE)},
        names={line["indicator"]: line["name"] for line in lines if line.get("name")},
    )


def comments(given: Iterable[Line], beside: Measures) -> tuple[list[Line], list[Decision]]:
    """Comments are looked at unless their measure counts no people: one on a priority may tell of anybody."""
    cleared, decisions = [], []
    for comment in given:
        about = [comment["indicator"]] if comment.get("indicator") else []
        if any(beside.may_not_leave(comment.get(name), about) for name in WORDS_OF_A_COMMENT):
            decisions.append(Decision(_subject(comment), "comment", FEW))
            gone = dict.fromkeys(WORDS_OF_A_COMMENT, "")
            comment = {**comment, **gone, "happened": WITHHELD, "withheld": True}
        cleared.append(comment)
    return cleared, decisions


def actions(given: Iterable[Line], beside: Measures) -> tuple[list[Line], list[Decision]]:
    """What is said of an action's progress; its adopted wording is public already."""
    lines = list(given)
    told = {line["ref"] for line in lines if _tells(line, beside)}
    cleared = [{**line, "words": WITHHELD} if line["ref"] in told else line for line in lines]
    return cleared, [Decision(ref, "progress", FEW) for ref in sorted(told)]


def _tells(action: Line, beside: Measures) -> bool:
    """An action may be about people; and the indicator it follows may have a hidden figure."""
    said, linked = action.get("words"), action.get("linked_indicator")
    return beside.may_not_leave(said) or bool(linked and beside.may_not_leave(said, [linked]))


def _subject(comment: Line) -> str:
    return next((str(comment[name]) for name in SUBJECTS if comment.get(name)), "comment")
