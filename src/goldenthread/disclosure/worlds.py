"""Worlds: what is known beside a pack: the rules of its day, the counts held, what is out already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

import polars as pl

from goldenthread.disclosure import queries
from goldenthread.disclosure.drafts import joining, kept
from goldenthread.disclosure.drafts.printed import KEY
from goldenthread.disclosure.drafts.world import EXCEPTIONS, HELD, OUT, OUT_ROUNDED, World
from goldenthread.disclosure.models import Release, Why
from goldenthread.indicators import disclosure
from goldenthread.methods.disclosure import linked
from goldenthread.observations import ledger
from goldenthread.organisation import queries as organisation
from goldenthread.positions.queries import Sealed

HEADLINE: Final = ""
# What a link can be between; a remainder follows from the two.
LINKED_PARTS: Final = ("numerator", "denominator")


def world(sealed: Sealed, *, known_at: datetime) -> World:
    """What is known beside a frozen quarter: rules as at the report's moment, and what is out already."""
    return World(
        **rules(on=known_at.date(), known_at=known_at),
        **ledger_of_releases(),
        held=_held(sealed),
        areas=_areas(on=sealed.position_date, known_at=sealed.known_at),
    )


def rules(*, on: date, known_at: datetime) -> dict[str, Any]:
    """Policies, groupings, links and exceptions on a day, as known at a moment: fields of `World`."""
    policies = disclosure.policies(on=on, known_at=known_at)
    named = disclosure.policy_of(on=on, known_at=known_at).drop_nulls("policy")
    groupings = disclosure.groupings(on=on, known_at=known_at)
    return {
        "policies": {row["indicator"]: policies[row["policy"]] for row in named.iter_rows(named=True)},
        "otherwise": policies[disclosure.default_policy(on=on, known_at=known_at)],
        "groupings": _groupings(groupings),
        "scopes": _scopes(groupings),
        "links": _links(disclosure.links(on=on, known_at=known_at)),
        "exceptions": exceptions(on=on, known_at=known_at).select(EXCEPTIONS.names()),
    }


def exceptions(*, on: date, known_at: datetime) -> pl.DataFrame:
    """What is excepted on a day: the columns of `indicators.disclosure.EXCEPTIONS`, and the `area`.

    Where an exception names a part of the map, that is its area, and the rest its breakdown.
    """
    found = disclosure.exceptions(on=on, known_at=known_at)
    if found.is_empty():
        return found.with_columns(area=pl.lit(""))
    own = organisation.council(on=on, known_at=known_at).area
    dimensions = organisation.dimensions(on=on, known_at=known_at)
    maps = [code for code, dimension in dimensions.items() if not dimension.values]
    parts = pl.col("breakdown").str.split(";")
    is_place = pl.element().str.split("=").list.first().is_in(maps)
    place = parts.list.eval(pl.element().filter(is_place)).list.first().str.split("=").list.last()
    rest = parts.list.eval(pl.element().filter(~is_place)).list.join(";")
    return found.with_columns(area=pl.coalesce(place, pl.lit(own)), breakdown=rest)


def ledger_of_releases() -> dict[str, Any]:
    """What is out already, as fields of `World`."""
    out = list(queries.standing())
    return {
        **_earlier(out),
        "releases": tuple(release.code for release in out),
        "names": {**{release.code: release.inputs for release in out}, **queries.never_left()},
        "stored": queries.stored,
    }


def _held(sealed: Sealed) -> pl.DataFrame:
    """The whole counts on people that the council holds of the headlines and their groups, as frozen."""
    people = {line["indicator"] for line in sealed.of("indicator") if line["counts_people"] is not False}
    printed = {
        (line["area"], line["breakdown"]) for line in sealed.of("breakdown") if line["may_be_published"]
    }
    area = sealed.one("council")["area"]
    series = ledger.series(
        known_at=sealed.known_at,
        indicators=sorted(people),
        areas=sorted({area, *(place for place, _ in printed)}),
        breakdowns=sorted({HEADLINE, *(group for _, group in printed)}),
        until=sealed.position_date,
    )
    plain_count = pl.when(pl.col("denominator").is_null()).then("value")
    counts = series.with_columns(numerator=pl.coalesce("numerator", plain_count))
    whole = counts.filter(
        pl.col("numerator").is_not_null()
        & (pl.col("numerator") % 1 == 0)
        & (pl.col("denominator").fill_null(0) % 1 == 0)
    )
    return whole.select(pl.col(name).cast(kind) for name, kind in HELD.items())


def _areas(*, on: date, known_at: datetime) -> pl.DataFrame:
    rows = [
        {"area": area.code, "parent": area.parent, "grouping": area.kind}
        for area in organisation.areas(on=on, known_at=known_at)
    ]
    return pl.DataFrame(rows, schema=linked.AREAS)


def _earlier(out: Iterable[Release]) -> dict[str, pl.DataFrame]:
    """What the releases that are out said of counts of people, exactly and rounded: fields of `World`."""
    exact, rounded = [OUT.to_frame()], [OUT_ROUNDED.to_frame()]
    left_out = (pl.col("why") == Why.FEW_LEFT_OUT.value).fill_null(value=False)
    for number, release in enumerate(out):
        stated, by_base = kept.said(release.figures)
        counted = stated.filter(pl.col("cell_numerator") >= 0)
        about = counted.join(by_base, on=[*KEY, "version"], how="left", maintain_order="left")
        for part, count, small in (("numerator", "count", "is_small"), ("denominator", "of", "is_of_few")):
            rows = about.filter(pl.col(count).is_not_null()).with_columns(
                part=pl.lit(part),
                indicator=joining.series(pl.col("series")),
                count=pl.col(count),
                is_shown=~pl.col("hidden"),
                is_primary=pl.col(small) & pl.col("hidden"),
                published_on=pl.lit(release.known_at.date()),
                release=pl.lit(number),
                # What is small itself took no part in the sums.
                printed=pl.when(~pl.col("hidden") | ~pl.col(small) | (left_out & (part == "numerator"))).then(
                    part
                ),
                least=f"{part}_least",
                most=f"{part}_most",
            )
            is_rounded = pl.col("base").is_not_null()
            exact.append(_columns(rows.filter(~is_rounded | pl.col("hidden")), OUT))
            rounded.append(_columns(rows.filter(is_rounded), OUT_ROUNDED))
    return {"earlier": pl.concat(exact), "rounded": pl.concat(rounded)}


def _columns(frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    return frame.select(pl.col(name).cast(kind) for name, kind in schema.items())


def _groupings(found: pl.DataFrame) -> pl.DataFrame:
    """Each value with the group that it makes up with others, or with others and some in none of them.

    What is missing of the whole is a cell of its own either way.
    """
    named = found.explode("parts").select("dimension", "grouping", value="parts", part_of="whole")
    return named.select(linked.GROUPINGS.names()).unique(maintain_order=True)


def _scopes(found: pl.DataFrame) -> dict[str, frozenset[str]]:
    """Of groupings that are not said to be complete wherever their values occur, where they are."""
    return {
        row["grouping"]: frozenset(row["indicators"] if row["is_complete"] else ())
        for row in found.iter_rows(named=True)
        if row["indicators"] or not row["is_complete"]
    }


def _links(found: pl.DataFrame) -> pl.DataFrame:
    """Each count of a link with the next; where they differ, as before they were one, they stay apart."""
    counts = found.filter(pl.col("part").is_in(LINKED_PARTS))
    after = pl.col("indicator", "part").shift(-1).over("link").name.prefix("other_")
    pairs = counts.with_columns(after).drop_nulls("other_indicator")
    apart = [pl.lit(None, pl.String).alias(name) for name in ("breakdown", "other_breakdown")]
    whole = pairs.with_columns(*apart, revised=pl.lit(value=True))
    return whole.select(pl.col(name).cast(kind) for name, kind in linked.LINKS.items())
