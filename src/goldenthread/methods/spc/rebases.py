"""Rebases suggested: where a shift has lasted so long that the limits describe a process that is gone."""

from typing import Final

import numpy as np
import polars as pl

from goldenthread.methods.spc.charted import Chart
from goldenthread.methods.spc.limits import Figures
from goldenthread.methods.spc.series import Rows

SHIFT: Final = 7
"""So many points in a row on one side of the mean are a shift."""
LASTS: Final = 12
"""So many, up to the latest value, have lasted: they are enough for limits of their own."""


def suggested(chart: Chart) -> pl.DataFrame:
    """Series whose latest group ends in a shift, a row each; nothing is rebased by this.

    The keys, `date` (of the first point of the shift: where new limits would start), `points` (of the shift),
    `side` (above, below), `mean_before` and `mean_since` (of the group up to the shift, and of the shift),
    `is_due` (it has lasted), and `why` in words. Values that are still missing at the end do not count
    against it. Making Data Count asks for more than the figures before limits are rebased: a known cause, and
    a change that is meant to stay. Both are for a person to say.
    """
    groups = chart.groups
    keys = groups.columns[: groups.columns.index("rebase_group")]
    found = groups.select(*keys, "is_latest", "obstacle", end=pl.col("n").cum_sum(), n="n")
    found = found.filter(pl.col("is_latest") & (pl.col("obstacle") == ""))
    begin = found["end"].to_numpy() - found["n"].to_numpy()
    value = chart.points["value"].fill_null(np.nan).to_numpy()
    side = chart.points["relative_to_mean"].fill_null(0).to_numpy()
    last = _last_of(np.flatnonzero(value == value), found["end"].to_numpy() - 1)
    turns = np.flatnonzero(side[1:] != side[:-1]) + 1
    shift = np.maximum(_last_of(np.append(0, turns), last), begin)
    is_shift = (last - shift + 1 >= SHIFT) & (side[last] != 0) & (shift > begin)
    begin, shift, last = begin[is_shift], shift[is_shift], last[is_shift]
    before, since = _means(value, begin, shift), _means(value, shift, last + 1)
    return (
        found.select(keys)
        .filter(pl.Series(is_shift))
        .with_columns(
            chart.points["date"][shift].alias("date"),
            pl.Series("points", last - shift + 1),
            pl.Series("side", ["above" if each > 0 else "below" for each in side[last]], pl.String),
            pl.Series("mean_before", before),
            pl.Series("mean_since", since),
            pl.Series("is_due", last - shift + 1 >= LASTS),
        )
        .with_columns(_why().alias("why"))
    )


def _last_of(places: Rows, up_to: Rows) -> Rows:
    """Of these ascending places the last one up to each of those."""
    found: Rows = places[np.searchsorted(places, up_to, side="right") - 1]
    return found


def _means(value: Figures, begin: Rows, end: Rows) -> Figures:
    """The mean of the values that are there in each stretch; the stretches follow each other."""
    is_there = value == value
    # Each stretch and what lies between it and the next, of which every second is wanted.
    edges = np.stack([begin, end], axis=1).ravel()
    total, count = (
        np.add.reduceat(np.append(column, 0.0), edges)[::2]
        for column in (np.where(is_there, value, 0.0), is_there)
    )
    means: Figures = total / count
    return means


def _why() -> pl.Expr:
    lasted = pl.format("{} points in a row {} the mean, up to the latest: ", "points", "side")
    enough = pl.lit("enough for limits of their own, if the cause is known and the change is meant to stay")
    wait = pl.format("wait until there are {}", pl.lit(LASTS))
    return lasted + pl.when("is_due").then(enough).otherwise(wait)
