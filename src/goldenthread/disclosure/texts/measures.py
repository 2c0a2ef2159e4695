"""Measures: what a text is read with, and the phrases in it that hold it back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from goldenthread.disclosure.texts.figures import hidden_figures, of_group
from goldenthread.methods.disclosure import words
from goldenthread.methods.disclosure.words import HiddenFigure, Names, Phrase, Reading

Line = dict[str, Any]

# Of a rounded figure the exact one is hidden.
BESIDE = ("hidden", "previous_hidden", "like_hidden", "forecast_hidden", "rounded")


LEAD: Final = "Data protection lead"


@dataclass(frozen=True, slots=True)
class Known:
    """What the council's own data knows of names, and which phrases have been approved.

    `approved` are digests (`words.digest`) of phrases that the data protection lead lets stand; `lead` is the
    title of that post.
    """

    names: Names = field(default_factory=Names)
    approved: frozenset[str] = frozenset()
    lead: str = LEAD


@dataclass(frozen=True, slots=True)
class Measures:
    """What a text is read with: measures that count no people, those with a hidden figure, and all names.

    `figures` are the hidden figures themselves, where the reader is given them; without them any number in a
    text on their measure is caught all the same. `rounded` are measures whose figures leave rounded: a text
    that speaks of one is read as if it were on it, for any exact number would tell what rounding keeps back.
    """

    not_of_people: Collection[str]
    hidden: Collection[str]
    names: Mapping[str, str] = field(default_factory=dict)
    figures: Sequence[HiddenFigure] = field(default=(), repr=False)
    known: Known = field(default_factory=Known, repr=False)
    rounded: Collection[str] = ()

    def may_not_leave(self, text: str | None, about: Collection[str] = ()) -> bool:
        """Whether a text must stay inside: it has a phrase that nobody has approved."""
        return bool(self.phrases(text, about))

    def phrases(self, text: str | None, about: Collection[str] = ()) -> tuple[Phrase, ...]:
        """The phrases that hold a text on these measures back, in order, without the approved ones.

        Every text is read for very few people; on a measure of people a number alone counts them too. A text
        on a measure with a hidden figure may hold no number at all.
        """
        if not text:
            return ()
        read_as = dict.fromkeys((*about, *self._named_in(text, self.rounded)))
        found = words.found(text, self._reading(tuple(read_as)))
        return tuple(one for one in found if words.digest(text, one) not in self.known.approved)

    def why(self, text: str | None, about: Collection[str] = ()) -> str:
        """Why a text must stay inside, without saying which words: this may stand in public."""
        reasons = dict.fromkeys(one.why for one in self.phrases(text, about))
        return "; ".join(reasons)

    def in_answer(self, text: str) -> tuple[Phrase, ...]:
        """The phrases that hold an answer back: it is on whatever hidden measure it speaks of, else on none.

        A measure that counts no people does not make the answer one on no people.
        """
        about = self.hidden_named_in(text)
        found = (*self.phrases(text, about), *(self.phrases(text) if about else ()))
        return tuple(sorted(set(found), key=lambda one: (one.start, one.end, one.rule, one.measure)))

    def why_answer(self, text: str) -> str:
        """Why an answer must stay inside, as `why`."""
        return "; ".join(dict.fromkeys(one.why for one in self.in_answer(text)))

    def hidden_named_in(self, text: str) -> list[str]:
        """The measures with a hidden figure that a text speaks of, by code or by name."""
        return self._named_in(text, self.hidden)

    def _named_in(self, text: str, codes: Collection[str]) -> list[str]:
        said = text.casefold()
        return [
            code
            for code in codes
            if re.search(rf"\b{re.escape(code)}\b", text, re.IGNORECASE)
            or (code in self.names and self.names[code].casefold() in said)
        ]

    def _reading(self, about: tuple[str, ...]) -> Reading:
        own = [figure for figure in self.figures if figure.measure in about]
        told = {figure.measure for figure in own}
        own += [HiddenFigure(code, "") for code in about if code in self.hidden and code not in told]
        counted = [code not in self.not_of_people for code in about]
        return Reading(
            about=tuple(own),
            others=tuple(figure for figure in self.figures if figure.measure not in about),
            counts_people=any(counted),
            names=self.known.names,
        )


def measures(
    indicators: Iterable[Line],
    *,
    truth: Iterable[Line] = (),
    groups: Iterable[Line] = (),
    known: Known | None = None,
) -> Measures:
    """From the indicators after the check of small numbers.

    `truth` are the same lines as they were before it: with them a text on something else is also read for the
    very numbers that are hidden. `groups` are the breakdowns before it of whatever leaves rounded.
    """
    lines = list(indicators)
    exact = {line["indicator"]: line for line in truth}
    return Measures(
        not_of_people={line["indicator"] for line in lines if not line["counts_people"]},
        hidden={line["indicator"] for line in lines if any(line.get(name) for name in BESIDE)},
        names={line["indicator"]: line["name"] for line in lines if line.get("name")},
        figures=tuple(
            figure
            for line in lines
            if (before := exact.get(line["indicator"]))
            for figure in hidden_figures(line, before)
        )
        + tuple(of_group(group, exact[group["indicator"]]) for group in groups),
        known=known or Known(),
        rounded=tuple(line["indicator"] for line in lines if line.get("rounded")),
    )
