"""Pattern: which cells of a table are hidden, read back from a file, and the proof beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from polars.exceptions import PolarsError

from goldenthread.cli.commands.disclosure import written
from goldenthread.cli.commands.disclosure.folder import each_once
from goldenthread.methods.disclosure.system import Flags
from goldenthread.methods.disclosure.trees import Table


class PatternNotUnderstood(ValueError):
    """The file does not say which cells of this table are hidden; the message says what it should hold."""


def read(place: Path, table: Table, *, base: int | None = None) -> tuple[Flags, list[str]]:
    """Which cells are hidden, in the order of the system, and what in the file contradicts the table.

    The file has `cell` and `count`, and `status` where it is for those entitled; else [c] marks what is
    hidden, and the others are multiples of `base`, if there is one. Every cell of the table stands in it
    once, in any order. Raises PatternNotUnderstood.
    """
    rows = _in_order(_rows(place), place, written.cell_names(table))
    counts = written.printed(table, None if "status" in rows.columns else base)
    if "status" not in rows.columns:
        hidden = (rows["count"] == written.HIDDEN).fill_null(False).to_numpy()
    else:
        if len(unknown := rows.filter(~pl.col("status").is_in(written.STATUSES).fill_null(False))):
            raise PatternNotUnderstood(
                f"{place}: a status is one of {', '.join(written.STATUSES)}, not {unknown['status'][0]!r}"
            )
        hidden = (rows["status"] != "published").to_numpy()
    told = np.ones(len(hidden), bool) if "status" in rows.columns else ~hidden
    wrong = told & rows["count"].ne_missing(counts.cast(pl.String)).to_numpy()
    faults = [
        f"{rows['cell'][place]}: the file counts {rows['count'][place]}, the table {counts[place]}"
        for place in np.flatnonzero(wrong).tolist()
    ]
    return hidden, faults


def _rows(place: Path) -> pl.DataFrame:
    if not place.is_file():
        raise PatternNotUnderstood(f"there is no file {place}: give what `disclosure protect` has written")
    try:
        rows = pl.read_csv(place, infer_schema=False)
    except (PolarsError, UnicodeDecodeError) as error:
        raise PatternNotUnderstood(f"{place} is not a table in CSV: {str(error).splitlines()[0]}") from error
    if missing := {"cell", "count"} - set(rows.columns):
        raise PatternNotUnderstood(f"{place} has no column {', '.join(sorted(missing))}")
    return rows


def _in_order(rows: pl.DataFrame, place: Path, names: list[str]) -> pl.DataFrame:
    wanted = pl.DataFrame({"cell": names})
    if len(twice := rows.filter(pl.col("cell").is_duplicated())):
        raise PatternNotUnderstood(f"{place} has the cell {twice['cell'][0]!r} twice")
    if len(strange := rows.join(wanted, on="cell", how="anti")):
        raise PatternNotUnderstood(f"{place} has a cell that the table has not: {strange['cell'][0]!r}")
    if len(missing := wanted.join(rows, on="cell", how="anti")):
        raise PatternNotUnderstood(f"{place} lacks cells of the table: {missing['cell'][0]!r} is the first")
    return wanted.join(rows, on="cell", how="left", maintain_order="left")


def read_proof(place: Path) -> dict[str, Any]:
    """The proof that stands beside a table. Raises PatternNotUnderstood, also where a name stands twice."""
    if not place.is_file():
        raise PatternNotUnderstood(f"there is no proof {place}: without one nothing is proven")
    try:
        found = json.loads(place.read_text(encoding="utf-8"), object_pairs_hook=each_once)
    except (ValueError, RecursionError) as error:
        raise PatternNotUnderstood(f"{place} is not a proof: {error}") from error
    if not isinstance(found, dict):
        raise PatternNotUnderstood(f"{place} is not a proof: it holds no names")
    return found
