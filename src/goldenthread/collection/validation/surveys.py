"""Surveys: how many answered, and the interval that was given, held against the figure itself."""

import polars as pl

from goldenthread.collection.findings import Code
from goldenthread.collection.validation.check import Check, Row, refuse, warn
from goldenthread.methods.rounding import NUDGE


def agreeing() -> list[Check]:
    """Refuses what no survey can say; mentions answers that are not those of the denominator."""
    lower, upper, value = pl.col("given_lower"), pl.col("given_upper"), _value()
    slack = NUDGE * value.abs()
    answered = pl.col("respondents")
    differ = answered != pl.col("denominator")
    return [
        refuse(Code.NOT_SO_MANY_ANSWERED, (answered < 1) | (answered % 1 != 0), _answered, "respondents_at"),
        refuse(Code.INTERVAL_CONTRADICTED, lower.is_null() & upper.is_not_null(), _one_end, "given_lower_at"),
        refuse(Code.INTERVAL_CONTRADICTED, upper.is_null() & lower.is_not_null(), _one_end, "given_upper_at"),
        refuse(Code.INTERVAL_CONTRADICTED, lower > upper, _upside_down, "given_lower_at"),
        refuse(Code.INTERVAL_CONTRADICTED, value < lower - slack, _outside, "given_lower_at"),
        refuse(Code.INTERVAL_CONTRADICTED, value > upper + slack, _outside, "given_upper_at"),
        warn(Code.NOT_SO_MANY_ANSWERED, differ, _differ, "respondents_at"),
    ]


def _value() -> pl.Expr:
    """The figure as it is given, else what its counts make."""
    share = pl.col("numerator") / pl.col("denominator") * pl.col("multiplier")
    count = pl.when(pl.col("denominator").is_null()).then(pl.col("numerator") * pl.col("multiplier"))
    return pl.coalesce("value", share, count)


def _interval(row: Row) -> str:
    return f"{row['given_lower_exact']} to {row['given_upper_exact']}"


def _answered(row: Row) -> tuple[str, str]:
    wrong = f"{row['respondents_exact']} people cannot have answered"
    return wrong, "Write how many answered, a whole number above zero, or leave the cell blank"


def _one_end(row: Row) -> tuple[str, str]:
    has_lower = row["given_lower_exact"] is not None
    there, gone = ("lower", "upper") if has_lower else ("upper", "lower")
    wrong = f"the interval has a {there} end, {row[f'given_{there}_exact']}, and no {gone} one"
    return wrong, "Write both ends, or neither"


def _upside_down(row: Row) -> tuple[str, str]:
    wrong = f"the interval of {row['indicator']} is upside down: {_interval(row)}"
    return wrong, "See whether the two ends are swapped"


def _outside(row: Row) -> tuple[str, str]:
    figure = row["value_exact"]
    if figure is None:
        of = "" if row["denominator_exact"] is None else f" of {row['denominator_exact']}"
        figure = f"that {row['numerator_exact']}{of} makes"
    wrong = f"the figure {figure} lies outside its own interval, {_interval(row)}"
    return wrong, "Check all three; shares of one, such as 0.52, need percent: fraction in the mapping"


def _differ(row: Row) -> tuple[str, str]:
    answered, of = row["respondents_exact"], row["denominator_exact"]
    wrong = f"{answered} answered, and the figure is of {of}: neither {answered} nor the interval will leave"
    return wrong, "Write as many as the figure is of, or give the value without counts"
