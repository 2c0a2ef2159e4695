"""Instead: other ways to publish a breakdown, each tried: groups merged, larger areas, a longer period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from goldenthread.disclosure.drafts import deciding
from goldenthread.disclosure.drafts.deciding import CannotBeProtected
from goldenthread.disclosure.drafts.printed import PRINTED
from goldenthread.disclosure.drafts.world import SPAN, World

MERGED: Final = "taken-together"
AREA: Final = "area"
FEWEST: Final = 3
"""Fewer groups than that say nothing that the total does not."""
BAND: Final = r"\d"
QUARTERS: Final = 4
LONGEST_QUARTER: Final = 93
DAYS_BEFORE: Final = 300
"""Within a year less a quarter lie the ends of the three quarters before."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A way to publish one breakdown of one figure: how many of its parts are hidden, of how many.

    `cut` is what it is broken down by ("age;sex", "area" for parts of the map), `way` one of `WAYS`, or "as
    it is". How many people the hidden ones count is not told.
    """

    indicator: str
    cut: str
    period: str
    way: str
    hidden: int
    of: int


def alternatives(stated: pl.DataFrame, world: World, area: str) -> Iterator[Alternative]:
    """For each breakdown with a hidden figure how it is now, then each way that hides fewer of its figures.

    `stated` are the figures as decided (`kept.STATED`), `area` the council's own.
    """
    first = stated.filter(pl.col("version") == 0).with_columns(cut=_cut(area))
    hiding = first.filter((pl.col("cut") != "") & pl.col("hidden"))
    asked = hiding.select("indicator", "cut", "period").unique(maintain_order=True)
    for indicator, cut, period in asked.iter_rows():
        about = first.filter((pl.col("indicator") == indicator) & (pl.col("period") == period))
        rows, total = about.filter(pl.col("cut") == cut), about.filter(pl.col("cut") == "")
        yield from _tried(rows, total, world, area)


def _cut(area: str) -> pl.Expr:
    by_group = pl.col("breakdown").str.replace_all("=[^;]*", "")
    by_area = pl.when(pl.col("area") != area).then(pl.lit(AREA)).otherwise(pl.lit(""))
    return pl.when(pl.col("breakdown") != "").then(by_group).otherwise(by_area)


def _tried(rows: pl.DataFrame, total: pl.DataFrame, world: World, area: str) -> Iterator[Alternative]:
    now = _told(rows, rows.row(0, named=True), "as it is")
    yield now
    for way, make in WAYS.items():
        other = make(rows, world)
        if other is None or other.height < FEWEST:
            continue
        whole = make(total, world) if way == A_YEAR else total
        if whole is None:
            continue
        said = pl.concat([whole.select(PRINTED.names()), other.select(PRINTED.names())])
        try:
            found = deciding.tried(said, _without(world, rows, other, area))
        except CannotBeProtected:
            continue
        below = found.filter((pl.col("breakdown") != "") | (pl.col("area") != area))
        tried = _told(below, rows.row(0, named=True), way)
        if tried.hidden * now.of < now.hidden * tried.of:
            yield tried


def _told(rows: pl.DataFrame, about: Mapping[str, str], way: str) -> Alternative:
    named = (about["indicator"], about["cut"], about["period"])
    return Alternative(*named, way, int(rows["hidden"].sum()), rows.height)


def _without(world: World, rows: pl.DataFrame, other: pl.DataFrame, area: str) -> World:
    """The world of the other figures: their groups make up the whole, their areas the map; nothing is out."""
    merged = set(rows["area"]) - set(other["area"])
    known = world.areas.filter(~pl.col("area").is_in(list(merged)))
    kind = known.filter(pl.col("parent") == area)["grouping"].first() or ""
    strange = sorted(set(other["area"]) - set(known["area"]) - {area})
    new = pl.DataFrame({"area": strange}, schema={"area": pl.String})
    beside = new.with_columns(parent=pl.lit(area), grouping=pl.lit(kind))
    return replace(
        world,
        areas=pl.concat([known, beside]),
        groupings=world.groupings.clear(),
        links=world.links.clear(),
        earlier=world.earlier.clear(),
        rounded=world.rounded.clear(),
        held=world.held.clear(),
    )


def _smallest_merged(rows: pl.DataFrame, world: World) -> pl.DataFrame | None:
    """The smallest groups as one, as few as make up a count that need not be hidden."""
    limit = world.policy(rows["indicator"][0]).largest_hidden
    in_order = rows.sort("count", "area", "breakdown")
    together, of = in_order["count"].cum_sum(), in_order["of"].cum_sum()
    left = (of - together).fill_null(limit + 1)
    enough = ((together > limit) & (left > limit)).arg_true()
    number = max(2, enough[0] + 1) if len(enough) else rows.height
    return pl.concat([_one(in_order.head(number)), in_order.tail(rows.height - number)])


def _neighbours_merged(rows: pl.DataFrame, world: World) -> pl.DataFrame | None:
    """Each two neighbours as one, where groups are bands of numbers, as of age; others have no order."""
    if not rows["breakdown"].str.contains(BAND).all():
        return None
    pairs = [rows.slice(first, 2) for first in range(0, rows.height, 2)]
    return pl.concat([_one(pair) for pair in pairs])


def _areas_above(rows: pl.DataFrame, world: World) -> pl.DataFrame | None:
    """Parts of the map as the areas around them, where there are any below the council itself."""
    above = world.areas.filter(pl.col("parent") != "").select("area")
    around = world.areas.join(above, left_on="parent", right_on="area", how="semi").select("area", "parent")
    if rows["cut"][0] != AREA or rows.join(around, on="area", how="semi").is_empty():
        return None
    placed = rows.join(around, on="area", how="left", maintain_order="left")
    named = placed.with_columns(area=pl.coalesce("parent", "area")).drop("parent")
    return pl.concat(_summed(part) for _, part in named.group_by("area", maintain_order=True))


def _one(rows: pl.DataFrame) -> pl.DataFrame:
    """Some groups as one group, named after its last."""
    last = rows.row(-1, named=True)
    part = "area" if last["cut"] == AREA else "breakdown"
    named = pl.lit(f"{last[part]}-{MERGED}").alias(part)
    return _summed(rows).with_columns(named)


def _summed(rows: pl.DataFrame) -> pl.DataFrame:
    """The first row with the counts of all; none where one is not known."""
    whole = {name: rows[name].sum() if not rows[name].has_nulls() else None for name in ("count", "of")}
    columns = [pl.lit(value, rows.schema[name]).alias(name) for name, value in whole.items()]
    return rows.head(1).with_columns(columns)


def _a_year(rows: pl.DataFrame, world: World) -> pl.DataFrame | None:
    """The year that ends with the quarter, where all four quarters of each group are held."""
    days = (pl.col("end") - pl.col("start")).dt.total_days()
    if rows.select(~days.is_between(2, LONGEST_QUARTER)).to_series().any():
        return None
    now = rows.select(*SPAN, numerator="count", denominator="of")
    quarters = pl.concat([world.held, now]).unique(SPAN).filter(days.is_between(2, LONGEST_QUARTER))
    before = rows["end"][0] - pl.col("end")
    year = quarters.filter(before.dt.total_days().is_between(0, DAYS_BEFORE))
    sums = year.group_by(SPAN[:3]).agg(
        pl.len(),
        pl.col("start").min(),
        count=pl.col("numerator").sum(),
        summed=pl.col("denominator").sum(),
    )
    full = sums.filter(pl.col("len") == QUARTERS)
    joined = rows.drop("start", "count").join(full, on=SPAN[:3], maintain_order="left")
    whole = pl.when(pl.col("of").is_not_null()).then("summed")
    return joined.with_columns(of=whole) if joined.height == rows.height else None


A_YEAR: Final = "a year instead of a quarter"
WAYS: Final[Mapping[str, Callable[[pl.DataFrame, World], pl.DataFrame | None]]] = {
    "the smallest taken together": _smallest_merged,
    "neighbours taken together": _neighbours_merged,
    "areas as the larger areas around them": _areas_above,
    A_YEAR: _a_year,
}
