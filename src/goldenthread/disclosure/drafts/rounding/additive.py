"""Additive: that multiples rounded so that they add up do so, as sums of the system, hidden ones included.

20 printed, made up of 5, 10 and one that is hidden: that one was rounded to 5, for whoever trusts the sum.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.disclosure.drafts.rounding.counts import PARTS
from goldenthread.methods.disclosure.linked import Linked
from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System

Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]
Multiples = tuple[Counts, Counts, NDArray[np.int_], NDArray[np.float64]]
"""Cells, to which multiple each was rounded, the role of that, and what it costs to hide it."""

MULTIPLE: Final = "how many times the base a count was rounded to"
OFF: Final = "how far a count lies below the most that its multiple allows"
STEP: Final = "how far a multiple may lie from its count"
NOWHERE: Final = -1


def bound(told: Linked, built: Linked, rounded: pl.DataFrame, places: pl.DataFrame) -> tuple[Linked, Counts]:
    """`told` with what its multiples come to among themselves, and which cells say one thing (pairs).

    `built` is the system before anything was told rounded, `rounded` its rounded figures (`counts.ROUNDED`),
    `places` the cells of `told` that say what a printed multiple tells: `cell`, `base`, `kind`, `printed`,
    `least`, `place`. Bound are the sums of which nothing was hidden when the multiples were chosen, and
    which hold among these. A multiple is printed with what it tells, or hidden with that.
    """
    pairs = [np.empty((0, 2), np.int64)]
    for base in rounded.filter(pl.col("kind") == "controlled")["base"].unique().sort():
        of_base = (rounded.filter(pl.col("base") == base), places.filter(pl.col("base") == base))
        told, one = _of_base(told, built, *of_base, base)
        pairs.append(one)
    return told, np.concatenate(pairs)


def _of_base(
    told: Linked, built: Linked, rounded: pl.DataFrame, places: pl.DataFrame, base: int
) -> tuple[Linked, Counts]:
    multiples = _multiples(built, rounded)
    sums = _sums(built.system, multiples)
    used = np.unique(sums.indices)
    used = used[multiples[used] != NOWHERE]
    if not len(used):
        return told, np.empty((0, 2), np.int64)
    says = places.filter(pl.col("kind") == "controlled").unique("cell", keep="first", maintain_order=True)
    at = np.full(len(built.system), NOWHERE)
    at[says["cell"].to_numpy()] = says["place"].to_numpy()
    is_told = at[used] != NOWHERE
    # One of which no cell tells is that of a count which is out exactly: it is known.
    is_free = is_told & (told.system.roles[at[used]] == Role.FREE)
    each = (
        used,
        multiples[used],
        np.where(is_free, Role.FREE, Role.SHOWN),
        np.where(is_free, told.system.costs[at[used]], 0.0),
    )
    first = len(told.system)
    whole = _extended(told, sums[:, used], each, base)
    return whole, np.column_stack([at[used], first + np.arange(len(used))])[is_told]


def before(told: Linked, known: pl.DataFrame) -> Linked:
    """`told` for who trusts that the multiples of each release that is out add up (`earlier.KNOWN`)."""
    together = known.filter(pl.col("kind") == "controlled").drop_nulls("printed")
    for (_, base), rows in together.group_by("release", "base", maintain_order=True):
        multiples, is_shown = np.full(len(told.system), NOWHERE), np.zeros(len(told.system), bool)
        cell = rows["cell"].to_numpy()
        multiples[cell] = rows["printed"].to_numpy()
        np.logical_or.at(is_shown, cell, rows["is_shown"].to_numpy())
        told = trusted(told, multiples, is_shown, int(str(base)))
    return told


def trusted(told: Linked, multiples: Counts, is_shown: Flags, base: int) -> Linked:
    """`told` for who trusts that these multiples add up (`NOWHERE` where a cell has none), shown or not.

    Sums of which all multiples are shown tell nothing more, nor does a multiple that is not near its count.
    """
    count = told.system.counts
    multiples = np.where(abs(multiples - count) < base, multiples, NOWHERE)
    sums = _sums(told.system, multiples)
    is_hidden = ((multiples != NOWHERE) & ~is_shown).astype(np.int64)
    sums = sparse.csr_array(sums[np.flatnonzero(abs(sums) @ is_hidden)])
    used = np.unique(sums.indices)
    used = used[multiples[used] != NOWHERE]
    if not len(used):
        return told
    roles = np.where(is_shown[used], Role.SHOWN, Role.UNSEEN)
    return _extended(told, sums[:, used], (used, multiples[used], roles, np.zeros(len(used))), base)


def _multiples(built: Linked, rounded: pl.DataFrame) -> Counts:
    """For each cell the multiple to which it was rounded together with others; `NOWHERE` for the rest."""
    found = np.full(len(built.system), NOWHERE)
    together = rounded.filter(pl.col("kind") == "controlled")
    of_row = built.rows[together["row"].to_numpy()]
    for part in PARTS:
        has = pl.Series(of_row[part] >= 0) & together[part].is_not_null()
        found[of_row[part].filter(has).to_numpy()] = together[part].filter(has).to_numpy()
    found[built.system.is_(Role.PRIMARY)] = NOWHERE
    return found


def _sums(system: System, multiples: Counts) -> sparse.csr_array:
    """The sums over multiples and shown noughts alone, as far as the multiples add up."""
    nought = system.is_(Role.SHOWN) & (system.counts == 0)
    is_seen = (multiples != NOWHERE) | nought
    sums = sparse.csr_array(system.sums)
    unseen = abs(sums).astype(bool).astype(np.int64) @ (~is_seen).astype(np.int64)
    adds_up = (sums @ np.where(multiples == NOWHERE, 0, multiples)) == 0
    return sparse.csr_array(sums[np.flatnonzero((unseen == 0) & adds_up)])


def _extended(told: Linked, sums: sparse.csr_array, each_: Multiples, base: int) -> Linked:
    """With three cells for each multiple, between which ends it puts its count, and the sums of multiples.

    A count lies less than the base from its multiple, hidden or not.
    """
    cells, multiples, of_multiples, costs = each_
    system, more = told.system, len(cells)
    count, each = system.counts[cells], np.arange(more)
    size = len(system) + more * np.arange(3)
    # count + how far below the most = base x multiple + (base - 1).
    columns = np.concatenate([cells, size[1] + each, size[0] + each, size[2] + each])
    signs = np.repeat(np.array([1, 1, -base, -1], np.int64), more)
    ties = sparse.csr_array((signs, (np.tile(each, 4), columns)), shape=(more, size[2] + more))
    after = sparse.csr_array((sums.shape[0], 2 * more), dtype=np.int64)
    before = sparse.csr_array((sums.shape[0], len(system)), dtype=np.int64)
    wide = sparse.csr_array((system.sums.shape[0], 3 * more), dtype=np.int64)
    rows = [sparse.hstack([system.sums, wide]), ties, sparse.hstack([before, sums, after])]
    step = np.full(more, base - 1, np.int64)
    roles = [of_multiples, np.full(more, Role.UNSEEN), np.full(more, Role.SHOWN)]
    no_limit = np.full(more, NO_LIMIT)
    whole = System(
        counts=np.concatenate([system.counts, multiples // base, multiples + step - count, step]),
        roles=np.concatenate([system.roles, *roles]).astype(np.int8),
        sums=sparse.csr_array(sparse.vstack(rows)),
        lower=np.concatenate([system.lower, np.zeros(3 * more, np.int64)]),
        upper=np.concatenate([system.upper, no_limit, 2 * step, no_limit]),
        costs=np.concatenate([system.costs, costs, np.zeros(2 * more)]),
    )
    of_cells = told.labels[cells.tolist()].with_columns(is_printed=pl.lit(value=False))
    named = [of_cells.with_columns(kind=pl.lit(kind)) for kind in (MULTIPLE, OFF, STEP)]
    return replace(told, system=whole, labels=pl.concat([told.labels, *named]))
