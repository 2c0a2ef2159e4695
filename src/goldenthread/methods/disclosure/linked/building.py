"""Building: figures, hierarchies, links and earlier releases into one system of linked tables."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from goldenthread.methods.disclosure.linked.adding import gaps, margins, spans
from goldenthread.methods.disclosure.linked.adding import links as links_
from goldenthread.methods.disclosure.linked.adding.sums import Sums
from goldenthread.methods.disclosure.linked.held import cells as cells_
from goldenthread.methods.disclosure.linked.held import figures as figures_
from goldenthread.methods.disclosure.linked.held import hierarchies
from goldenthread.methods.disclosure.linked.held.cells import SLOT, Names
from goldenthread.methods.disclosure.linked.held.figures import PARTS, ContradictoryFlags, few
from goldenthread.methods.disclosure.linked.held.labels import LABELS, labels
from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """A release as one system.

    `labels` (`LABELS`) names the cells in their order. `rows` has the cells of each figure, in the order in
    which the figures were given: `numerator`, `denominator`, `remainder` (-1 where there is none, or where
    the count was hidden at its source and cannot be told), `is_printed`, `is_count` (it has no denominator).
    `notes` say what could not be added up or protected, in sentences. `short` (`LABELS`, `over` says over
    what) are the figures to which the parts that are said to make them up do not come: what is missing is a
    cell of its own, "not known".
    """

    system: System
    labels: pl.DataFrame
    rows: pl.DataFrame
    notes: tuple[str, ...]
    short: pl.DataFrame = field(default_factory=LABELS.to_frame)


def build(
    figures: pl.DataFrame,
    *,
    areas: pl.DataFrame,
    groupings: pl.DataFrame | None = None,
    links: pl.DataFrame | None = None,
    earlier: pl.DataFrame | None = None,
) -> Linked:
    """One system of all that a release prints and earlier ones printed, and of all that adds up in it.

    Columns: `FIGURES`, `AREAS`, `GROUPINGS`, `LINKS`, `EARLIER`. The order of rows does not matter. Raises
    BadFigures (NotACount, FiguresRepeated, CategoryUnknown, ContradictoryFlags, HierarchyBroken,
    DoesNotAddUp, CountsDiffer).
    """
    read = figures_.read(figures)
    maps, groups = hierarchies.areas(areas), hierarchies.groupings(groupings)
    held, names = cells_.held(read, earlier, maps, groups)
    in_time, over_time, notes = spans.linked(held, names)
    one, pairs, more = links_.linked(in_time, links, names)
    axes = margins.axes(names, maps, groups)
    whole, over_places = margins.linked(one, axes)
    filled = gaps.filled(whole, over_time.and_(margins.ties(whole)).and_(over_places), names)
    node, cells = _merged(filled, pairs)
    _refuse_kept(cells, names)
    named = labels(cells, names, axes.overs)
    return Linked(
        _system(cells, _matrix(filled.sums, node, cells.height)),
        named,
        _rows(read, whole, filled.place, node),
        (*notes, *more, *filled.notes, *_published(cells, named)),
        labels(filled.short, names, axes.overs),
    )


def _merged(filled: gaps.Filled, pairs: Numbers) -> tuple[Numbers, pl.DataFrame]:
    """For each cell the number of the cell that it becomes, and those cells in their final order."""
    size = filled.cells.height
    ends = filled.place[pairs]
    ends = ends[(ends >= 0).all(axis=1)]
    tied = sparse.csr_array((np.ones(len(ends), np.int8), (ends[:, 0], ends[:, 1])), shape=(size, size))
    _, group = csgraph.connected_components(tied, directed=False)
    in_order = filled.cells.with_columns(group=pl.Series(group)).sort(*SLOT, "kind", "over")
    merged = in_order.group_by("group", maintain_order=True).agg(
        pl.col(*SLOT, "kind", "over", "count").first(),
        pl.col("primary", "printed", "known", "keep", "zeros").any(),
        pl.col("cost", "lower").max(),
        pl.col("upper").min(),
    )
    number = np.empty(merged.height, np.int64)
    number[merged["group"].to_numpy()] = np.arange(merged.height)
    return number[group], merged


def _system(cells: pl.DataFrame, sums: sparse.csr_array) -> System:
    """What may happen to each cell: published for good, then small, then kept, come before all else."""
    zero_shown = pl.col("zeros") & pl.col("printed") & (pl.col("count") == 0)
    role = (
        pl.when("known").then(int(Role.SHOWN))
        .when("primary").then(int(Role.PRIMARY))
        .when(pl.col("keep") | zero_shown).then(int(Role.SHOWN))
        .when("printed").then(int(Role.FREE))
        .otherwise(int(Role.UNSEEN))
    )  # fmt: skip
    not_zero = (pl.col("zeros") & (pl.col("count") > 0)).cast(pl.Int64)
    decided = cells.select(
        "count", "cost",
        role=role.cast(pl.Int8),
        lower=pl.max_horizontal("lower", not_zero),
        upper=pl.col("upper").fill_null(NO_LIMIT),
    )  # fmt: skip
    count, cost, roles, lower, upper = (column.to_numpy() for column in decided.get_columns())
    return System(count, roles, sums, lower, upper, cost)


def _matrix(sums: Sums, node: Numbers, cells: int) -> sparse.csr_array:
    """The sums as rows; the same sum twice is one, and a cell that is its own whole is no sum."""
    matrix = sparse.csr_array((sums.sign, (sums.sum, node[sums.cell])), shape=(len(sums), cells))
    matrix.eliminate_zeros()
    # Equal rows are told by a sum of random numbers; that two others agree is as likely as 1 in 2^63.
    marks = np.random.default_rng(0).integers(1, 2**63, cells, dtype=np.int64)
    with np.errstate(over="ignore"):
        print_of = matrix @ marks
    _, first = np.unique(print_of, return_index=True)
    is_sum = np.diff(matrix.indptr)[first] > 0
    in_order = first[is_sum]
    kept = matrix[in_order[np.lexsort((print_of[in_order], matrix.indices[matrix.indptr[in_order]]))]]
    kept.sort_indices()
    return kept


def _refuse_kept(cells: pl.DataFrame, names: Names) -> None:
    """One count under two indicators may be asked to stay published by one and to be hidden by the other."""
    torn = cells.filter(pl.col("keep") & pl.col("primary") & ~pl.col("known"))
    if torn.height:
        raise ContradictoryFlags(
            f"a count cannot be kept published and be protected: {few(labels(torn, names))}. Drop keep, or "
            "the primary flag of the figure that it is linked to"
        )


def _published(cells: pl.DataFrame, named: pl.DataFrame) -> list[str]:
    """What is small and was published before can no longer be protected."""
    late = named.filter(cells["known"] & cells["primary"])
    return [f"small, but an earlier release has published it: {few(late)}"] if late.height else []


def _rows(figures: pl.DataFrame, cells: pl.DataFrame, place: Numbers, node: Numbers) -> pl.DataFrame:
    found = {}
    rows, measures = cells["row"].fill_null(0).to_numpy(), cells["measure"].to_numpy()
    is_held = cells["row"].is_not_null().to_numpy() & (place[: cells.height] >= 0)
    for number, part in enumerate(PARTS):
        column = np.full(figures.height, -1, np.int64)
        of_part = is_held & (measures % len(PARTS) == number)
        column[rows[of_part]] = node[place[np.flatnonzero(of_part)]]
        found[part] = column
    is_count = figures["denominator"].is_null() & ~figures["suppressed"]
    return pl.DataFrame(found).with_columns(figures["is_printed"], is_count=is_count)
