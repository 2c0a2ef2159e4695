"""Statements: what releases have said in public, figure by figure, in the order in which they left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import polars as pl

from goldenthread.disclosure.drafts import rounding
from goldenthread.disclosure.drafts.judged import small
from goldenthread.disclosure.drafts.kept import STATED
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
        "of_least": pl.Int64(),
        "of_greatest": pl.Int64(),
        "rated_least": pl.Int64(),
        "rated_greatest": pl.Int64(),
        "tells_denominator": pl.Boolean(),
        "is_stated": pl.Boolean(),
        "zeros_shown": pl.Boolean(),
        **dict.fromkeys(FLAGS, pl.Boolean()),
    }
)
"""A row for each different statement on people.

`least` and `greatest` are the counts that it leaves possible, null where it is hidden; `of_least` and
`of_greatest` those of how many it is a share, where that is rounded; `count` and `of` are the true ones,
which only the council knows. `rated_*` are the counts that the printed colour leaves possible
(`ratings.RATED`). `is_stated`: the figure stands in a release, shown or hidden; others are counts behind
those. `zeros_shown` and `primary_*` are what the policy says of it.
"""


def said(releases: Iterable[pl.DataFrame], world: World, rated: pl.DataFrame) -> pl.DataFrame:
    """Every statement of these releases and the counts behind them, as `SAID`.

    Each release is as `kept.printed` gives it; what `rounding.TOLD` says beside a figure may be left out
    where all are exact. `rated` is what the colours beside hidden figures tell (`ratings.RATED`).
    """
    known = pl.Schema({**STATED, **rounding.TOLD})
    stated = pl.concat([known.to_frame(), *releases], how="diagonal")
    people = stated.filter(pl.col("counts_people") | pl.col("indicator").is_in(list(world.policies)))
    texts = [pl.when(~pl.col("hidden")).then(name).alias(name) for name in printed.TOLD]
    public = people.with_columns(texts)
    told = public.with_columns(
        *printed.counts_told(public).get_columns(),
        tells_denominator=pl.col("denominator_text").is_not_null() & pl.col("base").is_null(),
        is_stated=pl.lit(value=True),
    ).with_columns(_rounded())
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
        pl.col("of_least").max(),
        pl.col("of_greatest").min(),
        pl.col("protects").max(),
        pl.col("tells_denominator", "is_stated").any(),
    )


def _rounded() -> list[pl.Expr]:
    """What a rounded figure leaves possible, by the rule that says how it is rounded."""
    is_rounded = pl.col("base").is_not_null() & ~pl.col("hidden")
    ends = {"least": "numerator_least", "greatest": "numerator_most"}
    of = {"of_least": "denominator_least", "of_greatest": "denominator_most"}
    return [
        *(pl.when(is_rounded).then(end).otherwise(name).alias(name) for name, end in ends.items()),
        *(pl.when(is_rounded).then(end).alias(name) for name, end in of.items()),
    ]


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
    """What the policies say of each count, without what the data protection lead has excepted.

    Where a policy does nothing but round, what is below its base is small.
    """
    counts = whole.with_columns(numerator="count", denominator="of")
    judged = small.judged(small.in_groups(counts, world), world)
    is_below = ((pl.col("count") > 0) & (pl.col("count") <= pl.col("protects"))).fill_null(value=False)
    return small.excepted(judged.with_columns(pl.col("primary_numerator") | is_below), world)
