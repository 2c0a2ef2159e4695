"""Views: as frozen, as now known, latest month; always labelled, never mixed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import polars as pl

from goldenthread.methods import periods
from goldenthread.positions import queries as positions
from goldenthread.positions.lines import delivery, indicators, standing
from goldenthread.positions.queries import Sealed

Line = dict[str, Any]

HERE: Final = ZoneInfo("Europe/London")

FROZEN, NOW, MONTH = "as frozen", "as now known", "latest month"


class NoFiguresYet(LookupError):
    """No month has a figure of a monthly measure."""


@dataclass(frozen=True, slots=True)
class View:
    """The lines of one period under one view; `known_at` is the moment behind every figure in it."""

    label: str
    period: str
    position_date: date
    known_at: datetime
    lines: tuple[Line, ...]
    actions: tuple[Line, ...]
    schemes: tuple[Line, ...]

    @property
    def known_on(self) -> date:
        """The day, here, on which its figures were known."""
        return self.known_at.astimezone(HERE).date()

    def of(self, codes: Iterable[str]) -> list[Line]:
        """The lines of these indicators, in their order; an indicator not in force on the day has none."""
        by_code = {line["indicator"]: line for line in self.lines}
        return [by_code[code] for code in codes if code in by_code]


def as_frozen(period: str) -> View:
    """The sealed lines of a frozen period."""
    return of_sealed(positions.sealed(period))


def of_sealed(sealed: Sealed) -> View:
    """The view of a frozen position."""
    return View(
        label=FROZEN,
        period=sealed.period,
        position_date=sealed.position_date,
        known_at=sealed.known_at,
        lines=sealed.of("indicator"),
        actions=sealed.of("action"),
        schemes=sealed.of("scheme"),
    )


def as_now_known(period: str, *, known_at: datetime, position_date: date | None = None) -> View:
    """A period assessed with what is known at a moment; its position date is its end unless given."""
    on = position_date or periods.parse(period).end
    return _assessed(NOW, period, on, known_at, only_monthly=False)


def latest_month(month: str, *, known_at: datetime) -> View:
    """The monthly measures alone, for one month."""
    return _assessed(MONTH, month, periods.parse(month).end, known_at, only_monthly=True)


def _assessed(label: str, period: str, on: date, known_at: datetime, *, only_monthly: bool) -> View:
    now = standing.of(period=period, on=on, known_at=known_at)
    shown = now.verdicts.filter(pl.col("frequency") == "monthly") if only_monthly else now.verdicts
    schemes = now.schemes_as_data
    return View(
        label=label,
        period=period,
        position_date=on,
        known_at=known_at,
        lines=tuple(indicators.plain_lines(shown, now)),
        actions=tuple(delivery.action_line(action, now) for action in now.actions),
        schemes=tuple(schemes[code] for code in sorted(set(shown["scheme"].drop_nulls()))),
    )
