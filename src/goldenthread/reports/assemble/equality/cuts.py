"""Cuts: the figures of an indicator by one way of breaking it down, as they have passed the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from goldenthread.positions import masked
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.material import Line


def is_hidden(line: Line) -> bool:
    """Whether a figure is hidden: by the gate, or where it came from.

    Where the figure is there and the reason says hidden, it is the rating that is hidden.
    """
    is_hidden_at_source = line.get("value") is None and line.get("reason") == "hidden"
    return bool(line.get("hidden")) or is_hidden_at_source


def is_low(line: Line) -> bool:
    """Whether a figure is rounded, and rounds to nothing."""
    is_there = line.get("value") is not None or is_hidden(line)
    return bool(line.get("rounded")) and line.get("reason") == "too_small" and not is_there


def is_shown(line: Line) -> bool:
    """Whether a figure may be printed, and is there."""
    return line.get("value") is not None and not is_hidden(line)


@dataclass(frozen=True)
class Cut:
    """One indicator (`whole`) by one way: its groups in their fixed order, never in that of their figures."""

    whole: Line
    lines: tuple[Line, ...]
    verdicts: Mapping[tuple[str, str], Line]
    """What `Quarter.beside_the_whole` has of them."""

    @property
    def id(self) -> str:
        """The codes of its dimensions: "ethnicity", "age-sex"."""
        return "-".join(part["code"] for part in self.lines[0]["dimensions"])

    @property
    def label(self) -> str:
        """What it is broken down by: "Ethnic group", "Age and sex"."""
        first, *rest = (part["label"] for part in self.lines[0]["dimensions"])
        return " and ".join([first, *(label[:1].lower() + label[1:] for label in rest)])

    @property
    def kind(self) -> str:
        """A "count"; a "share" or "rate" of people or things; the "mean" of something over cases; a "level".

        A level is a mean over what is counted again each month, such as staff: it has no number of cases.
        """
        return masked.kind(self.whole)

    @property
    def hidden(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if is_hidden(line))

    @property
    def shown(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if is_shown(line))

    @property
    def beyond_chance(self) -> tuple[Line, ...]:
        """The groups shown whose gap to the whole is more than chance, as `methods.masking` finds them."""
        return self._where(lambda found: found["verdict"] not in (None, "within"))

    @property
    def masked(self) -> tuple[Line, ...]:
        """Of these the groups that miss the target which the whole meets."""
        return self._where(lambda found: bool(found["is_masked"]))

    def _where(self, is_one: Callable[[Line], bool]) -> tuple[Line, ...]:
        if not is_shown(self.whole):
            return ()
        places = ((line, (line["indicator"], masked.place(line))) for line in self.lines)
        return tuple(line for line, place in places if is_one(self.verdicts[place]))


def name(line: Line) -> str:
    """What a group is called: "Asian or Asian British", "18 to 24, female"."""
    return masked.name(line)


def of(q: Quarter) -> tuple[Cut, ...]:
    """Every cut that has passed the gate, in the order of the position."""
    return tuple(cut for code in q.broken_down for cut in of_indicator(q, code))


def of_indicator(q: Quarter, code: str) -> tuple[Cut, ...]:
    """Those of one indicator; () where it is not broken down."""
    found: dict[tuple[str, ...], list[Line]] = {}
    for line in q.broken_down.get(code, ()):
        found.setdefault(tuple(part["code"] for part in line["dimensions"]), []).append(line)
    return tuple(Cut(q.every[code], tuple(lines), q.beside_the_whole) for lines in found.values())


def by_indicator(cuts: Iterable[Cut]) -> dict[str, list[Cut]]:
    """The cuts of each indicator."""
    found: dict[str, list[Cut]] = {}
    for cut in cuts:
        found.setdefault(cut.whole["indicator"], []).append(cut)
    return found
