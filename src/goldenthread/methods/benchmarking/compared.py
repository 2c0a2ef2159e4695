"""Compared: the place of every area, and the peers it is held against, gathered into columns."""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.benchmarking import caveats, quartiles
from goldenthread.methods.benchmarking.ranks import Counts, Figures, Flags, ranks, scores
from goldenthread.methods.benchmarking.sets import Sets
from goldenthread.methods.spc.words import HIGHER, LOWER, POLARITIES, RANGE
from goldenthread.methods.trend.series import blocks

NO_RANK: Final = 0
NOBODY: Final = -1


@dataclass(frozen=True)
class Comparison:
    """What a comparison says, as columns.

    `areas`: the rows as they came, with `rank` (1 is best; null: no figure), `ranked` (figures there are,
    the area's own among them), `is_tied`, `percentile` (rank by ranked: 0.25 is a quarter of the way down),
    `quarter` (1 holds the best; null for fewer than four), `gap` (value less the peers' median), `aim_gap`
    (the same, above zero where it is better; null where neither way is), `mads` (the gap in MADs; null where
    the MAD is 0), `from_midpoint` (where a midpoint is best), and the `caveat` of its comparison.

    `sets`: a row for each comparison: keys, `period`, `definition`, `unit`, `polarity`, `midpoint`, `areas`
    (rows), `ranked`, `tied`, `peers` (figures other than that of the area itself, on which what follows
    rests), `missing` and `missing_areas` (peers without one), `has_own_figure` (null: made for no area in
    particular), `q1`, `q2`, `q3`, `median`, `mad`, `least`, `greatest`, `quartile_method`, `caveat`.
    """

    areas: pl.DataFrame
    sets: pl.DataFrame


@dataclass
class Found:
    """Columns to be, filled in by stretches of whole comparisons."""

    rows: dict[str, NDArray[Any]]
    sets: dict[str, list[NDArray[Any]]] = field(default_factory=dict)

    @classmethod
    def empty(cls, height: int) -> "Found":
        """Room for so many rows."""
        kinds = {"rank": np.uint32, "is_tied": np.bool_, "gap": np.float64, "aim_gap": np.float64}
        kinds |= {"mads": np.float64, "from_midpoint": np.float64}
        return cls({name: np.zeros(height, kind) for name, kind in kinds.items()})

    def put(self, begin: int, rows: dict[str, NDArray[Any]], sets: dict[str, NDArray[Any]]) -> None:
        """Enter what was found of the stretch that begins there."""
        for name, column in rows.items():
            self.rows[name][begin : begin + len(column)] = column
        for name, column in sets.items():
            self.sets.setdefault(name, []).append(column)


def compared(sets: Sets, method: str) -> Comparison:
    """All comparisons, a stretch of them at a time."""
    value, midpoint = (sets.rows[name].fill_null(np.nan).to_numpy() for name in ("value", "midpoint"))
    polarity = closed_words.numbers(sets.rows["polarity"], POLARITIES)
    is_self = sets.rows["is_self"].to_numpy()
    found = Found.empty(len(value))
    for begin, end, starts in list(blocks(sets.starts, len(value))) or [(0, 0, sets.starts)]:
        stretch = slice(begin, end)
        _stretch(
            found,
            begin,
            starts,
            value[stretch],
            midpoint[stretch],
            polarity[stretch],
            is_self[stretch],
            method,
        )
    table = _sets(sets, found, method)
    return Comparison(_areas(sets, found, table), table)


def _stretch(
    found: Found, begin: int, starts: Counts, value: Figures, midpoint: Figures,
    polarity: NDArray[np.uint16], is_self: Flags, method: str,
) -> None:  # fmt: skip
    of_set = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(value))))
    score, size = scores(value, midpoint, polarity)
    there = np.flatnonzero(~np.isnan(value))
    owner = of_set[there]
    ranked = np.bincount(owner, minlength=len(starts))
    rank, tied = np.full(len(value), NO_RANK, np.uint32), np.zeros(len(value), np.bool_)
    rank[there], tied[there] = ranks(score[there], size[there], owner, np.cumsum(ranked) - ranked)
    others = there[~is_self[there]]
    peers = quartiles.spread(value[others], of_set[others], len(starts), method)
    median, mad = peers.median[of_set], peers.mad[of_set]
    gap = value - median
    near = np.where(polarity == RANGE, np.abs(median - midpoint) - score, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        mads = np.where(mad > 0, gap / mad, np.nan)
    rows = {
        "rank": rank,
        "is_tied": tied,
        "gap": gap,
        "aim_gap": np.where(polarity == HIGHER, gap, np.where(polarity == LOWER, -gap, near)),
        "mads": mads,
        "from_midpoint": np.where(polarity == RANGE, score, np.nan),
    }
    q1, q2, q3 = peers.cuts
    own = np.bincount(of_set, weights=is_self, minlength=len(starts)).astype(np.int64)
    areas = np.bincount(of_set, minlength=len(starts))
    has_own = ranked > peers.count
    counts = {
        "areas": areas,
        "ranked": ranked,
        "tied": np.bincount(of_set[tied], minlength=len(starts)),
        "peers": peers.count,
        "missing": areas - own - peers.count,
        "has_own_figure": np.where(own > 0, has_own, NOBODY).astype(np.int8),
    }
    spread = {"q1": q1, "q2": q2, "q3": q3, "median": peers.median, "mad": peers.mad}
    found.put(begin, rows, {**counts, **spread, "least": peers.least, "greatest": peers.greatest})


def _sets(sets: Sets, found: Found, method: str) -> pl.DataFrame:
    columns = {name: np.concatenate(parts) for name, parts in found.sets.items()}
    own = pl.col("has_own_figure")
    table = sets.heads.with_columns(
        *(pl.Series(name, column, nan_to_null=True) for name, column in columns.items()),
        missing_areas=_missing_areas(sets),
        quartile_method=pl.lit(method),
    ).with_columns(pl.when(own != NOBODY).then(own == 1).alias("has_own_figure"))
    return table.select(pl.exclude("caveat"), caveats.caveat(method).alias("caveat"))


def _missing_areas(sets: Sets) -> pl.Series:
    """The peers without a figure of each comparison, by name."""
    lost = np.flatnonzero((sets.rows["value"].is_null() & ~sets.rows["is_self"]).to_numpy())
    names = sets.rows["area"].cast(pl.String).gather(lost)
    of_set = np.searchsorted(sets.starts, lost, side="right") - 1
    listed = pl.DataFrame({"at": of_set, "area": names}, schema={"at": pl.Int64, "area": pl.String})
    table = pl.DataFrame({"at": np.arange(len(sets.starts))}, schema={"at": pl.Int64})
    found = table.join(
        listed.group_by("at").agg(pl.col("area").sort()), on="at", how="left", maintain_order="left"
    )
    return found["area"].fill_null([])


def _areas(sets: Sets, found: Found, table: pl.DataFrame) -> pl.DataFrame:
    of_set = sets.as_they_came(np.repeat(np.arange(len(sets.starts)), sets.lengths))
    column = {
        name: pl.Series(name, sets.as_they_came(each), nan_to_null=True) for name, each in found.rows.items()
    }
    rank, ranked = pl.col("rank"), pl.col("ranked")
    is_there = rank > NO_RANK
    added = pl.DataFrame([*column.values(), table["ranked"].cast(pl.UInt32).gather(of_set)]).select(
        pl.when(is_there).then(rank).alias("rank"),
        "ranked",
        pl.when(is_there).then("is_tied").alias("is_tied"),
        pl.when(is_there).then(rank / ranked).alias("percentile"),
        pl.when(is_there & (ranked >= quartiles.FEWEST))
        .then((4 * rank + ranked - 1) // ranked)
        .cast(pl.UInt8)
        .alias("quarter"),
        "gap", "aim_gap", "mads", "from_midpoint",
    )  # fmt: skip
    return sets.frame.with_columns(*added, table["caveat"].gather(of_set))
