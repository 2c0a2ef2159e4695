"""Changes: what has moved since a quarter was frozen, and between one frozen quarter and the next.

Three views are never mixed: *as frozen* (the sealed lines), *as now known* (the same quarter, assessed
with what is known today), *latest month* (another period altogether). The first is held against the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Line = Mapping[str, Any]

# Figures are sealed to twelve significant digits; less than that is no change.
SAME = 1e-11

KINDS = ("improved", "worsened", "newly_reported", "restated", "withdrawn")


@dataclass(frozen=True, slots=True)
class Change:
    """One indicator that no longer stands as it was frozen.

    `kind`: improved or worsened (the rating moved), newly_reported (there was no figure), withdrawn (there is
    none any more), restated (another figure, the same rating). `old` and `new` are the two lines.
    """

    kind: str
    indicator: str
    old: Line
    new: Line
    why: str = ""
    known_from: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """One rating that moved between two quarters; `is_better` says which way."""

    indicator: str
    old_rating: str
    new_rating: str
    is_better: bool


def between_views(
    frozen: Iterable[Line], now: Iterable[Line], bands: Mapping[str, list[str]]
) -> list[Change]:
    """What differs between the lines as frozen and as now known, by kind (as in `KINDS`), then by indicator.

    `bands` gives the band codes of each scheme, best first.
    """
    known_now = {line["indicator"]: line for line in now}
    found = []
    for old in frozen:
        new = known_now.get(old["indicator"])
        if new is not None and (kind := _kind(old, new, bands)):
            found.append(Change(kind, old["indicator"], old, new))
    return sorted(found, key=lambda change: (KINDS.index(change.kind), change.indicator))


def between_quarters(
    earlier: Iterable[Line], later: Iterable[Line], bands: Mapping[str, list[str]]
) -> list[Moved]:
    """Ratings that moved from one frozen quarter to the next: better ones first, then by indicator."""
    before = {line["indicator"]: line for line in earlier}
    found = []
    for line in later:
        old = before.get(line["indicator"])
        if old is None or not old["rating"] or not line["rating"] or old["rating"] == line["rating"]:
            continue
        step = _rank(line, bands) - _rank(old, bands)
        found.append(Moved(line["indicator"], old["rating"], line["rating"], step < 0))
    return sorted(found, key=lambda moved: (not moved.is_better, moved.indicator))


def _kind(old: Line, new: Line, bands: Mapping[str, list[str]]) -> str:
    if old["value"] is None:
        return "" if new["value"] is None else "newly_reported"
    if new["value"] is None:
        return "withdrawn"
    if old["rating"] and new["rating"] and old["rating"] != new["rating"]:
        return "improved" if _rank(new, bands) < _rank(old, bands) else "worsened"
    return "" if _same(old["value"], new["value"]) else "restated"


def _same(old: float, new: float) -> bool:
    return abs(new - old) <= SAME * max(abs(old), abs(new))


def _rank(line: Line, bands: Mapping[str, list[str]]) -> int:
    return bands[line["scheme"]].index(line["rating"])
