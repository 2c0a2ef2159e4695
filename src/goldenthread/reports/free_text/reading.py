"""Reading: every text of people that a period's papers would print, and what holds it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from goldenthread.disclosure import findings, gate, known
from goldenthread.disclosure.findings import Finding
from goldenthread.disclosure.gate import Passed
from goldenthread.disclosure.models import PhraseWord
from goldenthread.disclosure.phrases import queries as phrases
from goldenthread.disclosure.texts import Measures
from goldenthread.positions import queries as positions
from goldenthread.positions import since
from goldenthread.positions.queries import Sealed
from goldenthread.reports import form_words, gather, gather_form


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of a period as known at a moment, and what lets other phrases of it stand."""

    period: str
    known_at: datetime
    findings: tuple[Finding, ...]
    allowed: tuple[PhraseWord, ...]


def of_period(period: str, *, known_at: datetime | None = None, passed: Passed | None = None) -> Found:
    """What holds the texts of a frozen period back, by writer, then in the papers' order.

    `known_at` is the report's moment, as in `gather.material`; `passed` the pack of that moment through the
    gate, where the caller has it. Raises NotFrozen.
    """
    sealed = positions.sealed(period)
    moment = known_at or gather.report_moment(sealed)
    measures = _read_with(sealed, moment, passed)
    found = sorted(_everywhere(sealed, moment, measures), key=lambda finding: finding.writer)
    allowed = (word for word in phrases.in_force(known_at=moment) if word.period == period)
    return Found(period, moment, tuple(found), tuple(allowed))


def of_answers(
    period: str, answers: Mapping[str, str], *, writer: str = "", known_at: datetime | None = None
) -> tuple[Finding, ...]:
    """What holds any other text back before it leaves, as the answer to a councillor's question.

    `answers` are texts by what they are called, and may be about anything. They are read beside all that the
    pack of a frozen period hides, as known at its moment: people counted, named or singled out, hidden
    figures told. Empty where all may leave; `writer` is the post that can change them. Raises NotFrozen.
    """
    sealed = positions.sealed(period)
    measures = _read_with(sealed, known_at or gather.report_moment(sealed))
    return tuple(findings.in_answers(answers, writer, measures, kind="answer"))


def _read_with(sealed: Sealed, moment: datetime, passed: Passed | None = None) -> Measures:
    """What texts are read with: all that the period's pack hides, names, and the phrases that may stand."""
    names = known.known(on=gather.day(moment), known_at=moment)
    made = passed or gather.passed(sealed.period, known_at=moment)
    cleared = gate.position(sealed, made, known=names)
    return gate.read_with(cleared, sealed, known=names)


def _everywhere(sealed: Sealed, moment: datetime, measures: Measures) -> Iterator[Finding]:
    titles = gather.posts(gather.day(moment), moment)
    yield from findings.in_position(sealed.lines, measures)
    yield from findings.in_challenges(gather.plain_challenges(sealed.period, moment), titles, measures)
    yield from findings.in_changes(_reasons(sealed, moment), measures)
    if form := gather_form.answered(sealed.period, known_at=gather.form_moment(sealed)):
        yield from findings.in_answers(form_words.texts(form), form.responsible.post, measures)


def _reasons(sealed: Sealed, moment: datetime) -> Iterator[tuple[str, str, str]]:
    """Why figures were restated: indicator, its owner, the reason."""
    lines, _ = since.as_now_known(sealed, known_at=moment)
    for change in since.held_against(sealed, lines, known_at=moment):
        yield change.indicator, str(change.new.get("owner") or ""), change.why
