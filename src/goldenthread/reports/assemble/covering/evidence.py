"""Evidence: what each mitigation rests on, said with its numbers, or not said at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from goldenthread.disclosure.gate import WITHHELD
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.reports.assemble.covering import reds
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.standpoint import local_day
from goldenthread.reports.form import EVIDENCE
from goldenthread.reports.material import Line
from goldenthread.scorecards import coverage

# What each is about, in a word or two.
ABOUT: Final[Mapping[str, str]] = {
    "scorecards": "Scorecards",
    "challenges": "Reds answered",
    "in_time": "Figures in time",
    "months": "Monthly figures",
    "frozen": "Frozen and sealed",
}


class NotEvidence(KeyError):
    """A mitigation rests on something that the system does not know how to show."""


def sentence(q: Quarter, code: str) -> str | None:
    """What is held in support, in a sentence; None where it does not hold."""
    if code not in SHOWN:
        raise NotEvidence(f"{code!r} is no evidence; a mitigation may rest on {', '.join(EVIDENCE)}")
    return SHOWN[code](q)


def claimed(q: Quarter, code: str) -> str:
    """The sentence, or that the mitigation is not claimed and for want of what."""
    return sentence(q, code) or f"Not claimed: no evidence is held that {_lower(EVIDENCE[code])}."


def _scorecards(q: Quarter) -> str | None:
    """Complete only where the guard has looked at every indicator of the pack."""
    guard = coverage.guard(q.material.layouts)
    asked = {line["indicator"] for line in q.corporate}
    return guard.in_words() if asked and guard.is_complete and asked <= set(guard.stands_on) else None


def _challenges(q: Quarter) -> str | None:
    red, label = len(reds.indicators(q)) + len(reds.actions(q)), q.at.label("challenge")
    found = reds.answering(q)
    if not red:
        return f"Nothing was {reds.words(q)} at {q.at.position_day}."
    if reds.unanswered(q) or not all(map(_is_whole, found)):
        return None
    each = "it names" if len(found) == 1 else "each names"
    return (
        f"{reds.in_words(q)} All of them belong to {wording.plural(len(found), label.one, label.many)}; "
        f"{each} a lead and dated actions with what they should change."
    )


def _is_whole(challenge: Line) -> bool:
    """Whether it names a lead, and at least one action, each with a post, a date and an effect to be read."""
    steps = challenge["doing"]
    return bool(challenge["lead"] and steps and all(map(_is_dated, steps)))


def _is_dated(step: Line) -> bool:
    told = all(step.get(part) not in ("", None, WITHHELD) for part in ("what", "changes"))
    return bool(told and step["who"] and step["by"])


def _in_time(q: Quarter) -> str | None:
    awaited = [line for line in q.corporate if line.get("reason") == "awaited"]
    later = [line for line in q.corporate if line.get("reason") == "not_due"]
    due = len(q.corporate) - len(later)
    held = due - len(awaited)
    if held <= 0:
        return None
    days = (local_day(q.material.now.sealed.known_at) - q.at.position_date) // timedelta(days=1)
    partly = sum(bool(line.get("coverage")) for line in q.corporate)
    said = [
        f"When {q.at.now} was frozen on {q.at.known_day}, {wording.plural(days, 'day')} after it ended, "
        f"{wording.of_all(held, due)} corporate figures then due were held",
        f" ({partly} of them for part of its period)" if partly else "",
        f", {len(awaited)} awaited" if awaited else "",
        f"; not yet due: {len(later)}" if later else "",
    ]
    return f"{''.join(said)}."


def _months(q: Quarter) -> str | None:
    held = [line for line in q.material.latest.lines if line["value"] is not None]
    if not held:
        return None
    measures = len({line["indicator"] for line in held})
    names = [wording.month(periods.parse(month).end) for month in sorted({line["month"] for line in held})]
    return (
        f"Monthly monitoring did not wait for this report: on {q.at.now_known_day} figures of "
        f"{wording.joined(names)} were held for {wording.plural(measures, 'indicator')}."
    )


def _frozen(q: Quarter) -> str | None:
    seal = q.material.now.sealed.digest
    if not seal:
        return None
    return (
        f"The position was frozen and sealed on {q.at.known_day}; every rating, count and chart is made from "
        "it, and what became known later is told apart."
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


SHOWN: Final[Mapping[str, Callable[[Quarter], str | None]]] = {
    "scorecards": _scorecards,
    "challenges": _challenges,
    "in_time": _in_time,
    "months": _months,
    "frozen": _frozen,
}
