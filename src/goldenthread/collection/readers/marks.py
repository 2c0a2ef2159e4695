"""Marks: what stands beside the cells of a sheet (formats, errors, merges, what is hidden)."""

from dataclasses import dataclass, field

from goldenthread.collection.readers.book import Merge, Place


@dataclass(frozen=True)
class Marks:
    """Of one sheet; places are counted from 0."""

    percent: tuple[Place, ...] = ()
    red: frozenset[Place] = frozenset()
    # Text to show in place of what the reader gives: an error, or a formula that has no result.
    instead: dict[Place, str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    has_booleans: bool = False
    is_stale: bool = False
