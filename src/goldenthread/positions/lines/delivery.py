"""Delivery: each action and part as it stood, and the words of the owners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goldenthread.assessments import queries as assessments
from goldenthread.positions.lines import plain
from goldenthread.positions.lines.standing import Standing
from goldenthread.positions.seal import SealedLine, line

ACTION = (
    "parent", "is_parent", "wording", "priority", "outcome", "flagship", "due", "revised_due",
    "every_quarter", "status", "status_from", "words", "done", "planned", "of", "of_what",
    "next_milestone", "next_milestone_date", "order",
)  # fmt: skip
COMMENT = ("indicator", "action", "priority", "outcome", "topic", "happened", "why", "next")


def gather(standing: Standing) -> Iterator[SealedLine]:
    """An `action` line for each action and part in the plan's order, then the `commentary` lines."""
    for action in standing.actions:
        yield line("action", action["action"], action_line(action, standing))
    words = assessments.commentary(period=standing.period, on=standing.on, known_at=standing.known_at)
    for comment in words:
        content: dict[str, Any] = {name: getattr(comment, name) for name in COMMENT}
        yield line("commentary", comment.code, content | {"author": standing.title(comment.author)})


def action_line(action: dict[str, Any], standing: Standing) -> dict[str, Any]:
    """One action as plain data; `linked_indicator` is the indicator whose rating it follows or quotes."""
    place = standing.place(action)
    return {
        "ref": action["action"],
        **plain.row(action, ACTION),
        **place,
        "lead": place["owner"],
        "linked_indicator": action["indicator"],
    }
