"""Nearest neighbours: which areas are most like one, by characteristics that none of them chose."""

from collections.abc import Sequence

import polars as pl

from goldenthread.methods.neighbours import distances, reading
from goldenthread.methods.neighbours.distances import Neighbours

__all__ = ["Neighbours", "nearest"]


def nearest(
    table: pl.DataFrame, *, of: str, characteristics: Sequence[str] = (), count: int | None = None
) -> Neighbours:
    """The areas most like `of`, the nearest first: who, how close, and by which characteristics.

    `table` has a row for each area, in any order: `area`, and a column of numbers for each characteristic
    (null: missing). `characteristics` names those to go by (none named: all the others); `count` is how many
    areas are wanted (None: all). Areas as close as the last one wanted are among them.

    Each characteristic is put on one scale: its mean over all areas is 0, its standard deviation 1. The
    distance of two areas is Euclid's, over the characteristics that both have, and made as long as it would
    be over all of them; it is rebased so that the area farthest from `of` is at 1. This is how CIPFA
    describes its nearest neighbours; characteristics have equal weight. A constant characteristic tells
    nobody apart and is left out; so is an area that shares fewer than half of the characteristics with `of`.
    Both are named.

    Raises faults.ColumnsMissing, ValueNotFinite, AreasRepeated, AreaUnknown, CountNotPossible,
    NothingToGoBy.
    """
    return distances.nearest(reading.read(table, of, characteristics), reading.check_count(count))
