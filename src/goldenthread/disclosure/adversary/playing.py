"""Playing: what comes of it when an outsider works with everything that is out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from goldenthread.disclosure.adversary import knowledge, ratings, statements, trusting
from goldenthread.disclosure.adversary.knowledge import Knowledge
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import attack
from goldenthread.methods.disclosure.system import Role

CELL = ("indicator", "part", "area", "breakdown", "start", "end", "kind")


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """What an outsider makes of it.

    `sought` is how many small counts there are to be found, `printed` those that stand in print as they are,
    `recovered` those worked out exactly. `groups` are those of which everybody is seen to stand in one
    category, though their policy holds that for a disclosure; `groups_allowed` counts those whose policy does
    not. Cells have the columns `CELL` and their `count`. `widths` says of each count that is sought by how
    much its possible counts differ, and `surely_small` how many of them are known to be no more than the
    limit of their policy.
    """

    sought: int
    printed: pl.DataFrame
    recovered: pl.DataFrame
    widths: tuple[float, ...]
    surely_small: int
    groups: pl.DataFrame
    groups_allowed: int

    @property
    def opens(self) -> bool:
        """Whether an outsider learns a count that was to be kept."""
        return bool(self.printed.height or self.recovered.height or self.groups.height)


def played(releases: Iterable[pl.DataFrame], world: World, *, rated: pl.DataFrame | None = None) -> Played:
    """The attack on what these releases said, each `kept.STATED`, in the order in which they left.

    `rated` is what the colours beside hidden figures tell (`ratings.RATED`); nothing, if left out.
    """
    out = list(releases)
    said = statements.said(out, world, ratings.RATED.to_frame() if rated is None else rated)
    known = knowledge.known(said, world)
    for release in out:
        known = trusting.trusting(known, release)
    system = known.system
    found = attack.attack(system, ~system.is_(Role.SHOWN))
    groups = _groups(known, found, world)
    return Played(
        sought=len(found.cells),
        printed=_printed(said),
        recovered=_cells(known, found.recovered),
        widths=tuple(found.widths.tolist()),
        surely_small=_surely_small(known, found, world),
        groups=groups.filter("is_disclosure").drop("is_disclosure"),
        groups_allowed=groups.filter(~pl.col("is_disclosure")).height,
    )


def _printed(said: pl.DataFrame) -> pl.DataFrame:
    """Small counts, by their policy, that a release prints though nobody has excepted them."""
    told = pl.col("least") == pl.col("greatest")
    open_ones = said.filter(told & (pl.col("primary_numerator") | pl.col("primary_remainder")))
    part = pl.when("primary_numerator").then(pl.lit("numerator")).otherwise(pl.lit("remainder"))
    count = pl.when("primary_numerator").then("count").otherwise(pl.col("of") - pl.col("count"))
    return open_ones.select(
        "indicator", part.alias("part"), "area", "breakdown", "start", "end",
        kind=pl.lit("printed"), count=count,
    )  # fmt: skip


def _groups(known: Knowledge, found: attack.Findings, world: World) -> pl.DataFrame:
    """Printed groups of people who all stand in one printed category, each once: the category's cell.

    `is_disclosure` says whether the policy holds that for one.
    """
    parts = _cells(known, np.array([each.category for each in found.groups], np.intp))
    wholes = _cells(known, np.array([each.group for each in found.groups], np.intp))
    is_told = pl.col("kind") == "earlier"
    both = parts.with_columns(of=wholes["breakdown"], in_print=wholes["kind"] == "earlier")
    once = both.filter(is_told & pl.col("in_print")).unique([*CELL[:-1]], keep="first", maintain_order=True)
    strict = [world.policy(code).class_disclosure for code in once["indicator"]]
    return once.drop("in_print").with_columns(is_disclosure=pl.Series(strict, dtype=pl.Boolean))


def _cells(known: Knowledge, cells: np.ndarray) -> pl.DataFrame:
    counted = known.labels.with_columns(count=pl.Series(known.system.counts)).select(*CELL, "count")
    return counted[cells.tolist()].with_columns(pl.col("indicator").str.replace(r"~\d+$", ""))


def _surely_small(known: Knowledge, found: attack.Findings, world: World) -> int:
    codes = _cells(known, found.cells)["indicator"]
    limits = np.array([world.policy(code).largest_hidden for code in codes], float)
    return int((found.highest < limits + 1 - 1e-6).sum())
