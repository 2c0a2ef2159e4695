"""Rules: the closed list of what a text may not do before it leaves, each with its reason and its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final


class Rule(StrEnum):
    """What a phrase does that holds its text back."""

    FEW_PEOPLE = "few-people"
    ONE_PERSON = "one-person"
    AGE = "age-of-a-person"
    HIDDEN_COUNT = "hidden-count"
    HIDDEN_RATE = "hidden-rate"
    HIDDEN_BY_DIFFERENCE = "hidden-by-difference"
    HIDDEN_BY_SUM = "hidden-by-sum"
    NUMBER_BESIDE = "number-beside-a-hidden-figure"
    NAMED = "person-named"
    NEVER_PRINTED = "name-never-printed"


ON_HIDDEN_FIGURES: Final = (
    Rule.HIDDEN_COUNT,
    Rule.HIDDEN_RATE,
    Rule.HIDDEN_BY_DIFFERENCE,
    Rule.HIDDEN_BY_SUM,
    Rule.NUMBER_BESIDE,
)

REASONS: Final = {
    Rule.FEW_PEOPLE: "its words count very few people",
    Rule.ONE_PERSON: "its words single out one person or family",
    Rule.AGE: "its words give the age of one person",
    Rule.HIDDEN_COUNT: "its words tell a hidden number",
    Rule.HIDDEN_RATE: "its words tell a hidden rate",
    Rule.HIDDEN_BY_DIFFERENCE: "its words give a hidden number by a difference",
    Rule.HIDDEN_BY_SUM: "its words give a hidden number by a sum",
    Rule.NUMBER_BESIDE: "its words hold a number beside a hidden figure",
    Rule.NAMED: "its words name a person",
    Rule.NEVER_PRINTED: "its words hold a name that is never to be printed",
}
"""Why a text is held back, without the phrase: this may stand in public."""

REMEDIES: Final = {
    Rule.FEW_PEOPLE: "say “fewer than {above}”, or leave it out",
    Rule.ONE_PERSON: "speak of people of this kind in general, or leave it out",
    Rule.AGE: "give an age group of many people, or leave the age out",
    Rule.HIDDEN_COUNT: "say “fewer than {above}” where that is true, or leave the number out",
    Rule.HIDDEN_RATE: "say “nearly all” or “very few”, or leave the rate out",
    Rule.HIDDEN_BY_DIFFERENCE: "say “more”, “fewer” or “about as many”, without the number",
    Rule.HIDDEN_BY_SUM: "leave the sum out: it may be subtracted from what is published",
    Rule.NUMBER_BESIDE: "say it without a number, or ask the data protection lead to approve it",
    Rule.NAMED: "write the post or the role, or leave the name out",
    Rule.NEVER_PRINTED: "leave the name out",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a text that hold it back: `text[start:end]`, the rule, why, and what would be right.

    `measure` and `period` are of the hidden figure that the phrase tells, empty for the other rules.
    """

    start: int
    end: int
    words: str
    rule: Rule
    why: str
    instead: str
    measure: str = ""
    period: str = ""


def instead(rule: Rule, *, few: int) -> str:
    """What would be right, where counts from 1 to `few` are hidden."""
    return REMEDIES[rule].format(above=few + 1)


def digest(text: str, phrase: Phrase) -> str:
    """What an approval is kept under: it holds for this phrase, in this very text, for this rule and figure.

    A word changed anywhere in the text, another rule or the same words beside another quarter's figure ask
    anew.
    """
    parts = (text, str(phrase.start), str(phrase.end), phrase.rule, phrase.measure, phrase.period)
    return sha256("\x1f".join(parts).encode()).hexdigest()
