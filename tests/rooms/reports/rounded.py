"""Rounded: Smallham where the figures on people leave rounded, through the gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.policy import Policy
from goldenthread.reports.material import Material
from tests.rooms.reports import groups, smallham

Line = dict[str, Any]

NHS = policy.preset("nhs_hes")
FIVE = policy.from_dict(
    {
        "code": "five",
        "name": "Counts to the nearest 5",
        "source": "invented",
        "percentages": "rounded_parts",
        "rounding": {"base": 5},
    }
)
# Households of B1, 1,164 in all: they make up no whole, for no grouping says so.
COUNTS = {"white": 608.0, "asian": 413.0, "other": 143.0}


def material(rule: Policy = NHS, *, indicators: Sequence[Line] | None = None, **counts: float) -> Material:
    """Smallham with B1 by ethnic group; by default as `COUNTS`."""
    breakdown = tuple(
        groups.group("B1", name, count, None, period="at2023-09-30")
        for name, count in (counts or COUNTS).items()
    )
    labels = {"numerator_label": "Households", "denominator_label": ""}
    lines = tuple({**line, **labels} for line in indicators or smallham.indicators())
    sealed = smallham.sealed(indicator=lines, breakdown=breakdown)
    return smallham.material(sealed=sealed, world=World(otherwise=rule))
