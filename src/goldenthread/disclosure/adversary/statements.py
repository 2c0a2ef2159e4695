"""Statements: what releases have said in public, figure by figure, in the order in which they left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import polars as pl

from goldenthread.disclosure.drafts import small
from goldenthread.disclosure.drafts.deciding import STATED
from goldenthread.disclosure.drafts.world import HELD, SPAN, World
from goldenthread.methods.disclosure.attack import printed

FLAGS: Final = ("primary_numerator", "primary_denominator", "primary_remainder")
SAID: Final = pl.Schema(
    {
        **{name: HELD[name] for name in SPAN},
        "period": pl.String(),
        "count": pl.Int64(),
        "of": pl.Int64(),
        "least": pl.Int64(),
        "greatest": pl.Int64(),
        "rated_least": pl.Int64(),
        "rated_greatest": pl.Int64(),
        "tells_denominator": pl.Boolean(),
        "is_stated": pl.Boolean(),
        "zeros_shown": pl.Boolean(),
        **dict.fromkeys(FLAGS, pl.Boolean()),
    }
)
"""A row for each different statement on people.

`least` and `greatest` are the counts that it leaves possible, null where it is hidden; `count` and `of` are
the true ones, which only the council knows. `rated_*` are the counts that the printed colour leaves possible
(`ratings.RATED`). `is_stated`: the figure stands in a release, shown or hidden;
others are counts behind those. `zeros_shown` and `primary_*` are what the policy says of it.
"""


def said(releases: Iterable[pl.DataFrame], world: World, rated: pl.DataFrame) -> pl.DataFrame:
    """Every statement of these releases (each `deciding.STATED`) and the counts behind them, as `SAID`.

    `rated` is what the colours beside hidden figures tell (`ratings.RATED`).
    """
    stated = pl.concat([STATED.to_frame(), *releases])
    people = stated.filter(pl.col("counts_people") | pl.col("indicator").is_in(list(world.policies)))
    texts = [pl.when(~pl.col("hidden")).then(name).alias(name) for name in printed.TOLD]
    public = people.with_columns(texts)
    told = public.with_columns(
        *printed.counts_told(public).get_columns(),
        tells_denominator=pl.col("denominator_text").is_not_null(),
        is_stated=pl.lit(value=True),
    )
    whole = pl.concat([_at_best(told), _behind(told, world.held)], how="diagonal")
    limits = rated.group_by(SPAN).agg(pl.col("rated_least").max(), pl.col("rated_greatest").min())
    beside = whole.join(limits, on=SPAN, how="left", maintain_order="left")
    return _judged(beside, world).select(pl.col(name).cast(kind) for name, kind in SAID.items())


def _at_best(told: pl.DataFrame) -> pl.DataFrame:
    """What was said of a figure more than once, as the place says it that tells most."""
    return told.group_by(*SPAN, "count", "of", maintain_order=True).agg(
        pl.col("period").first(),
        pl.col("least").max(),
        pl.col("greatest").min(),
        pl.col("tells_denominator", "is_stated").any(),
    )


def _behind(told: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    """Other counts that the council holds of the same series: months, and the quarters of twelve months."""
    series = list(SPAN[:3])
    beside = held.join(told.select(series).unique(), on=series, how="semi")
    return beside.join(told, on=SPAN, how="anti").select(
        *SPAN,
        period=pl.lit(""),
        count="numerator",
        of="denominator",
        tells_denominator=pl.lit(value=False),
        is_stated=pl.lit(value=False),
    )


def _judged(whole: pl.DataFrame, world: World) -> pl.DataFrame:
    """What the policies say of each count, without what the data protection lead has excepted."""
    counts = whole.with_columns(numerator="count", denominator="of")
    return small.excepted(small.judged(counts, world), world)
