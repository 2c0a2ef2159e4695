"""Words: what in a text counts very few people, singles one out, names one, or tells a hidden figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from goldenthread.methods.disclosure.words import groups, hidden, names, passed_over, people
from goldenthread.methods.disclosure.words.figures import HiddenFigure
from goldenthread.methods.disclosure.words.names import Names
from goldenthread.methods.disclosure.words.rules import REASONS, Phrase, Rule, digest, instead
from goldenthread.methods.disclosure.words.spelling import Spelt, sentences, spelt

__all__ = [
    "FEW",
    "REASONS",
    "HiddenFigure",
    "Names",
    "Phrase",
    "Reading",
    "Rule",
    "digest",
    "found",
    "groups",
    "has_number",
    "small_counts",
]

FEW = 5
"""Counts from 1 to this are hidden where no policy says otherwise (Department for Education)."""

Stretch = tuple[Rule, int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is read with.

    `about` are the hidden figures of the measures that the text is written on, those of groups among them,
    `others` those that it may speak of besides.
    `counts_people`: it is about a measure of people, so that "two were late" counts people. Counts from 1 to
    `few` may not be told; where that is 0, the measure's counts are shown as they are.
    """

    about: tuple[HiddenFigure, ...] = ()
    others: tuple[HiddenFigure, ...] = ()
    counts_people: bool = False
    few: int = FEW
    names: Names = field(default_factory=Names)


def found(text: str, reading: Reading) -> tuple[Phrase, ...]:
    """Every phrase that holds a text back, in order; none where it may leave.

    A phrase that lies within another of the same rule is told once. Takes milliseconds.
    """
    as_read = spelt(text)
    told = [*_on_people(as_read.plain, reading), *_on_figures(as_read.plain, reading)]
    phrases = {_phrase(as_read, stretch, figure, reading.few) for stretch, figure in told}
    return _outermost(phrases)


def _on_people(plain: str, reading: Reading) -> Iterator[tuple[Stretch, HiddenFigure | None]]:
    looked_for = [people.one(plain, up_to=reading.few), names.named(plain, reading.names)]
    if reading.few:
        looked_for.append(people.few(plain, up_to=reading.few))
    if reading.few and reading.counts_people:
        looked_for.append(people.of_them(plain, up_to=reading.few))
    for stretches in looked_for:
        yield from ((stretch, None) for stretch in stretches)


def _on_figures(plain: str, reading: Reading) -> Iterator[tuple[Stretch, HiddenFigure | None]]:
    for figure in reading.about:
        if figure.group:
            yield from ((stretch, figure) for stretch in hidden.of_the_rest(plain, figure))
            yield from ((stretch, figure) for stretch in _on_group(plain, figure, reading.few))
        else:
            yield from ((stretch, figure) for stretch in hidden.in_sentence(plain, figure))
            yield from ((stretch, figure) for stretch in hidden.any_number(plain, up_to=reading.few))
    for figure in reading.others:
        yield from ((stretch, figure) for stretch in hidden.anywhere(plain, figure))
        for start, end in _spoken(plain, figure):
            read = _without_group(plain, figure)[start:end]
            yield from ((stretch, figure) for stretch in _moved(hidden.in_sentence(read, figure), start))


def _on_group(plain: str, figure: HiddenFigure, few: int) -> Iterator[Stretch]:
    """In a text on its measure: what tells the figure, in and behind a sentence that names the group.

    In that sentence itself any number may be the figure, or the way to it.
    """
    if not figure.named_at(plain):
        return
    read = _without_group(plain, figure)
    for start, end, after in _sentences(plain):
        if figure.named_at(plain[start:end]):
            yield from _moved(hidden.in_sentence(read[start:after], figure), start)
            yield from _moved(hidden.any_number(read[start:end], up_to=few), start)


def _spoken(plain: str, figure: HiddenFigure) -> Iterator[tuple[int, int]]:
    """Each sentence that speaks of a figure, and the one after it, which may go on about it."""
    if figure.group and not figure.named_at(plain):
        return
    for start, end, after in _sentences(plain):
        named = not figure.group or figure.named_at(plain[start:after])
        if named and figure.is_spoken_of(plain[start:end]):
            yield start, after


def _sentences(plain: str) -> Iterator[tuple[int, int, int]]:
    """Where each sentence begins and ends, and where the one after it does."""
    for (start, end), (_, after) in pairwise([*sentences(plain), (len(plain), len(plain))]):
        yield start, end, max(end, after)


def _without_group(plain: str, figure: HiddenFigure) -> str:
    """The text as long as before, the names of the group blanked: "65 to 74" counts nobody."""
    for start, end in figure.named_at(plain) if figure.group else ():
        plain = plain[:start] + passed_over.BLANK * (end - start) + plain[end:]
    return plain


def _moved(stretches: Iterable[Stretch], by: int) -> Iterator[Stretch]:
    yield from ((rule, by + first, by + last) for rule, first, last in stretches)


def _phrase(text: Spelt, stretch: Stretch, figure: HiddenFigure | None, few: int) -> Phrase:
    rule, first, last = stretch
    start, end = text.between(first, last)
    return Phrase(
        start=start,
        end=end,
        words=text.original[start:end],
        rule=rule,
        why=REASONS[rule],
        instead=instead(rule, few=few),
        measure=figure.measure if figure else "",
        period=figure.period if figure else "",
    )


def _outermost(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """In order of place, each stretch once: a number tells a figure before it merely stands beside one."""
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=_strength):
        if not any(_is_told(phrase, other) for other in kept):
            kept.append(phrase)
    return tuple(sorted(kept, key=_order))


def _strength(phrase: Phrase) -> tuple[bool, int, tuple[int, int, str, str, str]]:
    return phrase.rule == Rule.NUMBER_BESIDE, phrase.start - phrase.end, _order(phrase)


def _order(phrase: Phrase) -> tuple[int, int, str, str, str]:
    return phrase.start, phrase.end, phrase.rule, phrase.measure, phrase.period


def _is_told(phrase: Phrase, other: Phrase) -> bool:
    """Whether another phrase says it already: it encloses this one under the same rule, or under any rule."""
    encloses = other.start <= phrase.start and phrase.end <= other.end
    return encloses and (phrase.rule in (other.rule, Rule.NUMBER_BESIDE))


def small_counts(words: str) -> list[str]:
    """Phrases that count one to five people ("two siblings"), in order; empty where there are none.

    The number of a section of a law counts nobody. Otherwise the check is deliberately wide: an officer can
    rewrite a harmless sentence, nobody can take back a published one.
    """
    as_read = spelt(words)
    places = sorted({as_read.between(first, last) for _, first, last in people.few(as_read.plain, up_to=FEW)})
    return [words[start:end] for start, end in places]


def has_number(words: str) -> bool:
    """Whether a text holds any number, in digits or in words; dates, quarters, codes and money do not count.

    Beside a hidden figure any number may be the figure, or the way to it.
    """
    return any(True for _ in hidden.any_number(spelt(words).plain, up_to=FEW))
