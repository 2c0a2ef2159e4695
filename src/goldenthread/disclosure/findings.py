"""Findings: which words of a text hold it back, why, what would be right, and who is to act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from goldenthread.disclosure import beside, texts
from goldenthread.disclosure.texts import Line, Measures
from goldenthread.methods.disclosure import words
from goldenthread.methods.disclosure.words import Phrase, Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """A phrase that holds a text back.

    `kind` is what the text is (comment, progress, forecast, judgement, challenge, reason of a change,
    covering report), `about` whose (an indicator's or challenge's code), `field` which of its texts. `writer`
    is the post that can change it, empty where none is known; `lead` the one that may approve it, under
    `digest`.
    """

    kind: str
    about: str
    field: str
    start: int
    end: int
    words: str
    rule: Rule
    why: str
    instead: str
    writer: str
    digest: str
    lead: str


def in_position(lines: Mapping[str, tuple[Line, ...]], measures: Measures) -> Iterator[Finding]:
    """Findings in a frozen quarter as it was before the gate: comments, progress, forecasts, judgements."""
    indicators = {line["indicator"]: line for line in lines.get("indicator", ())}
    for comment in lines.get("commentary", ()):
        yield from _in_comment(comment, indicators, measures)
    for action in lines.get("action", ()):
        said, writer = str(action.get("words") or ""), str(action.get("lead") or action.get("owner") or "")
        found = (one for about in texts.of_action(action) for one in measures.phrases(said, about))
        yield from _told(("progress", action["ref"], "words"), said, found, (writer, measures.known.lead))
    for code, line in indicators.items():
        yield from _in_line(code, line, measures)


def in_challenges(lines: Iterable[Line], writers: dict[str, str], measures: Measures) -> Iterator[Finding]:
    """Findings in key challenges; `writers` are the titles of posts by code."""
    for line in lines:
        lead = str(line["lead"])
        subject, writer = f"Challenge {line['number']}", writers.get(lead, lead)
        for field, text in beside.texts_of_a_challenge(line):
            found = measures.phrases(text, line["indicators"])
            yield from _told(("challenge", subject, field), text, found, (writer, measures.known.lead))


def in_changes(reasons: Iterable[tuple[str, str, str]], measures: Measures) -> Iterator[Finding]:
    """Findings in reasons of restatement, given as (indicator, its owner, reason)."""
    for code, owner, text in reasons:
        found = measures.phrases(text, [code])
        yield from _told(("reason of a change", code, "why"), text, found, (owner, measures.known.lead))


def in_answers(
    answers: Mapping[str, str], writer: str, measures: Measures, *, kind: str = "covering report"
) -> Iterator[Finding]:
    """Findings in texts that may be about anything, by their place: answers of a form, or to a question."""
    for place, text in answers.items():
        found = measures.in_answer(text)
        yield from _told((kind, place, ""), text, found, (writer, measures.known.lead))


def _in_comment(comment: Line, indicators: dict[str, Line], measures: Measures) -> Iterator[Finding]:
    about = [comment["indicator"]] if comment.get("indicator") else []
    owner = str(indicators.get(comment.get("indicator") or "", {}).get("owner") or "")
    for field in texts.WORDS_OF_A_COMMENT:
        text = str(comment.get(field) or "")
        found = measures.phrases(text, about)
        place = ("comment", texts.subject(comment), field)
        yield from _told(place, text, found, (str(comment.get("author") or owner), measures.known.lead))


def _in_line(code: str, line: Line, measures: Measures) -> Iterator[Finding]:
    """How a forecast was arrived at, and why a person rates otherwise."""
    owner, lead = str(line.get("owner") or ""), measures.known.lead
    forecast, judgement = str(line.get("forecast_basis") or ""), line.get("judgement") or {}
    writer = str(line.get("forecast_author") or owner)
    found = measures.phrases(forecast, [code])
    yield from _told(("forecast", code, "basis"), forecast, found, (writer, lead))
    why, writer = str(judgement.get("why") or ""), str(judgement.get("author") or owner)
    found = measures.phrases(why, [code])
    yield from _told(("judgement", code, "why"), why, found, (writer, lead))


def _told(
    place: tuple[str, str, str], text: str, found: Iterable[Phrase], who: tuple[str, str]
) -> Iterator[Finding]:
    """`who` may act: the writer, and the data protection lead."""
    (kind, about, field), (writer, lead) = place, who
    for one in dict.fromkeys(found):
        digest = words.digest(text, one)
        told = (one.start, one.end, one.words, one.rule, one.why, one.instead, writer, digest, lead)
        yield Finding(kind, about, field, *told)
