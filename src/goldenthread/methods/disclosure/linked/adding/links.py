"""Links: the same count under two indicators, which is one cell."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.disclosure.linked.held.cells import SLOT, Names
from goldenthread.methods.disclosure.linked.held.figures import PARTS, BadFigures, few
from goldenthread.methods.disclosure.linked.held.labels import labels

LINKS: Final = pl.Schema(
    {
        "indicator": pl.String(),
        "part": pl.String(),
        "breakdown": pl.String(),
        "other_indicator": pl.String(),
        "other_part": pl.String(),
        "other_breakdown": pl.String(),
        "revised": pl.Boolean(),
    }
)
"""A row says that two indicators hold the same count wherever both have the area and the days.

`part` and `other_part` are numerator or denominator. Without `breakdown` and `other_breakdown` (null, or left
out) it is so for every breakdown that both have; with them, for these two ("" is the whole). `revised`, which
may be left out: one of the two was officially revised, so that where they differ they are kept apart.
"""

Numbers = NDArray[np.int64]


class CountsDiffer(BadFigures):
    """Two figures that are said to be the same count have two counts."""


def linked(
    cells: pl.DataFrame, links: pl.DataFrame | None, names: Names
) -> tuple[pl.DataFrame, Numbers, list[str]]:
    """The cells, where one is unknown with the other's count; the pairs (k x 2) that are one; notes."""
    numbered = cells.select(*SLOT, "count").with_row_index("cell").cast({"cell": pl.Int64})
    pairs = _pairs(numbered, _read(links, names))
    differs = pairs.filter(pl.col("count") != pl.col("count_other"))
    wrong = differs.filter(~pl.col("revised")).sort("cell")
    if wrong.height:
        ends = wrong["cell"][0], wrong["cell_other"][0]
        counts = " and ".join(str(cells["count"][place]) for place in ends)
        raise CountsDiffer(
            f"said to be one count, but {counts}: {few(labels(cells[list(ends)], names))}. "
            "Correct one of them, or mark the link as revised"
        )
    notes = (
        [f"{differs.height} pairs of linked counts are kept apart: one of the two was revised"]
        if differs.height
        else []
    )
    same = pairs.filter((pl.col("count") == pl.col("count_other")).fill_null(value=True))
    return _filled(cells, same), same.select("cell", "cell_other").to_numpy(), notes


def _read(links: pl.DataFrame | None, names: Names) -> pl.DataFrame:
    """The links in numbers: `measure`, `cut`, and the same of the other; those of indicators held alone."""
    rows = LINKS.to_frame() if links is None else links
    rest = [pl.lit(None, kind).alias(name) for name, kind in LINKS.items() if name not in rows.columns]
    read = rows.with_columns(rest).select(pl.col(name).cast(kind) for name, kind in LINKS.items())
    strange = read.filter(~(pl.col("part").is_in(PARTS[:2]) & pl.col("other_part").is_in(PARTS[:2])))
    if strange.height:
        raise BadFigures("a link is between numerators and denominators: write one of them as its part")
    both = _numbered(_numbered(read, "", names), "other_", names)
    return both.filter(
        (pl.col("breakdown").is_null() | pl.col("cut").is_not_null())
        & (pl.col("other_breakdown").is_null() | pl.col("other_cut").is_not_null())
    ).select("measure", "cut", "other_measure", "other_cut", pl.col("revised").fill_null(value=False))


def _numbered(links: pl.DataFrame, side: str, names: Names) -> pl.DataFrame:
    """With `measure` and `cut` of one side (`other_` before them); without indicators that nobody holds."""
    measures = pl.DataFrame(
        {
            f"{side}indicator": [name for name in names.indicators for _ in PARTS],
            f"{side}part": PARTS * len(names.indicators),
            f"{side}measure": range(len(PARTS) * len(names.indicators)),
        },
        schema_overrides={
            f"{side}indicator": pl.String,
            f"{side}part": pl.String,
            f"{side}measure": pl.Int32,
        },
    )
    cuts = names.cuts.numbers().rename({"text": f"{side}breakdown", "number": f"{side}cut"})
    return links.join(measures, on=[f"{side}indicator", f"{side}part"]).join(
        cuts, on=f"{side}breakdown", how="left"
    )


def _pairs(cells: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """`cell`, `cell_other` and their counts, for each place where both stand."""
    one = cells.join(links, on="measure").filter(
        pl.col("cut").is_null() | (pl.col("cut") == pl.col("breakdown"))
    )
    there = one.with_columns(breakdown=pl.coalesce("other_cut", "breakdown"))
    on = ["area", "breakdown", "start", "stop"]
    return there.join(cells, left_on=["other_measure", *on], right_on=["measure", *on], suffix="_other").sort(
        "cell", "cell_other"
    )


def _filled(cells: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """A count hidden at its source in one indicator and held in another is known to us."""
    known = [
        pairs.select(cell=this, found=pl.col(count)).filter(pl.col("found").is_not_null())
        for this, count in (("cell", "count_other"), ("cell_other", "count"))
    ]
    found = pl.concat(known).group_by("cell").agg(pl.col("found").max())
    numbered = cells.with_row_index("cell").cast({"cell": pl.Int64})
    joined = numbered.join(found, on="cell", how="left", maintain_order="left")
    was_unknown = pl.col("count").is_null() & pl.col("found").is_not_null()
    return joined.with_columns(
        primary=pl.col("primary") | was_unknown, count=pl.coalesce("count", "found")
    ).select(cells.columns)
