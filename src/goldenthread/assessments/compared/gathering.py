"""Gathering: for each indicator with a comparator group the figures of the council and of its peers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import polars as pl

from goldenthread.assessments import wanted
from goldenthread.assessments.history import HOW_TO_ADD_UP, MONTHS_PER_PART
from goldenthread.assessments.material import HEADLINE
from goldenthread.indicators import queries as indicators
from goldenthread.methods import aggregation, periods
from goldenthread.observations import ledger
from goldenthread.organisation import peers
from goldenthread.organisation import queries as organisation
from goldenthread.organisation.peers import PeerGroup

LINES: Final = ("indicator", "name", "unit", "decimals", "display", "period", "group", "group_name")
NOW: Final = 0


@dataclass(frozen=True)
class Gathered:
    """What is to be compared: `lines` an indicator each, `rows` an indicator and area each, and the names."""

    lines: pl.DataFrame
    rows: pl.DataFrame
    groups: Mapping[str, PeerGroup]
    unmatched: Mapping[str, str]
    names: Mapping[str, str]


def gather(
    *,
    report_period: str,
    position_date: date,
    known_at: datetime,
    area: str,
    only: Collection[str] | None,
    group: str,
) -> Gathered:
    """The figures of all areas that are compared; arguments as of `compared.figures`."""
    definitions = _definitions(on=position_date, known_at=known_at, only=only, group=group)
    there = organisation.comparator_groups(on=position_date, known_at=known_at)
    named = definitions["comparator"].unique().to_list()
    groups = {
        code: peers.group(code, of=area, on=position_date, known_at=known_at)
        for code in sorted(named)
        if code in there or group
    }
    unmatched = definitions.filter(~pl.col("comparator").is_in(list(groups)))
    held = definitions.filter(pl.col("comparator").is_in(list(groups)))
    members = _members(groups, area)
    known = ledger.series(
        known_at=known_at,
        indicators=held["indicator"].to_list(),
        areas=members["area"].unique().to_list(),
        breakdowns=[HEADLINE],
        until=position_date,
    )
    steps = wanted.periods_of(held, periods.parse(report_period)).filter(pl.col("step") == NOW)
    about = held.join(steps.select("indicator", "period"), on="indicator", maintain_order="left")
    areas = organisation.areas(on=position_date, known_at=known_at)
    return Gathered(
        lines=_lines(about, groups),
        rows=_rows(about, members, known, groups),
        groups=groups,
        unmatched=dict(unmatched.select("indicator", "comparator").iter_rows()),
        names={each.code: each.name for each in areas},
    )


def _definitions(*, on: date, known_at: datetime, only: Collection[str] | None, group: str) -> pl.DataFrame:
    """The indicators that are compared, with the way in which places go."""
    found = indicators.definitions(on=on, known_at=known_at)
    if only is not None:
        found = found.filter(pl.col("indicator").is_in(list(only)))
    if group:
        found = found.with_columns(comparator=pl.lit(group))
    has_midpoint = pl.col("midpoint").is_not_null()
    by_size = (pl.col("polarity") == "range") & ~has_midpoint
    way = pl.when(has_midpoint).then(pl.lit("range")).when(by_size).then(pl.lit("neutral"))
    return found.filter(pl.col("comparator").fill_null("") != "").with_columns(
        polarity=way.otherwise("polarity")
    )


def _members(groups: Mapping[str, PeerGroup], area: str) -> pl.DataFrame:
    rows = [
        (code, member, member == area) for code, group in groups.items() for member in [area, *group.codes]
    ]
    return pl.DataFrame(
        rows, schema={"comparator": pl.String, "area": pl.String, "is_self": pl.Boolean}, orient="row"
    ).unique(["comparator", "area"], maintain_order=True)


def _lines(about: pl.DataFrame, groups: Mapping[str, PeerGroup]) -> pl.DataFrame:
    names = {code: group.version.name for code, group in groups.items()}
    return about.with_columns(
        group="comparator",
        group_name=pl.col("comparator").replace_strict(names, default="", return_dtype=pl.String),
    ).select(*LINES, "polarity", "midpoint")


def _rows(
    about: pl.DataFrame, members: pl.DataFrame, known: pl.DataFrame, groups: Mapping[str, PeerGroup]
) -> pl.DataFrame:
    """One row for each indicator and area; a peer's figure of a part of the period is no figure."""
    asked = about.with_columns(
        breakdown=pl.lit(HEADLINE),
        months_per_part=pl.col("frequency").replace_strict(MONTHS_PER_PART, return_dtype=pl.Int64),
        definition=pl.format("as defined from {}", "version_from"),
        caveat=pl.col("comparator").replace_strict(
            {code: _who(group) for code, group in groups.items()}, default="", return_dtype=pl.String
        ),
    ).join(members, on="comparator", maintain_order="left_right")
    figures = aggregation.figures(
        known, asked.select("indicator", "area", "breakdown", "period", *HOW_TO_ADD_UP)
    )
    own = asked.select("is_self", "definition", "unit", "polarity", "midpoint", "caveat")
    is_whole = pl.col("coverage") == ""
    labels = {code: periods.label(periods.parse(code)) for code in figures["period"].unique()}
    return pl.concat(
        [figures.select("indicator", "area", "period", "value", "status", "coverage"), own], how="horizontal"
    ).with_columns(
        value=pl.when(is_whole | pl.col("is_self")).then("value"),
        period=pl.col("period").replace_strict(labels, return_dtype=pl.String),
    )


def _who(group: PeerGroup) -> str:
    """With whom, in a sentence: the name of the group, and who drew it up."""
    source = group.version.source.strip().rstrip(".")
    return f"Compared with: {group.version.name}{f' ({source})' if source else ''}."
