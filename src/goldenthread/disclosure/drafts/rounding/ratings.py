"""Ratings: which may stand beside a rounded figure: those that every count has which it leaves possible."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from goldenthread.methods import rating
from goldenthread.methods.disclosure import possible
from goldenthread.methods.rating import Scheme

BY: Final = ("scheme", "polarity", "tolerance_kind", *possible.LIMITS)


def kept(
    judged: pl.DataFrame, rounded: pl.DataFrame, rated: pl.DataFrame, schemes: Mapping[str, Scheme]
) -> frozenset[str]:
    """The lines whose rating tells no more than their rounded figure does.

    `judged` are the printed figures with `row`, `rounded` those that are rounded (`counts.ROUNDED`), `rated`
    the lines with a rating (`ratings.RATED`). A rating that one possible count has and another has not would
    narrow the interval: it goes, whichever of them the true count is.
    """
    about = judged.select("row", "multiplier", "lines").explode("lines").drop_nulls("lines")
    beside = rounded.filter("may_print").join(about, on="row").join(rated, left_on="lines", right_on="line")
    if beside.is_empty():
        return frozenset()
    ends = pl.int_ranges("numerator_least", pl.col("numerator_most") + 1).alias("over")
    wholes = pl.when(pl.col("denominator").is_not_null()).then(
        pl.int_ranges(pl.col("denominator_least").fill_null(0), pl.col("denominator_most").fill_null(0) + 1)
    )
    every = beside.with_columns(ends, wholes.alias("of")).explode("over").explode("of")
    share = pl.col("multiplier") * pl.col("over") / pl.col("of")
    value = pl.when(pl.col("of").is_null()).then(pl.col("over").cast(pl.Float64)).otherwise(share)
    there = every.filter(pl.col("of").is_null() | (pl.col("of") > 0))
    asked = there.select(
        "lines", "row", *BY, was="rating", value=value, denominator=pl.col("of").cast(pl.Float64)
    )
    band = pl.col("rating").cast(pl.String).fill_null("")
    found = rating.rate(asked, schemes).group_by("lines").agg(is_same=(band == pl.col("was")).all())
    return frozenset(found.filter("is_same")["lines"])
