"""Possible: what the rating of a hidden figure would tell of it, and whether the rating may stand.

A colour that only some of the counts have that an outsider holds possible is a statement about the count. One
that all of them have may stand; and then it is known, so the counts with another colour are ruled out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from goldenthread.methods import rating

REACH: Final = 60
"""How far from the true count others are looked at; further away, nothing is held possible."""

LIMITS: Final = (
    "target", "amber", "lower", "upper", "amber_lower", "amber_upper", "tolerance", "floor",
)  # fmt: skip
HIDDEN: Final = pl.Schema(
    {
        "count": pl.Int64(),
        "of": pl.Int64(),
        "multiplier": pl.Float64(),
        "threshold": pl.Int64(),
        "is_few": pl.Boolean(),
        "leaves_few": pl.Boolean(),
        "scheme": pl.String(),
        "polarity": pl.String(),
        "tolerance_kind": pl.String(),
        **dict.fromkeys(LIMITS, pl.Float64()),
    }
)
"""A row for each hidden figure with a rating: the true count, of how many it is a share (null: of none), and
what `rating.rate` looks at. `is_few` says that the count is 1 to `threshold`, `leaves_few` that it leaves as
few out.
"""


def people_counted(prefix: str = "") -> pl.Expr:
    """The count of people behind a figure: its numerator, else what a reader would work it out to be.

    That is the value itself of a plain count, and of a share its value times the denominator. Reads
    `{prefix}value`, `{prefix}numerator`, `{prefix}denominator` and `multiplier`; null where nothing is known.
    """
    value, denominator = pl.col(f"{prefix}value"), pl.col(f"{prefix}denominator")
    share = value * denominator / pl.col("multiplier")
    worked_out = pl.when(denominator.is_null()).then(value).otherwise(share)
    return pl.coalesce(f"{prefix}numerator", worked_out).round(0).cast(pl.Int64)


def kept_ratings(hidden: pl.DataFrame, schemes: Mapping[str, rating.Scheme]) -> pl.DataFrame:
    """Whether the rating of each hidden figure may stand, and the least and greatest count that has it.

    `hidden` has the columns `HIDDEN`. The answer has `may_stand`, `least`, `greatest`, in the same order; the
    two are null where the rating may not stand. It may not where what is known of the figure here gives it no
    rating, for it rests on something else too, such as a confidence interval or the figures of peers.
    """
    rows = hidden.select(HIDDEN.names()).with_row_index("row")
    whole = pl.when(pl.col("of").is_not_null()).then(pl.max_horizontal("of", "count")).otherwise(2**62)
    others = rows.join(pl.DataFrame({"step": range(-REACH, REACH + 1)}), how="cross")
    there = others.with_columns(other=pl.col("count") + pl.col("step")).filter(
        pl.col("other").is_between(0, whole)
    )
    share = pl.col("multiplier") * pl.col("other") / pl.col("of")
    value = pl.when(pl.col("of").is_null()).then(pl.col("other").cast(pl.Float64)).otherwise(share)
    rated = rating.rate(there.with_columns(value=value, denominator=pl.col("of").cast(pl.Float64)), schemes)
    band = pl.col("rating").cast(pl.String).fill_null("")
    own = band.filter(pl.col("step") == 0).first().over("row")
    # What the rule rates by may be more than is known here: then nothing shows what the colour tells.
    is_same = (band == own) & (own != "")
    few = pl.col("is_few") & pl.col("other").is_between(1, pl.col("threshold"))
    left = pl.col("leaves_few") & (pl.col("of") - pl.col("other")).is_between(1, pl.col("threshold"))
    held = rated.with_columns(is_same=is_same, is_possible=few | left.fill_null(value=False))
    below = (pl.col("step") < 0) & ~pl.col("is_same")
    above = (pl.col("step") > 0) & ~pl.col("is_same")
    found = held.group_by("row", maintain_order=True).agg(
        may_stand=(pl.col("is_same") | ~pl.col("is_possible")).all(),
        least=pl.max_horizontal(pl.col("other").filter(below).max() + 1, pl.col("other").min()),
        greatest=pl.min_horizontal(pl.col("other").filter(above).min() - 1, pl.col("other").max()),
    )
    only_if = pl.when(pl.col("may_stand"))
    return found.select("may_stand", least=only_if.then("least"), greatest=only_if.then("greatest"))
