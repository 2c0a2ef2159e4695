"""Figures: a hidden figure, what is published beside it, and which numbers would tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import isclose

from goldenthread.methods.disclosure.words.numbers import Number

_WORD = re.compile(r"[a-z]{3,}|\d+")
_SMALL_WORDS = """
    and the for with within than more less least per not all from into its their who that are was were
    over under months month days weeks year years time times number rate percentage share
"""
_LITTLE = frozenset(_SMALL_WORDS.split())
SPOKEN_OF = 0.6
"""A sentence speaks of a figure where it holds its code, or this part of the words of one of its names."""


@dataclass(frozen=True)
class HiddenFigure:
    """One figure that is not published, exactly, with what an outsider has beside it.

    `count` of `of` is `value`, on `multiplier` (100 for a percentage, 1 for a plain count); what is unknown
    is None. `names` are what people call it. `counts` and `values` are published figures of the same measure
    (the quarter before, a year ago), `wholes` published totals of which the count is a part. `group` is empty
    for the figure on everybody; else it holds a pattern for each dimension (`groups.pattern`) by which a
    sentence speaks of the group: its ward, its age band. The numbers are kept out of every `repr`.
    """

    measure: str
    period: str
    names: tuple[str, ...] = ()
    count: float | None = field(default=None, repr=False)
    of: float | None = field(default=None, repr=False)
    value: float | None = field(default=None, repr=False)
    multiplier: float = field(default=100.0, repr=False)
    counts: tuple[float, ...] = field(default=(), repr=False)
    values: tuple[float, ...] = field(default=(), repr=False)
    wholes: tuple[float, ...] = field(default=(), repr=False)
    group: tuple[str, ...] = ()

    @cached_property
    def own(self) -> tuple[float, ...]:
        """The numbers that are the figure: its count, and what that leaves out of its denominator.

        Of a group its denominator too, which is hidden with it.
        """
        rest = () if self.count is None or self.of is None else (self.of - self.count,)
        plain = (self.value,) if self.count is None and self.of is None else ()
        found = (self.count, *rest, *plain, *((self.of,) if self.group else ()))
        return tuple(number for number in found if number is not None and number > 0)

    @cached_property
    def others(self) -> tuple[float, ...]:
        """The numbers that a published total turns into the figure: the rest of that total."""
        if self.count is None:
            return ()
        return tuple(whole - self.count for whole in self.wholes if whole > self.count)

    @cached_property
    def rates(self) -> tuple[float, ...]:
        """The rates that are the figure: its value, and of a percentage the rest of the hundred."""
        if self.value is None or (self.multiplier == 1 and self.of is None):
            return ()
        return (self.value, 100 - self.value) if self.multiplier == 100 else (self.value,)

    @cached_property
    def spoken(self) -> tuple[frozenset[str], ...]:
        """For each name the words by which a sentence may speak of it."""
        return tuple(words for name in self.names if len(words := _words(name)) > 1)

    def is_spoken_of(self, sentence: str) -> bool:
        """Whether a sentence speaks of it: by its code, or by most words of a name."""
        if re.search(rf"\b{re.escape(self.measure)}\b", sentence, re.IGNORECASE):
            return True
        said = _words(sentence)
        return any(len(words & said) >= max(2, SPOKEN_OF * len(words)) for words in self.spoken)

    def named_at(self, text: str) -> list[tuple[int, int]]:
        """Where a text names the group, if it names it in every dimension; [] where it does not."""
        found = [[match.span() for match in each.finditer(text)] for each in self._named]
        return [place for places in found for place in places] if all(found) else []

    @cached_property
    def _named(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in self.group)


def _words(text: str) -> frozenset[str]:
    """The words of a text that mean something, one form of each."""
    found = _WORD.findall(text.casefold())
    return frozenset(word.removesuffix("s") for word in found if word not in _LITTLE)


def is_written(number: Number, worth: float) -> bool:
    """Whether a number is this one, rounded half up or cut off to the decimals it is written with."""
    step = 10.0**-number.places
    return -0.5 * step - 1e-9 <= worth - number.worth < step - 1e-9 or isclose(worth, number.worth)


def ratios(figure: HiddenFigure) -> Iterator[tuple[float, float]]:
    """Pairs whose one of the other is the figure: count of denominator, rest of denominator."""
    if figure.of:
        yield from ((own, figure.of) for own in figure.own)
