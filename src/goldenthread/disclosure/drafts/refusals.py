"""Refusals: which figures cannot be protected, to what that is owed, and what could be left out instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from scipy.sparse import csgraph

from goldenthread.disclosure.drafts.judged.small import VERSION
from goldenthread.disclosure.drafts.printed import KEY
from goldenthread.methods.disclosure.linked import Linked
from goldenthread.methods.disclosure.protection import NotProtected
from goldenthread.methods.disclosure.system import Flags, Role

NAMED: Final = 5


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """What could be left out of a pack that is refused.

    `figures` (columns `KEY` and `cost`) would be printed whatever else is hidden, for an exception says so,
    they were restated, or they are zeros; the cheapest first. `indicators` are those whose figures add up
    with the ones that stay open, `open` these themselves (`linked.LABELS`).
    """

    figures: pl.DataFrame
    indicators: frozenset[str]
    open: pl.DataFrame


def words(error: NotProtected, built: Linked) -> str:
    """What cannot be protected and to what that is owed, in sentences."""
    open_cells = built.labels[error.cells.tolist()]
    said = [f"These would stay open whatever is hidden beside them: {_named(open_cells)}."]
    if len(error.keeping):
        known = _named(built.labels[error.keeping.tolist()])
        said.append(f"They follow from what is out already or must be shown: {known}.")
    return " ".join(said)


def ways(error: NotProtected, built: Linked, judged: pl.DataFrame) -> Ways:
    """What could be left out. `judged` are the printed figures, the first rows of the system's figures."""
    linked = _linked(error, built)
    rows = judged.with_columns(cell=built.rows["numerator"].head(judged.height))
    shown = np.flatnonzero(linked & built.system.is_(Role.SHOWN)).tolist()
    figures = rows.filter(pl.col("cell").is_in(shown)).select(
        *KEY, cost=pl.col("cost") * (1 + pl.col("count"))
    )
    codes = built.labels.filter(pl.Series(linked))["indicator"].str.replace(VERSION, "")
    in_order = figures.unique(KEY, maintain_order=True).sort("cost", *KEY)
    return Ways(in_order, frozenset(codes), built.labels[error.cells.tolist()])


def _linked(error: NotProtected, built: Linked) -> Flags:
    """The cells that add up with open ones, over however many sums."""
    sums = built.system.sums
    together = abs(sums).sign()
    _, group = csgraph.connected_components(together.T @ together, directed=False)
    return np.isin(group, np.unique(group[error.cells]))


def _named(cells: pl.DataFrame) -> str:
    named = [_cell(row) for row in cells.head(NAMED).iter_rows(named=True)]
    more = f" and {cells.height - NAMED} more" if cells.height > NAMED else ""
    return "; ".join(dict.fromkeys(named)) + more


def _cell(row: dict[str, object]) -> str:
    days = str(row["end"]) if row["start"] == row["end"] else f"{row['start']} to {row['end']}"
    group = f", {row['breakdown']}" if row["breakdown"] else ""
    indicator = re.sub(VERSION, "", str(row["indicator"]))
    return f"{indicator} {row['part']}{group}, {days}"
