"""Kept: what pages show of a frozen quarter, held in memory until something is recorded.

To bring a quarter's figures through the gate takes seconds, and nothing on a page may go round it. So the
answer is kept for as long as the audit's latest event is the same, and at most for the day: what is recorded
is shown by the next page. Events that change no figure, such as who signed in or who may see what, leave it
as it is; `warming` has the answer ready before somebody asks.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from threading import Lock
from typing import Final

from django.db import connection

from goldenthread.assessments import compared
from goldenthread.assessments.compared import Compared
from goldenthread.audit import queries as audit
from goldenthread.audit.events import Event
from goldenthread.disclosure import queries as disclosure
from goldenthread.indicators import queries as indicators
from goldenthread.reports import gather
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.scorecards import views
from goldenthread.sessions.said import look
from goldenthread.sessions.said.look import Look

AT_MOST: Final = 8
"""Quarters kept at once; the one not asked for the longest is let go."""

OF_PEOPLE: Final = (
    "sign_in.", "sign_out.", "password.", "factor.", "recovery_codes.", "sessions.", "unprotected.",
)  # fmt: skip
"""With what the codes of those events begin that say who came and what they looked at."""

OF_ACCOUNTS: Final = ("person", "postholding", "rolegrant")
"""Versions that say who may see what: they are asked for with each page, and no figure hangs on them."""

CHANGES_NO_FIGURE: Final = tuple(event.value for event in Event if event.value.startswith(OF_PEOPLE))

Key = tuple[str, str, str, str]

_kept: OrderedDict[Key, Kept] = OrderedDict()
_at_hand, _at_work = Lock(), Lock()
"""The one guards what is kept; the other lets one at a time gather, while others read what is there."""


@dataclass(frozen=True)
class Kept:
    """A frozen quarter as it may be shown, with what has become known since.

    `release` is that by which it left, "" for none; `is_public` once it has left and the day is over on
    which the calendar has it published.
    """

    quarter: Quarter
    release: str
    is_public: bool

    def complete(self) -> Kept:
        """The same, with everything at hand that pages show beside its lines."""
        _beside = (self.said, self.owners, self.peers)
        return self

    @cached_property
    def said(self) -> Look:
        """What runs of figures say, with their charts, of the measures that no policy protects."""
        return look.of_nobody(views.as_frozen(self.quarter.at.code))

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """The post that owns each indicator, by its code: a line of the position has its title alone."""
        sealed = self.quarter.material.now.sealed
        found = indicators.definitions(on=sealed.position_date, known_at=sealed.known_at)
        return {code: post or "" for code, post in found.select("indicator", "owner").iter_rows()}

    @cached_property
    def peers(self) -> Compared:
        """The same measures beside those of the council's neighbours."""
        sealed = self.quarter.material.now.sealed
        shut = set(self.said.left_out)
        return compared.figures(
            report_period=sealed.period,
            position_date=sealed.position_date,
            known_at=sealed.known_at,
            area=str(self.quarter.at.council["area"]),
            only=[code for code in self.quarter.every if code not in shut],
        )


def quarter_of(period: str, *, at: datetime) -> Kept:
    """A frozen quarter with what is known at a moment. Raises NotFrozen, CannotBeProtected."""
    name = str(connection.settings_dict["NAME"])
    key = (name, period, _latest(), at.date().isoformat())
    if found := _taken(key):
        return found
    with _at_work:
        return _taken(key) or _put(key, _gathered(period, at))


def _latest() -> str:
    """The latest event by which a figure may have changed."""
    return audit.latest(but=CHANGES_NO_FIGURE, but_added=OF_ACCOUNTS)


def _taken(key: Key) -> Kept | None:
    with _at_hand:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def _put(key: Key, found: Kept) -> Kept:
    with _at_hand:
        _kept[key] = found
        while len(_kept) > AT_MOST:
            _kept.popitem(last=False)
    return found


def _gathered(period: str, at: datetime) -> Kept:
    found = quarter.of(gather.material(period, known_at=at))
    out = (
        each.code for each in disclosure.releases() if each.period == period and each.standing != "withdrawn"
    )
    release = next(out, "")
    is_due = at >= gather.form_moment(found.material.now.sealed)
    return Kept(found, release, is_public=bool(release) and is_due)
