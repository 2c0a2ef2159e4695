"""Knowledge: all that an outsider knows of counts, as one system in which small hidden ones are sought."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl

from goldenthread.disclosure.adversary.statements import FLAGS
from goldenthread.disclosure.drafts.judged import small
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import linked
from goldenthread.methods.disclosure.attack import vintages
from goldenthread.methods.disclosure.linked import Linked
from goldenthread.methods.disclosure.system import NO_LIMIT, Role, System

SLOT: Final = ("plain", "part", "area", "breakdown", "start", "end", "count")
PARTS: Final = ("numerator", "denominator", "remainder")


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What an outsider knows: every cell (`labels`, `linked.LABELS`), and the system of them.

    What is printed is `SHOWN`; the small counts that must not be worked out are `PRIMARY`, whoever holds or
    prints them; of all else nothing is known but its bounds.
    """

    system: System
    labels: pl.DataFrame


def known(said: pl.DataFrame, world: World) -> Knowledge:
    """All that follows from what was said (`statements.SAID`) and from what is public of how it adds up."""
    every = vintages.vintages(said)
    built = linked.build(
        linked.FIGURES.to_frame(),
        areas=_areas(said, world),
        groupings=world.groupings,
        links=vintages.links(every, world.links),
        earlier=pl.concat([_part(every, "numerator", "count"), _part(every, "denominator", "of")]),
    )
    between = linked.derivable(built)
    told = _only_restated(between, said)
    sought = between.join(
        told, on=["indicator", *SLOT[2:-1], "kind", "over"], how="anti", maintain_order="left"
    )
    judged = linked.protecting(built, small.judged(sought, world))
    return Knowledge(_bounded(judged, said), built.labels)


def _part(every: pl.DataFrame, part: str, count: str) -> pl.DataFrame:
    """The statements on one part as `linked.EARLIER`: those printed for sure, and the others."""
    shown = (pl.col("least") == pl.col("greatest")) if part == "numerator" else pl.col("tells_denominator")
    is_shown = (shown & (pl.col("count") == pl.col("least"))) if part == "numerator" else shown
    rows = every.filter(pl.col(count).is_not_null()).with_columns(
        part=pl.lit(part),
        count=pl.col(count),
        is_shown=is_shown.fill_null(value=False),
        is_primary=pl.col(f"primary_{part}") & pl.col("is_stated"),
        published_on=pl.lit(None, pl.Date),
    )
    return rows.select(pl.col(name).cast(kind) for name, kind in linked.EARLIER.items())


def _only_restated(between: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
    """Derived counts (of `linked.derivable`) that are but the step from an old total to its restatement.

    Both totals are told on purpose; the step is what is left over of the new one when parts that were not
    restated are taken off.
    """
    key = ["plain", "area", "breakdown", "start", "end"]
    counts = [pl.col(name).fill_null(0) for name in ("numerator", "denominator")]
    rest = between.filter(pl.col("kind") == "not known").with_columns(
        *counts, plain=pl.col("indicator").str.split(vintages.MARK).list.first()
    )
    is_first = pl.col("indicator") == pl.col("plain")
    later = rest.filter(~is_first).join(rest.filter(is_first), on=[*key, "over"], how="left", suffix="_first")
    totals = said.filter("is_stated").select(
        *key[1:], plain="indicator", count=pl.col("count"), of=pl.col("of").fill_null(0)
    )
    steps = totals.join(totals, on=key, suffix="_old").select(
        *key, by=pl.col("count") - pl.col("count_old"), by_of=pl.col("of") - pl.col("of_old")
    )
    stepped = later.with_columns(
        by=pl.col("numerator") - pl.col("numerator_first").fill_null(0),
        by_of=pl.col("denominator") - pl.col("denominator_first").fill_null(0),
    )
    return stepped.join(steps.unique(), on=[*key, "by", "by_of"], how="semi").filter(
        (pl.col("by") != 0) | (pl.col("by_of") != 0)
    )


def _bounded(built: Linked, said: pl.DataFrame) -> System:
    """The system with what the rule and the printed texts say of hidden counts, and the remainders sought."""
    system = built.system
    cells = built.labels.with_columns(
        plain=pl.col("indicator").str.split(vintages.MARK).list.first(),
        count=pl.Series(system.counts),
        cell=pl.int_range(len(system), dtype=pl.Int64, eager=True),
    )
    lower, upper, roles = (
        np.zeros_like(system.lower),
        np.full_like(system.upper, NO_LIMIT),
        system.roles.copy(),
    )
    for part, rows in _by_part(said).items():
        found = rows.join(cells.filter(pl.col("part") == part), on=SLOT)
        at = found["cell"].to_numpy()
        np.maximum.at(lower, at, found["lower"].to_numpy())
        np.minimum.at(upper, at, found["upper"].to_numpy())
        sought = found.filter("sought")["cell"].to_numpy()
        roles[sought[roles[sought] != Role.SHOWN]] = Role.PRIMARY
    return replace(system, lower=lower, upper=upper, roles=roles)


def _by_part(said: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """`SLOT`, `lower`, `upper` and `sought` of the stated counts, by part."""
    stated = said.filter("is_stated")
    counts = {
        "numerator": pl.col("count"),
        "denominator": pl.col("of"),
        "remainder": pl.col("of") - pl.col("count"),
    }
    found = {}
    for part, flag in zip(PARTS, FLAGS, strict=True):
        count = counts[part]
        not_zero = (pl.col("zeros_shown") & (count > 0)).cast(pl.Int64)
        told = pl.lit(part == "numerator")
        rounded = pl.lit(part == "denominator")
        found[part] = stated.filter(count.is_not_null()).select(
            pl.col("indicator").alias("plain"),
            *SLOT[2:-1],
            part=pl.lit(part),
            count=count,
            lower=pl.max_horizontal(
                not_zero,
                *(pl.when(told).then(name) for name in ("least", "rated_least")),
                pl.when(rounded).then("of_least"),
            ),
            upper=pl.min_horizontal(
                pl.lit(NO_LIMIT),
                *(pl.when(told).then(name) for name in ("greatest", "rated_greatest")),
                pl.when(rounded).then("of_greatest"),
            ),
            sought=flag,
        )
    return found


def _areas(said: pl.DataFrame, world: World) -> pl.DataFrame:
    """The public map, with areas that it does not name as maps of their own."""
    alone = said.select("area").unique().join(world.areas, on="area", how="anti")
    rest = alone.with_columns(parent=pl.lit(""), grouping=pl.lit(""))
    return pl.concat([world.areas.select(linked.AREAS.names()), rest.select(linked.AREAS.names())])
