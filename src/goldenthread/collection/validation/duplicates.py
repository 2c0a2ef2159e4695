"""Duplicates: the same figure twice is one, two different figures for one key are none."""

import polars as pl

from goldenthread.collection.candidates.assembly import EXACT, KEY
from goldenthread.collection.findings import Code, Finding, Severity

SAID = (*EXACT, "status", "reason")


def settled(rows: pl.DataFrame, file: str) -> tuple[pl.DataFrame, list[Finding], int]:
    """Each key once; the findings; and how many repeats the mapping expected and were folded together."""
    key = [*KEY, "known_from"]
    twice = pl.struct(key).is_duplicated()
    doubled = rows.filter(twice)
    if doubled.is_empty():
        return rows, [], 0
    doubled = doubled.with_columns(
        pl.struct(SAID).n_unique().over(key).alias("versions"),
        pl.col("cell").first().over(key).alias("first_cell"),
        pl.col("sheet").first().over(key).alias("first_sheet"),
        pl.int_range(pl.len()).over(key).alias("nth"),
    )
    different = doubled.filter(pl.col("versions") > 1)
    repeats = doubled.filter(pl.col("versions") == 1, pl.col("nth") > 0)
    findings = [_different(row, file) for row in different.iter_rows(named=True)]
    findings += [_same(row, file) for row in repeats.filter(~pl.col("repeats")).iter_rows(named=True)]
    kept = doubled.filter(pl.col("versions") == 1, pl.col("nth") == 0).select(rows.columns)
    return pl.concat([rows.filter(~twice), kept]), findings, repeats.filter("repeats").height


def _different(row: dict[str, str], file: str) -> Finding:
    wrong = f"{_name(row)} stands in several rows with different figures, first in {_first(row)}"
    return Finding(
        file,
        row["sheet"],
        row["cell"],
        Severity.REFUSED_ROW,
        Code.TWICE_AND_DIFFERENT,
        wrong,
        "Keep the row that is right, or give each the day from which it was known",
    )


def _same(row: dict[str, str], file: str) -> Finding:
    return Finding(
        file,
        row["sheet"],
        row["cell"],
        Severity.NOTE,
        Code.SAME_TWICE,
        f"{_name(row)} repeats what {_first(row)} says: it was counted once",
        "Remove the row",
    )


def _name(row: dict[str, str]) -> str:
    return " ".join(row[name] for name in KEY if row[name])


def _first(row: dict[str, str]) -> str:
    return (
        row["first_cell"]
        if row["first_sheet"] == row["sheet"]
        else f"{row['first_sheet']}!{row['first_cell']}"
    )
