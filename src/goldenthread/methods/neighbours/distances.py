"""Distances: how far other areas are from one, and which characteristics set them apart."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.neighbours.reading import AREA, Characteristics, Figures

Rows = NDArray[np.int64]
Flags = NDArray[np.bool_]

TIE: Final = 1e-12
"""Distances that differ by less than this share of the farthest are equal: the computer's rounding."""

FEWEST_SHARED: Final = 0.5
"""An area that shares a smaller part of the characteristics with another is not held against it."""


@dataclass(frozen=True)
class Neighbours:
    """The areas near one, and why.

    `nearest`: `area`, `rank` (1 is the nearest; equal distances share the least), `is_tied`, `distance` (0:
    the same in all; 1: the farthest of the table), `shared` (characteristics that both areas have). Equal
    distances stand in order of the areas' names.

    `reasons`: for each of them and each characteristic used `value`, `own`, `apart` (value less own, in
    standard deviations between all areas) and `part` of the squared distance that is due to it; null where
    the neighbour has no figure.

    `used`, `constant`, `not_known`: characteristics gone by, left out as constant, and left out because the
    area itself has no figure. `left_out`: areas that share too few. `areas`: how many were compared.
    """

    nearest: pl.DataFrame
    reasons: pl.DataFrame
    used: list[str]
    constant: list[str]
    not_known: list[str]
    left_out: list[str]
    areas: int


def nearest(found: Characteristics, count: int | None) -> Neighbours:
    """The areas nearest to the one asked about."""
    apart = found.scaled - found.scaled[found.own]
    shared = (~np.isnan(apart)).sum(axis=1)
    is_other = np.arange(len(found.areas)) != found.own
    is_held = is_other & (shared >= FEWEST_SHARED * len(found.used))
    held = np.flatnonzero(is_held)
    square = np.nansum(apart[held] ** 2, axis=1)
    distance = np.sqrt(square * len(found.used) / shared[held])
    farthest = distance.max(initial=0.0)
    rebased = distance / farthest if farthest > 0 else distance
    order, rank, is_tied = _ranked(rebased)
    within = len(order) if count is None else int((rank <= count).sum())
    chosen = held[order[:within]]
    return Neighbours(
        nearest=pl.DataFrame(
            {
                AREA: [found.areas[row] for row in chosen],
                "rank": rank[:within],
                "is_tied": is_tied[:within],
                "distance": rebased[order[:within]],
                "shared": shared[chosen],
            },
            schema_overrides={AREA: pl.String, "rank": pl.Int64, "shared": pl.Int64},
        ),
        reasons=_reasons(found, apart, chosen, square[order[:within]]),
        used=found.used,
        constant=found.constant,
        not_known=found.not_known,
        left_out=[found.areas[row] for row in np.flatnonzero(is_other & ~is_held)],
        areas=len(held),
    )


def _ranked(distance: Figures) -> tuple[Rows, Rows, Flags]:
    """The order from near to far (equal ones as they stand), the rank in it, and whether it is shared."""
    order = np.argsort(distance, kind="stable")
    is_next = np.ones(len(order), np.bool_)
    is_next[1:] = np.diff(distance[order]) > TIE
    group: Rows = np.maximum.accumulate(np.where(is_next, np.arange(len(order)), 0))
    # Within a tie the areas' own order counts, not the rounding of their distances.
    order = order[np.lexsort((order, group))]
    is_tied = ~is_next
    is_tied[:-1] |= ~is_next[1:]
    return order, group + 1, is_tied


def _reasons(
    found: Characteristics,
    apart: Figures,
    chosen: Rows,
    square: Figures,
) -> pl.DataFrame:
    many = len(found.used)
    with np.errstate(divide="ignore", invalid="ignore"):
        part = apart[chosen] ** 2 / square[:, None]
    same = (square == 0)[:, None] & ~np.isnan(apart[chosen])
    return pl.DataFrame(
        {
            AREA: [found.areas[row] for row in chosen for _ in found.used],
            "characteristic": found.used * len(chosen),
            "value": pl.Series(found.value[chosen].ravel(), nan_to_null=True),
            "own": np.tile(found.value[found.own], len(chosen)),
            "apart": pl.Series(apart[chosen].ravel(), nan_to_null=True),
            "part": pl.Series(np.where(same, 0.0, part).ravel(), nan_to_null=True),
        },
        schema_overrides={AREA: pl.String, "characteristic": pl.String},
    ).head(len(chosen) * many)
