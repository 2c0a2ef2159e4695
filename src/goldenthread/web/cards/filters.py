"""Filters: which rows of a scorecard are shown; each choice is a link with its count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents import wording
from goldenthread.documents.marks import NOT_RATED, Mark
from goldenthread.reports.material import Line
from goldenthread.web.shown import MONTH, Shown
from goldenthread.web.written import spans

UNRATED: Final = "not_rated"
YES: Final = "yes"
NAMES: Final = ("rating", "priority", "directorate", "changed")
KEPT: Final = ("period", "view")
"""What stays in the address when a filter is chosen."""


class NoSuchChoice(LookupError):
    """An address asks for rows by something that this scorecard does not have."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its code in the address, its label, and its shape where it is a rating."""

    code: str
    label: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice as it is shown; `count` is how many rows it leaves, the other filters as they are."""

    label: str
    count: int
    href: str
    is_current: bool
    shape: SafeString


@dataclass(frozen=True, slots=True)
class Filter:
    """One question by which rows are chosen, with its answers."""

    label: str
    chips: tuple[Chip, ...]


def chosen(query: Mapping[str, str], shown: Shown, lines: Sequence[Line]) -> dict[str, str]:
    """What an address chooses. Raises NoSuchChoice, with what there is."""
    found = {name: query[name] for name in NAMES if query.get(name)}
    for name, code in found.items():
        known = [option.code for option in _options(shown, lines)[name]]
        if code not in known:
            told = ", ".join(known) or _("none")
            raise NoSuchChoice(_("There is no %(name)s “%(code)s” here. There are: %(known)s.") % {
                "name": name, "code": code, "known": told,
            })  # fmt: skip
    return found


def kept(chosen: Mapping[str, str], shown: Shown, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that pass every filter."""
    return tuple(
        line for line in lines if all(_value(name, shown, line) == of for name, of in chosen.items())
    )


def filters(
    chosen: Mapping[str, str], query: Mapping[str, str], shown: Shown, lines: Sequence[Line]
) -> tuple[Filter, ...]:
    """The questions that divide these lines, with counts."""
    labels = {
        "rating": _("Rating"),
        "priority": shown.q.at.label("priority").one.capitalize(),
        "directorate": shown.q.at.label("directorate").one.capitalize(),
        "changed": _("Since %s") % wording.day_of_year(shown.q.at.position_date),
    }
    asked = {name: query[name] for name in KEPT if query.get(name)} | dict(chosen)
    found = []
    for name, options in _options(shown, lines).items():
        if len(options) > 1 or (name == "changed" and options) or name in chosen:
            every = (Option("", _("All")), *options)
            chip = _chips(name, asked, shown, lines)
            found.append(Filter(labels[name], tuple(chip(option) for option in every)))
    return tuple(found)


def _chips(
    name: str, asked: Mapping[str, str], shown: Shown, lines: Sequence[Line]
) -> Callable[[Option], Chip]:
    others = {key: code for key, code in asked.items() if key != name}
    left = kept({key: code for key, code in others.items() if key in NAMES}, shown, lines)

    def chip(option: Option) -> Chip:
        mine = {name: option.code} if option.code else {}
        return Chip(
            label=option.label,
            count=len(kept(mine, shown, left)),
            href=f"?{urlencode(others | mine)}",
            is_current=asked.get(name, "") == option.code,
            shape=spans.symbol(option.mark) if option.mark else spans.NOTHING,
        )

    return chip


def _options(shown: Shown, lines: Sequence[Line]) -> dict[str, list[Option]]:
    """The choices of each filter among these lines, in printing order."""
    here = {name: {_value(name, shown, line) for line in lines} for name in NAMES}
    bands = [Option(band.code, band.mark.word, band.mark) for band in reversed(shown.q.bands.ordered)]
    every = {
        "rating": [] if shown.view == MONTH else [*bands, Option(UNRATED, NOT_RATED.word, NOT_RATED)],
        "priority": [Option(group.code, group.short) for group in shown.q.groups],
        "directorate": [Option(code, shown.q.at.unit(code)) for code in sorted(here["directorate"])],
        "changed": [Option(YES, _("Changed"))],
    }
    return {
        name: [option for option in options if option.code in here[name]] for name, options in every.items()
    }


def _value(name: str, shown: Shown, line: Line) -> str:
    if name == "rating":
        band = shown.q.rated(line)
        return band.code if band else UNRATED
    if name == "changed":
        return YES if line["indicator"] in shown.changes else ""
    return str(line.get(name) or "")
