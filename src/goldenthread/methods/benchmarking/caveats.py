"""Caveats: what has to be said beside a comparison, so that nobody reads a place as a verdict."""

from typing import Final

import polars as pl

from goldenthread.methods.benchmarking.quartiles import METHODS

ALWAYS: Final = (
    "A place is no verdict: areas differ in need and in how they count, and near places may differ by chance."
)
FEW_PEERS: Final = 8
"""With fewer peers than two for each quarter, quartiles say little."""


def caveat(method: str) -> pl.Expr:
    """One text for each comparison, from the columns of `Comparison.sets`.

    It starts with the caveat that came with the figures, and ends with the one that always holds.
    """
    has_self = pl.col("areas") > pl.col("peers") + pl.col("missing")
    of_whom = pl.when(has_self).then(pl.lit("the peers, without the area itself")).otherwise(pl.lit("all"))
    said = [
        pl.when(pl.col("caveat") != "").then("caveat"),
        pl.when(pl.col("period").is_not_null()).then(pl.format("Figures of {}.", "period")),
        pl.when(pl.col("missing") > 0).then(
            pl.format(
                "Without a figure, and left out: {} of {}.",
                "missing",
                pl.col("peers") + pl.col("missing"),
            )
        ),
        pl.when(has_self & ~pl.col("has_own_figure")).then(pl.lit("The area itself has no figure.")),
        pl.when(pl.col("tied") > 0).then(pl.lit("Equal figures share the better place.")),
        pl.when(pl.col("polarity") == "neutral").then(
            pl.lit("Neither more nor less is better: places go by size alone, the largest first.")
        ),
        pl.when(pl.col("polarity") == "range").then(
            pl.format("Places go by the distance to {}, the nearest first.", "midpoint")
        ),
        pl.format(f"Quartiles by {METHODS[method]}, of {{}}.", of_whom),
        pl.when(pl.col("peers") < FEW_PEERS).then(
            pl.format("Peers with a figure: {}, too few for quartiles to say much.", "peers")
        ),
        pl.lit(ALWAYS),
    ]
    return pl.concat_str(said, separator=" ", ignore_nulls=True)
