"""Discovery: among many areas, how few false alarms; and how much areas differ beyond chance at all."""

from typing import Final

import numpy as np
import polars as pl

from goldenthread.methods.masking.reading import Figures, Flags, Rows

TAIL: Final = 0.1
"""The part of the areas at either end that stands no further out than the rest."""


def adjusted(chance: Figures, set_: Rows) -> Figures:
    """The false discovery rate at which each area would be named; not-a-number stays so.

    Benjamini and Hochberg's step-up procedure within each set: of m chances in order, the k-th times m / k,
    and never more than the one after it.
    """
    rows = pl.DataFrame({"set": set_, "chance": chance}).with_row_index("row")
    order = rows.filter(pl.col("chance").is_not_nan()).sort("set", "chance")
    place, areas = pl.int_range(1, pl.len() + 1).over("set"), pl.len().over("set")
    found = order.with_columns((pl.col("chance") * areas / place).clip(0, 1).alias("rate")).with_columns(
        pl.col("rate").cum_min(reverse=True).over("set")
    )
    result = np.full(len(chance), np.nan)
    result[found["row"].to_numpy()] = found["rate"].to_numpy()
    return result


def overdispersion(distance: Figures, is_in: Flags, set_: Rows, sets: int) -> tuple[Figures, Rows]:
    """Of each set how many times chance its areas vary, and from how many areas that is told.

    The mean square of the areas' distances in standard deviations, after the tenth of them at either end has
    been drawn in to where the others end (winsorised), so that one poor area does not make all of them look
    restless. 1 is what chance gives.
    """
    rows = pl.DataFrame({"set": set_[is_in], "distance": distance[is_in]})
    ends = [pl.col("distance").quantile(at, "linear") for at in (TAIL, 1 - TAIL)]
    found = rows.group_by("set").agg((pl.col("distance").clip(*ends) ** 2).mean(), areas=pl.len())
    result, areas = np.full(sets, np.nan), np.zeros(sets, np.int64)
    at = found["set"].to_numpy()
    result[at], areas[at] = found["distance"].to_numpy(), found["areas"].to_numpy()
    return result, areas
