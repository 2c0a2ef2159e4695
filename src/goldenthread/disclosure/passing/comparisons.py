"""Comparisons: where a figure stands among those of others, told only where the figure itself is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

Line = dict[str, Any]

OF_THE_PLACE: Final = ("rank", "is_tied", "ranked", "quarter", "gap", "aim_gap", "caveat")
"""What follows from the own figure: the caveat says whether equal figures share a place."""

IN_THE_ROW: Final = ("rank", "is_tied")
"""The places of the others leave a gap where the own figure stands."""


def through(comparisons: Iterable[Line], indicators: Iterable[Line]) -> list[Line]:
    """Each comparison as it may leave, by the indicators' lines as they leave (`lines.indicators`).

    Where the own figure is hidden, rounded, withheld, or of another period, what the others reached stands
    alone: their figures by name, their median and how many are missing. What they reached rests on no figure
    of the council's.
    """
    shown = {line["indicator"]: line for line in indicators}
    return [
        each if _is_told(each, shown.get(each["indicator"])) else _without_place(each) for each in comparisons
    ]


def _is_told(comparison: Mapping[str, Any], line: Mapping[str, Any] | None) -> bool:
    if line is None or line["hidden"] or line.get("rounded") or line["value"] is None:
        return False
    return bool(line["period"] == comparison["period"])


def _without_place(comparison: Line) -> Line:
    others = [
        {**area, **dict.fromkeys(IN_THE_ROW)}
        for area in sorted(comparison["areas"], key=lambda area: (area["name"], area["area"]))
    ]
    return {**comparison, **dict.fromkeys(OF_THE_PLACE), "areas": others}
