"""Gather: everything a pack is made from, asked of the rooms and passed through the gate."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from goldenthread.challenges import queries as challenges
from goldenthread.challenges.models import Challenge
from goldenthread.disclosure import beside, gate, known, worlds
from goldenthread.disclosure.beside import ClearedLines
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.gate import Cleared, Passed
from goldenthread.disclosure.texts import Measures
from goldenthread.organisation import queries as organisation
from goldenthread.positions import queries as positions
from goldenthread.positions import since
from goldenthread.positions.changes import Change
from goldenthread.positions.queries import Sealed
from goldenthread.reports import gather_form, latest
from goldenthread.reports.material import NOTHING, Line, Material
from goldenthread.scorecards import messages
from goldenthread.scorecards import queries as scorecards

HERE: Final = ZoneInfo("Europe/London")
AGENDA: Final = "agenda"
CHALLENGE: Final = (
    "code", "period", "number", "title", "priority", "portfolio", "lead", "indicators", "actions",
    "position", "why", "doing", "back_on_target", "since",
)  # fmt: skip


def material(
    period: str, *, known_at: datetime | None = None, form_known_at: datetime | None = None
) -> Material:
    """The material of a frozen period.

    `known_at` is the report's moment (see `report_moment`), `form_known_at` that of its form (see
    `form_moment`).
    """
    sealed = positions.sealed(period)
    moment = known_at or report_moment(sealed)
    answered = form_known_at or form_moment(sealed)
    names = known.known(on=day(moment), known_at=moment)
    lines, actions = since.as_now_known(sealed, known_at=moment)
    found = since.held_against(sealed, lines, known_at=moment)
    passed = _passed(sealed, found, moment)
    earlier, months = passed.printed.before, passed.printed.later
    now = gate.position(sealed, passed, known=names)
    read_with = gate.read_with(now, sealed, known=names)
    return Material(
        now=now,
        changes_known_at=moment,
        previous=gate.position(earlier, passed, known=names) if earlier else None,
        changes=beside.changes(found, now, read_with=read_with),
        latest=beside.later_figures(months, now),
        messages=beside.messages(messages.in_public(sealed), now),
        challenges=_challenges(period, moment, now, read_with),
        previous_challenges=_challenges(earlier.period, moment, now, read_with) if earlier else NOTHING,
        actions_now=tuple(actions),
        layouts=tuple(scorecards.layouts(on=sealed.position_date, known_at=sealed.known_at)),
        posts=posts(day(moment), moment),
        form=gather_form.form(period, known_at=answered, cleared=now, read_with=read_with),
        form_known_at=answered,
    )


def passed(period: str, *, known_at: datetime | None = None) -> Passed:
    """The figures of a frozen period's pack through the gate; `known_at` as for `material`."""
    sealed = positions.sealed(period)
    moment = known_at or report_moment(sealed)
    return _passed(sealed, since.changed(sealed, known_at=moment), moment)


def _passed(sealed: Sealed, found: list[Change], moment: datetime) -> Passed:
    """The quarter, the one before it, what was restated since and the months after it, decided together."""
    printed = Printed(
        now=sealed,
        before=positions.by_digest(sealed.previous_digest),
        restated=tuple(change.new for change in found),
        later=tuple(latest.months(sealed, known_at=moment)),
    )
    return gate.clear(printed, worlds.world(sealed, known_at=moment))


def report_moment(sealed: Sealed) -> datetime:
    """Up to when a report tells what has become known: the calendar's last day for updates, else the freeze.

    Never the clock's: the same position gives the same report.
    """
    entry = sealed.of("calendar")
    last = entry[0].get("updates_to") if entry else None
    return max(_end_of(date.fromisoformat(last)), sealed.known_at) if last else sealed.known_at


def form_moment(sealed: Sealed) -> datetime:
    """Up to when a report tells what was answered and cleared: agenda day, else the report's moment.

    Clearances come after the last change that they cover, so this is never before the report's moment.
    """
    entry, moment = sealed.of("calendar"), report_moment(sealed)
    published = gather_form.step(entry[0].get("steps") or [], AGENDA) if entry else None
    return max(_end_of(published), moment) if published else moment


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, HERE).astimezone(UTC)


def _challenges(period: str, moment: datetime, now: Cleared, read_with: Measures) -> ClearedLines:
    return beside.challenges(plain_challenges(period, moment), now, read_with=read_with)


def plain_challenges(period: str, moment: datetime) -> list[Line]:
    """The key challenges of a period, word for word: for those who look after them, never for a paper."""
    found = challenges.key_challenges(period=period, on=day(moment), known_at=moment)
    return [_plain(challenge) for challenge in found]


def _plain(challenge: Challenge) -> Line:
    return {name: getattr(challenge, name) for name in CHALLENGE}


def posts(on: date, known_at: datetime) -> dict[str, str]:
    """Each post's title by code; where it is vacant, the title of the deputy who answers."""
    posts = organisation.posts(on=on, known_at=known_at)
    return {code: _title(posts, code) for code in posts}


def _title(posts: Any, code: str) -> str:
    return str(organisation.answering(posts, code).title)


def day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()
