"""The gate: a frozen quarter as it may leave the council.

Interim, until disclosure control with its proof lands: counts of people of 1 to 5 are hidden with everything
that would give them away, comments that count very few people are withheld, and nothing below the borough is
published. What was hidden is marked and explained; it is never left blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from goldenthread.disclosure import small_numbers
from goldenthread.methods import rating_reading
from goldenthread.methods.disclosure import words
from goldenthread.methods.rating import Scheme
from goldenthread.positions.queries import Sealed

Line = dict[str, Any]

WHY_HIDDEN = "hidden to protect individuals"
WITHHELD = "Comment withheld: its words could identify a person."
FEW = "its words count very few people"
WORDS_OF_A_COMMENT = ("happened", "why", "next")
SUBJECTS = ("indicator", "action", "outcome", "priority", "topic")
ON_THE_FIGURE = (
    "value",
    "value_text",
    "value_exact",
    "numerator",
    "numerator_exact",
    "denominator",
    "denominator_exact",
    "change_previous",
    "change_like",
)
ON_THE_TREND = ("trend_previous", "trend_like", "arrow_previous", "arrow_like")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was hidden and why, for the record and the data notes."""

    subject: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """A frozen quarter after the gate, and the decisions taken there."""

    sealed: Sealed
    decisions: tuple[Decision, ...]


def for_publication(sealed: Sealed) -> Cleared:
    """The position with everything removed that may not leave."""
    schemes = {line["code"]: rating_reading.from_dict(line) for line in sealed.of("scheme")}
    indicators, hidden = _indicators(list(sealed.of("indicator")), schemes)
    comments, withheld = _comments(list(sealed.of("commentary")), _not_about_people(indicators))
    actions, unsaid = _actions(list(sealed.of("action")))
    lines = {
        **sealed.lines,
        "indicator": tuple(indicators),
        "commentary": tuple(comments),
        "action": tuple(actions),
    }
    return Cleared(replace(sealed, lines=lines), (*hidden, *withheld, *unsaid))


def _indicators(lines: list[Line], schemes: Mapping[str, Scheme]) -> tuple[list[Line], list[Decision]]:
    flags = {row["indicator"]: row for row in small_numbers.flags(lines).iter_rows(named=True)}
    hidden = [line for line in lines if flags[line["indicator"]]["hidden"]]
    safe = small_numbers.safe_ratings(hidden, schemes)
    cleared = [_line(line, flags[line["indicator"]], line["indicator"] in safe) for line in lines]
    decisions = [
        Decision(line["indicator"], _what(line), WHY_HIDDEN)
        for line in cleared
        if line["hidden"] or line["previous_hidden"] or line["like_hidden"]
    ]
    return cleared, decisions


def _line(line: Line, flag: Mapping[str, bool], rating_may_stand: bool) -> Line:
    cleared = {**line, "history": _history(line)}
    for when in small_numbers.WHEN:
        cleared[f"{when}hidden"] = flag[f"{when}hidden"]
    for when in ("previous_", "like_"):
        if flag["hidden"] or flag[f"{when}hidden"]:
            cleared |= _without_comparison(when)
        if flag[f"{when}hidden"]:
            cleared |= {f"{when}{name}": None for name in small_numbers.FIGURES}
    if flag["previous_hidden"]:
        cleared["previous_rating"] = None
    if flag["hidden"]:
        cleared |= dict.fromkeys(ON_THE_FIGURE) | {"history": [], "receipt": [], "sources": []}
        if not rating_may_stand:
            cleared |= {"rating": None, "reason": "hidden", "old_rating": None}
    return cleared


def _without_comparison(when: str) -> Line:
    to = when.rstrip("_")
    return {f"trend_{to}": None, f"arrow_{to}": None, f"change_{to}": None, f"why_{to}": "hidden"}


def _history(line: Line) -> list[Line]:
    """The points a reader may see; a hidden one is a gap. The counts behind them stay inside."""
    gone = small_numbers.hidden_points(line)
    return [
        {
            "period": point["period"],
            "value": None if is_gone else point["value"],
            "target": point["target"],
        }
        for point, is_gone in zip(line["history"], gone, strict=True)
    ]


def _what(line: Line) -> str:
    names = {
        "hidden": line["period"],
        "previous_hidden": line["previous_period"],
        "like_hidden": line["like_period"],
    }
    return ", ".join(str(period) for flag, period in names.items() if line[flag])


def _not_about_people(indicators: list[Line]) -> set[str]:
    return {line["indicator"] for line in indicators if not line["counts_people"]}


def _comments(comments: list[Line], not_about_people: set[str]) -> tuple[list[Line], list[Decision]]:
    """Comments are looked at unless their measure counts no people: one on a priority may tell of anybody."""
    cleared, decisions = [], []
    for comment in comments:
        if comment.get("indicator") not in not_about_people and _identifying(comment):
            decisions.append(Decision(_subject(comment), "comment", FEW))
            comment = {
                **comment,
                **dict.fromkeys(WORDS_OF_A_COMMENT, ""),
                "happened": WITHHELD,
                "withheld": True,
            }
        cleared.append(comment)
    return cleared, decisions


def _actions(actions: list[Line]) -> tuple[list[Line], list[Decision]]:
    """What is said of an action's progress; its adopted wording is public already."""
    told = {line["ref"] for line in actions if words.small_counts(line.get("words") or "")}
    cleared = [{**line, "words": WITHHELD} if line["ref"] in told else line for line in actions]
    return cleared, [Decision(ref, "progress", FEW) for ref in sorted(told)]


def _subject(comment: Line) -> str:
    return next((str(comment[name]) for name in SUBJECTS if comment.get(name)), "comment")


def _identifying(comment: Line) -> list[str]:
    return [phrase for name in WORDS_OF_A_COMMENT for phrase in words.small_counts(comment.get(name) or "")]
