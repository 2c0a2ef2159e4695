"""Exceptions: figures that the data protection lead has decided on, whatever their policy says."""

from __future__ import annotations

import polars as pl

from goldenthread.disclosure.drafts.world import World

FLAGS = ("primary_numerator", "primary_denominator", "primary_remainder", "primary_value")


def applied(judged: pl.DataFrame, world: World) -> pl.DataFrame:
    """The judged figures with what was excepted: `keep` and `must_hide` (Boolean), no rule against `keep`.

    Of two exceptions on one figure, hiding wins.
    """
    key = ["indicator", "breakdown"]
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
