"""Reading: a system and its protection, put back into the form of the figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.disclosure.linked.building import Linked
from goldenthread.methods.disclosure.linked.held.cells import KIND_WORDS, Kind
from goldenthread.methods.disclosure.linked.held.figures import PARTS
from goldenthread.methods.disclosure.protection import Protection
from goldenthread.methods.disclosure.system import Role

Counts = NDArray[np.int64]

BETWEEN: Final = tuple(KIND_WORDS[kind] for kind in (Kind.ELEMENTARY, Kind.SUM, Kind.NOT_KNOWN, Kind.MISSING))
"""Kinds of cells that nobody prints and no figure holds, though an outsider may work them out."""


def shown(linked: Linked, protection: Protection) -> pl.DataFrame:
    """What may be printed of each figure: `numerator_shown`, `denominator_shown`, `value_shown`.

    In the order of the figures. A rate is a statement on both its parts and is shown only where both are; a
    plain count has no other part. False as well where there is nothing to show.
    """
    hidden = protection.hidden(linked.system)
    above, below = (_of_rows(linked, part, ~hidden, nothing=False) for part in PARTS[:2])
    printed = linked.rows["is_printed"].to_numpy()
    # A denominator hidden at its source has no cell, and no share of it is known.
    alone = linked.rows["is_count"].to_numpy()
    return pl.DataFrame(
        {
            "numerator_shown": printed & above,
            "denominator_shown": printed & below,
            "value_shown": printed & above & (below | alone),
        }
    )


def values(linked: Linked, counts: Counts) -> pl.DataFrame:
    """`numerator` and `denominator` of each figure in another table (`counts`: one for each cell).

    So the whole output can be made from the other table of a witness as it is from the true one. Null where
    the figure has no such part.
    """
    return pl.DataFrame({part: _counts(linked, part, counts) for part in PARTS[:2]})


def possible(linked: Linked, lowest: Counts, highest: Counts) -> pl.DataFrame:
    """`numerator_lowest`, `numerator_highest` and so on, for each figure and each of `PARTS`.

    From what an outsider holds possible of each cell (a published cell has its count twice); null where the
    figure has no such part. Whatever else is said of a hidden figure, such as a rating, must be true of all
    that is possible.
    """
    ends = {"lowest": lowest, "highest": highest}
    columns = {
        f"{part}_{end}": _counts(linked, part, counts) for part in PARTS for end, counts in ends.items()
    }
    return pl.DataFrame(columns)


def derivable(linked: Linked) -> pl.DataFrame:
    """Counts that nobody prints or holds, though an outsider may work them out, for the policy to judge.

    `indicator`, `area`, `breakdown`, `start`, `end`, `kind`, `over`, `numerator`, `denominator` (null where
    there is none), and the cells `numerator_cell`, `denominator_cell`, `remainder_cell` (-1 where none). A
    quarter between two figures to date; a borough's total of wards; the one ward that is not among the rest;
    those whose group is not known.
    """
    place = pl.int_range(len(linked.system), dtype=pl.Int64, eager=True)
    between = linked.labels.with_columns(cell=place, count=pl.Series(linked.system.counts)).filter(
        pl.col("kind").is_in(BETWEEN)
    )
    key = ["indicator", "area", "breakdown", "start", "end", "kind", "over"]
    columns = []
    for part in PARTS:
        is_part = pl.col("part") == part
        columns.append(pl.col("cell").filter(is_part).first().fill_null(-1).alias(f"{part}_cell"))
    counts = [pl.col("count").filter(pl.col("part") == part).first().alias(part) for part in PARTS[:2]]
    return between.group_by(key, maintain_order=True).agg(*counts, *columns)


def protecting(linked: Linked, judged: pl.DataFrame) -> Linked:
    """The same with what is small of `derivable` protected too.

    `judged` is that frame with `primary_numerator`, `primary_denominator` and `primary_remainder` (Boolean).
    """
    roles = linked.system.roles.copy()
    for part in PARTS:
        cells = judged.filter(f"primary_{part}")[f"{part}_cell"].to_numpy()
        cells = cells[cells >= 0]
        roles[cells[roles[cells] == Role.UNSEEN]] = Role.PRIMARY
    return replace(linked, system=replace(linked.system, roles=roles))


def _of_rows(linked: Linked, part: str, cells: NDArray[np.bool_], *, nothing: bool) -> NDArray[np.bool_]:
    place = linked.rows[part].to_numpy()
    return np.where(place < 0, nothing, cells[place])


def _counts(linked: Linked, part: str, counts: Counts) -> pl.Series:
    place = linked.rows[part]
    return pl.Series(part, counts).gather(pl.select(pl.when(place >= 0).then(place)).to_series())
