"""The gate: a frozen quarter as it may leave the council.

Interim, until disclosure control with its proof lands: counts of people of 1 to 5 are hidden with everything
that would give them away, comments that count very few people are withheld, and nothing below the borough is
published. What was hidden is marked and explained; it is never left blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from goldenthread.disclosure import small_numbers, texts
from goldenthread.disclosure.texts import FEW, WITHHELD, Decision
from goldenthread.methods.rating import Scheme, reading
from goldenthread.positions.queries import Sealed

Line = dict[str, Any]

__all__ = ["FEW", "ON_THE_FIGURE", "WHY_HIDDEN", "WITHHELD", "Cleared", "Decision", "for_publication"]

WHY_HIDDEN = "hidden to protect individuals"
OF_THE_FORECAST = ("forecast", "forecast_exact", "forecast_basis", "forecast_author", "forecast_rating")
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
    "printed_contradicts",
    # The colour under the target before: what it leaves open, beside the colour under this one, is narrower.
    "old_rating",
    *OF_THE_FORECAST,
)


@dataclass(frozen=True, slots=True)
class Cleared:
    """A frozen quarter after the gate, and the decisions taken there."""

    sealed: Sealed
    decisions: tuple[Decision, ...]


def for_publication(sealed: Sealed, *, known: texts.Known | None = None) -> Cleared:
    """The position with everything removed that may not leave.

    `known` are the council's names and the phrases that the data protection lead has approved.
    """
    schemes = {line["code"]: reading.from_dict(line) for line in sealed.of("scheme")}
    indicators, hidden = _indicators(list(sealed.of("indicator")), schemes)
    beside = texts.measures(indicators, truth=sealed.of("indicator"), known=known)
    comments, withheld = texts.comments(sealed.of("commentary"), beside)
    actions, unsaid = texts.actions(sealed.of("action"), beside)
    lines = {
        **sealed.lines,
        "indicator": tuple(_foretold(_judged(line, beside), beside) for line in indicators),
        "target_change": tuple(_target_changes(sealed.of("target_change"), indicators)),
        "commentary": tuple(comments),
        "action": tuple(actions),
        # Not one figure below the headlines leaves before all of them are checked together.
        "breakdown": (),
    }
    return Cleared(replace(sealed, lines=lines), (*hidden, *withheld, *unsaid))


def _indicators(lines: list[Line], schemes: Mapping[str, Scheme]) -> tuple[list[Line], list[Decision]]:
    gone = small_numbers.hidden_points(lines)
    flags = {row["indicator"]: row for row in small_numbers.flags(lines, gone).iter_rows(named=True)}
    hidden = [line for line in lines if flags[line["indicator"]]["hidden"]]
    safe = small_numbers.safe_ratings(hidden, schemes)
    cleared = [
        _line(
            {**line, "history": _history(line, gone[line["indicator"]])},
            flags[line["indicator"]],
            line["indicator"] in safe,
        )
        for line in lines
    ]
    decisions = [Decision(line["indicator"], what, WHY_HIDDEN) for line in cleared if (what := _what(line))]
    return cleared, decisions


def _line(line: Line, flag: Mapping[str, bool], rating_may_stand: bool) -> Line:
    cleared = line | {name: flag[name] for name in small_numbers.HIDDEN}
    for when in ("previous_", "like_"):
        if flag["hidden"] or flag[f"{when}hidden"]:
            cleared |= _without_comparison(when)
        if flag[f"{when}hidden"]:
            cleared |= {f"{when}{name}": None for name in small_numbers.FIGURES}
    if flag["previous_hidden"]:
        cleared["previous_rating"] = None
    if flag["forecast_hidden"]:
        cleared |= dict.fromkeys(OF_THE_FORECAST)
    if flag["hidden"]:
        cleared |= dict.fromkeys(ON_THE_FIGURE) | {"history": [], "receipt": [], "sources": []}
        if not rating_may_stand:
            cleared |= {"rating": None, "reason": "hidden"}
    return cleared


def _without_comparison(when: str) -> Line:
    to = when.rstrip("_")
    return {f"trend_{to}": None, f"arrow_{to}": None, f"change_{to}": None, f"why_{to}": "hidden"}


def _history(line: Line, gone: Sequence[bool]) -> list[Line]:
    """The points a reader may see; a hidden one is a gap. The counts behind them stay inside."""
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
    gone = [str(period) for flag, period in names.items() if line[flag]]
    return ", ".join([*gone, *(["forecast"] if line["forecast_hidden"] and not line["hidden"] else [])])


def _judged(line: Line, beside: texts.Measures) -> Line:
    """A person's rating beside the computed one gives its reason in words."""
    judgement = line.get("judgement")
    if not judgement or not beside.may_not_leave(judgement["why"], [line["indicator"]]):
        return line
    return {**line, "judgement": {**judgement, "why": WITHHELD}}


def _foretold(line: Line, beside: texts.Measures) -> Line:
    """A forecast says in words how it was arrived at."""
    if not beside.may_not_leave(line.get("forecast_basis"), [line["indicator"]]):
        return line
    return {**line, "forecast_basis": WITHHELD}


def _target_changes(changes: Iterable[Line], indicators: list[Line]) -> Iterator[Line]:
    """Changes of targets, with the ratings under either only where the figure is shown."""
    hidden = {line["indicator"]: line for line in indicators if line["hidden"]}
    for change in changes:
        line = hidden.get(change["indicator"])
        yield {**change, "rating_old": None, "rating_new": line["rating"]} if line else change
