"""Joining: all that counts people in a pack, behind it and out already, as one system of linked tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import polars as pl
from scipy import sparse

from goldenthread.disclosure.drafts import behind, vintages
from goldenthread.disclosure.drafts.judged import small
from goldenthread.disclosure.drafts.world import OUT, SPAN, World
from goldenthread.methods.disclosure import linked
from goldenthread.methods.disclosure.linked import Linked
from goldenthread.methods.disclosure.system import System

NAMED: Final = 5
"""How many figures a note names; the rest are counted."""


def built(judged: pl.DataFrame, told: pl.DataFrame, world: World) -> Linked:
    """Everything on people as one system; what lies between the figures is judged as well.

    `judged` are the printed figures with what the policies say of them, `told` the ratings that may stand
    (`ratings.KEPT`).
    """
    if judged.is_empty():
        return _nothing_counted()
    limits = told.group_by("row").agg(lower=pl.col("least").max(), upper=pl.col("greatest").min())
    figures = judged.join(limits, on="row", how="left", maintain_order="left").with_columns(
        indicator=series(pl.col("series")),
        # What must stay hidden may not be worked out from the others either.
        primary_numerator=pl.col("primary_numerator") | pl.col("must_hide"),
        cost=pl.col("cost") * (1 + pl.col("numerator").fill_null(0)),
        is_printed=~(pl.col("was_hidden") | pl.col("must_hide")),
        earlier=pl.when("was_hidden").then(pl.lit("hidden")).otherwise(pl.lit("")),
    )
    columns = [name for name in linked.FIGURES if name in figures.columns and name != "complements"]
    unprinted = _behind(judged, world).with_columns(is_printed=pl.lit(value=False))
    known = [name for name in columns if name in unprinted.columns]
    whole = pl.concat([figures.select(columns), unprinted.select(known)], how="diagonal")
    out = _out(judged, world)
    system = linked.build(
        whole.with_columns(
            pl.col("cost").fill_null(1.0),
            pl.col("earlier").fill_null(""),
            pl.col("keep", "suppressed").fill_null(value=False),
            numerator_adds_over_time=pl.lit(None, pl.Boolean),
        ),
        areas=_areas(whole, world),
        groupings=world.groupings,
        links=vintages.links(pl.concat([whole["indicator"], out["indicator"]]), world.links),
        earlier=out,
    )
    # What could not be added up of an earlier release was said with that one.
    notes = (note for note in system.notes if not re.search(vintages.OWN, note))
    noted = replace(system, notes=(*notes, *_short(system.short, world)))
    return linked.protecting(noted, small.between(linked.derivable(noted), world))


def in_series(judged: pl.DataFrame, area: str) -> pl.DataFrame:
    """The figures with `series`: that of their version, for a group that of the total that it adds up to.

    A total that was restated since is another series than the groups that made up the one before. Groups that
    leave some out go with the first total that is no less than they are.
    """
    is_total = (pl.col("area") == area) & (pl.col("breakdown") == "")
    span = ["indicator", "start", "end"]
    totals = judged.filter(is_total).select(*span, "version", total="count")
    cut = pl.struct(pl.col("breakdown").str.replace_all("=[^;]*", ""), pl.col("area") == area)
    said_once = pl.len().over(SPAN) == 1
    parts = judged.filter(said_once).filter(~is_total).with_columns(cut=cut)
    sums = parts.group_by(*span, "cut").agg(pl.col("count").sum())
    found = sums.join(totals, on=span).filter(pl.col("count") <= pl.col("total"))
    is_sum = pl.col("count") == pl.col("total")
    best = found.sort(is_sum, "version", descending=[True, False])
    first = best.group_by(*span, "cut", maintain_order=True).agg(series=pl.col("version").first())
    told = parts.join(first, on=[*span, "cut"]).select("row", "series")
    joined = judged.join(told, on="row", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("series", "version"))


def _behind(judged: pl.DataFrame, world: World) -> pl.DataFrame:
    """Counts between the printed figures of each version, as figures that nobody prints, judged too."""
    versions = []
    for (version,), rows in judged.group_by("series", maintain_order=True):
        held = world.held if version == 0 else world.held.clear()
        found = behind.printed(rows.select(world.held.columns), held)
        versions.append(found.with_columns(indicator=series(pl.lit(version))))
    return small.between(pl.concat([world.held.clear(), *versions]), world)


def series(version: pl.Expr) -> pl.Expr:
    """The name of a version's figures in the system: they are no parts of what another version says."""
    return pl.when(version > 0).then(pl.format("{}~{}", "indicator", version)).otherwise("indicator")


def _out(judged: pl.DataFrame, world: World) -> pl.DataFrame:
    """What is out already (`linked.EARLIER`), each statement in the series of whatever says the same now.

    Else it is in its own. Of counts that are out rounded the exact number is not.
    """
    stands = small.may_stand(world.earlier, world)
    is_asked = ~pl.col("is_shown") & ~pl.col("is_primary")
    is_small = pl.col("is_primary") | (is_asked & small.of_old(world.earlier, is_asked, world))
    exact = world.earlier.with_columns(is_primary=is_small & ~stands)
    no = pl.lit(value=False)
    rounded = world.rounded.filter("is_shown").with_columns(is_shown=no, is_primary=no)
    said = pl.concat([exact.select(OUT.names()), rounded.select(OUT.names())])
    restated = vintages.torn(judged, said, world)
    every = pl.concat([_as_named_now(judged, said, restated), vintages.own(judged, said, restated)])
    return every.select(linked.EARLIER.names())


def _as_named_now(judged: pl.DataFrame, out: pl.DataFrame, restated: pl.DataFrame) -> pl.DataFrame:
    """Left out is what nobody says now of days that were restated: it may be so no longer."""
    parts = pl.DataFrame({"part": ["numerator", "denominator"]})
    said = pl.when(pl.col("part") == "numerator").then("count").otherwise("of")
    now = judged.join(parts, how="cross").select(*SPAN, "part", count=said, now="series")
    first = now.group_by(*SPAN, "part", "count").agg(pl.col("now").min())
    plain = out.with_columns(was="indicator", indicator=pl.col("indicator").str.replace(small.VERSION, ""))
    joined = plain.join(first, on=[*SPAN, "part", "count"], how="left", maintain_order="left")
    is_gone = pl.col("now").is_null() & ~pl.col("is_shown")
    gone = joined.filter(is_gone).join(restated, on=vintages.SPREAD, how="semi", maintain_order="left")
    left = joined.join(gone, on=joined.columns, how="anti", nulls_equal=True, maintain_order="left")
    named = pl.when(pl.col("now").is_null()).then("was").otherwise(series(pl.col("now")))
    return left.with_columns(indicator=named).select(out.columns)


def _short(short: pl.DataFrame, world: World) -> Iterator[str]:
    """Which printed figures are more than the parts that are said to make them up, in a sentence."""
    plain, grouping = pl.col("indicator").str.replace(small.VERSION, ""), pl.col("over").str.split(": ")
    printed = short.filter("is_printed").with_columns(plain, grouping=grouping.list.last()).unique()
    asked = [
        row
        for row in printed.sort("indicator", "over", "start", "end", "part").iter_rows(named=True)
        if row["indicator"] in world.scopes.get(row["grouping"], {row["indicator"]})
    ]
    if asked:
        named = "; ".join(f"{linked.named_cell(row)} ({row['over']})" for row in asked[:NAMED])
        more = f" and {len(asked) - NAMED} more" if len(asked) > NAMED else ""
        yield (
            "parts that are said to make up a whole come to less, and what is missing is protected as a part "
            f"of its own, not stated: {named}{more}"
        )


def _nothing_counted() -> Linked:
    """The system of a pack that counts nobody."""
    none, no_sums = np.empty(0, np.int64), sparse.csr_array((0, 0), dtype=np.int64)
    empty = System(none, none.astype(np.int8), no_sums, none, none, np.empty(0))
    parts = dict.fromkeys(("numerator", "denominator", "remainder"), pl.Int64)
    rows = pl.DataFrame(schema={**parts, "is_printed": pl.Boolean, "is_count": pl.Boolean})
    return Linked(empty, linked.LABELS.to_frame(), rows, ())


def _areas(figures: pl.DataFrame, world: World) -> pl.DataFrame:
    """The hierarchy, with areas that it does not name as maps of their own."""
    alone = figures.select("area").unique().join(world.areas, on="area", how="anti")
    rest = alone.with_columns(parent=pl.lit(""), grouping=pl.lit(""))
    return pl.concat([world.areas.select(linked.AREAS.names()), rest.select(linked.AREAS.names())])
