"""Plausibility: figures out of range, and figures whose decimal point seems to have slipped."""

from decimal import Decimal

import polars as pl

from goldenthread.collection.findings import Code
from goldenthread.collection.validation.check import Check, Row, warn

SERIES = ("indicator", "area", "breakdown", "kind")
# A series tells what is usual from so many figures on, and only while they keep together.
ENOUGH = 5
SPREAD = 3.0
# So near to ten times what is usual that the figure itself is: 42.0 typed as 420.
NEAR = 1.35
# These start anew every year, so nothing is usual.
NOT_STEADY = ("ytd",)


def usual(rows: pl.DataFrame, past: pl.DataFrame) -> pl.DataFrame:
    """For each series with enough figures that keep together, what is usual: SERIES and `usual`."""
    figures = pl.concat([frame.select(*SERIES, pl.col("value").abs()) for frame in (rows, past)])
    return (
        figures.filter(pl.col("value") > 0, ~pl.col("kind").is_in(NOT_STEADY))
        .group_by(SERIES)
        .agg(
            pl.col("value").median().alias("usual"),
            pl.col("value").quantile(0.15).alias("low"),
            pl.col("value").quantile(0.85).alias("high"),
            pl.len().alias("count"),
        )
        .filter(pl.col("count") >= ENOUGH, pl.col("high") <= SPREAD * pl.col("low"))
        .select(*SERIES, "usual")
    )


def too_few(rows: pl.DataFrame) -> pl.DataFrame:
    """Series of which the file itself holds too few figures to tell what is usual."""
    return rows.group_by(SERIES).len().filter(pl.col("len") < ENOUGH).select(SERIES)


def plausible() -> list[Check]:
    """Mentions figures ten times off, or out of the range the definition gives."""
    value, low, high = pl.col("value"), pl.col("plausible_low"), pl.col("plausible_high")
    outside = (value < low) | (value > high)
    slipped = (
        outside
        & pl.any_horizontal((value * factor).is_between(low, high) for factor in (0.1, 10.0))
        & (value != 0)
    )
    times = value.abs() / pl.col("usual")
    unusual = times.is_between(10 / NEAR, 10 * NEAR) | times.is_between(0.1 / NEAR, 0.1 * NEAR)
    return [
        warn(Code.TEN_TIMES_OFF, slipped | (unusual & (value != 0)), _slipped),
        warn(Code.OUT_OF_RANGE, outside & ~slipped & ~unusual.fill_null(value=False), _outside),
    ]


def _slipped(row: Row) -> tuple[str, str]:
    usual = row["usual"] if row["usual"] is not None else (row["plausible_low"] + row["plausible_high"]) / 2
    exact = Decimal(row["value_exact"])
    meant = exact.scaleb(-1 if abs(exact) > abs(Decimal(usual)) else 1)
    if row["usual"] is None:
        wrong = f"{row['value_exact']} is outside {row['plausible_low']:g} to {row['plausible_high']:g}"
    else:
        wrong = f"{row['value_exact']} is about ten times off what is usual here ({row['usual']:.4g})"
    return wrong, f"Did you mean {meant:.{max(row['decimals'] or 0, 1)}f}?"


def _outside(row: Row) -> tuple[str, str]:
    bounds = [
        f"{word} {row[name]:g}"
        for word, name in (("at least", "plausible_low"), ("at most", "plausible_high"))
        if row[name] is not None
    ]
    wrong = f"{row['value_exact']} is outside what {row['indicator']} can be: {' and '.join(bounds)}"
    return wrong, "Check the figure; if it is right, widen the range in the definition"
