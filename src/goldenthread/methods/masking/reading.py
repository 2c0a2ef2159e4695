"""Masking reading: the areas of each set as plain arrays, or what is wrong with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.masking import faults
from goldenthread.methods.masking.words import KINDS, MEAN, NUMBER, POLARITIES, SHARE
from goldenthread.methods.rounding import NUDGE

Figures = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.int64]
Codes = NDArray[np.uint8]

NUMBERS: Final = ("numerator", "denominator", "value", "multiplier", "whole", "case_spread", "target")
COUNTED: Final = ("denominator", "case_spread")
OF_SET: Final = ("kind", "multiplier", "whole")
"""What is one for all areas of a set."""


@dataclass(frozen=True)
class Areas:
    """Row by row; figures are not-a-number where missing, `set` numbers the sets from 0."""

    set: Rows
    heads: pl.DataFrame
    """The keys of each set."""
    kind: NDArray[np.uint16]
    polarity: NDArray[np.uint16]
    count: Figures
    """Of a share or rate what was counted."""
    of: Figures
    """Of how many people, things or cases."""
    value: Figures
    multiplier: Figures
    whole: Figures
    """The whole council's figure, in the unit of the value; not-a-number where it has to be pooled."""
    case_spread: Figures
    target: Figures
    why: Codes
    """Why an area cannot be judged, as far as its own numbers tell."""

    @property
    def sets(self) -> int:
        """How many sets there are."""
        return self.heads.height

    def total(self, figures: "Figures | Flags") -> Figures:
        """The sum over each set."""
        sums: Figures = np.bincount(self.set, figures, self.sets).astype(np.float64)
        return sums


def read(frame: pl.DataFrame, keys: Sequence[str]) -> Areas:
    """The areas of a frame. Raises what `faults` has, and closed_words.WordUnknown."""
    _need(frame)
    found = [name for name in keys if name in frame.columns]
    heads, number = _sets(frame, found)
    column = {name: _numbers(frame, name) for name in NUMBERS}
    kind = closed_words.numbers(frame["kind"], KINDS)
    _check(frame, number, found, column)
    multiplier = np.where(np.isnan(column["multiplier"]), 1.0, column["multiplier"])
    count, value = _counted(kind, column, multiplier)
    polarity = (
        frame["polarity"] if "polarity" in frame.columns else pl.Series("polarity", [""] * frame.height)
    )
    return Areas(
        number,
        heads,
        kind,
        closed_words.numbers(polarity, POLARITIES),
        count,
        column["denominator"],
        value,
        multiplier,
        column["whole"],
        column["case_spread"],
        column["target"],
        _why(kind, count, column["denominator"], value),
    )


def _need(frame: pl.DataFrame) -> None:
    missing = [name for name in ("area", "kind", "denominator") if name not in frame.columns]
    if not {"numerator", "value"} & set(frame.columns):
        missing.append("numerator or value")
    if missing:
        raise faults.ColumnsMissing(f"to find what a whole hides, the frame needs {', '.join(missing)}")


def _sets(frame: pl.DataFrame, keys: list[str]) -> tuple[pl.DataFrame, Rows]:
    """The keys of each set, in the order of their first rows, and of which set each row is."""
    if not keys:
        keys, frame = ["set"], frame.with_columns(pl.lit("").alias("set"))
    heads = frame.select(keys).unique(maintain_order=True)
    numbered = heads.with_row_index("number of its set")
    joined = frame.select(keys).join(numbered, on=keys, how="left", nulls_equal=True, maintain_order="left")
    return heads, joined["number of its set"].cast(pl.Int64).to_numpy()


def _numbers(frame: pl.DataFrame, name: str) -> Figures:
    """The column; not-a-number where nothing stands. Raises ColumnsMissing, NumberNotPossible."""
    if name not in frame.columns:
        return np.full(frame.height, np.nan)
    column = frame[name]
    if not (column.dtype.is_numeric() or column.dtype == pl.Null):
        raise faults.ColumnsMissing(f"{name} must hold numbers; it holds {column.dtype}")
    column = column.cast(pl.Float64)
    _refuse(frame, name, ~column.is_finite(), "is no number; leave what is missing empty")
    if name in COUNTED:
        _refuse(frame, name, column < 0, "is below zero; write what was counted")
    if name == "multiplier":
        _refuse(frame, name, column <= 0, "makes nothing of every figure; write 1, or 100 for per cent")
    numbers: Figures = column.fill_null(float("nan")).to_numpy()
    return numbers


def _refuse(frame: pl.DataFrame, name: str, is_wrong: pl.Series, why: str) -> None:
    for row in is_wrong.fill_null(value=False).arg_true():
        area, figure = frame["area"][row], frame[name][row]
        raise faults.NumberNotPossible(f"row {row + 1}, {area}, {name}: {figure:g} {why}")


def _check(frame: pl.DataFrame, number: Rows, keys: list[str], column: dict[str, Figures]) -> None:
    """Each area stands once in its set, and all are figures of one kind, held against one whole."""
    again = frame.select(pl.struct(*keys, "area").is_duplicated()).to_series()
    if again.any():
        row = int(again.arg_max() or 0)
        place = ", ".join(str(frame[name][row]) for name in (*keys, "area"))
        raise faults.AreasRepeated(f"row {row + 1}, {place}: the area stands there twice; keep one row")
    about = {"kind": frame["kind"]} | {name: pl.Series(column[name]) for name in OF_SET[1:]}
    unlike = pl.DataFrame({"set": number, **about}).group_by("set", maintain_order=True)
    for name in OF_SET:
        counts = unlike.agg(pl.col(name).n_unique())
        for head in counts.filter(pl.col(name) > 1)["set"]:
            place = ", ".join(str(frame[key][int(np.flatnonzero(number == head)[0])]) for key in keys)
            raise faults.SetNotOne(f"{place or 'the areas'}: they differ in {name}; make a set of each")


def _counted(
    kind: NDArray[np.uint16], column: dict[str, Figures], multiplier: Figures
) -> tuple[Figures, Figures]:
    """What was counted, from the value where no count is given; and the value, from the count."""
    count, of, value = column["numerator"], column["denominator"], column["value"]
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where(np.isnan(value), count / np.where(of > 0, of, np.nan) * multiplier, value)
    count = np.where(np.isnan(count), value * of / multiplier, count)
    whole = np.round(count)
    is_whole = np.abs(count - whole) <= NUDGE * np.maximum(np.abs(count), 1.0)
    return np.where(is_whole & (kind != MEAN), whole, count), value


def _why(kind: NDArray[np.uint16], count: Figures, of: Figures, value: Figures) -> Codes:
    is_share, is_mean = kind == SHARE, kind == MEAN
    is_broken = (count != np.round(count)) | (count < 0) | is_share & (of != np.round(of))
    reasons: list[tuple[Flags, str]] = [
        ((kind == 0) | (kind > MEAN), "kind"),
        (of == 0, "of_none"),
        (np.isnan(of) | np.isnan(np.where(is_mean, value, count)), "missing"),
        (~is_mean & is_broken, "not_counts"),
        (is_share & (count > of), "not_a_share"),
    ]
    return np.select(
        [which for which, _ in reasons], [NUMBER[word] for _, word in reasons], np.uint8(0)
    ).astype(np.uint8)
