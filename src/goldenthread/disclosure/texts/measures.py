"""Measures: what a text is read with, and the phrases in it that hold it back."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from goldenthread.disclosure.texts.figures import hidden_figures
from goldenthread.disclosure.texts.groups import hidden_groups
from goldenthread.disclosure.texts.limits import Limits
from goldenthread.methods.disclosure import words
from goldenthread.methods.disclosure.words import HiddenFigure, Names, Phrase, Reading

Line = dict[str, Any]
Lines = Mapping[str, Sequence[Line]]

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
    `limits` say how many people are few.
    """

    not_of_people: Collection[str]
    hidden: Collection[str]
    names: Mapping[str, str] = field(default_factory=dict)
    figures: Sequence[HiddenFigure] = field(default=(), repr=False)
    known: Known = field(default_factory=Known, repr=False)
    rounded: Collection[str] = ()
    limits: Limits = field(default_factory=Limits)

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
        told = {figure.measure for figure in own if not figure.group}
        own += [HiddenFigure(code, "") for code in about if code in self.hidden and code not in told]
        people = [code for code in about if code not in self.not_of_people]
        return Reading(
            about=tuple(own),
            others=tuple(figure for figure in self.figures if figure.measure not in about),
            counts_people=bool(people),
            few=self.limits.of(people),
            names=self.known.names,
        )


def measures(
    cleared: Lines,
    truth: Lines | None = None,
    *,
    limits: Limits | None = None,
    known: Known | None = None,
) -> Measures:
    """From the lines of a position after the check of small numbers: `indicator`, and `breakdown` if any.

    `truth` are the same lines as they were before it: with them texts are also read for the very numbers that
    are hidden or rounded, those of groups among them.
    """
    lines, before, allowed = cleared["indicator"], truth or {}, limits or Limits()
    exact = {line["indicator"]: line for line in before.get("indicator", ())}
    wholes = {code: (line, exact[code]) for line in lines if (code := line["indicator"]) in exact}
    groups = hidden_groups(cleared.get("breakdown", ()), before.get("breakdown", ()), wholes, allowed)
    return Measures(
        not_of_people={line["indicator"] for line in lines if not line["counts_people"]},
        hidden={line["indicator"] for line in lines if any(line.get(name) for name in BESIDE)},
        names={line["indicator"]: line["name"] for line in lines if line.get("name")},
        figures=(*(figure for pair in wholes.values() for figure in hidden_figures(*pair)), *groups),
        known=known or Known(),
        rounded=tuple(line["indicator"] for line in lines if line.get("rounded")),
        limits=allowed,
    )
