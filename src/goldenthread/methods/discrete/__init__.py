"""Discrete: the single months, quarters or counts beneath figures, also beneath those that overlap."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from goldenthread.methods.aggregation.rules import computed
from goldenthread.methods.discrete import gaps, to_date

__all__ = ["ABOUT", "SERIES", "Discrete", "beneath"]

SERIES: Final = ("indicator", "area", "breakdown")
ABOUT: Final = ("indicator", "frequency", "multiplier", "is_count")
"""What is to be known of each indicator: how often a figure is due, and whether it is a plain number."""

SINGLE: Final = {"month": "monthly", "quarter": "quarterly", "third": "thirds", "term": "termly",
                 "half": "half-yearly", "year": "annual", "snapshot": ""}  # fmt: skip
"""Kinds of periods that do not overlap the next of their kind, finest first, and how often there is one."""
SPACED: Final = {1: "monthly", 3: "quarterly", 6: "half-yearly", 12: "annual"}
"""How often there is a count, by the months from one to the next."""

RECORDED: Final = "recorded"
DIFFERENCES: Final = "differences"
OVERLAP: Final = "only figures that overlap are recorded, and the single periods beneath them are not known"
NO_FIGURES: Final = "there are no figures"


@dataclass(frozen=True)
class Discrete:
    """Single figures.

    `figures`: the keys, `period`, `date` (its first day; of a count its day), `value` (null: missing), by
    date. A period that should have a figure between the first and the last has a row; before and after
    these there is none.

    `series`: a row for each series asked about: the keys, `kind` of period, `frequency`, `made` (`recorded`,
    or `differences` of figures to date) and, where there are no single figures, `why`.
    """

    figures: pl.DataFrame
    series: pl.DataFrame


def beneath(observations: pl.DataFrame, about: pl.DataFrame) -> Discrete:
    """The single figures beneath rows of the ledger; `about` has the columns of ABOUT, a row an indicator.

    As recorded, by the kind of period of which there are most values. Where years to date alone are
    recorded, each less the one before it, as `to_date.differences` does it. Beneath rolling figures alone
    there is nothing that could be known.
    """
    known = _read(observations, about)
    chosen = _chosen(known)
    rows = known.join(chosen, on=[*SERIES, "kind"], how="semi")
    single = rows.filter(pl.col("kind").is_in(list(SINGLE)))
    recorded = single.select(*SERIES, "period", "value")
    made, refused = to_date.differences(rows.filter(pl.col("kind") == "ytd"))
    whole, months = gaps.filled(pl.concat([recorded, made]))
    series = (
        known.select(SERIES)
        .unique(maintain_order=True)
        .join(chosen, on=SERIES, how="left", maintain_order="left")
        .join(refused, on=SERIES, how="left", maintain_order="left")
        .join(months, on=SERIES, how="left", maintain_order="left")
    )
    return Discrete(whole, _told(series, about))


def _read(observations: pl.DataFrame, about: pl.DataFrame) -> pl.DataFrame:
    """Rows with what is known of their indicator; a value that is not there, or no number, is null."""
    rows = observations.join(about.select(ABOUT), on="indicator", maintain_order="left")
    multiplier = pl.col("multiplier").cast(pl.Float64).fill_null(1.0)
    with_multiplier = rows.with_columns(multiplier=multiplier)
    value = computed()
    is_there = (pl.col("status") != "missing") & value.is_finite().fill_null(value=False)
    return with_multiplier.with_columns(value=pl.when(is_there).then(value), is_there=is_there)


def _chosen(known: pl.DataFrame) -> pl.DataFrame:
    """Of each series the kind of period that is charted: a single one before one to date before others."""
    order = {kind: number for number, kind in enumerate((*SINGLE, "ytd"))}
    rank = pl.col("kind").replace_strict(order, default=len(order), return_dtype=pl.Int64)
    counted = (
        known.filter("is_there")
        .group_by(*SERIES, "kind", maintain_order=True)
        .agg(values=pl.len())
        .with_columns(rank=rank)
        .with_columns(group=pl.max_horizontal(pl.col("rank"), len(SINGLE) - 1))
    )
    by_choice = counted.sort("group", "values", "rank", descending=[False, True, False], maintain_order=True)
    return by_choice.unique(SERIES, keep="first", maintain_order=True).select(*SERIES, "kind")


def _told(series: pl.DataFrame, about: pl.DataFrame) -> pl.DataFrame:
    """Kind, frequency and making of each series, and why there is nothing."""
    is_single, is_to_date = pl.col("kind").is_in(list(SINGLE)), pl.col("kind") == "ytd"
    known = pl.col("kind").replace_strict(SINGLE, default="", return_dtype=pl.String)
    counted = pl.col("months").replace_strict(SPACED, default=None, return_dtype=pl.String)
    usual = pl.col("frequency")
    refused = pl.coalesce("refused", pl.lit(""))
    return series.join(
        about.select("indicator", "frequency"), on="indicator", how="left", maintain_order="left"
    ).select(
        *SERIES,
        kind=pl.when(is_to_date)
        .then(usual.replace_strict(to_date.PARTS, default="", return_dtype=pl.String))
        .otherwise(pl.col("kind").fill_null("")),
        frequency=pl.when(is_single & (known != "")).then(known)
        .when(pl.col("kind") == "snapshot").then(pl.coalesce(counted, usual))
        .otherwise(usual),
        made=pl.when(is_single).then(pl.lit(RECORDED))
        .when(is_to_date & (refused == "")).then(pl.lit(DIFFERENCES))
        .otherwise(pl.lit("")),
        why=pl.when(pl.col("kind").is_null()).then(pl.lit(NO_FIGURES))
        .when(is_single).then(pl.lit(""))
        .when(is_to_date).then(refused)
        .otherwise(pl.lit(OVERLAP)),
    )  # fmt: skip
