"""Small: which counts the policies hold for too telling to publish."""

from __future__ import annotations

import polars as pl

from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import policy

VERSION = r"~\d+$"
"""What stands behind the indicator of a figure that is restated, where it is a series of its own."""


def judged(rows: pl.DataFrame, world: World) -> pl.DataFrame:
    """The rows with what `policy.primary` says of them, and the `threshold` that holds.

    `rows` have `indicator`, `numerator` and `denominator`, and count people.
    """
    plain = pl.col("indicator").str.replace(VERSION, "")
    codes = rows.select(plain.unique()).to_series()
    policies = {code: world.policy(code) for code in codes}
    limits = {code: held.largest_hidden for code, held in policies.items()}
    asked = rows.with_columns(
        policy=plain, threshold=plain.replace_strict(limits, default=0, return_dtype=pl.Int64)
    )
    return policy.primary(asked, policies)
