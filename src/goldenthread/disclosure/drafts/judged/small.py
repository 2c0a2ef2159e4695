"""Small: which counts the policies hold for too telling to publish, but for what was excepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl

from goldenthread.disclosure.drafts.world import SPAN, World
from goldenthread.methods import periods
from goldenthread.methods.disclosure import policy

VERSION = r"~\d+$"
"""What stands behind the indicator of a figure that is restated, where it is a series of its own."""
PARTS = ("numerator", "denominator")
FLAGS = ("primary_numerator", "primary_denominator", "primary_remainder", "primary_value")


def judged(rows: pl.DataFrame, world: World) -> pl.DataFrame:
    """The rows with what `policy.primary` says of them, and the `threshold` that holds.

    `rows` have `indicator`, `numerator` and `denominator`, and count people.
    """
    plain = pl.col("indicator").str.replace(VERSION, "")
    codes = rows.select(plain.unique()).to_series()
    policies = {code: world.policy(code) for code in codes}
    limits = {code: held.largest_hidden for code, held in policies.items()}
    asked = rows.with_columns(
        policy=plain, threshold=plain.replace_strict(limits, default=0, return_dtype=pl.Int64)
    )
    return policy.primary(asked, policies)


def in_groups(rows: pl.DataFrame, world: World) -> pl.DataFrame:
    """The rows with `whole`: the count itself where everybody of a group stands in it, else null.

    The group is the figure with one dimension less, or that of the larger area. `rows` are of `SPAN` and
    `numerator`; only those are looked at whose policy holds a whole group for a disclosure.
    """
    strict = {code for code in rows["indicator"].unique() if world.policy(_plain(code)).class_disclosure}
    above = dict(world.areas.select("area", "parent").iter_rows())
    asked = rows.select(*SPAN, "numerator").rows()
    counts: dict[tuple[Any, ...], set[int | None]] = {}
    for *key, count in asked:
        counts.setdefault(tuple(key), set()).add(count)

    def is_whole(code: str, area: str, breakdown: str, start: date, end: date, count: int | None) -> bool:
        groups = _groups(area, breakdown, above)
        return bool(count) and any(count in counts.get((code, *group, start, end), ()) for group in groups)

    wholes = [row[-1] if row[0] in strict and is_whole(*row) else None for row in asked]
    return rows.with_columns(whole=pl.Series(wholes, dtype=pl.Int64))


def _groups(area: str, breakdown: str, above: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The groups of which a figure is a part: area and breakdown."""
    parts = breakdown.split(";") if breakdown else []
    yield from ((area, ";".join(parts[:i] + parts[i + 1 :])) for i in range(len(parts)))
    if above.get(area):
        yield above[area], breakdown


def _plain(code: str) -> str:
    return re.sub(VERSION, "", code)


def excepted(judged: pl.DataFrame, world: World) -> pl.DataFrame:
    """The judged figures with what was excepted: `keep` and `must_hide` (Boolean), no rule against `keep`.

    Of two exceptions on one figure, hiding wins.
    """
    key = ["indicator", "area", "breakdown"]
    beside = judged.with_row_index("place").select("place", *key, "period")
    found = beside.join(world.exceptions, on=key, suffix="_excepted").filter(
        (pl.col("period_excepted") == "") | (pl.col("period_excepted") == pl.col("period"))
    )
    hidden, shown = (set(found.filter(pl.col("keep") == word)["place"]) for word in ("hidden", "shown"))
    place = pl.int_range(pl.len())
    marked = judged.with_columns(
        must_hide=place.is_in(sorted(hidden)), keep=place.is_in(sorted(shown - hidden))
    )
    return marked.with_columns(pl.col(FLAGS) & ~pl.col("keep"))


def between(rows: pl.DataFrame, world: World) -> pl.DataFrame:
    """As `judged`, for counts that nobody prints: what was excepted as shown need not be protected."""
    stands = may_stand(rows, world)
    return judged(rows, world).with_columns(pl.col(FLAGS) & ~stands)


def of_old(said: pl.DataFrame, is_asked: pl.Expr, world: World) -> pl.Series:
    """Which counts of releases that are out are small by what holds now; none that was excepted as shown.

    `said` has `SPAN`, `part`, `count` and `release`; of a figure of which no count `is_asked` about, none is
    small. A count that leaves few out is small itself.
    """
    figure = [*SPAN, "release"]
    parts = {name: pl.col("count").filter(pl.col("part") == name).first() for name in PARTS}
    asked = said.join(said.filter(is_asked), on=figure, how="semi", maintain_order="left")
    whole = between(asked.group_by(figure, maintain_order=True).agg(**parts), world)
    flags = (pl.col("primary_numerator") | pl.col("primary_remainder"), pl.col("primary_denominator"))
    of_parts = [
        whole.select(*figure, part=pl.lit(part), is_small=flag)
        for part, flag in zip(PARTS, flags, strict=True)
    ]
    joined = said.join(pl.concat(of_parts), on=[*figure, "part"], how="left", maintain_order="left")
    return joined["is_small"].fill_null(value=False)


def may_stand(rows: pl.DataFrame, world: World) -> pl.Series:
    """Which of some counts were excepted as shown: `indicator`, `area`, `breakdown`, `start`, `end`."""
    shown, hidden = (_excepted(rows, world, word) for word in ("shown", "hidden"))
    return pl.Series(
        [place in shown and place not in hidden for place in range(rows.height)], dtype=pl.Boolean
    )


def _excepted(rows: pl.DataFrame, world: World, keep: str) -> set[int]:
    """The places of the counts that an exception is on; without a period it is on every stretch of days."""
    exceptions = world.exceptions.filter(pl.col("keep") == keep)
    days = periods.frame(exceptions.filter(pl.col("period") != "")["period"])
    dated = exceptions.join(days.select("period", since="start", until="end"), on="period", how="left")
    plain = rows.with_row_index("place").with_columns(pl.col("indicator").str.replace(VERSION, ""))
    found = plain.join(dated, on=["indicator", "area", "breakdown"])
    same = (pl.col("start") == pl.col("since")) & (pl.col("end") == pl.col("until"))
    return set(
        found.filter((pl.col("period_right" if "period" in rows.columns else "period") == "") | same)["place"]
    )
