"""Targets: which target is in force for a figure, by its period."""

from collections.abc import Iterable
from typing import Final

import polars as pl

from goldenthread.methods import periods

FIGURES: Final = ("target", "lower", "upper", "amber", "amber_lower", "amber_upper", "tolerance", "floor")
WORDS: Final = ("tolerance_kind", "target_exact", "amber_exact")
SOURCE: Final = {
    "effective_from": "target_effective_from",
    "known_from": "target_known_from",
    "approver": "target_approver",
    "reason": "target_why",
    "version": "target_version",
    "period": "target_period",
    "rationale": "target_rationale",
    "year_end": "target_year_end",
}
"""Who set it, when and why: columns of the targets and what they are called beside a figure."""

GOALS: Final = ("target", "lower", "upper")


class TargetsOverlap(ValueError):
    """Two targets hold for one figure, and nothing says which."""


def attach(figures: pl.DataFrame, targets: pl.DataFrame) -> pl.DataFrame:
    """The figures with the target in force for each.

    `figures` needs `indicator` and `period` (and takes `end`, the period's last day, from the code if
    absent). `targets` is as known at the moment asked about: one row for each indicator and period ("" for
    any period that ends between `valid_from` and `valid_to`, either may be empty). A target of exactly that
    period goes before one of the year; of two for the year the one that began later. Added are `FIGURES`,
    `WORDS`, `SOURCE` and `target_reason`: "" with a target; else `no_target`, `no_target_this_period`
    (targets hold in other periods only), or what the target's own `none` column says (`target_not_set`,
    `baseline_year`). Raises TargetsOverlap.
    """
    bare = figures.drop(*FIGURES, *WORDS, *SOURCE.values(), "target_reason", strict=False)
    numbered = _with_ends(bare).with_row_index("_row")
    joined = numbered.join(_chosen(numbered, targets), on="_row", how="left", maintain_order="left")
    others = targets.filter(_says_something(targets.columns)).get_column("indicator").unique().implode()
    return joined.with_columns(_reason(others).alias("target_reason")).drop("_row", "_end", "_found", "_none")


def _with_ends(figures: pl.DataFrame) -> pl.DataFrame:
    if "end" in figures.columns:
        return figures.with_columns(pl.col("end").alias("_end"))
    ends = periods.frame(figures["period"].unique()).select("period", pl.col("end").alias("_end"))
    return figures.join(ends, on="period", how="left", maintain_order="left")


def _chosen(figures: pl.DataFrame, targets: pl.DataFrame) -> pl.DataFrame:
    """For each row at most one target, with the columns that are attached."""
    wanted = figures.select("_row", "indicator", "_end", pl.col("period").alias("_period"))
    candidates = wanted.join(targets, on="indicator", how="inner", maintain_order="left").filter(
        ((pl.col("period") == pl.col("_period")) | (pl.col("period").fill_null("") == ""))
        & (pl.col("valid_from").is_null() | (pl.col("valid_from") <= pl.col("_end")))
        & (pl.col("valid_to").is_null() | (pl.col("valid_to") >= pl.col("_end")))
    )
    ranked = candidates.with_columns(_is_exact=pl.col("period").fill_null("") != "").sort(
        "_row", "_is_exact", "valid_from", descending=[False, True, True], nulls_last=True
    )
    _refuse_overlaps(ranked)
    best = ranked.unique("_row", keep="first", maintain_order=True)
    return best.select("_row", pl.lit(value=True).alias("_found"), *_attached(targets))


def _refuse_overlaps(ranked: pl.DataFrame) -> None:
    rank = ["_row", "_is_exact", "valid_from"]
    top = ranked.join(
        ranked.unique("_row", keep="first", maintain_order=True).select(rank), on=rank, nulls_equal=True
    )
    twice = top.filter(pl.col("_row").is_duplicated())
    if twice.height:
        first = twice.row(0, named=True)
        raise TargetsOverlap(
            f"{first['indicator']}: two targets hold for {first['_period']}; "
            "name the period in one of them, or end one before the other begins"
        )


def _attached(targets: pl.DataFrame) -> list[pl.Expr]:
    """The target's columns under the names they have beside a figure; null where the targets lack them."""
    columns = [_column(targets, name, pl.Float64).alias(name) for name in FIGURES]
    columns += [_column(targets, name, pl.String).alias(name) for name in WORDS]
    columns += [pl.col(name).alias(beside) for name, beside in SOURCE.items() if name in targets.columns]
    return [*columns, _column(targets, "none", pl.String).alias("_none")]


def _column(targets: pl.DataFrame, name: str, dtype: type[pl.DataType]) -> pl.Expr:
    return pl.col(name).cast(dtype) if name in targets.columns else pl.lit(None, dtype=dtype)


def _reason(indicators_with_targets: pl.Series) -> pl.Expr:
    has_elsewhere = pl.col("indicator").is_in(indicators_with_targets)
    return (
        pl.when(pl.col("_found").is_null() & has_elsewhere)
        .then(pl.lit("no_target_this_period"))
        .when(pl.col("_found").is_null())
        .then(pl.lit("no_target"))
        .when(pl.col("_none").fill_null("") != "")
        .then(pl.col("_none"))
        .when(~_says_something())
        .then(pl.lit("target_not_set"))
        .otherwise(pl.lit(""))
    )


def _says_something(columns: Iterable[str] = FIGURES) -> pl.Expr:
    return pl.any_horizontal(pl.col(name).is_not_null() for name in GOALS if name in columns)
