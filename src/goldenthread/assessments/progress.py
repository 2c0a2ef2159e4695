"""Progress: how each action stood, by its owner's report or by the rating of the indicator it follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from goldenthread.methods.rating import Scheme
from goldenthread.plan import queries as plan

Line = dict[str, Any]

NOT_STARTED = "not_started"
# An action that is an indicator in disguise takes its colour from what the indicator's band counts as.
STATUS_OF_GROUP = {"met": "green", "near": "amber", "missed": "red"}


def actions(
    *,
    on: date,
    known_at: datetime,
    verdicts: Iterable[Mapping[str, Any]],
    schemes: Mapping[str, Scheme],
) -> list[Line]:
    """Every action and part with its status on a day, in the plan's order.

    `verdicts` are assessment lines. An action that follows its indicator has that indicator's status where it
    is rated, and what its owner reported where it is not.
    """
    groups = {line["indicator"]: _group(line, schemes) for line in verdicts}
    rows = plan.actions_in_force(on=on, known_at=known_at).iter_rows(named=True)
    return [_with_status(row, groups) for row in rows]


def _group(line: Mapping[str, Any], schemes: Mapping[str, Scheme]) -> str:
    return schemes[line["scheme"]].band(line["rating"]).group if line["rating"] else ""


def _with_status(row: Line, groups: Mapping[str, str]) -> Line:
    status = row["status"]
    if row["follows_indicator"]:
        status = STATUS_OF_GROUP.get(groups.get(row["indicator"], ""), status)
    if row["is_parent"]:
        return {**row, "status": None}
    return {**row, "status": status or NOT_STARTED}
