"""Confidence reading: the numbers behind each figure as plain arrays, or what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.confidence.words import GIVEN, KINDS, PROPORTION
from goldenthread.methods.rounding import NUDGE

Figures = NDArray[np.float64]
Flags = NDArray[np.bool_]

NUMBERS: Final = (
    "numerator",
    "denominator",
    "multiplier",
    "given_lower",
    "given_upper",
    "value",
    "min_denominator",
)
NEVER_NEGATIVE: Final = ("numerator", "denominator", "multiplier", "min_denominator")


class ColumnsMissing(ValueError):
    """The frame does not say which kind of interval each figure has, or holds words where numbers belong."""


class LevelNotPossible(ValueError):
    """A level of confidence that no interval can have."""


class CountNotPossible(ValueError):
    """A count that nobody can have counted."""


class IntervalNotPossible(ValueError):
    """A given interval that contradicts itself or its figure."""


@dataclass(frozen=True)
class Counted:
    """Row by row what an interval is made of; not-a-number where missing."""

    kind: NDArray[np.uint16]
    count: Figures
    of: Figures
    multiplier: Figures
    lower: Figures
    upper: Figures
    fewest: Figures


def read(frame: pl.DataFrame) -> Counted:
    """The figures of a frame. Raises ColumnsMissing, CountNotPossible, IntervalNotPossible, WordUnknown."""
    if "interval" not in frame.columns:
        raise ColumnsMissing(
            f"the frame needs interval, one of {', '.join(KINDS[1:])} or nothing, row by row"
        )
    kind = closed_words.numbers(frame["interval"], KINDS)
    column = {name: _numbers(frame, name) for name in NUMBERS}
    for is_wrong, name, why, error in _faults(kind, column):
        if is_wrong.any():
            row = int(is_wrong.argmax())
            raise error(f"row {row + 1}, {name}: {column[name][row]:g} {why}")
    multiplier = np.where(np.isnan(column["multiplier"]), 1.0, column["multiplier"])
    return Counted(
        kind,
        column["numerator"],
        column["denominator"],
        multiplier,
        column["given_lower"],
        column["given_upper"],
        column["min_denominator"],
    )


def _numbers(frame: pl.DataFrame, name: str) -> Figures:
    """The column; not-a-number where nothing stands, infinite where something else than a number does."""
    if name not in frame.columns:
        return np.full(frame.height, np.nan)
    column = frame[name]
    if not (column.dtype.is_numeric() or column.dtype == pl.Null):
        raise ColumnsMissing(f"{name} must hold numbers; it holds {column.dtype}")
    figures = column.cast(pl.Float64).fill_nan(float("inf")).fill_null(float("nan"))
    numbers: Figures = figures.to_numpy()
    return numbers


def _faults(
    kind: NDArray[np.uint16], column: dict[str, Figures]
) -> Iterator[tuple[Flags, str, str, type[ValueError]]]:
    for name in NUMBERS:
        yield np.isinf(column[name]), name, "is no number; leave what is missing empty", CountNotPossible
    for name in NEVER_NEGATIVE:
        yield column[name] < 0, name, "is below zero; write what was counted", CountNotPossible
    yield column["multiplier"] == 0, "multiplier", "makes nothing of every figure; write 1", CountNotPossible
    # What was added up from parts may exceed its whole by the computer's rounding.
    too_many = (kind == PROPORTION) & (column["numerator"] > column["denominator"] * (1 + NUDGE))
    why = "is more than its denominator; a proportion counts some of them, a rate may count more"
    yield too_many, "numerator", why, CountNotPossible
    is_given = kind == GIVEN
    lower, upper, value = column["given_lower"], column["given_upper"], column["value"]
    why = "is above given_upper; write the lower limit first"
    yield is_given & (lower > upper), "given_lower", why, IntervalNotPossible
    slack = NUDGE * np.abs(value)
    outside = (value < lower - slack) | (value > upper + slack)
    yield is_given & outside, "value", "lies outside its own interval; check all three", IntervalNotPossible
