"""Marks: the shape and word of each rating and status that a position holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from goldenthread.documents import content as c
from goldenthread.methods import reasons
from goldenthread.scorecards.views import Line

STATUSES: Final[Mapping[str, c.Mark]] = {
    "complete": c.COMPLETE,
    "green": c.GREEN,
    "amber": c.AMBER,
    "red": c.RED,
    "not_started": c.NOT_STARTED,
}
NOT_REPORTED: Final = replace(c.NOT_STARTED, word="Not reported")
OFF_TARGET: Final = frozenset({"near", "missed"})


@dataclass(frozen=True, slots=True)
class Band:
    """One band of the schemes in use: `group` is met, near or missed, `order` its place among all bands."""

    code: str
    mark: c.Mark
    group: str
    order: int


@dataclass(frozen=True, slots=True)
class Bands:
    """Every band in use, best first, and which of them a scheme's code means."""

    ordered: tuple[Band, ...]
    by_scheme: Mapping[tuple[str, str], Band]

    def of(self, line: Line) -> Band | None:
        """The band of a line; None where it is not rated."""
        return self.named(line["scheme"], line.get("rating"))

    def named(self, scheme: str, code: str | None) -> Band | None:
        """The band of a code under a scheme; None for no code."""
        return self.by_scheme[scheme, code] if code else None


def bands(schemes: Iterable[Line], used: Iterable[str]) -> Bands:
    """The bands of the schemes in use; bands of two schemes that look and read alike are one."""
    wanted = set(used)
    lines = [scheme for scheme in schemes if scheme["code"] in wanted]
    groups = ("met", "near", "missed")
    marks: dict[tuple[str, str], tuple[str, c.Mark]] = {}
    for group in groups:
        for scheme in lines:
            for band in scheme["bands"]:
                if band["group"] == group:
                    mark = c.Mark(band["shape"], band["token"], band["label"])
                    marks.setdefault((group, band["label"]), (band["code"], mark))
    ordered = {
        (group, label): Band(code, mark, group, order)
        for order, ((group, label), (code, mark)) in enumerate(marks.items())
    }
    by_scheme = {
        (scheme["code"], band["code"]): ordered[band["group"], band["label"]]
        for scheme in lines
        for band in scheme["bands"]
    }
    return Bands(tuple(ordered.values()), by_scheme)


def rating(line: Line, known: Bands, *, href: str = "") -> c.Mark:
    """The mark of an indicator's rating, or "Not rated" with its reason; `href` leads to its receipt."""
    band = known.of(line)
    if band is not None:
        return replace(band.mark, href=href)
    return replace(c.NOT_RATED, detail=reason_words(line), href=href)


def reason_words(line: Line) -> str:
    """Why a line is not rated, in a word or two."""
    return reasons.get(line["reason"]).label if line.get("reason") else "no reason recorded"


def status(code: str | None) -> c.Mark:
    """The mark of an action's status."""
    return STATUSES[code] if code else NOT_REPORTED
