"""Groups: Smallham's quarter with breakdowns as they come out of the gate."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from goldenthread.reports.material import Material
from tests.rooms.reports import smallham

Line = dict[str, Any]

LABELS = {"asian": "Asian", "white": "White", "other": "Other"}
COUNTS = {"asian": (40.0, 100.0), "white": (90.0, 95.0), "other": (54.0, 5.0)}


def group(indicator: str, code: str, above: float | None, below: float | None, **said: Any) -> Line:
    """One group of an indicator by ethnic group: a share of 100 in quarter 2, shown unless said otherwise."""
    value = above if below is None or above is None else 100 * above / below
    return {
        "indicator": indicator,
        "period": "2023-24-Q2",
        "start": "2023-07-01",
        "end": "2023-09-30",
        "area": "SMH",
        "area_name": "Smallham",
        "breakdown": f"ethnicity={code}",
        "dimensions": [
            {
                "code": "ethnicity",
                "label": "Ethnic group",
                "value": code,
                "value_label": LABELS.get(code, code.title()),
            }
        ],
        "value": value,
        "value_exact": None,
        "numerator": above if below is not None else None,
        "numerator_exact": None,
        "denominator": below,
        "denominator_exact": None,
        "status": "actual",
        "reason": "",
        "obstacle": "",
        "coverage": "",
        "sources": [],
        "may_be_published": True,
        "hidden": False,
        **said,
    }


def hidden(indicator: str, code: str, **said: Any) -> Line:
    """One group as the gate hides it."""
    gone = {"value": None, "numerator": None, "denominator": None, "hidden": True}
    return group(indicator, code, None, None, **{**gone, **said})


def ward(indicator: str, number: int, name: str, above: float, below: float | None, **said: Any) -> Line:
    """One ward of an indicator."""
    code = f"X0000000{number}"
    dimension = {"code": "ward", "label": "Ward", "value": code, "value_label": name}
    line = group(indicator, "", above, below, area=code, area_name=name, breakdown="", **said)
    return {**line, "dimensions": [dimension]}


def material(*lines: Line, **of_indicators: Line) -> Material:
    """Smallham's material with these breakdowns; `of_indicators` replaces what an indicator's line says."""
    plain = smallham.material()
    indicators = tuple(
        {
            **line,
            "numerator_label": "Answered in time",
            "denominator_label": "Answered",
            **of_indicators.get(line["indicator"], {}),
        }
        for line in plain.now.sealed.of("indicator")
    )
    sealed = {**plain.now.sealed.lines, "indicator": indicators, "breakdown": lines}
    return replace(plain, now=replace(plain.now, sealed=replace(plain.now.sealed, lines=sealed)))
