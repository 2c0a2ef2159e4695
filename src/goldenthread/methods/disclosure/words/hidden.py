"""Hidden: phrases that tell a hidden figure, outright or by sums that a reader can do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import isclose
from typing import Final

from goldenthread.methods.disclosure.words import passed_over
from goldenthread.methods.disclosure.words.figures import HiddenFigure, is_written, ratios
from goldenthread.methods.disclosure.words.numbers import UNITS, Number, numbers
from goldenthread.methods.disclosure.words.rules import Rule

Stretch = tuple[Rule, int, int]

UNMISTAKABLE: Final = 20
"""From this denominator on, "142 of 145" tells the figure wherever it stands."""

_BETWEEN_A_PAIR = re.compile(
    r" ?(?:\([^)]{0,12}\) ?)?(?P<how>of|out of|in|in every|from|/)"
    r" ?(?:(?:all|the|these|those|our|their) ){0,2}",
    re.I,
)
_MEASURED = re.compile(
    r"[ -](?:calendar |working )?(?:days?|weeks?|months?|years?|hours?|minutes?|miles?|mph)\b", re.I
)
_CHANGE = (
    r"more|fewer|less|higher|lower|above|below|up|down|rose|risen|rises?|fell|fallen|falls?|grew|grown|dropped|"
    r"drop|increased?|decreased?|additional|extra|gained|lost"
)
_CHANGED = re.compile(rf"\b(?:{_CHANGE})\b", re.I)
_AS_BEFORE = re.compile(
    r"\b(?:unchanged|no change|the same (?:number|figure|share|count|rate|proportion)? ?as|as many as|"
    r"the same as|as (?:before|in (?:june|march|september|december|the (?:last|previous) quarter)))\b",
    re.I,
)
_TIMES: Final = {
    2.0: re.compile(r"\b(?:doubled|twice (?:as many|the)|two times)\b", re.I),
    3.0: re.compile(r"\b(?:trebled|tripled|three times (?:as many|the))\b", re.I),
    0.5: re.compile(r"\b(?:halved|half (?:as many|the (?:number|figure)))\b", re.I),
}
_PARTS: Final = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "1/2": r"\b(?:a|one)? ?half (?:of|the)\b", "1/3": r"\b(?:a|one) third of\b",
        "2/3": r"\btwo[ -]thirds of\b", "1/4": r"\b(?:a|one) quarter of\b",
        "3/4": r"\bthree[ -]quarters of\b", "1/5": r"\b(?:a|one) fifth of\b",
    }.items()
}  # fmt: skip
_SUMMED = re.compile(
    r"\b(?:together|altogether|in (?:total|all)|between them|combined|"
    r"the (?:rest|others?|remaining)|sum|total)\b",
    re.I,
)
_THE_REST = re.compile(
    r"\b(?:the (?:rest|others?|remaining)|elsewhere|all but|except|apart from|excluding|everywhere else)\b",
    re.I,
)
_ANY = re.compile(
    r"\d[\d,.]*(?<![,.])%?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"hundred|half|third|quarters?|fifths?|tenths?|once|twice|both|double[ds]?|halved?|single)\b",
    re.I,
)


def anywhere(plain: str, figure: HiddenFigure) -> Iterator[Stretch]:
    """The very pair of numbers, where its denominator is large enough for no chance to make it."""
    if figure.of and figure.of >= UNMISTAKABLE:
        yield from _pairs(plain, numbers(passed_over.for_figures(plain)), figure)


def in_sentence(plain: str, figure: HiddenFigure) -> Iterator[Stretch]:
    """Whatever tells the figure in a sentence that speaks of it, or that stands in a text about it."""
    read = passed_over.for_figures(plain)
    found = numbers(read)
    yield from _pairs(read, found, figure)
    yield from _outright(read, found, figure)
    yield from _changes(read, found, figure)
    yield from _sums(read, found, figure)


def of_the_rest(plain: str, figure: HiddenFigure) -> Iterator[Stretch]:
    """What is left of a published total, where a text speaks of the others; it need not name the group.

    "The other wards together had 12" tells the 3 of Gorse Hollow, where all 15 are published.
    """
    read = passed_over.for_figures(plain)
    if not _THE_REST.search(read):
        return
    for number in numbers(read):
        if _is_plain(read, number) and any(isclose(number.worth, other) for other in figure.others):
            yield Rule.HIDDEN_BY_SUM, number.start, number.end


def any_number(plain: str, *, up_to: int) -> Iterator[Stretch]:
    """Every number, in digits or words; dates, references, laws, addresses and money are passed over.

    So is the rule's own bound, "fewer than 6" where counts up to 5 are hidden: it is what we ask for.
    """
    read = passed_over.blanked(passed_over.for_figures(plain), [_own_bound(up_to)])
    for match in _ANY.finditer(read):
        yield Rule.NUMBER_BESIDE, *match.span()


@lru_cache(maxsize=32)
def _own_bound(up_to: int) -> re.Pattern[str]:
    most, above = (_either(number) for number in (up_to, up_to + 1))
    said = rf"(?:fewer|less) than {above}|(?:up to|at most|no more than) {most}|(?:1|one) to {most}"
    return re.compile(rf"\b(?:{said})\b(?![.,]\d|%)", re.IGNORECASE)


def _either(number: int) -> str:
    """A number in digits, or in words as far as these go."""
    return rf"(?:{number}|{UNITS[number]})" if number < len(UNITS) else str(number)


def _outright(read: str, found: tuple[Number, ...], figure: HiddenFigure) -> Iterator[Stretch]:
    """The count, what it leaves out, the rate or the rest of its hundred; "all but three", "a third of"."""
    for number in found:
        if _is_plain(read, number) and any(isclose(number.worth, own) for own in figure.own):
            yield Rule.HIDDEN_COUNT, number.start, number.end
        elif _is_rate(number, figure):
            yield Rule.HIDDEN_RATE, number.start, number.end
    for name, pattern in _PARTS.items():
        top, bottom = map(int, name.split("/"))
        if any(isclose(own * bottom, of * top) for own, of in ratios(figure)):
            yield from ((Rule.HIDDEN_RATE, *match.span()) for match in pattern.finditer(read))


def _is_rate(number: Number, figure: HiddenFigure) -> bool:
    """A percentage is written as one; a rate per 10,000 is known by its decimals."""
    may_be = number.is_percent if figure.multiplier == 100 else bool(number.places)
    return may_be and any(is_written(number, rate) for rate in figure.rates)


def _pairs(read: str, found: tuple[Number, ...], figure: HiddenFigure) -> Iterator[Stretch]:
    """ "142 of 145", "three out of 145", "one in forty-eight"."""
    for first, second in pairwise(found):
        between = _BETWEEN_A_PAIR.fullmatch(read[first.end : second.start])
        if not between:
            continue
        for own, of in ratios(figure):
            same = isclose(first.worth, own) and isclose(second.worth, of)
            if same or (between["how"].lower().startswith("in") and _is_one_in(first, second, of / own)):
                rule = Rule.HIDDEN_COUNT if same else Rule.HIDDEN_RATE
                yield rule, first.start, second.end


def _is_one_in(first: Number, second: Number, every: float) -> bool:
    """ "One in forty-eight" where every 48.3rd is meant; "one in one" says nothing."""
    return first.worth >= 1 and every > 1.5 and is_written(second, every * first.worth)


def _is_plain(read: str, number: Number) -> bool:
    return not (number.is_percent or number.is_points or number.places or _MEASURED.match(read, number.end))


def _changes(read: str, found: tuple[Number, ...], figure: HiddenFigure) -> Iterator[Stretch]:
    """ "Two more than last quarter", "up 2 from 140", "unchanged", "doubled", beside what is published."""
    for number in found:
        if not _tells_of_change(read, number):
            continue
        if number.is_percent or number.is_points:
            bases, ends = figure.values, figure.rates[:1]
        else:
            said = tuple(one.worth for one in found if one is not number)
            bases, ends = (*figure.counts, *said), figure.own
        if any(_leads_to(number, base, end) for base in bases for end in ends):
            yield Rule.HIDDEN_BY_DIFFERENCE, number.start, number.end
    if any(isclose(base, own) for base in figure.counts for own in figure.own):
        yield from ((Rule.HIDDEN_BY_DIFFERENCE, *match.span()) for match in _AS_BEFORE.finditer(read))
    for times, pattern in _TIMES.items():
        if any(isclose(base * times, own) for base in figure.counts for own in figure.own):
            yield from ((Rule.HIDDEN_BY_DIFFERENCE, *match.span()) for match in pattern.finditer(read))


def _tells_of_change(read: str, number: Number) -> bool:
    """A word of more or fewer stands within three words of the number, before or behind."""
    before = " ".join(read[: number.start].split()[-2:])
    behind = " ".join(read[number.end :].split()[:3])
    return bool(_CHANGED.search(before) or _CHANGED.search(behind))


def _leads_to(step: Number, base: float, end: float) -> bool:
    """Whether a step up or down leads from a published number to the hidden one."""
    if step.places or step.is_points or step.is_percent:
        return is_written(step, abs(end - base))
    return isclose(abs(end - base), step.worth)


def _sums(read: str, found: tuple[Number, ...], figure: HiddenFigure) -> Iterator[Stretch]:
    """ "The other five wards together 12" of a published 15; "of the 15, the others have 12"."""
    for number in found:
        if any(isclose(number.worth, other) for other in figure.others):
            yield Rule.HIDDEN_BY_SUM, number.start, number.end
    if not _SUMMED.search(read):
        return
    for first, second in pairwise(number for number in found if _is_plain(read, number)):
        told = (first.worth + second.worth, abs(first.worth - second.worth))
        if any(isclose(one, own) for one in told for own in figure.own):
            yield Rule.HIDDEN_BY_SUM, first.start, second.end
