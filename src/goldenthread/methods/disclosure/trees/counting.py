"""Counting: the rows of a table checked, and added up over the full cross of all nodes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.disclosure.trees.tree import TOTAL, BadTree, Tree

FREQ: Final = "freq"
LARGEST: Final = 2**53
NAMED: Final = 5
Dimensions = Mapping[str, tuple[str, ...]]


class BadCounts(ValueError):
    """A table whose counts cannot be taken; the message names the cell."""


def checked(rows: pl.DataFrame, dimensions: Dimensions) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The inner rows and the rows of given totals, with whole counts. Raises BadCounts.

    A row is a total where the levels of a dimension, from some level down, are all "Total".
    """
    levels = [level for names in dimensions.values() for level in names]
    if missing := [name for name in [*levels, FREQ] if name not in rows.columns]:
        raise BadCounts(f"the table lacks the column {missing[0]}; it has {', '.join(rows.columns)}")
    if not len(rows):
        raise BadCounts("the table has no rows")
    rows = rows.select(*(pl.col(level).cast(pl.String) for level in levels), FREQ)
    rows = rows.with_columns(_whole(rows, levels))
    if len(twice := rows.filter(pl.struct(levels).is_duplicated())):
        raise BadCounts(f"{_said(twice, levels)} stands in the table twice; a cell has one row")
    is_total = pl.any_horizontal(pl.col(names[-1]) == TOTAL for names in dimensions.values())
    is_total = is_total.fill_null(value=False)
    return rows.filter(~is_total), rows.filter(is_total)


def cross(trees: tuple[Tree, ...], inner: pl.DataFrame) -> NDArray[np.int64]:
    """Counts with an axis for each tree, over all its nodes; an inner cell without a row counts 0.

    Raises BadTree: a category that its tree does not know.
    """
    places = [_leaf_numbers(each, inner) for each in trees]
    leaves = np.zeros([len(each.leaves) for each in trees], np.int64)
    leaves[tuple(places)] = inner[FREQ].to_numpy()
    for axis, each in enumerate(trees):
        turned = np.moveaxis(leaves, axis, 0)
        flat = each.adds_up() @ turned.reshape(len(each.leaves), -1)
        leaves = np.moveaxis(flat.reshape(len(each), *turned.shape[1:]), 0, axis)
    return np.ascontiguousarray(leaves)


def refuse_other_totals(trees: tuple[Tree, ...], counts: NDArray[np.int64], totals: pl.DataFrame) -> None:
    """Raise BadCounts unless every given total is what its cells come to."""
    places = [dict(zip(each.paths, range(len(each)), strict=True)) for each in trees]
    wrong = []
    for row in totals.iter_rows(named=True):
        paths = [_path_of_total(each, row) for each in trees]
        for each, path, place in zip(trees, paths, places, strict=True):
            if path not in place:
                raise BadTree(f"{each.name}: no row lies beneath {'/'.join(path)}, of which a total is given")
        summed = counts[tuple(place[path] for place, path in zip(places, paths, strict=True))]
        if summed != row[FREQ]:
            cell = " x ".join("/".join(path) or TOTAL for path in paths)
            wrong.append(f"{cell} is given as {row[FREQ]:,}, its cells come to {summed:,}")
    if wrong:
        more = f"; and {len(wrong) - NAMED:,} more" if len(wrong) > NAMED else ""
        raise BadCounts(f"the table does not add up: {'; '.join(wrong[:NAMED])}{more}")


def _whole(rows: pl.DataFrame, levels: list[str]) -> pl.Series:
    """The counts as whole numbers. Raises BadCounts."""
    read = rows[FREQ].cast(pl.Float64, strict=False)
    rules = (
        (read.is_null() | ~read.is_finite(), "has no count"),
        (read < 0, "is negative"),
        (read != read.floor(), "is not a whole number"),
        (read > LARGEST, "is larger than can be counted"),
    )
    for breaks, said in rules:
        if (breaks := breaks.fill_null(value=False)).any():
            found = rows.filter(breaks)
            given = "blank" if found[FREQ][0] is None else found[FREQ][0]
            raise BadCounts(f"{_said(found, levels)} {said} ({given}); a count is 0, 1, 2 and so on")
    return read.cast(pl.Int64).alias(FREQ)


def _said(rows: pl.DataFrame, levels: list[str]) -> str:
    return ", ".join(word or "(blank)" for word in rows.select(levels).row(0))


def _leaf_numbers(each: Tree, inner: pl.DataFrame) -> NDArray[np.int64]:
    paths = [each.paths[leaf] for leaf in each.leaves]
    known = pl.DataFrame(paths, schema=dict.fromkeys(each.levels, pl.String), orient="row")
    joined = inner.select(each.levels).join(
        known.with_row_index("leaf"), on=each.levels, how="left", maintain_order="left"
    )
    if len(strange := joined.filter(pl.col("leaf").is_null())):
        raise BadTree(f"{each.name}: {'/'.join(strange.row(0)[:-1])} is unknown to the hierarchy")
    return joined["leaf"].to_numpy().astype(np.int64)


def _path_of_total(each: Tree, row: Mapping[str, str]) -> tuple[str, ...]:
    names = [row[level] for level in each.levels]
    depth = names.index(TOTAL) if TOTAL in names else len(names)
    if any(name != TOTAL for name in names[depth:]):
        raise BadTree(f"{each.name}: {', '.join(names)}: a total is {TOTAL} from its level down")
    return tuple(names[:depth])
