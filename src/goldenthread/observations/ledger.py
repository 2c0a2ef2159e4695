"""The ledger: the one place that reads figures as they were known at a moment."""

from collections.abc import Collection
from datetime import date, datetime

import polars as pl

from goldenthread.methods import periods as period_methods
from goldenthread.observations import sql
from goldenthread.observations.content import KEY, NUMBERS
from goldenthread.observations.models import Submission

SCHEMA = pl.Schema(
    {
        "indicator": pl.String(),
        "area": pl.String(),
        "breakdown": pl.String(),
        "period": pl.String(),
        "kind": pl.String(),
        "start": pl.Date(),
        "end": pl.Date(),
        "numerator": pl.Float64(),
        "denominator": pl.Float64(),
        "value": pl.Float64(),
        "numerator_exact": pl.String(),
        "denominator_exact": pl.String(),
        "value_exact": pl.String(),
        "respondents": pl.Float64(),
        "given_lower": pl.Float64(),
        "given_upper": pl.Float64(),
        "respondents_exact": pl.String(),
        "given_lower_exact": pl.String(),
        "given_upper_exact": pl.String(),
        "status": pl.String(),
        "reason": pl.String(),
        "note": pl.String(),
        "known_from": sql.MOMENT,
        "source": pl.String(),
        "row_hash": pl.String(),
    }
)
HISTORY = pl.Schema({**SCHEMA, "replaces": pl.String(), "why": pl.String()})
REDACTED_KEY = "redacted "
"""How the area and breakdown of a figure begin that was taken out of its series."""


def series(
    *,
    known_at: datetime,
    indicators: Collection[str] | None = None,
    areas: Collection[str] | None = None,
    breakdowns: Collection[str] | None = None,
    periods: Collection[str] | None = None,
    until: date | None = None,
) -> pl.DataFrame:
    """Every figure as known at a moment: one row for indicator, area, breakdown and period (`SCHEMA`).

    `until` keeps the periods that have ended by a day. Sorted by key, periods in
    the order of time.
    """
    wanted = {"indicator": indicators, "area": areas, "breakdown": breakdowns, "period": periods}
    conditions = [sql.among(name, values) for name, values in wanted.items() if values is not None]
    return _latest(until, sql.known_at(known_at), *conditions)


def broken_down(
    *, known_at: datetime, indicators: Collection[str], area: str, within: Collection[str], until: date
) -> pl.DataFrame:
    """Every figure below the headlines of an area, as `series` gives them: its breakdowns and its parts.

    `within` names the areas it is made up of; their own breakdowns are among the figures.
    """
    return _latest(
        until,
        sql.known_at(known_at),
        sql.among("indicator", indicators),
        sql.among("area", [area, *within]),
        ("NOT (area = %s AND breakdown = '')", [area]),
    )


def history(*, indicator: str, area: str, breakdown: str = "", period: str) -> pl.DataFrame:
    """All that was ever said of one figure, in the order of its being known; what it replaced and why."""
    key = {"indicator": indicator, "area": area, "breakdown": breakdown, "period": period}
    rows = _read(*(sql.among(name, [value]) for name, value in key.items()))
    return rows.select(HISTORY.names()).sort("known_from")


def _latest(until: date | None, *conditions: sql.Condition) -> pl.DataFrame:
    """Of each key what was said of it last, of periods that have ended by a day."""
    latest = _read(*conditions).sort("known_from").unique(KEY, keep="last")
    within = latest if until is None else latest.filter(pl.col("end") <= until)
    return within.select(SCHEMA.names()).sort("indicator", "area", "breakdown", "start", "end", "period")


def _read(*conditions: sql.Condition) -> pl.DataFrame:
    """Rows with all columns of `HISTORY`."""
    texts = (*KEY, *NUMBERS, "status", "reason", "note", "cell", "replaces", "why", "row_hash")
    stored = sql.select(
        {"submission_id": pl.Int64, "known_from": sql.MOMENT, **dict.fromkeys(texts, pl.String)}, *conditions
    )
    named = Submission.objects.values_list("id", "source_name")
    sources = pl.DataFrame(list(named), schema={"submission_id": pl.Int64, "from": pl.String()}, orient="row")
    spans = period_methods.frame(stored["period"]).select("period", "kind", "start", "end")
    place = pl.when(pl.col("cell") == "").then("from").otherwise(pl.format("{}, {}", "from", "cell"))
    in_series = ~pl.any_horizontal(
        pl.col(name).str.starts_with(REDACTED_KEY) for name in ("area", "breakdown")
    )
    return (
        stored.filter(in_series)
        .rename({name: f"{name}_exact" for name in NUMBERS})
        .with_columns(pl.col(f"{name}_exact").cast(pl.Float64).alias(name) for name in NUMBERS)
        .join(sources, on="submission_id", how="left")
        .join(spans, on="period", how="left")
        .with_columns(place.alias("source"))
    )
