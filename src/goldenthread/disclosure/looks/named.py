"""Named: indicators, areas and groups by the names that a frozen quarter gives them, in place of codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from goldenthread.positions.queries import Sealed

WHOLE = "the whole council"


@dataclass(frozen=True, slots=True)
class Names:
    """What indicators, areas and groups are called; whatever has no name here keeps its code.

    `own` is the council's own area.
    """

    own: str = ""
    indicators: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)

    def indicator(self, code: str) -> str:
        """The name of an indicator."""
        return self.indicators.get(code, code)

    def part(self, area: str, breakdown: str) -> str:
        """The part of the council that a figure is on: "Abbot's Wharf, Age: 18 to 24"."""
        place = "" if area in ("", self.own) else self.areas.get(area, area)
        groups = [self.groups.get(group, group) for group in breakdown.split(";") if group]
        return ", ".join(filter(None, [place, *groups])) or WHOLE

    def cut(self, by: str) -> str:
        """What a figure is broken down by: "age;sex" as "age and sex", "area" as parts of the map."""
        labels = {code.partition("=")[0]: name.partition(":")[0] for code, name in self.groups.items()}
        words = [
            "part of the map" if code == "area" else labels.get(code, code).lower() for code in by.split(";")
        ]
        return " and ".join(words)


def of(positions: Iterable[Sealed | None]) -> Names:
    """The names in these frozen quarters; the first that has one names it."""
    own = ""
    indicators: dict[str, str] = {}
    areas: dict[str, str] = {}
    groups: dict[str, str] = {}
    for sealed in filter(None, positions):
        for council in sealed.of("council"):
            own = own or str(council.get("area") or "")
        for line in sealed.of("indicator"):
            indicators.setdefault(line["indicator"], str(line.get("name") or line["indicator"]))
        for line in sealed.of("breakdown"):
            areas.setdefault(line["area"], str(line.get("area_name") or line["area"]))
            for part in line.get("dimensions") or ():
                group = f"{part['code']}={part['value']}"
                groups.setdefault(group, f"{part['label']}: {part['value_label']}")
    return Names(own, indicators, areas, groups)
