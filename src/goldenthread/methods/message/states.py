"""Message states: what is known of each indicator, from columns of figures, ratings and charts."""

from collections.abc import Callable
from typing import Final

import polars as pl

from goldenthread.methods import run_chart
from goldenthread.methods.message.order import STATES
from goldenthread.methods.rounding import NUDGE

READ: Final[dict[str, pl.DataType]] = {
    "polarity": pl.String(),
    "value": pl.Float64(),
    "target": pl.Float64(),
    "rating_group": pl.String(),
    "variation_icon": pl.String(),
    "assurance_icon": pl.String(),
    "is_trial": pl.Boolean(),
    "is_constant": pl.Boolean(),
    "run_variation": pl.String(),
    "run_side": pl.String(),
    "is_overlapping": pl.Boolean(),
}
"""The columns that are looked at; those that a frame lacks count as empty."""


class ColumnsMissing(ValueError):
    """The frame lacks a column without which no indicator has a message."""


class WordsUnknown(ValueError):
    """A column holds a word outside its closed list."""


KNOWN: Final = {
    "polarity": ("", "higher", "lower", "range", "neutral"),
    "rating_group": ("", "met", "near", "missed"),
    "variation_icon": (
        "", "common_cause", "improvement_high", "improvement_low", "concern_high", "concern_low",
        "neutral_high", "neutral_low",
    ),
    "assurance_icon": ("", "inconsistent", "pass", "fail"),
    "run_variation": ("", run_chart.RANDOM, run_chart.NON_RANDOM),
    "run_side": ("", "high", "low"),
}  # fmt: skip


def states(frame: pl.DataFrame) -> pl.DataFrame:
    """A column for each of order.STATES, of type Enum. Raises ColumnsMissing, WordsUnknown."""
    if missing := [name for name in ("polarity", "value") if name not in frame.columns]:
        raise ColumnsMissing(f"for a message, the frame needs {', '.join(missing)}")
    read = frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in READ.items()
    ).with_columns(pl.col(name).fill_null("") for name in KNOWN)
    for name, known in KNOWN.items():
        if strange := read.filter(~pl.col(name).is_in(known))[name].to_list():
            raise WordsUnknown(f"{name} {strange[0]!r}: write {', '.join(filter(None, known))} or nothing")
    return read.select(made().cast(pl.Enum(STATES[name])).alias(name) for name, made in _MADE.items())


def _latest() -> pl.Expr:
    is_there = pl.col("value").is_not_null() & pl.col("value").is_finite()
    return pl.when(is_there).then(pl.lit("there")).otherwise(pl.lit("missing"))


def _better() -> pl.Expr:
    polarity = pl.col("polarity")
    return (
        pl.when(polarity.is_in(["higher", "lower"])).then(pl.lit("one way"))
        .when(polarity == "range").then(pl.lit("in a range"))
        .otherwise(pl.lit("neither way"))
    )  # fmt: skip


def _has_limits() -> pl.Expr:
    return (pl.col("variation_icon") != "") & ~pl.col("is_trial").fill_null(value=False)


def _evidence() -> pl.Expr:
    return (
        pl.when(pl.col("is_overlapping").fill_null(value=False)).then(pl.lit("overlapping"))
        .when(_has_limits() & pl.col("is_constant").fill_null(value=False)).then(pl.lit("constant"))
        .when(_has_limits()).then(pl.lit("limits"))
        .when(pl.col("run_variation") != "").then(pl.lit("runs"))
        .otherwise(pl.lit("few"))
    )  # fmt: skip


def _variation() -> pl.Expr:
    """By limits where there are some, else by runs; a run on one side speaks once it is too long."""
    icon, better_side = pl.col("variation_icon"), pl.when(pl.col("polarity") == "lower")
    good = better_side.then(pl.lit("low")).otherwise(pl.lit("high"))
    by_runs = (
        pl.when(pl.col("run_variation") != run_chart.NON_RANDOM).then(pl.lit("chance"))
        .when(pl.col("run_side") == "").then(pl.lit("unclear"))
        .when(pl.col("run_side") == good).then(pl.lit("improving"))
        .otherwise(pl.lit("worsening"))
    )  # fmt: skip
    by_limits = (
        pl.when(icon.str.starts_with("improvement")).then(pl.lit("improving"))
        .when(icon.str.starts_with("concern")).then(pl.lit("worsening"))
        .when(icon == "common_cause").then(pl.lit("chance"))
        .otherwise(pl.lit("unclear"))
    )  # fmt: skip
    return pl.when(_has_limits()).then(by_limits).otherwise(by_runs)


def _limits() -> pl.Expr:
    places = dict(zip(("pass", "fail", "inconsistent", ""), STATES["limits"], strict=True))
    return pl.col("assurance_icon").replace_strict(places)


def _standing() -> pl.Expr:
    """By the rating; without one, by the figure and its target, equality being met."""
    group, gap = pl.col("rating_group"), pl.col("value") - pl.col("target")
    slack = NUDGE * pl.col("target").abs()
    is_met = pl.when(pl.col("polarity") == "lower").then(gap <= slack).otherwise(gap >= -slack)
    return (
        pl.when(group == "met").then(pl.lit("met"))
        .when(group != "").then(pl.lit("not met"))
        .when(is_met).then(pl.lit("met"))
        .when(~is_met).then(pl.lit("not met"))
        .otherwise(pl.lit("unknown"))
    )  # fmt: skip


_MADE: Final[dict[str, Callable[[], pl.Expr]]] = {
    "latest": _latest,
    "better": _better,
    "evidence": _evidence,
    "variation": _variation,
    "limits": _limits,
    "standing": _standing,
}
