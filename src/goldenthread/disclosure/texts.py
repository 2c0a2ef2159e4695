"""Texts: words beside the figures, withheld where they may tell of a person or of a hidden figure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from goldenthread.methods.disclosure import words
from goldenthread.methods.disclosure.words import HiddenFigure, Names, Phrase, Reading

Line = dict[str, Any]

WITHHELD = "Comment withheld: its words could identify a person."
FEW = words.REASONS[words.Rule.FEW_PEOPLE]
WORDS_OF_A_COMMENT = ("happened", "why", "next")
SUBJECTS = ("indicator", "action", "outcome", "priority", "topic")
WHEN = ("", "previous_", "like_")
# By what people call a measure.
CALLED = ("name", "numerator_label")
BESIDE = ("previous_hidden", "like_hidden", "forecast_hidden")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was hidden and why, for the record and the data notes."""

    subject: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the council's own data knows of names, and which phrases have been approved.

    `approved` are digests (`words.digest`) of phrases that the data protection lead lets stand.
    """

    names: Names = field(default_factory=Names)
    approved: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Measures:
    """What a text is read with: measures that count no people, those with a hidden figure, and all names.

    `figures` are the hidden figures themselves, where the reader is given them; without them any number in a
    text on their measure is caught all the same.
    """

    not_of_people: Collection[str]
    hidden: Collection[str]
    names: Mapping[str, str] = field(default_factory=dict)
    figures: Sequence[HiddenFigure] = field(default=(), repr=False)
    known: Known = field(default_factory=Known, repr=False)

    def may_not_leave(self, text: str | None, about: Collection[str] = ()) -> bool:
        """Whether a text must stay inside: it has a phrase that nobody has approved."""
        return bool(self.phrases(text, about))

    def phrases(self, text: str | None, about: Collection[str] = ()) -> tuple[Phrase, ...]:
        """The phrases that hold a text on these measures back, in order, without the approved ones.

        On no measure in particular, a text is read for very few people; on measures that count none, it is
        not. A text on a measure with a hidden figure may hold no number at all.
        """
        if not text:
            return ()
        found = words.found(text, self._reading(tuple(about)))
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
        said = text.casefold()
        return [
            code
            for code in self.hidden
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
            counts_people=any(counted) if counted else None,
            names=self.known.names,
        )


def measures(
    indicators: Iterable[Line], *, truth: Iterable[Line] = (), known: Known | None = None
) -> Measures:
    """From the indicators after the check of small numbers.

    `truth` are the same lines as they were before it: with them a text on something else is also read for the
    very numbers that are hidden.
    """
    lines = list(indicators)
    exact = {line["indicator"]: line for line in truth}
    return Measures(
        not_of_people={line["indicator"] for line in lines if not line["counts_people"]},
        hidden={line["indicator"] for line in lines if line["hidden"] or any(line[name] for name in BESIDE)},
        names={line["indicator"]: line["name"] for line in lines if line.get("name")},
        figures=tuple(
            figure
            for line in lines
            if (before := exact.get(line["indicator"]))
            for figure in hidden_figures(line, before)
        ),
        known=known or Known(),
    )


def hidden_figures(line: Line, truth: Line) -> list[HiddenFigure]:
    """The figures that a line hides, exactly, each with what the line shows beside it."""
    names = tuple(str(truth[name]) for name in CALLED if truth.get(name))
    points = [point for point in line.get("history") or [] if point.get("value") is not None]
    shown = [when for when in WHEN if not line[f"{when}hidden"]]
    counts = [truth.get(f"{when}numerator") for when in shown]
    values = [*(truth.get(f"{when}value") for when in shown), *(point["value"] for point in points)]
    return [
        replace(
            figure,
            names=names,
            counts=tuple(count for count in counts if count is not None),
            values=tuple(value for value in values if value is not None),
        )
        for figure in _hidden(line, truth)
    ]


def _hidden(line: Line, truth: Line) -> Iterator[HiddenFigure]:
    code, multiplier = truth["indicator"], truth.get("multiplier") or 1.0
    for when in WHEN:
        if line[f"{when}hidden"]:
            yield HiddenFigure(
                measure=code,
                period=str(truth.get(f"{when}period") or ""),
                count=truth.get(f"{when}numerator"),
                of=truth.get(f"{when}denominator"),
                value=truth.get(f"{when}value"),
                multiplier=multiplier,
            )
    if (line["hidden"] or line["forecast_hidden"]) and (value := truth.get("forecast")) is not None:
        of = truth.get("denominator")
        count = value if of is None else float(round(value * of / multiplier))
        yield HiddenFigure(
            code, f"forecast {truth.get('period')}", count=count, of=of, value=value, multiplier=multiplier
        )


def comments(given: Iterable[Line], beside: Measures) -> tuple[list[Line], list[Decision]]:
    """Comments are looked at unless their measure counts no people: one on a priority may tell of anybody."""
    cleared, decisions = [], []
    for comment in given:
        about = [comment["indicator"]] if comment.get("indicator") else []
        if why := _why(beside.why(comment.get(name), about) for name in WORDS_OF_A_COMMENT):
            decisions.append(Decision(subject(comment), "comment", why))
            gone = dict.fromkeys(WORDS_OF_A_COMMENT, "")
            comment = {**comment, **gone, "happened": WITHHELD, "withheld": True}
        cleared.append(comment)
    return cleared, decisions


def actions(given: Iterable[Line], beside: Measures) -> tuple[list[Line], list[Decision]]:
    """What is said of an action's progress; its adopted wording is public already."""
    lines = list(given)
    told = {line["ref"]: why for line in lines if (why := _tells(line, beside))}
    cleared = [{**line, "words": WITHHELD} if line["ref"] in told else line for line in lines]
    return cleared, [Decision(ref, "progress", told[ref]) for ref in sorted(told)]


def of_action(action: Line) -> list[tuple[str, ...]]:
    """What an action's progress is read as being about: people in general, and the indicator it follows."""
    linked = action.get("linked_indicator")
    return [(), (linked,)] if linked else [()]


def _tells(action: Line, beside: Measures) -> str:
    return _why(beside.why(action.get("words"), about) for about in of_action(action))


def _why(reasons: Iterable[str]) -> str:
    """Each reason once."""
    return "; ".join(dict.fromkeys(one for several in reasons if several for one in several.split("; ")))


def subject(comment: Line) -> str:
    """What a comment is about, by code."""
    return next((str(comment[name]) for name in SUBJECTS if comment.get(name)), "comment")
