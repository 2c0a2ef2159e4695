"""Run chart: whether a short series varies by chance alone, by its median, longest run and crossings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import comb, log2
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.spc import KEYS, series
from goldenthread.methods.spc.limits import TOLERANCE

FEWEST: Final = 10
"""Published limits begin at so many values off the median."""
RANDOM: Final = "random"
NON_RANDOM: Final = "non-random"

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class RunChart:
    """What the runs of each series say, as columns.

    `points`: the keys, `seq`, `date`, `value`, `median`, `side` (-1, 0 on the median, 1; null: missing).

    `series`: a row each: the keys, `n` (values), `n_useful` (values off the median), `median`,
    `longest_run` and `longest_run_limit`, `crossings` and `fewest_crossings`, `variation` (non-random where
    the longest run is longer than its limit or there are fewer crossings than that; null where it cannot be
    assessed), and why not in `obstacle`.
    """

    points: pl.DataFrame
    series: pl.DataFrame


def run_chart(frame: pl.DataFrame, *, keys: Sequence[str] = KEYS) -> RunChart:
    """Median and runs of each series: `date`, `value` (null: missing) and keys, in any order.

    Anhøj and Olesen (2014), Run Charts Revisited: values on the median count neither way, missing ones are
    passed over. Whether the series is one that may be charted at all, ask `spc.suited.overlap` first.
    Raises faults.ColumnsMissing, DateMissing, DatesRepeated, ValueNotFinite.
    """
    rows, keys = series.read(frame, keys)
    table = rows.rows
    medians = table.group_by(keys, maintain_order=True).agg(
        pl.col("value").median().alias("median"), pl.col("value").count().alias("n").cast(pl.Int64)
    )
    lengths = np.diff(np.append(rows.starts, table.height))
    of_row = np.repeat(np.arange(len(rows.starts)), lengths)
    value = table["value"].fill_null(np.nan).to_numpy()
    median = medians["median"].fill_null(np.nan).to_numpy()[of_row]
    tolerance = TOLERANCE * np.fmax(np.abs(value), np.abs(median))
    side = (value - median > tolerance).astype(np.int8) - (value - median < -tolerance).astype(np.int8)
    points = table.select(
        *keys,
        pl.Series("seq", np.arange(1, table.height + 1) - np.repeat(rows.starts, lengths)),
        "date",
        "value",
        pl.Series("median", median, nan_to_null=True),
        pl.when(pl.col("value").is_not_null()).then(pl.Series("side", side)).alias("side"),
    )
    return RunChart(points, _verdicts(medians, side, of_row))


def remarks() -> pl.Expr:
    """By what each series was judged, in one line: an expression over the columns of `RunChart.series`."""
    counted = pl.format(
        "longest run {}, by chance at most {}; crossings of the median {}, by chance at least {}",
        "longest_run", "longest_run_limit", "crossings", "fewest_crossings",
    )  # fmt: skip
    return pl.when(pl.col("obstacle") == "").then(counted).otherwise("obstacle")


def longest_run_limit(useful: int) -> int:
    """A run of more values than this on one side of the median is no chance: log2(n) + 3, rounded."""
    return round(log2(useful)) + 3


@cache
def fewest_crossings(useful: int) -> int:
    """Fewer crossings of the median than this are no chance: the 5% point of n - 1 throws of a coin."""
    throws, below, crossings = useful - 1, 1, 0
    while 20 * below < 1 << throws:
        crossings += 1
        below += comb(throws, crossings)
    return crossings


def _verdicts(medians: pl.DataFrame, side: NDArray[np.int8], of_row: Numbers) -> pl.DataFrame:
    useful = np.flatnonzero(side)
    owner = of_row[useful]
    turns = np.ones(len(useful), np.bool_)
    turns[1:] = (side[useful][1:] != side[useful][:-1]) | (owner[1:] != owner[:-1])
    begins = np.flatnonzero(turns)
    runs = pl.DataFrame({"at": owner[begins], "length": np.diff(np.append(begins, len(useful)))})
    found = runs.group_by("at").agg(
        pl.col("length").sum().alias("n_useful"),
        pl.col("length").max().alias("longest_run"),
        (pl.len().cast(pl.Int64) - 1).alias("crossings"),
    )
    limits = pl.DataFrame(
        [
            (number, longest_run_limit(number), fewest_crossings(number))
            for number in found["n_useful"].unique().sort()
        ],
        schema={"n_useful": pl.Int64, "longest_run_limit": pl.Int64, "fewest_crossings": pl.Int64},
        orient="row",
    )
    is_long = pl.col("longest_run") > pl.col("longest_run_limit")
    is_slow = pl.col("crossings") < pl.col("fewest_crossings")
    is_enough = pl.col("n_useful") >= FEWEST
    verdict = pl.when(is_long | is_slow).then(pl.lit(NON_RANDOM)).otherwise(pl.lit(RANDOM))
    too_few = pl.format(
        "cannot be assessed: {} values off the median, and the tests need {}", "n_useful", pl.lit(FEWEST)
    )
    return (
        medians.with_columns(pl.Series("at", np.arange(medians.height)))
        .join(found, on="at", how="left", maintain_order="left")
        .with_columns(pl.col("n_useful", "longest_run", "crossings").fill_null(0))
        .join(limits, on="n_useful", how="left", maintain_order="left")
        .with_columns(
            pl.when(is_enough).then(verdict).alias("variation"),
            pl.when(is_enough).then(pl.lit("")).otherwise(too_few).alias("obstacle"),
        )
        .select(
            *medians.columns[:-2], "n", "n_useful", "median", "longest_run", "longest_run_limit", "crossings",
            "fewest_crossings", "variation", "obstacle",
        )
    )  # fmt: skip
