"""Recorded figures: the observation of exactly these days, the latest count, the latest figure to date."""

import polars as pl

from goldenthread.methods.aggregation.parts import KINDS, plural
from goldenthread.methods.aggregation.rules import FIGURE, single

DAYS = ["_series", "start", "end"]

NEVER_PARTS = ("rolling", "ytd", "years")
"""Kinds of periods that overlap the next of their kind, so that none is a part of another period."""


def recorded(asked: pl.DataFrame, arrived: pl.DataFrame) -> pl.DataFrame:
    """Figures recorded for exactly the days asked for, under that code or another."""
    by_code = asked.join(arrived.drop("kind", "start", "end"), on=["_series", "period"])
    others = asked.filter(pl.col("wanted_kind") != "snapshot").join(by_code, on="_row", how="anti")
    spans = arrived.filter(pl.col("kind") != "snapshot").drop("kind", "period")
    by_days = others.join(spans.unique(DAYS, keep="first", maintain_order=True), on=DAYS)
    return single(pl.concat([by_code.select(by_days.columns), by_days]), "_row")


def latest(asked: pl.DataFrame, arrived: pl.DataFrame) -> pl.DataFrame:
    """The latest count within a period, and the latest figure to date from the same start.

    A day asked for is met by the latest count of the month, quarter or year that ends with it: whichever is
    the length of a part.
    """
    counts = asked.filter((pl.col("aggregation") == "latest") & ~pl.col("wanted_kind").is_in(NEVER_PARTS))
    known = arrived.filter(~pl.col("kind").is_in(NEVER_PARTS)).rename({"start": "known_from"})
    found = _as_of(counts.with_columns(start=_window()), known, ["_series"])
    to_date = asked.filter(pl.col("aggregation") == "cumulative")
    so_far = _as_of(to_date, arrived.filter(pl.col("kind") == "ytd"), ["_series", "start"])
    return pl.concat(
        [_until(found.filter(pl.max_horizontal("known_from", "until") >= pl.col("start"))), _until(so_far)]
    )


def _window() -> pl.Expr:
    months_back = pl.format("-{}mo", pl.col("months_per_part") - 1)
    window = pl.col("end").dt.month_start().dt.offset_by(months_back)
    return pl.when(pl.col("wanted_kind") == "snapshot").then(window).otherwise("start")


def _as_of(asked: pl.DataFrame, known: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """The latest known row up to the end of what is asked."""
    right = known.drop("period").with_columns(until=pl.col("end")).sort("end", "kind").drop("kind")
    found = asked.sort("end").join_asof(right, on="end", by=by, check_sortedness=False)
    return found.drop_nulls("until")


def _until(rows: pl.DataFrame) -> pl.DataFrame:
    """Single figures, provisional where the period went on after them."""
    size = pl.col("months_per_part")
    whole = pl.col("wanted_kind") == "snapshot"
    expected = (_months_to("end") + size - 1) // size
    present = pl.when(whole).then(expected).otherwise((_months_to("until") + size - 1) // size)
    unit = size.replace_strict({months: plural(kind) for months, kind in KINDS.items()}, default="parts")
    figures = single(rows, "_row")
    spans = rows.select("_row", "aggregation", present=present, expected=expected, unit=unit)
    read = figures.join(spans, on="_row")
    short = (pl.col("present") < pl.col("expected")) & (pl.col("status") != "missing")
    return read.with_columns(
        parts_present=pl.when(pl.col("status") == "missing").then(0).otherwise("present"),
        parts_expected="expected",
        coverage=pl.when(short)
        .then(pl.format("{} of {} {}", "present", "expected", "unit"))
        .otherwise(pl.lit("")),
        is_short=short & (pl.col("aggregation") == "cumulative"),
        status=pl.when(short).then(pl.lit("provisional")).otherwise("status"),
    ).select("_row", *FIGURE.names())


def _months_to(day: str) -> pl.Expr:
    """Months from the start of the period up to and with the month of a day."""
    years = pl.col(day).dt.year().cast(pl.Int64) - pl.col("start").dt.year()
    return 12 * years + pl.col(day).dt.month() - pl.col("start").dt.month() + 1
