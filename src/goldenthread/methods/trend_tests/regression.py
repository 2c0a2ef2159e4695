"""Regression: a straight line through the charted window, and whether its slope could be none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from scipy.special import stdtrit

from goldenthread.methods.spc import KEYS
from goldenthread.methods.spc.limits import TOLERANCE
from goldenthread.methods.trend_tests import reading, words
from goldenthread.methods.trend_tests.reading import Figures, Flags, Read, Rows

LEVEL: Final = 0.95
FEWEST_FREE: Final = 3
"""So many points more than the line itself takes: five points, of quarters in their seasons eight."""
MONTHS: Final = 12


@dataclass(frozen=True)
class Lines:
    """A line for each series: its slope a year, from where to where it could lie, and how many points."""

    slope: Figures
    reach: Figures
    """From the slope to either end of its interval; not-a-number where there are too few points."""
    points: Rows
    tolerance: Figures


def regression(frame: pl.DataFrame, *, keys: Sequence[str] = KEYS) -> pl.DataFrame:
    """For each series whether it has moved over the window that the frame holds: a row for each.

    `frame` has `date` (the first day of each period), `value` (null: missing) and the `keys`, in any order;
    of each series as its latest row has it: `polarity`, `is_seasonal`, `aggregation` and `basis`. A series is
    steady unless the 95% interval of its slope (least squares, Student's t) leaves out zero, so that most
    are: the practice of Kent County Council's quarterly performance report. A seasonal series is compared
    with like periods alone: one slope for all seasons, each season (month of the date) at its own height.

    The answer has the keys, `method`, `points` (missing ones not counted), `slope`, `slope_lower` and
    `slope_upper` (a year, in the value's unit), `arrow` (up, level, down), `trend` (improving, steady,
    worsening) and `why` it is null: `too_few` points, `overlaps` (years to date and rolling figures resemble
    their neighbours whatever happens), `neutral`, `range`. A gap is a gap in time. Raises process control's
    faults.ColumnsMissing, DateMissing, DatesRepeated, ValueNotFinite, and closed_words.WordUnknown.
    """
    rows = reading.read(frame, keys)
    is_seasonal = rows.flags("is_seasonal")
    lines = _lines(rows, is_seasonal)
    number = words.NUMBER
    too_few = np.where(np.isnan(lines.reach), number["too_few"], number[""])
    why = np.where(rows.overlaps, number["overlaps"], too_few).astype(np.uint8)
    with np.errstate(invalid="ignore"):
        rose = lines.slope - lines.reach > lines.tolerance
        fell = lines.slope + lines.reach < -lines.tolerance
    told = words.trends(rose.astype(np.int8) - fell, rows.polarity, why)
    slope = np.where(why == 0, lines.slope, np.nan)
    return rows.heads.with_columns(
        words.methods(np.where(is_seasonal, words.SEASONAL, words.REGRESSION)).alias("method"),
        pl.Series("points", lines.points),
        pl.Series("slope", slope, nan_to_null=True),
        pl.Series("slope_lower", slope - lines.reach, nan_to_null=True),
        pl.Series("slope_upper", slope + lines.reach, nan_to_null=True),
        **told,
    )


def _lines(rows: Read, is_seasonal: Flags) -> Lines:
    """The line of each series, through the values that are there."""
    count = len(rows.starts)
    value = rows.figures("value")
    there = np.flatnonzero(~np.isnan(value))
    of, value, time = rows.number[there], value[there], rows.years[there]
    month = rows.rows["date"].dt.month().to_numpy()[there]
    level = of * MONTHS + np.where(is_seasonal[of], month - 1, 0)
    across, height = _centred(time, level, count * MONTHS), _centred(value, level, count * MONTHS)
    points = np.bincount(of, minlength=count)
    levels = (np.bincount(level, minlength=count * MONTHS) > 0).reshape(count, MONTHS).sum(axis=1)
    free = points - levels - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = np.bincount(of, across**2, count)
        slope = np.bincount(of, across * height, count) / spread
        left = np.bincount(of, (height - slope[of] * across) ** 2, count)
        is_enough = free >= FEWEST_FREE
        reach = stdtrit(np.maximum(free, 1), (1 + LEVEL) / 2) * np.sqrt(left / np.maximum(free, 1) / spread)
    return Lines(slope, np.where(is_enough, reach, np.nan), points, _tolerance(value, across, of, count))


def _centred(figures: Figures, level: Rows, levels: int) -> Figures:
    """Each figure less the mean of those on its level."""
    counted = np.maximum(np.bincount(level, minlength=levels), 1)
    # In two steps, for in the first the computer's rounding is that of the figures themselves.
    for _ in range(2):
        figures = figures - (np.bincount(level, figures, levels) / counted)[level]
    return figures


def _tolerance(value: Figures, across: Figures, of: Rows, count: int) -> Figures:
    """The slope that the computer's rounding alone could make of equal figures."""
    largest, furthest = np.zeros(count), np.zeros(count)
    np.maximum.at(largest, of, np.abs(value))
    np.maximum.at(furthest, of, np.abs(across))
    tolerance: Figures = TOLERANCE * largest / np.where(furthest > 0, furthest, 1.0)
    return tolerance
