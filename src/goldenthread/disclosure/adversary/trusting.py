"""Trusting: what multiples tell of each other where a release says that it rounds so that sums hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import polars as pl

from goldenthread.disclosure.adversary.knowledge import Knowledge
from goldenthread.disclosure.drafts.rounding import additive
from goldenthread.methods.disclosure.attack import vintages
from goldenthread.methods.disclosure.linked import Linked

PARTS: Final = {"numerator": ("count", "is_small"), "denominator": ("of", "is_of_few")}
SLOT: Final = ("indicator", "part", "area", "breakdown", "start", "end", "count")


def trusting(known: Knowledge, release: pl.DataFrame) -> Knowledge:
    """With the sums among multiples of one release (`kept.printed`), those of hidden figures included."""
    if "kind" not in release.columns:
        return known
    told = release.filter(pl.col("kind") == "controlled")
    for (base,), rows in told.group_by("base", maintain_order=True):
        known = _of_base(known, rows, int(str(base)))
    return known


def _of_base(known: Knowledge, rows: pl.DataFrame, base: int) -> Knowledge:
    parts = [
        rows.filter(pl.col(part).is_not_null() & ~pl.col(small)).select(
            *SLOT[:1], *SLOT[2:-1], "hidden", part=pl.lit(part), count=pl.col(count), multiple=pl.col(part)
        )
        for part, (count, small) in PARTS.items()
    ]
    cells = known.labels.with_columns(
        pl.col("indicator").str.split(vintages.MARK).list.first(),
        cell=pl.int_range(pl.len()),
        count=pl.Series(known.system.counts),
    )
    found = pl.concat(parts).join(cells.select(*SLOT, "cell"), on=SLOT)
    multiples, is_shown = np.full(len(known.system), additive.NOWHERE), np.zeros(len(known.system), bool)
    place = found["cell"].to_numpy()
    multiples[place] = found["multiple"].to_numpy()
    np.logical_or.at(is_shown, place, ~found["hidden"].to_numpy())
    built = Linked(known.system, known.labels, pl.DataFrame(), ())
    whole = additive.trusted(built, multiples, is_shown, base)
    return replace(known, system=whole.system, labels=whole.labels)
