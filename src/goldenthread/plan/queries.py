"""How to ask about the plan: what stood on a day, as known at a moment."""

import re
from datetime import date, datetime
from typing import Any

import polars as pl

from goldenthread.audit import versions
from goldenthread.plan.models import Action, CorporatePlan, Milestone, Outcome, Priority, ProgressUpdate

ACTIONS = pl.Schema(
    {
        "action": pl.String(),
        "parent": pl.String(),
        "is_parent": pl.Boolean(),
        "wording": pl.String(),
        "plan": pl.String(),
        "priority": pl.String(),
        "outcome": pl.String(),
        "flagship": pl.Boolean(),
        "unit_code": pl.String(),
        "portfolio": pl.String(),
        "lead": pl.String(),
        "due": pl.Date(),
        "revised_due": pl.Date(),
        "every_quarter": pl.Boolean(),
        "indicator": pl.String(),
        "follows_indicator": pl.Boolean(),
        "of": pl.Float64(),
        "of_what": pl.String(),
        "status": pl.String(),
        "status_from": pl.Date(),
        "status_known_from": pl.Datetime("us", "UTC"),
        "words": pl.String(),
        "done": pl.Float64(),
        "planned": pl.Float64(),
        "author": pl.String(),
        "next_milestone": pl.String(),
        "next_milestone_date": pl.Date(),
        "order": pl.Int64(),
    }
)


class NoPlan(LookupError):
    """No plan is known on that day at that moment."""


def corporate_plan(*, on: date, known_at: datetime) -> CorporatePlan:
    """The plan that holds on a day, the one begun latest; raises `NoPlan`."""
    found = versions.in_force(CorporatePlan, on, known_at)
    if not found:
        raise NoPlan(f"no plan is known for {on} as at {known_at}: write plan.yaml and load it")
    return max(found, key=lambda plan: (plan.start <= on, plan.start))


def priorities(*, on: date, known_at: datetime) -> list[Priority]:
    """The plan's priorities in its order."""
    return sorted(versions.in_force(Priority, on, known_at), key=lambda row: (row.order, row.code))


def outcomes(*, on: date, known_at: datetime) -> list[Outcome]:
    """What the priorities want to bring about, in the plan's order."""
    return sorted(versions.in_force(Outcome, on, known_at), key=lambda row: (row.order, row.code))


def actions_in_force(*, on: date, known_at: datetime) -> pl.DataFrame:
    """Every action and part with its progress on a day (columns of `ACTIONS`), in the plan's order.

    An action reported in parts is there too, as `is_parent`, without a status of its own. `status` is null
    where nothing was reported yet, and where it follows an indicator.
    """
    found = versions.in_force(Action, on, known_at)
    progress = {row.code: row for row in versions.in_force(ProgressUpdate, on, known_at)}
    steps = _next_steps(on, known_at)
    rank = {row.code: i for i, row in enumerate(priorities(on=on, known_at=known_at))}
    parents = {action.parent for action in found}
    orders = {action.code: action.order for action in found}
    placed = sorted(found, key=lambda action: _place(action, rank, orders))
    rows = [
        {
            **_row(action, progress.get(action.code), steps.get(action.code)),
            "is_parent": action.code in parents,
            "order": i,
        }
        for i, action in enumerate(placed)
    ]
    return pl.DataFrame(rows, schema=ACTIONS, orient="row")


def milestones(*, on: date, known_at: datetime, action: str = "") -> list[Milestone]:
    """Milestones by date, of one action if asked for."""
    found = versions.in_force(Milestone, on, known_at, **({"action": action} if action else {}))
    return sorted(found, key=lambda row: (row.due, row.code))


def _next_steps(on: date, known_at: datetime) -> dict[str, Milestone]:
    """The milestone that each action has next before it: the earliest not reached."""
    ahead = [row for row in milestones(on=on, known_at=known_at) if not row.reached_on or row.reached_on > on]
    return {row.action: row for row in reversed(ahead)}


def _row(action: Action, progress: ProgressUpdate | None, step: Milestone | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        name: getattr(action, name) for name in ACTIONS if name in _ACTION_COLUMNS and name != "order"
    }
    row |= {"action": action.code, "of": _number(action.of), "words": "", "author": ""}
    if progress:
        row |= {name: getattr(progress, name) for name in ("status", "words", "author", "revised_due")}
        row |= {"status_from": progress.effective_from, "status_known_from": progress.known_from}
        row |= {"done": _number(progress.done), "planned": _number(progress.planned)}
    if step:
        row |= {"next_milestone": step.title, "next_milestone_date": step.due}
    return row


_ACTION_COLUMNS = {field.name for field in Action._meta.fields}


def _number(text: str) -> float | None:
    return float(text) if text else None


def _place(action: Action, rank: dict[str, int], orders: dict[str, int]) -> tuple[Any, ...]:
    """Priority, then order, then code; a part stands beneath its action."""
    above = action.parent or action.code
    own = (action.order, *_natural(action.code)) if action.parent else ()
    return (rank.get(action.priority, len(rank)), orders.get(above, 0), _natural(above), own)


def _natural(code: str) -> tuple[tuple[int, str], ...]:
    """C2 before C10."""
    return tuple(
        (int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", code) if piece
    )
