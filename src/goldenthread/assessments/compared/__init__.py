"""Compared: each indicator's figure beside those of the areas with which the council compares itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from goldenthread.assessments.compared import gathering
from goldenthread.methods import benchmarking
from goldenthread.organisation.peers import PeerGroup

__all__ = ["Compared", "figures"]

NOT_FINAL = ("provisional", "estimated")
OF_AN_AREA = (
    "rank",
    "is_tied",
    "percentile",
    "quarter",
    "gap",
    "aim_gap",
    "mads",
    "from_midpoint",
)
OF_A_SET = (
    "ranked",
    "peers",
    "missing",
    "missing_areas",
    "q1",
    "q2",
    "q3",
    "median",
    "mad",
    "least",
    "greatest",
    "quartile_method",
    "caveat",
)


@dataclass(frozen=True)
class Compared:
    """What was to be compared on a day, as known at a moment.

    `lines`: one row for each indicator with a group, by code: `indicator`, `name`, `unit`, `decimals`,
    `display`, `period`, `group` (code), `group_name`; the `polarity` and `midpoint` by which places go; the
    own `value` (null: none), its `status` and `coverage`; how many peers' figures are provisional or
    estimated (`not_final`); the columns of `benchmarking.Comparison` that speak of the own area and of its
    peers, with `missing_areas` by name; and the `caveat` without which none of it is told.

    `areas`: one row for each indicator and area, the own one among them: `indicator`, `area`, `name`,
    `is_self`, `value` (null: none, or of a part of the period alone), `rank`, `is_tied`, `quarter`, `gap`.

    `groups`: the comparator groups by code. `unmatched`: indicators that name a group of which nothing was
    known on the day, with its code.
    """

    lines: pl.DataFrame
    areas: pl.DataFrame
    groups: Mapping[str, PeerGroup]
    unmatched: Mapping[str, str]


def figures(
    *,
    report_period: str,
    position_date: date,
    known_at: datetime,
    area: str,
    only: Collection[str] | None = None,
    group: str = "",
    quartile_method: str = "type7",
) -> Compared:
    """Every indicator compared with its group, all at once, for the period that the report rates.

    Definitions, groups and figures are those of the position date as known at the moment, so that the same
    words give the same answer for an old report. `only` keeps some indicators; `group` compares all of them
    with that group. A peer whose figure covers a part of the period alone is left out, as are those without
    one. Where an indicator has a midpoint, the nearest to it comes first; where neither way is better, places
    go by size. Raises peers.NoSuchGroup (for `group`), peers.NeighboursNotFound, QuartileMethodUnknown.
    """
    found = gathering.gather(
        report_period=report_period,
        position_date=position_date,
        known_at=known_at,
        area=area,
        only=only,
        group=group,
    )
    comparison = benchmarking.compare(found.rows, keys=("indicator",), quartile_method=quartile_method)
    own = comparison.areas.filter("is_self").select("indicator", "value", "status", "coverage", *OF_AN_AREA)
    named = comparison.sets.with_columns(_named(comparison.sets["missing_areas"], found.names))
    lines = (
        found.lines.join(own, on="indicator", how="left", maintain_order="left")
        .join(named.select("indicator", *OF_A_SET), on="indicator", how="left", maintain_order="left")
        .join(_not_final(comparison.areas), on="indicator", how="left", maintain_order="left")
        .with_columns(pl.col("not_final").fill_null(0))
        .sort("indicator")
    )
    areas = comparison.areas.with_columns(
        name=pl.col("area").replace_strict(found.names, default=pl.col("area"), return_dtype=pl.String)
    ).select("indicator", "area", "name", "is_self", "value", "rank", "is_tied", "quarter", "gap")
    return Compared(
        lines.with_columns(caveat=_caveat()),
        areas.sort("indicator", "rank", "name", nulls_last=True),
        found.groups,
        found.unmatched,
    )


def _named(codes: pl.Series, names: Mapping[str, str]) -> pl.Series:
    return pl.Series(
        codes.name,
        [sorted(names.get(code, code) for code in each) for each in codes],
        dtype=pl.List(pl.String),
    )


def _not_final(areas: pl.DataFrame) -> pl.DataFrame:
    """Of each comparison how many peers have a figure that may still change."""
    may_change = pl.col("value").is_not_null() & pl.col("status").is_in(NOT_FINAL)
    peers = areas.filter(~pl.col("is_self") & may_change)
    return peers.group_by("indicator").agg(not_final=pl.len().cast(pl.Int64))


def _caveat() -> pl.Expr:
    """The caveat, with what holds of the figures of these areas alone."""
    covers, status = pl.col("coverage").fill_null(""), pl.col("status")
    said = [
        "caveat",
        pl.when(covers != "").then(pl.format("The own figure covers {}.", covers)),
        pl.when((covers == "") & status.is_in(NOT_FINAL)).then(pl.format("The own figure is {}.", status)),
        pl.when(pl.col("not_final") > 0).then(
            pl.format("Provisional or estimated: {} of the {} others.", "not_final", "peers")
        ),
    ]
    return pl.concat_str(said, separator=" ", ignore_nulls=True)
