"""Refusals: which figures cannot be protected, to what that is owed, and the cheapest way out."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.methods.disclosure.linked import Linked
from goldenthread.methods.disclosure.protection import NotProtected

NAMED: Final = 5


def words(error: NotProtected, built: Linked) -> str:
    """What cannot be protected and what to do, in sentences."""
    open_cells = built.labels[error.cells.tolist()]
    said = [f"These would stay open whatever is hidden beside them: {_named(open_cells)}."]
    if len(error.keeping):
        known = _named(built.labels[error.keeping.tolist()])
        said.append(f"They follow from what is out already or must be shown: {known}.")
    return " ".join([*said, _way_out(open_cells)])


def _way_out(open_cells: pl.DataFrame) -> str:
    printed = open_cells.filter("is_printed")["indicator"].unique().sort().to_list()
    about = ", ".join(printed or open_cells["indicator"].unique().sort().to_list())
    return (
        f"The cheapest way out: leave the figures of {about} out of this release, or, if an earlier release "
        "never left the council, withdraw it; the data protection lead may except a figure, with a reason."
    )


def _named(cells: pl.DataFrame) -> str:
    named = [_cell(row) for row in cells.head(NAMED).iter_rows(named=True)]
    more = f" and {cells.height - NAMED} more" if cells.height > NAMED else ""
    return "; ".join(dict.fromkeys(named)) + more


def _cell(row: dict[str, object]) -> str:
    days = str(row["end"]) if row["start"] == row["end"] else f"{row['start']} to {row['end']}"
    group = f", {row['breakdown']}" if row["breakdown"] else ""
    return f"{row['indicator']} {row['part']}{group}, {days}"
