"""Council: whose position it is, its plan, its parts, and the dates of the period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from goldenthread.organisation import queries as organisation
from goldenthread.plan import queries as plan
from goldenthread.positions.seal import SealedLine, line


def gather(*, period: str, on: date, known_at: datetime) -> Iterator[SealedLine]:
    """The lines `council`, `calendar`, `plan`, `priority`, `unit`, `portfolio` as they were on a day."""
    yield _council(on, known_at)
    yield _calendar(period, on, known_at)
    yield from _plan(on, known_at)
    for unit in organisation.units(on=on, known_at=known_at).in_order():
        content = {name: getattr(unit, name) for name in ("code", "name", "kind", "parent", "order")}
        yield line("unit", unit.code, content)
    for held in organisation.portfolios(on=on, known_at=known_at):
        content = {"code": held.code, "title": held.title, "holder": held.holder, "order": held.order}
        yield line("portfolio", held.code, content)


def _council(on: date, known_at: datetime) -> SealedLine:
    council = organisation.council(on=on, known_at=known_at)
    labels = organisation.labels(council)
    content: dict[str, Any] = {
        "code": council.code,
        "name": council.name,
        "short_name": council.short_name,
        "area": council.area,
        "notice": council.notice,
        "labels": {
            level: {"one": label.one, "many": label.many, "short": label.short}
            for level, label in labels.items()
        },
    }
    return line("council", council.code, content)


def _calendar(period: str, on: date, known_at: datetime) -> SealedLine:
    entry = organisation.reporting_period(period, on=on, known_at=known_at)
    names = ("position_date", "returns_due", "freeze_at", "updates_to", "previous", "steps", "note")
    return line("calendar", period, {"period": period} | {name: getattr(entry, name) for name in names})


def _plan(on: date, known_at: datetime) -> Iterator[SealedLine]:
    """The plan and its priorities with their outcomes; nothing where a council reports without a plan."""
    try:
        adopted = plan.corporate_plan(on=on, known_at=known_at)
    except plan.NoPlan:
        return
    names = ("name", "adopted_on", "adopted_by", "start", "end")
    yield line(
        "plan", adopted.code, {"code": adopted.code} | {name: getattr(adopted, name) for name in names}
    )
    outcomes = plan.outcomes(on=on, known_at=known_at)
    for priority in plan.priorities(on=on, known_at=known_at):
        content = {
            "code": priority.code,
            "name": priority.name,
            "short": priority.short,
            "order": priority.order,
            "outcomes": [
                {"code": outcome.code, "name": outcome.name}
                for outcome in outcomes
                if outcome.priority == priority.code
            ],
        }
        yield line("priority", priority.code, content)
