"""Vintages: what releases said of rounded figures that were restated since, as series of their own.

A total of 24 and its groups went out rounded; now it is 25. The multiples of the 24 add up with the groups of
that day. Under one name the two totals would be one count, so each release keeps its own; whatever was not
restated is one count in all of them.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import Final

import polars as pl

from goldenthread.disclosure.drafts.judged import small
from goldenthread.disclosure.drafts.world import OUT, SPAN, World
from goldenthread.methods.disclosure import linked

FIRST: Final = 1_000
"""The series of releases are numbered from here, apart from the versions within one pack."""
OWN: Final = r"~\d{4,}"
PARTS: Final = {"numerator": "count", "denominator": "of"}
PLAIN: Final = pl.col("indicator").str.replace(small.VERSION, "")
COUNT: Final = [*SPAN, "part"]
SPREAD: Final = ["indicator", "start", "end"]


def torn(judged: pl.DataFrame, out: pl.DataFrame, world: World) -> pl.DataFrame:
    """The stretches of days in which some count of an indicator was restated (`SPREAD`).

    `out` is all that releases that are out said (`world.OUT`). Only indicators that are out rounded are
    looked at: what is out exactly is known by how much it was restated.
    """
    if world.rounded.is_empty():
        return out.select(SPREAD).clear()
    rounded = world.rounded.select(indicator=PLAIN).unique()
    said = out.with_columns(indicator=PLAIN).select(_now(judged).columns)
    every = pl.concat([_now(judged), said]).join(rounded, on="indicator", how="semi").drop_nulls("count")
    counts = every.group_by(COUNT).agg(pl.col("count").n_unique())
    return counts.filter(pl.col("count") > 1).select(SPREAD).unique()


def own(judged: pl.DataFrame, out: pl.DataFrame, restated: pl.DataFrame) -> pl.DataFrame:
    """The statements of `out` (`world.OUT`) on indicators that are `restated` (`torn`), named by release.

    `out` names the series that each statement had then. With them stands what is said now of other days,
    which may be added up with theirs.
    """
    about = out.with_columns(plain=PLAIN).join(
        restated.select(plain="indicator").unique(), on="plain", how="semi", maintain_order="left"
    )
    version = pl.col("indicator").str.extract(r"~(\d+)$").cast(pl.Int64).fill_null(0)
    number = FIRST * (1 + pl.col("release")) + version
    named = about.with_columns(indicator=pl.format("{}~{}", "plain", number))
    return pl.concat([named.select(out.columns), _beside(judged, named, restated)])


def _beside(judged: pl.DataFrame, named: pl.DataFrame, restated: pl.DataFrame) -> pl.DataFrame:
    """What is said now of other days, once in each of the series `named`: counts, and nothing of them."""
    no = pl.lit(value=False)
    others = _now(judged).drop_nulls("count").join(restated, on=SPREAD, how="anti").unique(COUNT)
    series = named.group_by("plain", "indicator").agg(pl.col("published_on", "release").first())
    joined = series.join(others.rename({"indicator": "plain"}), on="plain")
    new = joined.join(named, on=COUNT, how="anti").with_columns(is_shown=no, is_primary=no)
    return new.sort(COUNT).select(pl.col(name).cast(kind) for name, kind in OUT.items())


def _now(judged: pl.DataFrame) -> pl.DataFrame:
    """The counts of the figures as they are now, one a row: `COUNT`, `count`."""
    return pl.concat(
        judged.select(*SPAN, part=pl.lit(part), count=pl.col(count)) for part, count in PARTS.items()
    ).select(*COUNT, "count")


def links(names: pl.Series, between: pl.DataFrame) -> pl.DataFrame:
    """`between` (`linked.LINKS`) with what is one count wherever it was not restated, by the series' `names`.

    A figure in two series, one of which is a release's own; and figures that are said to be one count.
    """
    of: dict[str, list[str]] = {}
    for name in names.unique().sort():
        of.setdefault(name.partition("~")[0], []).append(name)
    is_own = set(names.filter(names.str.contains(OWN)))
    rows = [
        (one, part, None, other, part, None, True)
        for same in of.values()
        for one, other in combinations(same, 2)
        if {one, other} & is_own
        for part in PARTS
    ]
    for row in between.select(linked.LINKS.names()).iter_rows():
        pairs = product(of.get(row[0], ()), of.get(row[3], ()))
        rows += [(one, *row[1:3], other, *row[4:6], True) for one, other in pairs if {one, other} & is_own]
    more = pl.DataFrame(rows, schema=linked.LINKS, orient="row")
    return pl.concat([between.select(more.columns), more])
