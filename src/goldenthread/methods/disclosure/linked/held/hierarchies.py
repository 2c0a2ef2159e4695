"""Hierarchies: which areas and which values of a dimension together make which wholes."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl
from scipy import sparse
from scipy.sparse import csgraph

from goldenthread.methods.disclosure.linked.held.figures import BadFigures

AREAS: Final = pl.Schema({"area": pl.String(), "parent": pl.String(), "grouping": pl.String()})
"""A row for each area: `parent` is the area of which it is a part ("" or null for the whole map).

An area may have several rows, for maps that overlap: `grouping` (may be left out) tells them apart, and the
areas of one grouping under one parent make it up together: wards and, beside them, school catchments.
"""

GROUPINGS: Final = pl.Schema(
    {"dimension": pl.String(), "value": pl.String(), "part_of": pl.String(), "grouping": pl.String()}
)
"""A row for each value and each group of which it is a part.

`part_of` is a wider value of the same dimension, or "" (or null) for everybody; the values of one `grouping`
(may be left out) under one `part_of` make it up together. A dimension without rows needs none as long as its
values do not overlap: whatever values a figure is broken down by then make up the whole.
"""


class HierarchyBroken(BadFigures):
    """A hierarchy with a cycle, or with a gap: a part of something that is not there itself."""


def areas(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of `AREAS` in order, "" for no parent. Raises HierarchyBroken."""
    read = _filled(rows, AREAS)
    _refuse(read.select(node="area", above="parent"), "area")
    return read


def groupings(rows: pl.DataFrame | None) -> pl.DataFrame:
    """The rows of `GROUPINGS` in order, "" for the whole. Raises HierarchyBroken."""
    read = _filled(GROUPINGS.to_frame() if rows is None else rows, GROUPINGS)
    for (dimension,), values in read.group_by("dimension", maintain_order=True):
        _refuse(values.select(node="value", above="part_of"), f"value of {dimension}")
    return read


def _filled(rows: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    missing = [name for name in schema if name not in rows.columns and name != "grouping"]
    if missing:
        raise BadFigures(f"the hierarchy lacks the columns {', '.join(missing)}")
    whole = rows if "grouping" in rows.columns else rows.with_columns(grouping=pl.lit(""))
    return whole.select(pl.col(name).cast(pl.String).fill_null("") for name in schema).unique().sort(pl.all())


def _refuse(edges: pl.DataFrame, what: str) -> None:
    """`edges`: node, above ("" for none)."""
    below = edges.filter(pl.col("above") != "")
    if gaps := sorted(set(below["above"]) - set(edges["node"])):
        raise HierarchyBroken(
            f"{what} {gaps[0]} has parts and no row of its own: add it, or correct its name"
        )
    names = edges["node"].unique().sort()
    number = pl.DataFrame({"name": names}).with_row_index("number")
    ends = below.join(number, left_on="node", right_on="name").join(
        number, left_on="above", right_on="name", suffix="_above"
    )
    shape = (len(names), len(names))
    graph = sparse.csr_array((np.ones(ends.height), (ends["number"], ends["number_above"])), shape=shape)
    _, group = csgraph.connected_components(graph, connection="strong")
    alone = np.bincount(group)[group] == 1
    round_about = (
        names.filter(pl.Series(~alone)).to_list()
        + ends.filter(pl.col("node") == pl.col("above"))["node"].to_list()
    )
    if round_about:
        raise HierarchyBroken(
            f"{what} {round_about[0]} is a part of itself by way of its parts: break the circle"
        )
