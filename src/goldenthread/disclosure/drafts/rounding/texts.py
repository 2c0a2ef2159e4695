"""Texts: the printed figures with rounded ones in the place of exact ones."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.disclosure.drafts.printed import KEY, NUMBERS
from goldenthread.disclosure.drafts.rounding.counts import ENDS, PARTS

TOLD: Final = pl.Schema(
    {
        "base": pl.Int64(),
        "kind": pl.String(),
        **dict.fromkeys(PARTS, pl.Int64()),
        **dict.fromkeys((f"{part}_{end}" for part in PARTS for end in ENDS), pl.Int64()),
        "protects": pl.Int64(),
        **dict.fromkeys((f"{name}_low" for name in NUMBERS), pl.Boolean()),
    }
)
"""What stands beside a printed figure: the columns of `counts.ROUNDED`, null where a figure is exact.

`*_low`: printed as [low], without a text.
"""


def as_printed(stated: pl.DataFrame, rounded: pl.DataFrame) -> pl.DataFrame:
    """The figures (`kept.STATED`) with the texts that are printed, and `TOLD` beside them."""
    key = [*KEY, "version"]
    may_print = rounded.filter("may_print").rename({"value_text": "value_rounded"})
    beside = stated.join(may_print.drop("row"), on=key, how="left", maintain_order="left", nulls_equal=True)
    is_rounded = pl.col("base").is_not_null()
    texts = {
        "value_text": pl.col("value_rounded"),
        **{
            f"{part}_text": pl.when(~pl.col(f"{part}_is_low")).then(pl.col(part).cast(pl.String))
            for part in PARTS
        },
    }
    # A plain count is printed as the figure alone.
    is_share = pl.col("denominator").is_not_null()
    texts["numerator_text"] = pl.when(is_share | pl.col("numerator_text").is_not_null()).then(
        texts["numerator_text"]
    )
    told = {name: pl.when(is_rounded).then(text).otherwise(name) for name, text in texts.items()}
    low = {f"{part}_low": pl.col(f"{part}_is_low").fill_null(value=False) for part in PARTS}
    low["numerator_low"] &= is_share
    return beside.with_columns(
        **told, **low, value_low=pl.col("numerator_is_low").fill_null(value=False)
    ).select(*stated.columns, *TOLD)
