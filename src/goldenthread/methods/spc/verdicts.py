"""Verdicts: what a group of points comes to, and the icons of variation and assurance."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.spc import words
from goldenthread.methods.spc.limits import Counts, Figures, Flags, Limits
from goldenthread.methods.spc.parameters import Settings
from goldenthread.methods.spc.series import Groups, Ordered
from goldenthread.methods.spc.suited import ENOUGH

Numbers = NDArray[np.uint8]

# The point types that each count takes in, by their number in words.POINT_TYPES.
COUNTED: Final = {"n_common_cause": (0,), "n_improvement": (1,), "n_concern": (2,), "n_neutral": (3, 4)}

NO_VALUES: Final = "cannot be assessed: there are no values"
ONE_VALUE: Final = "cannot be assessed: there is one value, and limits need two neighbouring ones"
NO_NEIGHBOURS: Final = "cannot be assessed: no two of the values that limits rest on are neighbours"


@dataclass(frozen=True)
class Part:
    """What is found of each group, as columns; `unused` are rebases that start nothing."""

    start: Counts
    series: Counts
    number: NDArray[np.int32]
    rows: Counts
    values: Counts
    mean: Figures
    half_width: Figures
    tolerance: Figures
    is_unscreened: Flags
    counts: NDArray[np.int64]
    cause: Numbers
    point_type: Numbers
    unused: Counts

    @classmethod
    def of(
        cls, begin: int, series: Counts, groups: Groups, made: Limits, cause: Numbers, point_type: Numbers
    ) -> "Part":
        """The groups of a stretch whose first row is that of all rows."""
        ends = groups.starts + np.diff(np.append(groups.starts, len(cause)))
        counts = [
            np.add.reduceat(np.isin(point_type, numbers).astype(np.int32), groups.starts)
            for numbers in COUNTED.values()
        ]
        return cls(
            start=begin + groups.starts,
            series=series,
            number=groups.number,
            rows=ends - groups.starts,
            values=made.values,
            mean=made.mean,
            half_width=made.half_width,
            tolerance=made.tolerance,
            is_unscreened=made.is_unscreened,
            counts=np.stack(counts, axis=1).astype(np.int64),
            cause=cause[ends - 1],
            point_type=point_type[ends - 1],
            unused=groups.unused,
        )

    @classmethod
    def together(cls, parts: Sequence["Part"]) -> "Part":
        """All of them, one after the other."""
        return cls(
            **{
                each.name: np.concatenate([getattr(part, each.name) for part in parts])
                for each in fields(cls)
            }
        )


def groups(part: Part, ordered: Ordered, settings: Settings, heads: pl.DataFrame) -> pl.DataFrame:
    """A row for each group between rebases, by series and date.

    The keys, `rebase_group`, `first_date`, `last_date`, `n` (rows), `values` (those that are there), `mean`,
    `lpl`, `upl`, `n_common_cause`, `n_improvement`, `n_concern`, `n_neutral` (points), `variation_type` (the
    point type of its last point). Where `is_latest` also `variation_icon`, from the last point, and, where
    there is a target and one way is better, `assurance_type` and `assurance_icon`, from the limits: the
    target lies beyond them on the good side, on the bad side, or neither (equality: inconsistent).
    Then what is to be said of it: `is_trial` (fewer than 13 values), `is_constant` (limits without width),
    `is_unscreened` (mostly constant), and in `obstacle` why it cannot be assessed ("": it is).
    """
    is_latest = np.append(part.series[1:] != part.series[:-1], np.True_)[: len(part.series)]
    polarity, target = settings.polarity[part.series], settings.target[part.series]
    icon = words.variation_icons(part.cause, polarity)
    assurance = _assurance(part, polarity, target)
    nobody = np.uint8(closed_words.NO_WORD)
    icon, assurance = (np.where(is_latest, each, nobody) for each in (icon, assurance))
    columns = {
        "rebase_group": part.number,
        "n": part.rows,
        "values": part.values,
        "mean": part.mean,
        "lpl": part.mean - part.half_width,
        "upl": part.mean + part.half_width,
        **dict(zip(COUNTED, part.counts.T, strict=True)),
        "variation_type": part.point_type,
        "is_latest": is_latest,
        "variation_icon": icon,
        "assurance_type": assurance,
        "assurance_icon": assurance,
        "is_trial": part.values < ENOUGH,
        "is_constant": part.half_width == 0,
        "is_unscreened": part.is_unscreened & (part.half_width > 0),
    }
    made = heads[part.series].with_columns(
        pl.Series(name, np.ascontiguousarray(each), nan_to_null=True) for name, each in columns.items()
    )
    first, last = (
        pl.Series(ordered.day[at], dtype=pl.Int32).cast(pl.Date)
        for at in (part.start, part.start + part.rows - 1)
    )
    return made.with_columns(
        closed_words.words(pl.col("variation_type"), words.POINT_TYPES),
        closed_words.words(pl.col("variation_icon"), words.VARIATION_ICONS),
        closed_words.words(pl.col("assurance_type"), words.ASSURANCES),
        closed_words.words(pl.col("assurance_icon"), words.ASSURANCE_ICONS),
        first_date=first,
        last_date=last,
        obstacle=_obstacle(),
    )


def _assurance(part: Part, polarity: NDArray[np.uint16], target: Figures) -> Numbers:
    """Where the target lies to the limits; NO_WORD without target, limits or a better side."""
    from_mean = target - part.mean
    beyond = np.abs(from_mean) > part.half_width + part.tolerance
    is_good = (from_mean < 0) == (polarity == words.HIGHER)
    found = np.where(beyond, np.where(is_good, words.PASS, words.FAIL), words.INCONSISTENT)
    is_asked = np.isfinite(from_mean) & np.isfinite(part.half_width)
    is_asked &= (polarity == words.HIGHER) | (polarity == words.LOWER)
    return np.where(is_asked, found, np.uint8(closed_words.NO_WORD))


def _obstacle() -> pl.Expr:
    return (
        pl.when(pl.col("lpl").is_not_null())
        .then(pl.lit(""))
        .when(pl.col("values") == 0)
        .then(pl.lit(NO_VALUES))
        .when(pl.col("values") == 1)
        .then(pl.lit(ONE_VALUE))
        .otherwise(pl.lit(NO_NEIGHBOURS))
    )
