"""Behind: counts that nobody prints, though printed ones could give them away, over the days between these.

The quarters of which twelve months are made up, and what lies between any two figures to date of one year.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.disclosure.drafts.world import HELD, SPAN

SERIES: Final = SPAN[:3]
COUNTS: Final = ("numerator", "denominator")


def printed(figures: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    """Counts between days on which printed figures begin or end, that are not printed themselves (`HELD`).

    `figures` are the printed ones and `held` what the council holds, both with the columns `HELD`.
    """
    spans = figures.filter(pl.col("start") < pl.col("end")).select(HELD.names())
    found = pl.concat([_between(spans), _whole(spans, held), _made_up(spans, held)])
    new = found.unique(SPAN, keep="first", maintain_order=True).join(figures, on=SPAN, how="anti")
    return new.sort(SPAN)


def _between(spans: pl.DataFrame) -> pl.DataFrame:
    """What lies between two figures that begin on one day: the later less the earlier."""
    pairs = spans.join(spans, on=[*SERIES, "start"], suffix="_later").filter(
        pl.col("end") < pl.col("end_later")
    )
    apart = {name: pl.col(f"{name}_later") - pl.col(name) for name in COUNTS}
    base = apart["denominator"]
    return pairs.select(
        *SERIES,
        start=pl.col("end") + pl.duration(days=1),
        end="end_later",
        numerator=apart["numerator"],
        denominator=pl.when((base > 0) & (base >= apart["numerator"])).then(base),
    ).filter(pl.col("numerator") >= 0)


def _whole(spans: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    """Held counts that begin and end with printed ones."""
    days = _days(spans)
    return (
        held.filter(pl.col("start") < pl.col("end"))
        .with_columns(after=pl.col("end") + pl.duration(days=1))
        .join(days, left_on=[*SERIES, "start"], right_on=[*SERIES, "day"], how="semi")
        .join(days, left_on=[*SERIES, "after"], right_on=[*SERIES, "day"], how="semi")
        .select(HELD.names())
    )


def _made_up(spans: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    """From one such day to the next, what the shorter counts come to that fill it without a gap."""
    steps = (
        _days(spans).sort(*SERIES, "day")
        .with_columns(after=pl.col("day").shift(-1).over(SERIES))
        .drop_nulls("after")
        .rename({"day": "first"})
    )  # fmt: skip
    long = (pl.col("end") - pl.col("start")).dt.total_days() + 1
    short = held.with_columns(days=long).filter(pl.col("days") == pl.col("days").min().over(*SERIES, "start"))
    within = short.join(steps, on=SERIES).filter(
        (pl.col("start") >= pl.col("first")) & (pl.col("end") < pl.col("after"))
    )
    asked = (pl.col("after") - pl.col("first")).dt.total_days()
    made = within.group_by(*SERIES, "first", "after").agg(
        pl.col("days").sum(),
        pl.col("numerator").sum(),
        denominator=pl.when(pl.col("denominator").is_not_null().all()).then(pl.col("denominator").sum()),
    )
    full = made.filter(pl.col("days") == asked)
    return full.select(
        *SERIES,
        start="first",
        end=pl.col("after") - pl.duration(days=1),
        numerator="numerator",
        denominator="denominator",
    )


def _days(spans: pl.DataFrame) -> pl.DataFrame:
    """The days on which a stretch begins, or the one before it has ended."""
    first = spans.select(*SERIES, day="start")
    after = spans.select(*SERIES, day=pl.col("end") + pl.duration(days=1))
    return pl.concat([first, after]).unique(maintain_order=True)
