"""The timeline of a key: what was said of it when, with figures that were said again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import polars as pl

from goldenthread.observations.models import Submission


@dataclass(frozen=True, slots=True)
class Repeat:
    """A delivery that said again what was known: its moment, its name and the ids of the rows."""

    known_from: datetime
    source_name: str
    ids: pl.Series


def as_ranges(ids: Iterable[int]) -> str:
    """Ids as text, in ranges: 3, 1, 2, 7 -> "1-3,7": short, for rows delivered together stand together."""
    ordered = np.unique(np.fromiter(ids, dtype=np.int64))
    if not ordered.size:
        return ""
    breaks = np.flatnonzero(np.diff(ordered) != 1)
    starts = ordered[np.concatenate(([0], breaks + 1))]
    ends = ordered[np.concatenate((breaks, [ordered.size - 1]))]
    return ",".join(
        str(start) if start == end else f"{start}-{end}" for start, end in zip(starts, ends, strict=True)
    )


def from_ranges(text: str) -> pl.Series:
    """The ids that a text of ranges names, in order."""
    ranges = [[int(end) for end in part.split("-")] for part in text.split(",") if part]
    runs = [np.arange(ends[0], ends[-1] + 1, dtype=np.int64) for ends in ranges]
    return pl.Series("id", np.concatenate([np.empty(0, dtype=np.int64), *runs]))


def repeats_from(known_from: datetime) -> list[Repeat]:
    """The deliveries known from a moment or later that said something again."""
    found = Submission.objects.filter(known_from__gte=known_from).exclude(repeats="")
    return [
        Repeat(known_from, source_name, from_ranges(repeats))
        for known_from, source_name, repeats in found.values_list("known_from", "source_name", "repeats")
    ]
