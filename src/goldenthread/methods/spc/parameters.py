"""Parameters: how a series is to be charted, for one series or for each of many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from math import isfinite
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.spc import suited, words
from goldenthread.methods.spc.faults import (
    ColumnsMissing,
    Fault,
    ParameterNotPossible,
    ParametersMissing,
    ParameterUnknown,
    SeriesOverlaps,
)

FEWEST_FIXED: Final = 12
"""Limits may be fixed after so many points; with fewer they would rest on too little."""
NEVER_FIXED: Final = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Parameters:
    """How a series is charted. As columns of a frame, the same names hold the parameters of many series.

    `polarity` (higher, lower, range, neutral) says which way is better. Limits rest on the first
    `fix_after_n_points` rows of each group (None: on all), at least 12. `screen` leaves unusually large
    moving ranges out of their mean. `rebases` are dates: a point of that date starts a new group.
    `aggregation` and `basis` are the indicator's own, by which series that overlap are refused.
    Raises ParameterUnknown, ParameterNotPossible, SeriesOverlaps.
    """

    polarity: str = "neutral"
    target: float | None = None
    fix_after_n_points: int | None = None
    screen: bool = True
    rebases: tuple[date, ...] = field(default=())
    aggregation: str = ""
    basis: str = ""

    def __post_init__(self) -> None:
        for fault in faults_in(self.frame(pl.DataFrame({"series": [""]})), ["series"]):
            raise fault.refusal()

    def frame(self, series: pl.DataFrame) -> pl.DataFrame:
        """These parameters for each of the series (a row of keys each)."""
        types: dict[str, Any] = {"target": pl.Float64, "fix_after_n_points": pl.Int64}
        single = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "rebases"}
        rebases = pl.lit(pl.Series([list(self.rebases)], dtype=pl.List(pl.Date))).alias("rebases")
        columns = [pl.lit(value, types.get(name)).alias(name) for name, value in single.items()]
        return series.with_columns(*columns, rebases.first())


NAMES: Final = tuple(each.name for each in fields(Parameters))


@dataclass(frozen=True)
class Settings:
    """The parameters of each series in turn, as plain arrays; without a target it is not-a-number."""

    polarity: NDArray[np.uint16]
    target: NDArray[np.float64]
    fixed_after: NDArray[np.int64]
    screens: NDArray[np.bool_]
    rebase_series: NDArray[np.int64]
    """Which series each rebase is of, in order, and its day since 1970."""
    rebase_day: NDArray[np.int64]


def faults_in(frame: pl.DataFrame, keys: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with the parameters of each series. Raises ParameterUnknown for a strange column."""
    if strange := [name for name in frame.columns if name not in (*NAMES, *keys)]:
        raise ParameterUnknown(f"no such parameter: {strange[0]}; there are {', '.join(NAMES)}")
    if "polarity" not in frame.columns:
        raise ColumnsMissing("the parameters need polarity: higher, lower, range or neutral")
    once = frame.select(pl.struct(*keys).is_first_distinct()).to_series()
    for key in frame.filter(~once).select(*keys).iter_rows():
        yield Fault(
            key, None, keys[0], "parameters stand there twice; give each series one", ParametersMissing
        )
    for row in frame.filter(_is_wrong(frame)).iter_rows(named=True):
        yield from _faults_of(row, tuple(row[key] for key in keys))


def read(frame: pl.DataFrame, series: pl.DataFrame, keys: Sequence[str]) -> Settings:
    """The parameters of these series, in their order. Raises what the first fault is."""
    for fault in faults_in(frame, keys):
        raise fault.refusal()
    found = series.join(
        frame.with_columns(pl.lit(value=True).alias("is there")),
        on=list(keys), how="left", maintain_order="left", nulls_equal=True,
    )  # fmt: skip
    if found["is there"].null_count():
        lost = found.filter(pl.col("is there").is_null()).select(*keys).row(0)
        raise Fault(lost, None, keys[0], "there are no parameters for it", ParametersMissing).refusal()
    rebases = _rebases(found)
    return Settings(
        polarity=closed_words.numbers(found["polarity"], words.POLARITIES),
        target=_or(found, "target", np.nan, pl.Float64),
        fixed_after=_or(found, "fix_after_n_points", NEVER_FIXED, pl.Int64),
        screens=_or(found, "screen", True, pl.Boolean),
        rebase_series=rebases["series at"].to_numpy().astype(np.int64),
        rebase_day=rebases["rebases"].to_physical().to_numpy().astype(np.int64),
    )


def _or(found: pl.DataFrame, name: str, otherwise: float | bool, kind: Any) -> NDArray[Any]:
    if name not in found.columns:
        return np.full(found.height, otherwise)
    column: NDArray[Any] = found[name].cast(kind).fill_null(otherwise).to_numpy()
    return column


def _rebases(found: pl.DataFrame) -> pl.DataFrame:
    if "rebases" not in found.columns:
        return pl.DataFrame(schema={"series at": pl.Int64, "rebases": pl.Date})
    some = found.lazy().select("rebases").with_row_index("series at").filter(pl.col("rebases").list.len() > 0)
    exploded = some.explode("rebases").with_columns(pl.col("rebases").cast(pl.Date)).drop_nulls()
    return exploded.unique().sort("series at", "rebases").collect()


def _is_wrong(frame: pl.DataFrame) -> pl.Series:
    """Rows that may be at fault: quick to say of very many, and looked at one by one afterwards."""
    tests = [~pl.col("polarity").cast(pl.String).is_in(words.POLARITIES[1:]).fill_null(value=False)]
    if "target" in frame.columns:
        tests.append(~pl.col("target").cast(pl.Float64).is_finite().fill_null(value=True))
    if "fix_after_n_points" in frame.columns:
        tests.append((pl.col("fix_after_n_points") < FEWEST_FIXED).fill_null(value=False))
    tests += [
        pl.col(name).is_in(suited.OVERLAPPING).fill_null(value=False)
        for name in ("aggregation", "basis")
        if name in frame.columns
    ]
    return frame.select(pl.any_horizontal(tests).alias("wrong")).to_series()


def _faults_of(row: dict[str, Any], key: tuple[object, ...]) -> Iterator[Fault]:
    target, fixed = row.get("target"), row.get("fix_after_n_points")
    if row["polarity"] not in words.POLARITIES[1:]:
        why = f"{row['polarity']!r} is not known; write one of {', '.join(words.POLARITIES[1:])}"
        yield Fault(key, None, "polarity", why, ParameterUnknown)
    if target is not None and not isfinite(target):
        why = f"{target} is no target; write a number, or nothing"
        yield Fault(key, None, "target", why, ParameterNotPossible)
    if fixed is not None and fixed < FEWEST_FIXED:
        why = f"limits cannot be fixed after {fixed} points: write {FEWEST_FIXED} or more, or nothing"
        yield Fault(key, None, "fix_after_n_points", why, ParameterNotPossible)
    if why := suited.overlap(row.get("aggregation") or "", row.get("basis") or ""):
        yield Fault(key, None, "aggregation", why, SeriesOverlaps)
