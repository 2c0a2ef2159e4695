"""Told: a release as it left, for staff: what it hides and why, who approved it, what was excepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import polars as pl
from django.db import transaction

from goldenthread.disclosure import queries, worlds
from goldenthread.disclosure.drafts.printed import KEY
from goldenthread.disclosure.looks import entitled, hidden, named
from goldenthread.disclosure.looks.figures import UNPROTECTED, Look
from goldenthread.disclosure.looks.hidden import Hidden
from goldenthread.disclosure.queries import Listed, Told
from goldenthread.methods.disclosure.policy import Policy
from goldenthread.positions import queries as positions

HERE: Final = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person decided about a release: `word` is "approved" or "withdrawn"."""

    word: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Excepted:
    """A figure that was shown or hidden whatever its policy said."""

    code: str
    indicator: str
    named: str
    period: str
    keep: str
    until: date
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class ReleaseLook:
    """A release in words. How many people its hidden figures count is not among them.

    `protecting` is how many of the hidden figures are not small themselves; `world` names the releases that
    it was held against.
    """

    listed: Listed
    known_at: datetime
    world: tuple[str, ...]
    protecting: int
    hidden: tuple[Hidden, ...]
    said: tuple[Said, ...]
    exceptions: tuple[Excepted, ...]
    notes: tuple[str, ...]


def of_release(code: str) -> ReleaseLook:
    """A release as it left. Raises NoSuchRelease."""
    told = queries.release(code)
    names = named.of([positions.by_digest(told.position)])
    figures = [(row.indicator, row.area, row.breakdown, row.period, row.why) for row in told.decisions]
    return ReleaseLook(
        listed=told.listed,
        known_at=told.known_at,
        world=told.world,
        protecting=sum(row.why in hidden.NOT_SMALL for row in told.decisions),
        hidden=hidden.told(figures, names),
        said=tuple(Said(word.word, word.reason, word.by, word.recorded_at) for word in told.words),
        exceptions=_exceptions(told, names),
        notes=told.draft.notes,
    )


def counts_of_release(code: str, *, reason: str, by: str, at: datetime) -> Look:
    """How many people each hidden figure of a release counts, for those entitled; on record in the audit.

    Columns: indicator, area, breakdown, period, why, count, of. Indicators that the post may not see so are
    left out. Raises NoSuchRelease, NotEntitled, NoReasonGiven.
    """
    told = queries.release(code)
    gone = told.draft.stated.filter("hidden")
    codes, closed = entitled.opened(_policies(told, gone), by=by, at=at)
    rows = gone.filter(pl.col("indicator").is_in(codes)).select(*KEY, "why", "count", "of")
    with transaction.atomic():
        entitled.record(code, codes, rows.height, reason=reason, by=by, at=at)
    return Look(UNPROTECTED, rows, tuple(closed))


def _policies(told: Told, gone: pl.DataFrame) -> dict[str, Policy | None]:
    """By what the indicators with a hidden figure were protected when the release was made."""
    rules = worlds.rules(on=told.known_at.astimezone(HERE).date(), known_at=told.known_at)
    codes = gone["indicator"].unique().sort()
    return {code: rules["policies"].get(code, rules["otherwise"]) for code in codes}


def _exceptions(told: Told, names: named.Names) -> tuple[Excepted, ...]:
    on = told.known_at.astimezone(HERE).date()
    found = worlds.exceptions(on=on, known_at=told.known_at)
    return tuple(
        Excepted(
            code=row["exception"],
            indicator=row["indicator"],
            named=names.part(row["area"], row["breakdown"]),
            period=row["period"],
            keep=row["keep"],
            until=row["until"],
            reason=row["reason"],
            approver=row["approver"],
        )
        for row in found.iter_rows(named=True)
    )
