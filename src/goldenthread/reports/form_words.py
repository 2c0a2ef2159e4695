"""Form words: every free text of a form looked at before it may leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from goldenthread.disclosure import beside
from goldenthread.disclosure.gate import Cleared
from goldenthread.disclosure.texts import Measures
from goldenthread.reports.form import Answer, Form

Say = Callable[[str, str], str]

TEXTS = ("report_for", "subject", "wards", "summary", "reason", "register_attached")
ANSWERS = (
    "key_decision", "exempt", "call_in", "risks_on_register", "separate_register", "holder_consulted",
    "wards_notified", "eqia", "call_in_waived",
)  # fmt: skip


def through_the_gate(form: Form, cleared: Cleared, *, read_with: Measures | None = None) -> Form:
    """The form with what may not leave beside a position withheld, and the decisions taken.

    Dates, names and addresses count nobody and stay as they are.
    """
    passed = beside.answers(texts(form), cleared, read_with=read_with)
    said = {line["place"]: line["words"] for line in passed.lines}
    return replace(_worded(form, lambda place, _: said[place]), decisions=passed.decisions)


def texts(form: Form) -> dict[str, str]:
    """Every free text of a form by its place in it."""
    found: dict[str, str] = {}

    def note(place: str, words: str) -> str:
        found[place] = words
        return words

    _worded(form, note)
    return found


def _worded(form: Form, say: Say) -> Form:
    """The form with each free text as `say` puts it, which is told its place in the form."""
    plain: dict[str, Any] = {name: say(name, getattr(form, name)) for name in TEXTS}
    answers: dict[str, Any] = {name: _answer(getattr(form, name), name, say) for name in ANSWERS}
    return replace(
        form,
        **plain,
        **answers,
        recommendations=_each(form.recommendations, "recommendation", say),
        standing=tuple(
            replace(text, paragraphs=_each(text.paragraphs, f"standing text {text.heading}", say))
            for text in form.standing
        ),
        risks=tuple(
            replace(risk, description=say(f"risk {number}", risk.description))
            for number, risk in enumerate(form.risks, 1)
        ),
        background=tuple(
            replace(paper, title=say(f"background paper {paper.path}", paper.title))
            for paper in form.background
        ),
    )


def _answer(answer: Answer | None, name: str, say: Say) -> Answer | None:
    return answer and replace(answer, reason=say(name, answer.reason))


def _each(texts: tuple[str, ...], place: str, say: Say) -> tuple[str, ...]:
    return tuple(say(f"{place} {number}", text) for number, text in enumerate(texts, 1))
