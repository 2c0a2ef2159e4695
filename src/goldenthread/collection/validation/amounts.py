"""Amounts: numerator, denominator and value held against each other."""

import polars as pl

from goldenthread.collection.findings import Code
from goldenthread.collection.validation.check import Check, Row, refuse, warn

RATIOS = ("ratio_of_sums", "rolling_ratio")


def agreeing() -> list[Check]:
    """Refuses what cannot be divided; mentions a value that its own numerator and denominator contradict."""
    numerator, denominator, value = pl.col("numerator"), pl.col("denominator"), pl.col("value")
    is_ratio = pl.col("aggregation").is_in(RATIOS)
    is_share = (pl.col("unit") == "%") & (pl.col("multiplier") == 100) & is_ratio
    may_exceed = pl.col("plausible_high").fill_null(100.0) > 100
    lacks = numerator.is_not_null() & denominator.is_null() & value.is_null() & is_ratio
    return [
        refuse(Code.DENOMINATOR_ZERO, denominator == 0, _zero),
        refuse(Code.OUT_OF_RANGE, denominator < 0, _negative),
        refuse(Code.DENOMINATOR_MISSING, lacks, _missing),
        refuse(Code.NUMERATOR_ABOVE_DENOMINATOR, is_share & ~may_exceed & (numerator > denominator), _above),
        warn(Code.VALUE_DISAGREES, is_ratio & (_difference() > _last_place()), _disagrees),
    ]


def _computed() -> pl.Expr:
    return pl.col("numerator") / pl.col("denominator") * pl.col("multiplier")


def _difference() -> pl.Expr:
    return (pl.col("value") - _computed()).abs()


def _last_place() -> pl.Expr:
    """One unit of the last decimal that is written and printed: people round, and some cut off."""
    written = pl.col("value_exact").str.extract(r"\.(\d+)$").str.len_bytes().fill_null(0)
    decimals = pl.min_horizontal(written.cast(pl.Int64), "decimals")
    return pl.lit(0.1).pow(decimals) * 1.000001


def _zero(row: Row) -> tuple[str, str]:
    right = "Write the denominator; where there was no case, write n/a for all three"
    return f"the denominator of {row['indicator']} is 0: there is nothing to take a share of", right


def _negative(row: Row) -> tuple[str, str]:
    wrong = f"the denominator of {row['indicator']} is {row['denominator_exact']}, below zero"
    return wrong, "Write how many there were"


def _missing(row: Row) -> tuple[str, str]:
    wrong = (
        f"{row['indicator']} needs a denominator, and only the numerator {row['numerator_exact']} is given"
    )
    return wrong, "Write the denominator beside it"


def _above(row: Row) -> tuple[str, str]:
    wrong = f"the numerator {row['numerator_exact']} is above the denominator {row['denominator_exact']}"
    return wrong, "See whether the two are swapped, or which of them is wrong"


def _disagrees(row: Row) -> tuple[str, str]:
    shown = row["numerator"] / row["denominator"] * row["multiplier"]
    parts = f"{row['numerator_exact']} of {row['denominator_exact']}"
    wrong = f"the value {row['value_exact']} is not what {parts} makes"
    return wrong, f"Did you mean {shown:.{max(row['decimals'] or 0, 1)}f}?"
