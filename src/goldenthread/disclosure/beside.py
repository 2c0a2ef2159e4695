"""Beside the position: what else a report says, as it may leave: later figures, words of people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.disclosure import gate
from goldenthread.disclosure.gate import ON_THE_FIGURE, WHY_HIDDEN, WITHHELD, Cleared, Decision, Kind
from goldenthread.disclosure.passing import spoken
from goldenthread.disclosure.texts import Measures
from goldenthread.positions.changes import KINDS, Change

Line = dict[str, Any]

WORDS_OF_A_CHALLENGE = ("position", "why", "back_on_target", "since")
WORDS_OF_A_STEP = ("what", "changes", "became")


@dataclass(frozen=True, slots=True)
class ClearedLines:
    """Plain lines after the gate, and the decisions taken there."""

    lines: tuple[Line, ...]
    decisions: tuple[Decision, ...]


def changes(found: Iterable[Change], cleared: Cleared, *, read_with: Measures | None = None) -> ClearedLines:
    """What has moved since the freeze: {kind, indicator, old, new, why, known_from, hidden}, all gated.

    A figure that is hidden in the position stays hidden when it is restated, with the reason why.
    """
    given = list(found)
    frozen, beside = _frozen(cleared), read_with or _measures(cleared)
    later = _gated("restated", [change.new for change in given], cleared)
    out = [
        {
            "kind": _kind(change.kind, frozen[change.indicator], new),
            "indicator": change.indicator,
            "old": frozen[change.indicator],
            "new": new,
            "why": "" if new["hidden"] else _why(change, beside),
            "known_from": change.known_from,
            "hidden": new["hidden"],
        }
        for change, new in zip(given, later, strict=True)
    ]
    in_order = sorted(out, key=lambda line: (KINDS.index(line["kind"]), line["indicator"]))
    return ClearedLines(tuple(in_order), _decisions(later, "figure as now known"))


def later_figures(lines: Iterable[Mapping[str, Any]], cleared: Cleared) -> ClearedLines:
    """Lines of later months in the form of the position's, gated as these are."""
    gated = _gated("later", list(lines), cleared)
    return ClearedLines(tuple(gated), _decisions(gated, "later month"))


def messages(said: Iterable[Mapping[str, Any]], cleared: Cleared) -> ClearedLines:
    """What the charts of indicators say of them, {indicator, message, charted}, where it may be said.

    `charted` are the periods of the figures that a chart rests on; see `passing.spoken.may_be_said`. The
    others are left out, and nothing is said of that: no figure of a release is missing with them.
    """
    passed, shown = cleared.passed, _frozen(cleared)
    truth = {line["indicator"]: line for line in passed.printed.now.of("indicator")}
    kept = [
        {"indicator": code, "message": each["message"]}
        for each in said
        if spoken.may_be_said(shown[code := each["indicator"]], truth[code], each["charted"], passed.world)
    ]
    return ClearedLines(tuple(kept), ())


def challenges(
    lines: Iterable[Mapping[str, Any]], cleared: Cleared, *, read_with: Measures | None = None
) -> ClearedLines:
    """Key challenges; texts that may tell of a person or of a hidden figure are withheld, one by one."""
    beside = read_with or _measures(cleared)
    out, decisions = [], []
    for line in lines:
        plain = dict(line)
        checked = _challenge(plain, beside)
        if checked != plain:
            decisions.append(Decision(f"Challenge {plain['number']}", "its words", _reasons(plain, beside)))
        out.append(checked)
    return ClearedLines(tuple(out), tuple(decisions))


def answers(given: Mapping[str, str], cleared: Cleared, *, read_with: Measures | None = None) -> ClearedLines:
    """Words of a report's form by their place in it, as lines {place, words}.

    They are about anything: withheld is a text that counts very few people or names one, or that holds a
    number and speaks of a measure of which a figure is hidden. Names, dates and addresses are no such words:
    give none.
    """
    beside = read_with or _measures(cleared)
    out, decisions = [], []
    for place, words in given.items():
        if why := beside.why_answer(words):
            decisions.append(Decision(place, "covering report", why))
            out.append({"place": place, "words": WITHHELD})
        else:
            out.append({"place": place, "words": words})
    return ClearedLines(tuple(out), tuple(decisions))


def _frozen(cleared: Cleared) -> dict[str, Line]:
    return {line["indicator"]: line for line in cleared.sealed.of("indicator")}


def _gated(kind: Kind, lines: Sequence[Mapping[str, Any]], cleared: Cleared) -> list[Line]:
    """Lines as they may leave; decided with the pack, or, where that knew nothing of them, with it now."""
    passed = gate.with_lines(cleared.passed, kind, lines)
    gated = [gate.through(line, f"{kind}/{number}", passed) for number, line in enumerate(lines)]
    hidden = {code for code, line in _frozen(cleared).items() if line["hidden"]}
    return [_without_figure(line) if line["indicator"] in hidden else line for line in gated]


def _without_figure(line: Line) -> Line:
    gone = {"history": [], "receipt": [], "sources": [], "hidden": True}
    return {**line, **dict.fromkeys(ON_THE_FIGURE), **gone}


def _decisions(lines: Iterable[Line], what: str) -> tuple[Decision, ...]:
    return tuple(Decision(line["indicator"], what, WHY_HIDDEN) for line in lines if line["hidden"])


def _kind(kind: str, old: Line, new: Line) -> str:
    """What happened; not which way the rating of a hidden figure moved, where that rating is hidden too."""
    is_told = bool(old["rating"] and new["rating"]) or not (new["hidden"] or new.get("rounded"))
    return kind if is_told or kind not in ("improved", "worsened") else "restated"


def _measures(cleared: Cleared) -> Measures:
    return gate.read_with(cleared)


def _why(change: Change, beside: Measures) -> str:
    """Why a figure changed: what the delivery said, withheld where it counts very few people."""
    return WITHHELD if beside.may_not_leave(change.why, [change.indicator]) else change.why


def _challenge(line: Line, beside: Measures) -> Line:
    about = line["indicators"]
    steps = [{**step, **dict(_checked(step, WORDS_OF_A_STEP, about, beside))} for step in line["doing"]]
    return {**line, **dict(_checked(line, WORDS_OF_A_CHALLENGE, about, beside)), "doing": steps}


def texts_of_a_challenge(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each text of a challenge by its place in it: its own words, and those of each step."""
    for name in WORDS_OF_A_CHALLENGE:
        if text := line.get(name):
            yield name, str(text)
    for number, step in enumerate(line["doing"], 1):
        for name in WORDS_OF_A_STEP:
            if text := step.get(name):
                yield f"step {number}, {name}", str(text)


def _reasons(line: Line, beside: Measures) -> str:
    """Why words of a challenge are withheld, each reason once."""
    about = line["indicators"]
    reasons = [one.why for _, text in texts_of_a_challenge(line) for one in beside.phrases(text, about)]
    return "; ".join(dict.fromkeys(reasons))


def _checked(
    line: Mapping[str, Any], names: tuple[str, ...], about: Collection[str], beside: Measures
) -> Iterator[tuple[str, str]]:
    """The texts that a line has, withheld where they may not leave."""
    for name in names:
        if text := line.get(name):
            yield name, WITHHELD if beside.may_not_leave(str(text), about) else str(text)
