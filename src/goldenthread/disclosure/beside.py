"""Beside the position: what else a report says, as it may leave: later figures, words of challenges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from goldenthread.disclosure import gate
from goldenthread.disclosure.gate import FEW, ON_THE_FIGURE, WHY_HIDDEN, WITHHELD, Cleared, Decision
from goldenthread.methods.disclosure import words
from goldenthread.positions.changes import Change

Line = dict[str, Any]

WORDS_OF_A_CHALLENGE = ("position", "why", "back_on_target", "since")
WORDS_OF_A_STEP = ("what", "changes", "became")


@dataclass(frozen=True, slots=True)
class ClearedLines:
    """Plain lines after the gate, and the decisions taken there."""

    lines: tuple[Line, ...]
    decisions: tuple[Decision, ...]


def changes(found: Iterable[Change], cleared: Cleared) -> ClearedLines:
    """What has moved since the freeze: {kind, indicator, old, new, why, known_from, hidden}, all gated.

    A figure that is hidden in the position stays hidden when it is restated, with the reason why.
    """
    given = list(found)
    frozen = _frozen(cleared)
    later = _gated([dict(change.new) for change in given], cleared)
    out = [
        {
            "kind": change.kind,
            "indicator": change.indicator,
            "old": frozen[change.indicator],
            "new": new,
            "why": "" if new["hidden"] else change.why,
            "known_from": change.known_from,
            "hidden": new["hidden"],
        }
        for change, new in zip(given, later, strict=True)
    ]
    return ClearedLines(tuple(out), _decisions(later, "figure as now known"))


def later_figures(lines: Iterable[Mapping[str, Any]], cleared: Cleared) -> ClearedLines:
    """Lines of later months in the form of the position's, gated as these are."""
    gated = _gated([dict(line) for line in lines], cleared)
    return ClearedLines(tuple(gated), _decisions(gated, "later month"))


def challenges(lines: Iterable[Mapping[str, Any]], cleared: Cleared) -> ClearedLines:
    """Key challenges; a text that counts very few people is withheld unless all its indicators count none."""
    no_people = {code for code, line in _frozen(cleared).items() if not line["counts_people"]}
    out, decisions = [], []
    for line in lines:
        plain = dict(line)
        about = set(plain["indicators"])
        checked = plain if about and about <= no_people else _challenge(plain)
        if checked != plain:
            decisions.append(Decision(f"Challenge {plain['number']}", "its words", FEW))
        out.append(checked)
    return ClearedLines(tuple(out), tuple(decisions))


def _frozen(cleared: Cleared) -> dict[str, Line]:
    return {line["indicator"]: line for line in cleared.sealed.of("indicator")}


def _gated(lines: list[Line], cleared: Cleared) -> list[Line]:
    """Lines through the gate; numbered meanwhile, for an indicator may stand among them more than once."""
    frozen = _frozen(cleared)
    numbered = tuple({**line, "indicator": str(number)} for number, line in enumerate(lines))
    given = {"scheme": cleared.sealed.of("scheme"), "indicator": numbered}
    passed = gate.for_publication(replace(cleared.sealed, lines=given)).sealed.of("indicator")
    named = [{**gated, "indicator": line["indicator"]} for gated, line in zip(passed, lines, strict=True)]
    hidden = {code for code, line in frozen.items() if line["hidden"]}
    return [_without_figure(line) if line["indicator"] in hidden else line for line in named]


def _without_figure(line: Line) -> Line:
    return {
        **line,
        **dict.fromkeys(ON_THE_FIGURE),
        "history": [],
        "receipt": [],
        "sources": [],
        "hidden": True,
    }


def _decisions(lines: Iterable[Line], what: str) -> tuple[Decision, ...]:
    return tuple(Decision(line["indicator"], what, WHY_HIDDEN) for line in lines if line["hidden"])


def _challenge(line: Line) -> Line:
    steps = [{**step, **dict(_checked(step, WORDS_OF_A_STEP))} for step in line["doing"]]
    return {**line, **dict(_checked(line, WORDS_OF_A_CHALLENGE)), "doing": steps}


def _checked(line: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The texts that a line has, withheld where they count very few people."""
    for name in names:
        if text := line.get(name):
            yield name, WITHHELD if words.small_counts(str(text)) else str(text)
