"""Written: a protected table as files, one for those entitled, one for everybody, and the proof."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.cli.commands.disclosure.ruling import Ruling
from goldenthread.methods.disclosure.policy import rounded
from goldenthread.methods.disclosure.protection import Protection
from goldenthread.methods.disclosure.system import Role
from goldenthread.methods.disclosure.trees import Table

HIDDEN: Final = "[c]"
BETWEEN: Final = " | "
STATUSES: Final = ("published", "primary", "secondary")


def cells(table: Table, made: Protection) -> pl.DataFrame:
    """A row a cell: the node of each dimension, `cell`, `count` and `status`. Not for the public."""
    status = np.zeros(len(table.system), np.int8)
    status[table.system.is_(Role.PRIMARY)] = STATUSES.index("primary")
    status[made.secondary] = STATUSES.index("secondary")
    return _labelled(table).with_columns(
        count=pl.Series(table.system.counts), status=pl.Series(STATUSES).gather(status)
    )


def public(table: Table, made: Protection, *, base: int | None = None) -> pl.DataFrame:
    """What an outsider sees: every hidden cell has the same mark, whatever it is hidden for.

    The others as multiples of `base`, if there is one: of what is printed rounded nobody can tell more than
    of what is printed as it is.
    """
    shown = printed(table, base).cast(pl.String)
    hidden = pl.Series(made.hidden(table.system))
    marked = pl.when(hidden).then(pl.lit(HIDDEN)).otherwise(shown)
    return _labelled(table).with_columns(count=marked)


def printed(table: Table, base: int | None) -> pl.Series:
    """Every count as the public would see it."""
    counts = pl.Series("count", table.system.counts)
    return counts if base is None else pl.select(rounded(pl.lit(counts), base)).to_series()


def cell_names(table: Table) -> list[str]:
    """The name of each cell of the system, as in the column `cell`."""
    return _labelled(table)["cell"].to_list()


def cells_named(table: Table, numbers: NDArray[np.intp]) -> list[str]:
    """The names of these cells, as in the column `cell`."""
    return _labelled(table)["cell"].gather(numbers).to_list()


def proof(table: Table, made: Protection, *, exposed: int, seed: int, ruling: Ruling) -> dict[str, Any]:
    """What the protection holds and what it costs: level, cells, how many primary ones are open, loss.

    At the level `witness` its tables too: see `witness.plain`.
    """
    from goldenthread.methods.disclosure import witness

    lost, summed = made.loss(table.system)
    tables = witness.as_plain(made.witness, cell_names(table)) if made.witness else {}
    return {
        "level": str(made.level),
        "width": made.width,
        "threshold": ruling.largest,
        **({"policy": ruling.plain} if ruling.policy else {}),
        "seed": seed,
        "cells": len(table.system),
        "primary": int(table.system.is_(Role.PRIMARY).sum()),
        "exposed": exposed,
        "loss": {"cells": lost, "sum": summed},
        **tables,
    }


def proof_beside(place: Path) -> Path:
    """Where the proof of a table stands: X.proof.json beside X.csv."""
    return place.with_name(f"{place.stem}.proof.json")


def write(place: Path, found: pl.DataFrame | dict[str, Any]) -> None:
    """A table as CSV, anything else as JSON."""
    if isinstance(found, pl.DataFrame):
        found.write_csv(place)
    else:
        place.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _labelled(table: Table) -> pl.DataFrame:
    labels = table.labels()
    parts = [pl.col(each.name).str.replace_all("|", r"\|", literal=True) for each in table.trees]
    return labels.with_columns(pl.concat_str(parts, separator=BETWEEN).alias("cell"))
