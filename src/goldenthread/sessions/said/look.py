"""Look: the messages of a view, the charts beneath, and of which indicators they may be kept as a file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl
from django.db import transaction

from goldenthread.assessments.variation.reading import Reading
from goldenthread.disclosure import worlds
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.looks import UNPROTECTED, entitled
from goldenthread.methods.disclosure.policy import Policy
from goldenthread.scorecards import messages
from goldenthread.scorecards.views import Line, View

FOR_STAFF: Final = "For staff: unprotected, not for publication"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Messages by indicator, their charts, and the view that they are of, under a mark.

    `left_out` are the indicators that are not open to whoever looks: nothing of them is in it.
    """

    mark: str
    view: View
    messages: pl.DataFrame
    charts: Reading
    left_out: tuple[str, ...] = ()

    @property
    def lines(self) -> dict[str, Line]:
        """The scorecard's line of each indicator by its code."""
        return {line["indicator"]: line for line in self.view.lines}


def on_screen(view: View) -> Look:
    """Every indicator as it is, as a scorecard in the terminal shows it."""
    return Look(FOR_STAFF, view, *messages.read(view))


def of_nobody(view: View, *, only: Collection[str] | None = None) -> Look:
    """What may be kept as a file without being entitled: the measures that no policy protects.

    `only` keeps some indicators.
    """
    ruled = _policies(view, only)
    return _opened(view, ruled, [code for code, rule in ruled.items() if rule is None], FOR_STAFF)


def unprotected(
    view: View, *, reason: str, by: str, at: datetime, only: Collection[str] | None = None, subject: str = ""
) -> Look:
    """The measures that are open to a post, as they are; on record in the audit.

    `only` keeps some indicators; the record is about the view's period unless `subject` names something else.
    Raises NotEntitled, NoReasonGiven.
    """
    ruled = _policies(view, only)
    codes, _ = entitled.opened(ruled, by=by, at=at)
    look = _opened(view, ruled, codes, UNPROTECTED)
    count = look.charts.points.height
    with transaction.atomic():
        entitled.record(subject or view.period, codes, count, reason=reason, by=by, at=at)
    return look


def _opened(view: View, ruled: Collection[str], codes: Collection[str], mark: str) -> Look:
    return Look(mark, view, *messages.read(view, only=codes), tuple(sorted(set(ruled) - set(codes))))


def _policies(view: View, only: Collection[str] | None) -> dict[str, Policy | None]:
    """By what each indicator is protected at the moment of a view; None where its figures are open to all."""
    known = World(**worlds.rules(on=view.known_on, known_at=view.known_at))
    return {
        code: rule
        if (line["counts_people"] is not False or code in known.policies) and rule.protects
        else None
        for line in sorted(view.lines, key=lambda each: each["indicator"])
        for code in [line["indicator"]]
        if only is None or code in only
        for rule in [known.policy(code)]
    }
