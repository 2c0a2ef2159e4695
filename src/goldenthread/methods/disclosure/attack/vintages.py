"""Vintages: what was said of one figure at different times, as series that add up each by itself."""

from __future__ import annotations

from typing import Final

import polars as pl

from goldenthread.methods.disclosure import linked

SPAN: Final = ("indicator", "area", "breakdown", "start", "end")
PARTS: Final = ("numerator", "denominator")
MARK: Final = "~"


def vintages(said: pl.DataFrame) -> pl.DataFrame:
    """Each series as it was known first, then after each restatement, with `indicator` marked by its vintage.

    `said` has `SPAN`, `count` and `of`, in the order in which it was said; rows on one figure that say the
    same are one statement. A figure that was not restated stands in every vintage of its indicator, so that
    whatever adds up in one of them is found: an old total and new parts, a revised figure less the original.
    """
    statements = said.unique([*SPAN, "count", "of"], keep="first", maintain_order=True)
    numbered = statements.with_columns(vintage=pl.int_range(pl.len()).over(SPAN))
    last = numbered.select(*SPAN, last=pl.col("vintage").max().over(SPAN)).unique(SPAN, maintain_order=True)
    most = last.select("indicator", most=pl.col("last").max().over("indicator")).unique()
    every = last.join(most, on="indicator", maintain_order="left").with_columns(
        named=pl.int_ranges(0, pl.col("most") + 1)
    )
    each = every.explode("named").with_columns(vintage=pl.min_horizontal("named", "last").cast(pl.Int64))
    found = each.join(numbered, on=[*SPAN, "vintage"], maintain_order="left").drop("last", "most", "vintage")
    return found.with_columns(plain="indicator", indicator=_marked(pl.col("indicator"), pl.col("named")))


def links(every: pl.DataFrame, between: pl.DataFrame) -> pl.DataFrame:
    """What is one count: the same figure in two vintages, and what `between` (`linked.LINKS`) says of each.

    `every` is what `vintages` gave. Counts that differ are kept apart.
    """
    most = dict(every.group_by("plain").agg(pl.col("named").max()).iter_rows())
    rows = [
        (code, part, None, f"{code}{MARK}{number}", part, None, True)
        for code, last in sorted(most.items())
        for number in range(1, last + 1)
        for part in PARTS
    ]
    for row in between.select(linked.LINKS.names()).iter_rows():
        one, other = row[0], row[3]
        for number in range(max(most.get(one, 0), most.get(other, 0)) + 1):
            named = [_name(code, min(number, most.get(code, 0))) for code in (one, other)]
            rows.append((named[0], row[1], row[2], named[1], row[4], row[5], True))
    return pl.DataFrame(rows, schema=linked.LINKS, orient="row")


def _marked(code: pl.Expr, number: pl.Expr) -> pl.Expr:
    return pl.when(number > 0).then(pl.format("{}" + MARK + "{}", code, number)).otherwise(code)


def _name(code: str, number: int) -> str:
    return f"{code}{MARK}{number}" if number else code
