"""Freezing: a quarter's standing gathered and sealed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain

from django.db import transaction

from goldenthread.audit import actions as audit
from goldenthread.organisation import queries as organisation
from goldenthread.positions import actions
from goldenthread.positions.lines import (
    breakdowns,
    comparisons,
    council,
    delivery,
    indicators,
    standing,
    targets,
)
from goldenthread.positions.models import Position
from goldenthread.positions.seal import SealedLine


def freeze(*, period: str, position_date: date, known_at: datetime, by: str, at: datetime) -> Position:
    """Freeze a period: what was so on the position date, as known at the moment.

    The position before it, which the calendar names, is bound into its seal. Raises AlreadyFrozen,
    KnownTooEarly, and whatever says that the calendar, the council or a scheme is not there.
    """
    entry = organisation.reporting_period(period, on=position_date, known_at=known_at)
    with transaction.atomic():
        # Nothing may come in between one question and the next: all lines speak of the same moment.
        audit.hold()
        lines = list(gather(period=period, on=position_date, known_at=known_at))
        return actions.store(
            period=period,
            position_date=position_date,
            known_at=known_at,
            lines=lines,
            previous=entry.previous,
            by=by,
            at=at,
        )


def gather(*, period: str, on: date, known_at: datetime) -> Iterator[SealedLine]:
    """Every line of a position, in the order in which it is sealed."""
    was = standing.of(period=period, on=on, known_at=known_at)
    return chain(
        council.gather(period=period, on=on, known_at=known_at),
        indicators.gather(was),
        comparisons.gather(was),
        targets.gather(was),
        delivery.gather(was),
        breakdowns.gather(was),
    )
