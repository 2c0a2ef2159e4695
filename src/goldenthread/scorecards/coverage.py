"""Coverage guard: proof that each corporate indicator stands on a directorate and a service scorecard.

The control the Cabinet report claims: "performance scorecards exist at service and directorate level
which include all the indicators in the corporate scorecard". Here it is checked, and orphans are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

WANTED = ("directorate", "service")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where each corporate indicator stands; the orphans are (indicator, kind of scorecard it misses)."""

    stands_on: Mapping[str, Mapping[str, tuple[str, ...]]]
    orphans: tuple[tuple[str, str], ...]

    @property
    def is_complete(self) -> bool:
        return not self.orphans

    def in_words(self) -> str:
        """One sentence for the pack and the terminal."""
        total = len(self.stands_on)
        if self.is_complete:
            return f"All {total} corporate indicators stand on a directorate and a service scorecard."
        orphaned = len({indicator for indicator, _ in self.orphans})
        return f"{orphaned} of {total} corporate indicators are orphans: {'; '.join(self._missing())}."

    def _missing(self) -> Iterator[str]:
        """What is missing, by name; said once where a kind of scorecard lacks all of them."""
        for kind in WANTED:
            orphans = [indicator for indicator, missed in self.orphans if missed == kind]
            if len(orphans) == len(self.stands_on) > 1:
                yield f"none stands on a {kind} scorecard"
            else:
                yield from (f"{indicator} is on no {kind} scorecard" for indicator in orphans)


def guard(layouts: Iterable[Mapping[str, Any]]) -> Coverage:
    """The coverage of the corporate scorecard(s) among layouts ({code, level, sections: [{lines}]})."""
    layouts = list(layouts)
    on: dict[str, dict[str, list[str]]] = {kind: {} for kind in ("corporate", *WANTED)}
    for layout in layouts:
        if layout["level"] in on:
            for indicator in lines_of(layout):
                on[layout["level"]].setdefault(indicator, []).append(layout["code"])
    stands_on = {
        indicator: {kind: tuple(on[kind].get(indicator, ())) for kind in WANTED}
        for indicator in on["corporate"]
    }
    orphans = tuple(
        (indicator, kind) for indicator in stands_on for kind in WANTED if not stands_on[indicator][kind]
    )
    return Coverage(stands_on=stands_on, orphans=orphans)


def lines_of(layout: Mapping[str, Any]) -> list[str]:
    """The indicators of a layout, in order."""
    return [line for section in layout["sections"] for line in section["lines"]]
