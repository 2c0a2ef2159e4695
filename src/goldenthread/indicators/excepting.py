"""Excepting: a figure is shown or hidden for a time whatever its policy says, as a version like any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from django.db import transaction

from goldenthread.audit import actions as audit
from goldenthread.audit import versions
from goldenthread.indicators.models import DisclosureException, Indicator
from goldenthread.methods import periods
from goldenthread.organisation import queries as organisation

HERE = ZoneInfo("Europe/London")
NAMED = 12


class CannotBeExcepted(ValueError):
    """There is no such figure, or the exception would never hold; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Excepted:
    """An exception as it is asked for.

    `breakdown` as {"ward": "X05900001"}, empty for the council as a whole; `period` "" for every one; `until`
    is the last day on which it holds.
    """

    indicator: str
    breakdown: Mapping[str, str]
    period: str
    keep: Literal["shown", "hidden"]
    until: date


def add(asked: Excepted, *, reason: str, by: str, at: datetime) -> str:
    """Keep an exception, true from today on; its code. Raises CannotBeExcepted."""
    today = at.astimezone(HERE).date()
    with transaction.atomic():
        audit.hold()
        _check(asked, today, at)
        code = _next_code(today)
        row = {
            "code": code,
            "indicator": asked.indicator,
            "breakdown": dict(asked.breakdown),
            "period": asked.period,
            "keep": asked.keep,
            "until": asked.until,
            "effective_from": today,
            "known_from": at,
            "reason": reason,
            "approver": by,
        }
        versions.add(DisclosureException, [row], by=by, at=at)
    return code


def _next_code(today: date) -> str:
    """E2024-1, E2024-2 and so on, past every code that was ever given."""
    given = set(DisclosureException.objects.values_list("code", flat=True))
    number = 1
    while f"E{today.year}-{number}" in given:
        number += 1
    return f"E{today.year}-{number}"


def _check(asked: Excepted, today: date, at: datetime) -> None:
    if asked.until < today:
        raise CannotBeExcepted(f"it would end on {asked.until}, before today: write the last day it holds")
    if asked.keep not in ("shown", "hidden"):
        raise CannotBeExcepted(f"a figure is kept shown or hidden, not {asked.keep!r}")
    known = {row.code: row for row in versions.in_force(Indicator, today, at)}
    _check_known("indicator", asked.indicator, known)
    dimensions = organisation.dimensions(on=today, known_at=at)
    areas = [area.code for area in organisation.areas(on=today, known_at=at)]
    for name, value in asked.breakdown.items():
        _check_known(f"dimension of {asked.indicator}", name, known[asked.indicator].dimensions)
        held = [each["code"] for each in dimensions[name].values] if name in dimensions else []
        _check_known(f"value of {name}", value, held or areas)
    if asked.period:
        try:
            periods.parse(asked.period)
        except periods.NotAPeriod as error:
            raise CannotBeExcepted(f"{asked.period!r} is not a period: {error}") from error


def _check_known(what: str, code: str, known: Iterable[str]) -> None:
    there = sorted(known)
    if code not in there:
        alike = [each for each in there if each[:2].casefold() == code[:2].casefold()]
        near = there if len(there) <= NAMED else alike or there
        more = ", ..." if len(near) > NAMED else ""
        raise CannotBeExcepted(
            f"there is no {what} {code}; there are: {', '.join(near[:NAMED]) or 'none'}{more}"
        )
