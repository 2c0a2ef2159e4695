"""Margins: wards to their borough, the values of a dimension to the whole, crossed cuts to both margins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.disclosure.linked.adding import sums as sums_
from goldenthread.methods.disclosure.linked.adding.sums import Sums
from goldenthread.methods.disclosure.linked.held.cells import SLOT, Kind, Names, new


@dataclass(frozen=True, slots=True)
class Axes:
    """Of each area its wholes (`area`, `whole`, `over`, `size`), and of each breakdown.

    `size` is how many parts the whole has, 0 where nobody has said. `over` is the number in `overs` of what
    the sum goes over: "area", "age", "age: wide bands"; 0 is nothing.
    """

    areas: pl.DataFrame
    breakdowns: pl.DataFrame
    overs: pl.Series


def axes(names: Names, areas: pl.DataFrame, groupings: pl.DataFrame) -> Axes:
    """What adds up to what, in numbers."""
    area_number = pl.DataFrame({"name": names.areas}).with_row_index("number").cast({"number": pl.Int32})
    below = (
        areas.filter(pl.col("parent") != "")
        .join(area_number, left_on="area", right_on="name")
        .join(area_number, left_on="parent", right_on="name", suffix="_whole")
        .select(area="number", whole="number_whole", named=_named(pl.lit("area"), pl.col("grouping")))
        .with_columns(size=pl.len().over("whole", "named"))
    )
    cuts = _of_cuts(names, groupings)
    overs = pl.concat([below["named"], cuts["named"]]).unique().sort()
    over = pl.DataFrame({"named": overs}).with_row_index("over", offset=1).cast({"over": pl.Int32})
    return Axes(
        below.join(over, on="named").drop("named"),
        cuts.join(over, on="named").drop("named"),
        pl.concat([pl.Series([""], dtype=pl.String), overs]),
    )


def _of_cuts(names: Names, groupings: pl.DataFrame) -> pl.DataFrame:
    faces = names.cuts.faces
    sized = groupings.with_columns(size=pl.len().over("dimension", "part_of", "grouping"))
    grouped = faces.join(sized, on=["dimension", "value"])
    to_all = grouped.filter(pl.col("part_of") == "").with_columns(whole="rest")
    wider = faces.select("dimension", "rest", part_of="value", whole="breakdown")
    to_wider = grouped.join(wider, on=["dimension", "rest", "part_of"])
    plain = faces.join(groupings, on="dimension", how="anti").with_columns(
        whole="rest", grouping=pl.lit(""), size=pl.lit(0, pl.UInt32)
    )
    columns = ("breakdown", "dimension", "grouping", "whole", "size")
    return pl.concat([rows.select(columns) for rows in (to_all, to_wider, plain)]).select(
        "breakdown", "whole", "size", named=_named(pl.col("dimension"), pl.col("grouping"))
    )


def _named(axis: pl.Expr, grouping: pl.Expr) -> pl.Expr:
    return pl.when(grouping == "").then(axis).otherwise(pl.concat_str([axis, grouping], separator=": "))


def linked(cells: pl.DataFrame, axes: Axes) -> tuple[pl.DataFrame, Sums]:
    """The cells with what nobody holds where tables meet in it, and the sums over areas and cuts."""
    there = pl.concat([cells, _missing(cells, axes)])
    found, parts = [there], []
    fresh, first = there, 0
    while fresh.height:
        below = _parts(fresh, first, axes)
        parts.append(below)
        first += fresh.height
        wanted = below.select(SLOT).unique()
        fresh = new(wanted.join(pl.concat(found), on=SLOT, how="anti").sort(SLOT), Kind.SUM)
        found.append(fresh)
    whole, entries = pl.concat(found), _entries(pl.concat(found), pl.concat(parts))
    linking = _linking(there.height, whole.height, entries)
    number = pl.Series(np.cumsum(linking) - 1)
    kept = pl.Series(linking)
    entries = entries.filter(kept[entries["cell"]] & kept[entries["whole"]])
    anew = entries.with_columns(cell=number[entries["cell"]], whole=number[entries["whole"]])
    kept_cells = whole.filter(kept)
    return kept_cells, _sums(anew, kept_cells)


def _missing(cells: pl.DataFrame, axes: Axes) -> pl.DataFrame:
    """Of each whole that is held with all of its parts but one, that one: anybody can take the others off."""
    key = [*SLOT, "over"]
    held = _parts(cells, 0, axes).join(cells.filter(pl.col("count").is_not_null()), on=SLOT, how="semi")
    found = held.group_by(key).agg(pl.len().alias("found"), pl.col("size").first())
    short = found.filter(pl.col("found") + 1 == pl.col("size")).select(key)
    of_areas = short.join(axes.areas, left_on=["area", "over"], right_on=["whole", "over"])
    of_cuts = short.join(axes.breakdowns, left_on=["breakdown", "over"], right_on=["whole", "over"])
    of_areas = of_areas.select("measure", "area_right", "breakdown", "start", "stop").rename(
        {"area_right": "area"}
    )
    of_cuts = of_cuts.select("measure", "area", "breakdown_right", "start", "stop")
    slots = pl.concat([of_areas, of_cuts.rename({"breakdown_right": "breakdown"})]).unique()
    return new(slots.join(cells, on=SLOT, how="anti").sort(SLOT), Kind.MISSING)


def _linking(held: int, cells: int, entries: pl.DataFrame) -> NDArray[np.bool_]:
    """Which cells to keep: those held, and wholes that lead to one that is held or in which two sums meet."""
    cell, whole = entries["cell"].to_numpy(), entries["whole"].to_numpy()
    linking = np.arange(cells) < held
    of_held = entries.filter(pl.col("cell") < held).select("whole", "over").unique()
    linking |= np.bincount(of_held["whole"], minlength=cells) > 1
    while True:
        leads = cell[linking[whole] & ~linking[cell]]
        if not len(leads):
            return linking
        linking[leads] = True


def _parts(cells: pl.DataFrame, first: int, axes: Axes) -> pl.DataFrame:
    """`cell`, the slot of its whole, `over`, `size`: for each cell and each sum of which it may be a part."""
    numbered = cells.select(SLOT).with_row_index("cell", offset=first).cast({"cell": pl.Int64})
    columns = ("cell", *SLOT, "over", "size")
    over_areas = numbered.join(axes.areas, on="area").with_columns(area="whole").select(columns)
    over_cuts = numbered.join(axes.breakdowns, on="breakdown").with_columns(breakdown="whole").select(columns)
    return pl.concat([over_areas, over_cuts])


def _entries(cells: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """`cell`, `whole`, `over`, `size`: a row for each part whose whole is among the cells."""
    numbered = cells.select(SLOT).with_row_index("whole").cast({"whole": pl.Int64})
    return parts.join(numbered, on=SLOT).select("cell", "whole", "over", "size")


def _sums(entries: pl.DataFrame, cells: pl.DataFrame) -> Sums:
    key = ["whole", "over"]
    sums = entries.group_by(key).agg(pl.len().alias("found"), pl.col("size").first()).sort(key)
    # Where nobody has listed the parts, they are as many as the indicator has anywhere.
    indicator = cells["measure"].gather(sums["whole"]) // 3
    most = pl.col("found").max().over(indicator, "over")
    sums = sums.with_columns(expected=pl.when(pl.col("size") > 0).then("size").otherwise(most))
    sums = sums.with_row_index("sum").cast({"sum": pl.Int64, "over": pl.Int64})
    of = entries.cast({"over": pl.Int64}).join(sums, on=key).sort("sum", "cell")
    is_short = (sums["found"] < sums["expected"]).to_numpy()
    is_listed = (sums["size"] > 0).to_numpy()
    wholes, parts, part_of = sums["whole"].to_numpy(), of["cell"].to_numpy(), of["sum"].to_numpy()
    return sums_.open_(wholes, parts, part_of, is_short, is_listed, sums["over"].to_numpy())


def ties(cells: pl.DataFrame) -> Sums:
    """Numerator and remainder make the denominator, wherever there are all three."""
    numbered = cells.select(SLOT).with_row_index("cell").cast({"cell": pl.Int64})
    part = pl.col("measure") % 3
    on = ["indicator", *SLOT[1:]]
    of = numbered.with_columns(indicator=pl.col("measure") // 3)
    above, below, left = (of.filter(part == place).select("cell", *on) for place in range(3))
    tied = above.join(below, on=on, suffix="_below").join(left, on=on, suffix="_left").sort("cell")
    number = np.arange(tied.height)
    parts = np.concatenate([tied["cell"].to_numpy(), tied["cell_left"].to_numpy()])
    return sums_.closed(tied["cell_below"].to_numpy(), parts, np.concatenate([number, number]))
