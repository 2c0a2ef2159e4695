"""Cells: each count of each figure by itself, in numbers instead of names; and what earlier releases said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import polars as pl

from goldenthread.methods.disclosure.linked.held import breakdowns
from goldenthread.methods.disclosure.linked.held.breakdowns import Cuts
from goldenthread.methods.disclosure.linked.held.figures import NAMED, PARTS, CategoryUnknown

SLOT: Final = ("measure", "area", "breakdown", "start", "stop")
"""Which count it is, in numbers: the indicator's number x 3 + the part's, the area's, the breakdown's, days.

`stop` is the day after the last one; on a count of one day, `start` = `stop`.
"""

CELLS: Final = pl.Schema(
    {
        "measure": pl.Int32(),
        "area": pl.Int32(),
        "breakdown": pl.Int32(),
        "start": pl.Int32(),
        "stop": pl.Int32(),
        "kind": pl.Int8(),
        "over": pl.Int32(),
        "count": pl.Int64(),
        "primary": pl.Boolean(),
        "printed": pl.Boolean(),
        "known": pl.Boolean(),
        "keep": pl.Boolean(),
        "zeros": pl.Boolean(),
        "cost": pl.Float64(),
        "lower": pl.Int64(),
        "upper": pl.Int64(),
        "adds": pl.Boolean(),
        "row": pl.UInt32(),
    }
)
"""`known`: published for good by an earlier release; `zeros`: printed if it is zero; `row`: its figure's."""

EARLIER: Final = pl.Schema(
    {
        "indicator": pl.String(),
        "part": pl.String(),
        "area": pl.String(),
        "breakdown": pl.String(),
        "start": pl.Date(),
        "end": pl.Date(),
        "count": pl.Int64(),
        "is_shown": pl.Boolean(),
        "is_primary": pl.Boolean(),
        "published_on": pl.Date(),
    }
)
"""What earlier releases printed: a row for each numerator or denominator and release.

`count` is the true one at that time (null where nobody knows it any more); `is_shown` whether it was printed
or hidden; `is_primary` whether it was hidden for its own sake.
"""


class Kind(IntEnum):
    """What a cell is: a figure, one of earlier releases alone, or what lies between figures."""

    FIGURE = 0
    EARLIER = 1
    ELEMENTARY = 2
    SUM = 3
    NOT_KNOWN = 4
    AT_SOURCE = 5
    MISSING = 6
    AT_LEAST = 7


KIND_WORDS: Final = (
    "figure",
    "earlier",
    "elementary",
    "sum",
    "not known",
    "hidden at source",
    "missing",
    "at least",
)
"""A `sum` has all its parts here; of one that is `at least` so much, some part is in no table."""
NEW: Final = {
    "over": 0,
    "count": None,
    "primary": False,
    "printed": False,
    "known": False,
    "keep": False,
    "zeros": False,
    "cost": 0.0,
    "lower": 0,
    "upper": None,
    "adds": None,
    "row": None,
}
"""A cell that nobody prints: nothing is known of it but that it is not negative."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names for which the numbers stand."""

    indicators: pl.Series
    areas: pl.Series
    cuts: Cuts


def new(slots: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """Cells that nobody prints, from the columns that `slots` has; the rest as in `NEW`."""
    rest = [pl.lit(value).alias(name) for name, value in NEW.items() if name not in slots.columns]
    whole = slots.with_columns(pl.lit(int(kind)).alias("kind"), *rest)
    return whole.select(pl.col(name).cast(dtype) for name, dtype in CELLS.items())


def held(
    figures: pl.DataFrame, earlier: pl.DataFrame | None, areas: pl.DataFrame, groupings: pl.DataFrame
) -> tuple[pl.DataFrame, Names]:
    """Every count held: numerators, denominators and remainders as `CELLS`. Raises BadFigures."""
    whole = pl.concat([_numerators(figures), _denominators(figures)])
    whole = _with_earlier(whole, EARLIER.to_frame() if earlier is None else earlier)
    names = Names(
        whole["indicator"].unique().sort(),
        areas["area"].unique().sort(),
        breakdowns.read(whole["breakdown"], groupings),
    )
    numbered = _numbered(whole, names)
    cells = pl.concat([numbered.select(CELLS.names()), _remainders(numbered)])
    return cells.sort(*SLOT), names


_SHARED = ("indicator", "area", "breakdown", "start", "end", "row", "cost")


def _numerators(figures: pl.DataFrame) -> pl.DataFrame:
    rows = figures.filter(pl.col("numerator").is_not_null() | pl.col("suppressed"))
    return _of_part(rows, "numerator").with_columns(
        rows["lower"].fill_null(0),
        rows["upper"],
        rows["primary_remainder"],
        must=rows["complements"] | rows["primary_remainder"],
    )


def _denominators(figures: pl.DataFrame) -> pl.DataFrame:
    has_any = pl.col("denominator").is_not_null()
    rows = figures.filter(has_any | (pl.col("suppressed") & has_any.any().over("indicator")))
    return _of_part(rows, "denominator").with_columns(
        lower=pl.lit(0, pl.Int64),
        upper=pl.lit(None, pl.Int64),
        primary_remainder=pl.lit(value=False),
        must=pl.lit(value=False),
    )


def _of_part(rows: pl.DataFrame, part: str) -> pl.DataFrame:
    return rows.select(
        *_SHARED,
        part=pl.lit(PARTS.index(part), pl.Int32),
        kind=pl.lit(int(Kind.FIGURE), pl.Int8),
        over=pl.lit(0, pl.Int32),
        count=pl.col(part),
        primary=f"primary_{part}",
        printed="is_printed",
        known=pl.col("earlier") == "shown",
        keep="keep",
        zeros=pl.col("zeros_shown") & (pl.col("is_printed") | (pl.col("earlier") == "hidden")),
        adds=f"{part}_adds_over_time",
    )


def _with_earlier(cells: pl.DataFrame, earlier: pl.DataFrame) -> pl.DataFrame:
    """With what earlier releases said of these cells, and those that they alone have.

    A cell that was shown is known for good, restated or not: an outsider may know by how much it was. Only
    where it is small since it was restated, it is protected as it is now.
    """
    key = ["indicator", "part", "area", "breakdown", "start", "end"]
    part = pl.col("part").replace_strict(
        {word: place for place, word in enumerate(PARTS)}, return_dtype=pl.Int32
    )
    said = earlier.select(pl.col(name).cast(dtype) for name, dtype in EARLIER.items()).with_columns(part)
    said = (
        said.sort("published_on", "count")
        .group_by(key)
        .agg(
            pl.col("count").drop_nulls().last().alias("then"),
            pl.col("count").filter("is_shown").alias("shown"),
            was_hidden=(~pl.col("is_shown")).any(),
            was_small=(pl.col("is_primary") & ~pl.col("is_shown")).any(),
        )
    )
    joined = cells.join(said, on=key, how="left", maintain_order="left")
    count = pl.coalesce("count", "then")
    same = pl.col("shown").list.contains(count).fill_null(value=False)
    was_small = pl.col("was_small").fill_null(value=False)
    restated = (pl.col("shown").list.len() > 0).fill_null(value=False) & ~pl.col("primary") & ~was_small
    here = joined.with_columns(
        count=count,
        known=pl.col("known") | same | restated,
        zeros=pl.col("zeros") | (pl.col("was_hidden").fill_null(value=False) & (count > 0)),
        primary=pl.col("primary") | was_small,
    ).select(cells.columns)
    gone = said.join(cells, on=key, how="anti")
    return pl.concat([here, _alone(gone, here.schema)])


def _alone(said: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Cells that only earlier releases have."""
    known = pl.col("shown").list.contains(pl.col("then")).fill_null(value=False)
    cells = said.with_columns(
        count="then",
        known=known,
        primary="was_small",
        zeros="was_hidden",
        kind=int(Kind.EARLIER),
        primary_remainder=False,
        must=False,
    )
    rest = [pl.lit(value).alias(name) for name, value in NEW.items() if name not in cells.columns]
    return cells.with_columns(rest).select(pl.col(name).cast(dtype) for name, dtype in schema.items())


def _numbered(cells: pl.DataFrame, names: Names) -> pl.DataFrame:
    areas = _numbers(names.areas, "area")
    strange = cells.join(areas, on="area", how="anti")["area"].unique().sort()
    if len(strange):
        raise CategoryUnknown(
            f"areas that the hierarchy does not know: {', '.join(strange.head(NAMED))}; add them"
        )
    cuts = names.cuts.numbers().rename({"text": "breakdown", "number": "breakdown_number"})
    joined = cells.join(_numbers(names.indicators, "indicator"), on="indicator")
    joined = joined.join(areas, on="area").join(cuts, on="breakdown")
    start, stop = pl.col("start").to_physical(), pl.col("end").to_physical()
    return joined.with_columns(
        measure=pl.col("indicator_number") * len(PARTS) + pl.col("part"),
        area="area_number",
        breakdown="breakdown_number",
        start=start,
        stop=pl.when(start == stop).then(stop).otherwise(stop + 1),
    )


def _numbers(names: pl.Series, name: str) -> pl.DataFrame:
    numbers = pl.int_range(len(names), dtype=pl.Int32, eager=True)
    return pl.DataFrame({name: names, f"{name}_number": numbers}, schema_overrides={name: pl.String})


def _remainders(numbered: pl.DataFrame) -> pl.DataFrame:
    """What is left of each denominator, where numerators are parts of their denominators throughout."""
    above = numbered.filter(pl.col("part") == 0).with_columns(measure=pl.col("measure") + 2)
    below = numbered.filter(pl.col("part") == 1).with_columns(measure=pl.col("measure") + 1)
    both = above.join(below.select(*SLOT, whole="count", whole_adds="adds"), on=SLOT)
    left = pl.col("whole") - pl.col("count")
    is_share = (left >= 0).fill_null(value=True)
    rows = both.filter(is_share & (is_share.all().over("measure") | pl.col("must")))
    return new(
        rows.select(
            *SLOT, "row", count=left, primary="primary_remainder", adds=pl.col("adds") & pl.col("whole_adds")
        ),
        Kind.FIGURE,
    ).with_columns(rows["kind"])
