"""Material: all that a pack is made from, as plain data that has passed the gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from goldenthread.disclosure.beside import ClearedLines
from goldenthread.disclosure.gate import Cleared
from goldenthread.reports.form import Form

Line = dict[str, Any]

NOTHING = ClearedLines((), ())


class NotCleared(TypeError):
    """Figures or words that have not passed the gate may not reach a document."""


@dataclass(frozen=True, slots=True)
class Material:
    """A frozen period after the gate, the one before it, and what stands beside them.

    `changes_known_at` is the report's moment: everything said of the time since the freeze was known then.
    `changes`, `latest` (figures of later months), `messages` (what the charts of indicators off target say),
    `challenges` and `previous_challenges` have passed the gate too. `actions_now` are the actions as now
    known for the same position date, `layouts` the scorecards, `posts` the titles of posts by code. `form`
    holds the answers to the covering report's form, None where none are on record, as known at
    `form_known_at`.
    """

    now: Cleared
    changes_known_at: datetime
    previous: Cleared | None = None
    changes: ClearedLines = NOTHING
    latest: ClearedLines = NOTHING
    messages: ClearedLines = NOTHING
    challenges: ClearedLines = NOTHING
    previous_challenges: ClearedLines = NOTHING
    actions_now: tuple[Line, ...] = ()
    layouts: tuple[Line, ...] = ()
    posts: Mapping[str, str] = field(default_factory=dict)
    form: Form | None = None
    form_known_at: datetime | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.now, Cleared) or not isinstance(self.previous, Cleared | None):
            raise NotCleared("a pack is made from positions that disclosure.gate has cleared, from no others")
        for name in ("changes", "latest", "messages", "challenges", "previous_challenges"):
            if not isinstance(getattr(self, name), ClearedLines):
                raise NotCleared(f"{name} have not passed disclosure.beside: clear them there first")
