"""Small: which counts the policies hold for too telling to publish, but for what was excepted."""

from __future__ import annotations

import polars as pl

from goldenthread.disclosure.drafts.world import World
from goldenthread.methods import periods
from goldenthread.methods.disclosure import policy

VERSION = r"~\d+$"
"""What stands behind the indicator of a figure that is restated, where it is a series of its own."""
FLAGS = ("primary_numerator", "primary_denominator", "primary_remainder", "primary_value")


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


def excepted(judged: pl.DataFrame, world: World) -> pl.DataFrame:
    """The judged figures with what was excepted: `keep` and `must_hide` (Boolean), no rule against `keep`.

    Of two exceptions on one figure, hiding wins.
    """
    key = ["indicator", "area", "breakdown"]
    beside = judged.with_row_index("place").select("place", *key, "period")
    found = beside.join(world.exceptions, on=key, suffix="_excepted").filter(
        (pl.col("period_excepted") == "") | (pl.col("period_excepted") == pl.col("period"))
    )
    hidden, shown = (set(found.filter(pl.col("keep") == word)["place"]) for word in ("hidden", "shown"))
    place = pl.int_range(pl.len())
    marked = judged.with_columns(
        must_hide=place.is_in(sorted(hidden)), keep=place.is_in(sorted(shown - hidden))
    )
    return marked.with_columns(pl.col(FLAGS) & ~pl.col("keep"))


def between(rows: pl.DataFrame, world: World) -> pl.DataFrame:
    """As `judged`, for counts that nobody prints: what was excepted as shown need not be protected."""
    stands = may_stand(rows, world)
    return judged(rows, world).with_columns(pl.col(FLAGS) & ~stands)


def may_stand(rows: pl.DataFrame, world: World) -> pl.Series:
    """Which of some counts were excepted as shown: `indicator`, `area`, `breakdown`, `start`, `end`."""
    shown, hidden = (_excepted(rows, world, word) for word in ("shown", "hidden"))
    return pl.Series(
        [place in shown and place not in hidden for place in range(rows.height)], dtype=pl.Boolean
    )


def _excepted(rows: pl.DataFrame, world: World, keep: str) -> set[int]:
    """The places of the counts that an exception is on; without a period it is on every stretch of days."""
    exceptions = world.exceptions.filter(pl.col("keep") == keep)
    days = periods.frame(exceptions.filter(pl.col("period") != "")["period"])
    dated = exceptions.join(days.select("period", since="start", until="end"), on="period", how="left")
    plain = rows.with_row_index("place").with_columns(pl.col("indicator").str.replace(VERSION, ""))
    found = plain.join(dated, on=["indicator", "area", "breakdown"])
    same = (pl.col("start") == pl.col("since")) & (pl.col("end") == pl.col("until"))
    return set(
        found.filter((pl.col("period_right" if "period" in rows.columns else "period") == "") | same)["place"]
    )
