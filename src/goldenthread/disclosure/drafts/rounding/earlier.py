"""Earlier: rounded counts that are out already, and between which ends that put the true ones."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.disclosure.drafts.world import SPAN
from goldenthread.methods.disclosure.linked import Linked

KNOWN: Final = pl.Schema(
    {
        "cell": pl.Int64(),
        "base": pl.Int64(),
        "kind": pl.String(),
        "printed": pl.Int64(),
        "least": pl.Int64(),
        "most": pl.Int64(),
    }
)
"""A cell of a system of which a multiple was printed before; `least` to `most` is what that tells."""


def known(out: pl.DataFrame, built: Linked) -> pl.DataFrame:
    """The cells (`KNOWN`) of what is out rounded (`OUT_ROUNDED`), as far as the true count is the same."""
    if out.is_empty():
        return KNOWN.to_frame()
    key = [*SPAN, "part"]
    place = pl.int_range(built.labels.height, dtype=pl.Int64, eager=True)
    cells = built.labels.with_columns(cell=place, count=pl.Series(built.system.counts))
    # A figure's own cell comes before what is only worked out of the same name.
    first = cells.filter(pl.col("over") == "").unique(key, keep="first", maintain_order=True)
    found = out.join(first.select(*key, "cell", "count"), on=[*key, "count"], maintain_order="left")
    return found.select(pl.col(name).cast(kind) for name, kind in KNOWN.items()).unique(maintain_order=True)
