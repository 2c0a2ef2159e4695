"""Earlier: rounded counts that are out already, and between which ends that put the true ones."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.disclosure.drafts.judged import small
from goldenthread.disclosure.drafts.world import SPAN, World
from goldenthread.methods.disclosure.linked import Linked

TELLS: Final = pl.Schema(
    {
        "cell": pl.Int64(),
        "base": pl.Int64(),
        "kind": pl.String(),
        "printed": pl.Int64(),
        "least": pl.Int64(),
        "most": pl.Int64(),
    }
)
"""A cell of a system of which a multiple is printed; `least` to `most` is what that tells."""
KNOWN: Final = pl.Schema({**TELLS, "release": pl.Int64(), "is_shown": pl.Boolean(), "is_small": pl.Boolean()})
"""The same of one that a release rounded before. `is_shown` is false where it was hidden: then nobody but who
trusts the sums knows the multiple (null where it was in none). `is_small`: it must not be worked out."""


def known(world: World, built: Linked) -> pl.DataFrame:
    """The cells (`KNOWN`) of what is out rounded, in whatever series they have the count that it was then."""
    out = world.rounded
    if out.is_empty():
        return KNOWN.to_frame()
    key = [*SPAN, "part"]
    place = pl.int_range(built.labels.height, dtype=pl.Int64, eager=True)
    cells = built.labels.with_columns(cell=place, count=pl.Series(built.system.counts))
    # A figure's own cell comes before what is only worked out of the same name.
    first = cells.filter(pl.col("over") == "").unique(key, keep="first", maintain_order=True)
    plain = pl.col("indicator").str.replace(small.VERSION, "")
    is_below = pl.col("count").is_between(1, pl.col("protects"))
    is_small = (is_below & ~small.may_stand(out, world)) | small.of_old(out, pl.lit(value=True), world)
    said = out.with_columns(plain, is_small=is_small)
    found = said.join(
        first.with_columns(plain).select(*key, "cell", "count"), on=[*key, "count"], maintain_order="left"
    )
    return found.select(pl.col(name).cast(kind) for name, kind in KNOWN.items()).unique(maintain_order=True)
