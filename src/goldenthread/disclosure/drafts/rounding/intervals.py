"""Intervals: what rounded counts tell, as cells of the system, so that it is proved with all the rest.

A count of 12 that is printed as 10, rounded to the nearest 5, is known to be 8 to 12: it is the 8 that can be
told from the 10, which is published unless it must be hidden, and a rest of 0 to 4 that nobody sees.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.disclosure.drafts.rounding import additive
from goldenthread.disclosure.drafts.rounding.counts import PARTS
from goldenthread.disclosure.drafts.rounding.earlier import TELLS
from goldenthread.methods.disclosure.linked import Linked
from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System

Counts = NDArray[np.int64]

AS_ROUNDED: Final = "what a rounded count tells"
REST: Final = "what rounding keeps back"


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A system with what its rounded counts tell.

    `built` is the whole of it. `shown` is the same with each rounded count of a figure in the place of the
    cell that it tells of: it is shown where that is. Those cells, and the rests, come last, from `first` on.
    `twins` are pairs of them that are told or hidden as one: what a multiple tells, and the multiple.
    """

    built: Linked
    shown: Linked
    first: int
    twins: Counts


def told(built: Linked, rounded: pl.DataFrame, known: pl.DataFrame) -> Told:
    """With what the rounded figures tell (`counts.ROUNDED`), and those that are out (`earlier.KNOWN`)."""
    if rounded.is_empty() and known.is_empty():
        return Told(built, built, len(built.system), np.empty((0, 2), np.int64))
    rows = _parts(built, rounded)
    roles = _roles(built, rounded, rows, known)
    names = list(TELLS)
    now = rows.filter(
        pl.Series(np.isin(built.system.roles[rows["cell"].to_numpy()], (Role.FREE, Role.UNSEEN)))
    )
    is_known = pl.Series(built.system.roles[known["cell"].to_numpy()] == Role.SHOWN, dtype=pl.Boolean)
    before = known.filter(pl.col("is_shown") & ~is_known)
    marked = [now.select(*names, out=pl.lit(value=False)), before.select(*names, out=pl.lit(value=True))]
    pairs = pl.concat(marked).group_by(names, maintain_order=True).agg(pl.col("out").any())
    whole = replace(
        built,
        system=_extended(replace(built.system, roles=roles), pairs),
        labels=_labelled(built.labels, pairs),
    )
    places = pairs.select(*names).with_row_index("place", offset=len(built.system))
    whole, twins = additive.bound(whole, built, rounded, places)
    whole = additive.before(whole, known)
    shown = replace(whole, rows=_in_place(built.rows, now.join(places, on=names)))
    return Told(whole, shown, len(built.system), twins)


def _parts(built: Linked, rounded: pl.DataFrame) -> pl.DataFrame:
    """The counts of the figures that may be printed, one a row: `row`, `part`, `TELLS`, `protects`."""
    asked = rounded.filter("may_print")
    of_row = built.rows[asked["row"].to_numpy()]
    parts = [
        asked.select(
            "row",
            "base",
            "kind",
            "protects",
            part=pl.lit(part),
            cell=of_row[part].cast(pl.Int64),
            printed=part,
            least=f"{part}_least",
            most=f"{part}_most",
        )
        for part in PARTS
    ]
    return pl.concat(parts).filter((pl.col("cell") >= 0) & pl.col("printed").is_not_null())


def _roles(built: Linked, rounded: pl.DataFrame, rows: pl.DataFrame, known: pl.DataFrame) -> NDArray[np.int8]:
    """A rounded count is not printed itself; a small one must not be worked out, nor one that is out."""
    system = built.system
    roles, is_free = system.roles.copy(), system.is_(Role.FREE)
    of_row = built.rows[rounded["row"].to_numpy()]
    every = np.concatenate([of_row[part].to_numpy() for part in PARTS])
    every = every[every >= 0]
    roles[every[is_free[every]]] = Role.UNSEEN
    cell = rows["cell"].to_numpy()
    is_small = (system.counts[cell] > 0) & (system.counts[cell] <= rows["protects"].to_numpy())
    small = cell[is_small & (roles[cell] == Role.UNSEEN)]
    roles[small] = Role.PRIMARY
    out = known.filter("is_small")["cell"].to_numpy()
    roles[out[roles[out] != Role.SHOWN]] = Role.PRIMARY
    return roles


def _extended(system: System, pairs: pl.DataFrame) -> System:
    """With two more cells for each pair, and that they make up the count."""
    size, more = len(system), pairs.height
    cell, least, most = (pairs[name].to_numpy() for name in ("cell", "least", "most"))
    place = np.arange(more)
    columns = np.concatenate([cell, size + place, size + more + place])
    signs = np.repeat(np.array([1, -1, -1], np.int64), more)
    tied = sparse.csr_array((signs, (np.tile(place, 3), columns)), shape=(more, size + 2 * more))
    wide = sparse.csr_array(
        sparse.hstack([system.sums, sparse.csr_array((system.sums.shape[0], 2 * more), dtype=np.int64)])
    )
    printed = np.where(pairs["out"].to_numpy(), Role.SHOWN, Role.FREE)
    return System(
        counts=np.concatenate([system.counts, least, system.counts[cell] - least]),
        roles=np.concatenate([system.roles, printed, np.full(more, Role.UNSEEN)]).astype(np.int8),
        sums=sparse.csr_array(sparse.vstack([wide, tied])),
        lower=np.concatenate([system.lower, np.zeros(2 * more, np.int64)]),
        upper=np.concatenate([system.upper, np.full(more, NO_LIMIT), most - least]),
        costs=np.concatenate([system.costs, system.costs[cell], np.zeros(more)]),
    )


def _labelled(labels: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    of = labels[pairs["cell"].to_numpy()]
    more = [
        of.with_columns(kind=pl.lit(kind), is_printed=pl.lit(value=is_printed))
        for kind, is_printed in ((AS_ROUNDED, True), (REST, False))
    ]
    return pl.concat([labels, *more])


def _in_place(rows: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The cells of the figures, the rounded ones in the place of those of which they tell."""
    changed = {}
    for part in PARTS:
        column = rows[part].to_numpy().copy()
        of_part = found.filter(pl.col("part") == part)
        column[of_part["row"].to_numpy()] = of_part["place"].to_numpy()
        changed[part] = pl.Series(part, column)
    return rows.with_columns(**changed)
