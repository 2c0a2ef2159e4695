"""Rounded: whether the texts of rounded counts tell no more of them than the proof leaves open.

Whoever reads "10", rounded to the nearest 5, knows that the count is 8 to 12. That is so in every table of
the witness too, or the witness would not agree with what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.methods.disclosure.policy.rounding import around, share_of_rounded
from goldenthread.methods.disclosure.policy.terms import Rounding
from goldenthread.methods.disclosure.protection import Protection
from goldenthread.methods.disclosure.system import System

Counts = NDArray[np.int64]

LOW: Final = "low"
"""The symbol of what rounds to nothing and is not nothing, or may not be told to be."""

HIDDEN: Final = "c"
FIGURE: Final = ("indicator", "area", "breakdown", "period", "version")


def faults(figures: pl.DataFrame, system: System, protection: Protection) -> list[str]:
    """What is wrong with the rounded parts of figures (`protected.FIGURES`), in sentences; empty if nothing.

    Rounded are those with a `base`. The text of a count is a multiple of it, or none with the symbol `LOW`,
    and the cell lies around it in the true table and in every other one of the witness. The text of a share
    is what its two printed parts make.
    """
    is_said = pl.col("text").is_not_null() | (pl.col("symbol") == LOW)
    rounded = figures.filter(pl.col("base").is_not_null() & (pl.col("symbol") != HIDDEN) & is_said)
    if rounded.is_empty():
        return []
    least, most = _ends(system, protection)
    size = pl.col("cells").list.len()
    counts, shares = rounded.filter(size == 1), rounded.filter(size != 1)
    return [*_of_counts(counts, least, most), *_of_shares(shares, counts)]


def text(value: pl.Expr) -> pl.Expr:
    """A count or a share worked out from rounded counts as it is printed: to twelve significant digits."""
    return value.map_elements(lambda number: format(number, ".12g"), return_dtype=pl.String)


def _ends(system: System, protection: Protection) -> tuple[Counts, Counts]:
    """The least and most of each cell over the true table and those of the witness."""
    if protection.witness is None or not protection.witness.changes.shape[0]:
        return system.counts, system.counts
    changes = sparse.csc_array(protection.witness.changes)
    low, high = (np.asarray(end(axis=0).todense()).reshape(-1) for end in (changes.min, changes.max))
    return system.counts + np.minimum(low, 0), system.counts + np.maximum(high, 0)


def _of_counts(counts: pl.DataFrame, least: Counts, most: Counts) -> Iterator[str]:
    for row in counts.iter_rows(named=True):
        printed = _printed(row)
        if printed is None or printed % row["base"]:
            yield f"{_named(row)}: {row['text']!r} is no multiple of {row['base']}"
            continue
        told = around(np.array([printed]), Rounding(row["base"], row["kind"]))
        (cell,) = row["cells"]
        # Any other nought is a nought: what only rounds to it has the symbol.
        highest = 0 if row["text"] == "0" else int(told[1][0])
        if least[cell] < int(told[0][0]) or most[cell] > highest:
            yield f"{_named(row)}: its text tells more of the count than the proof leaves open"


def _printed(row: dict[str, object]) -> int | None:
    if row["text"] is None:
        return 0 if row["symbol"] == LOW else None
    digits = str(row["text"])
    return int(digits) if digits.isdecimal() else None


def _of_shares(shares: pl.DataFrame, counts: pl.DataFrame) -> Iterator[str]:
    is_low = pl.col("symbol") == LOW
    told = counts.with_columns(
        number=pl.when(is_low).then(0).otherwise(pl.col("text").cast(pl.Int64, strict=False))
    )
    parts = [
        told.filter(pl.col("part") == part).select(*FIGURE, pl.col("number").alias(part))
        for part in ("numerator", "denominator")
    ]
    beside = shares.join(parts[0], on=FIGURE, how="left").join(parts[1], on=FIGURE, how="left")
    over, of = pl.col("numerator"), pl.col("denominator")
    made = share_of_rounded(over, of, pl.col("multiplier"))
    uncapped = pl.when(of > 0).then(pl.col("multiplier") * over / of)
    is_none = is_low & pl.col("text").is_null() & (over == 0)
    fits = is_none | (pl.col("text") == text(made)) | (pl.col("text") == text(uncapped))
    for row in beside.filter(~fits.fill_null(value=False)).iter_rows(named=True):
        yield f"{_named(row)}: its text is not what its rounded parts make"


def _named(row: dict[str, object]) -> str:
    return " ".join(str(row[name]) for name in (*FIGURE[:4], "part") if row[name])
