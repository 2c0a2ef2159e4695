"""Since the freeze: the same quarter as now known, held against what was sealed, with the reasons given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import polars as pl

from goldenthread.methods import periods
from goldenthread.observations import ledger
from goldenthread.positions import changes
from goldenthread.positions.changes import Change
from goldenthread.positions.lines import delivery, indicators, standing
from goldenthread.positions.queries import Sealed

Line = dict[str, Any]


class KnownBeforeTheFreeze(ValueError):
    """What is known now cannot be asked for as of a moment before the freeze."""


def as_now_known(sealed: Sealed, *, known_at: datetime) -> tuple[list[Line], list[Line]]:
    """The quarter's indicator and action lines as known at a later moment, for the same position date."""
    if known_at < sealed.known_at:
        raise KnownBeforeTheFreeze(
            f"{sealed.period} was frozen as known on {sealed.known_at:%-d %B %Y}, "
            f"and {known_at:%-d %B %Y} is earlier"
        )
    now = standing.of(period=sealed.period, on=sealed.position_date, known_at=known_at)
    return (
        indicators.plain_lines(now.verdicts, now),
        [delivery.action_line(action, now) for action in now.actions],
    )


def changed(sealed: Sealed, *, known_at: datetime) -> list[Change]:
    """What has moved since the freeze, with the reason and the day from which it was known."""
    now, _ = as_now_known(sealed, known_at=known_at)
    return held_against(sealed, now, known_at=known_at)


def held_against(sealed: Sealed, now: list[Line], *, known_at: datetime) -> list[Change]:
    """The sealed lines held against those of `as_now_known`, for whoever needs both."""
    found = changes.between_views(sealed.of("indicator"), now, bands(sealed))
    told = _told(sealed, [change.indicator for change in found], known_at)
    return [replace(change, **_reason(change, told)) for change in found]


def bands(sealed: Sealed) -> dict[str, list[str]]:
    """The band codes of each sealed scheme, best first."""
    return {scheme["code"]: [band["code"] for band in scheme["bands"]] for scheme in sealed.of("scheme")}


def _told(sealed: Sealed, indicators_: list[str], known_at: datetime) -> pl.DataFrame:
    """The figures of these indicators that became known after the freeze."""
    area = sealed.one("council")["area"]
    series = ledger.series(known_at=known_at, indicators=indicators_, areas=[area], breakdowns=[""])
    return series.filter(pl.col("known_from") > sealed.known_at).sort("known_from")


def _reason(change: Change, told: pl.DataFrame) -> Mapping[str, Any]:
    """The words of the latest delivery that touched the rated period: why it was corrected, else its note."""
    rated = periods.parse(change.new["period"])
    touched = told.filter(
        (pl.col("indicator") == change.indicator)
        & (pl.col("end") >= rated.start)
        & (pl.col("end") <= rated.end)
    )
    if touched.is_empty():
        return {}
    latest = touched.row(-1, named=True)
    key = {name: latest[name] for name in ("indicator", "area", "breakdown", "period")}
    versions = ledger.history(**key).filter(pl.col("known_from") <= latest["known_from"])
    why = versions["why"][-1] or latest["note"] or ""
    return {"why": why, "known_from": f"{latest['known_from']:%Y-%m-%d}"}
