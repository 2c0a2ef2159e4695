"""Recent trend: the Department of Health's test over five years, by confidence intervals."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import polars as pl

from goldenthread.methods.spc import KEYS, faults
from goldenthread.methods.spc.faults import Fault
from goldenthread.methods.spc.limits import TOLERANCE
from goldenthread.methods.trend_tests import reading, words
from goldenthread.methods.trend_tests.reading import Figures, Flags, Read, Rows
from goldenthread.methods.trend_tests.words import Codes

POINTS: Final = 5
STEPS: Final = np.arange(1.0, POINTS + 1)
SIGNIFICANT: Final = 9.54953570608324
"""Chi-squared of one degree of freedom that chance alone exceeds twice in a thousand."""
ERRORS_WIDE: Final = 3.92
"""A 95% interval is so many standard errors wide, as it is published."""
TESTED: Final = ("proportion", "crude rate", "directly standardised rate")
"""Value types that the Department tests."""
ALMOST_A_YEAR: Final = 0.9

INTERVAL: Final = ("interval_lower", "interval_upper")
COUNTED: Final = ("numerator", "denominator")


class IntervalUpsideDown(ValueError):
    """An interval ends below where it begins."""


def recent(frame: pl.DataFrame, *, keys: Sequence[str] = KEYS) -> pl.DataFrame:
    """For each series of yearly figures whether its latest five have a trend: a row for each.

    `frame` has `date`, `value`, `interval_lower` and `interval_upper` (at 95%, as `confidence.intervals`
    adds them), and the `keys`; it may have `numerator` and `denominator`, without which a year then does not
    count; of each series as its latest row has it `polarity`, `value_type` (other than TESTED: not tested),
    `aggregation` and `basis`.

    A line is drawn through the latest five years that have all this, numbered 1 to 5 even where a year
    between them is missing, each with the weight of its standard error, (upper - lower) / 3.92. It is a
    trend where (slope / its standard error)² is above SIGNIFICANT and every line that leaves one of the five
    out goes the same way, so that no single year makes it. Sources: "Fingertips trend markers", Office for
    Health Improvement and Disparities' public health technical guidance; the program is
    dhsc-govuk/FingertipsNext. Unlike it a line that is level goes no way (there: up), an interval of no width
    is not assessed (there: no change), nor are five years of which one lacks its interval.

    The answer has the keys, `method`, `points`, `from_date` and `to_date`, `slope` (a step),
    `chi_squared`, `arrow`, `trend`, `why`, and `marker`, the same in that program's words. `why` is
    `too_few`, `no_interval`, `no_width` (an interval that claims certainty), `all_counted` (in some year,
    whichever, as many as there are), `not_yearly`, `overlaps`, `value_type`, `neutral`, `range`. Raises
    faults.ColumnsMissing, DateMissing, DatesRepeated, ValueNotFinite, IntervalUpsideDown,
    closed_words.WordUnknown.
    """
    _check(frame, keys)
    rows = reading.read(frame, keys, (*INTERVAL, *COUNTED))
    place, counted = _latest_five(rows)
    value, time = rows.figures("value")[place], np.broadcast_to(STEPS, place.shape)
    lower, upper = (rows.figures(name)[place] for name in INTERVAL)
    why = _why(rows, place, counted, upper - lower)
    with np.errstate(invalid="ignore", divide="ignore"):
        weight = (ERRORS_WIDE / (upper - lower)) ** 2
        slope, spread = _line(value, time, weight)
        direction = np.where(slope**2 * spread > SIGNIFICANT, np.sign(slope), 0.0)
        for left_out in range(POINTS):
            others = np.arange(POINTS) != left_out
            without, _ = _line(value[:, others], time[:, others], weight[:, others])
            direction = np.where(np.sign(without) == direction, direction, 0.0)
    direction = np.where(why == 0, direction, 0).astype(np.int8)
    told = words.trends(direction, rows.polarity, why)
    day = rows.rows["date"]
    first, last = (
        pl.Series(np.where(counted >= POINTS, place[:, at], -1)).replace(-1, None) for at in (0, -1)
    )
    can = why == 0
    return rows.heads.with_columns(
        words.methods(np.full(len(why), words.RECENT)).alias("method"),
        pl.Series("points", np.minimum(counted, POINTS)),
        day.gather(first).alias("from_date"),
        day.gather(last).alias("to_date"),
        pl.Series("slope", np.where(can, slope, np.nan), nan_to_null=True),
        pl.Series("chi_squared", np.where(can, slope**2 * spread, np.nan), nan_to_null=True),
        **told,
        marker=words.markers(direction, rows.polarity, why),
    )


def _check(frame: pl.DataFrame, keys: Sequence[str]) -> None:
    """Numbers beside the value are numbers, and intervals have their lower end first."""
    if missing := [name for name in INTERVAL if name not in frame.columns]:
        raise faults.ColumnsMissing(f"to test for a recent trend, the frame needs {', '.join(missing)}")
    finite, order = "no number; leave what is missing empty", "above the upper end; write the lower one first"
    for name in (*INTERVAL, *COUNTED):
        if name in frame.columns:
            if not (frame[name].dtype.is_numeric() or frame[name].dtype == pl.Null):
                raise faults.ColumnsMissing(f"{name} must hold numbers; it holds {frame[name].dtype}")
            is_number = frame[name].cast(pl.Float64).is_finite()
            _refuse(frame, keys, ~is_number, Wrong(name, finite, faults.ValueNotFinite))
    lower, upper = (frame[name] for name in INTERVAL)
    _refuse(frame, keys, lower > upper, Wrong(INTERVAL[0], order, IntervalUpsideDown))


class Wrong(NamedTuple):
    """What may be wrong in a column, and the error that says it."""

    column: str
    why: str
    error: type[ValueError]


def _refuse(frame: pl.DataFrame, keys: Sequence[str], is_wrong: pl.Series, wrong: Wrong) -> None:
    for row in is_wrong.fill_null(value=False).arg_true():
        series = tuple(frame[name][row] for name in keys if name in frame.columns)
        raise Fault(series, row, *wrong).refusal()


def _latest_five(rows: Read) -> tuple[Rows, Rows]:
    """Of each series the rows of its latest five years that count, in order, and how many count at all.

    Where fewer do, the rows mean nothing.
    """
    count = len(rows.starts)
    there = np.flatnonzero(~np.isnan(_needed(rows)))
    of = rows.number[there]
    counted = np.bincount(of, minlength=count)
    ends = np.cumsum(counted)
    place = np.maximum(ends[:, None] - POINTS + np.arange(POINTS), 0)
    if not len(there):
        return np.zeros((count, POINTS), np.int64), counted
    return there[place], counted


def _needed(rows: Read) -> Figures:
    """A number where all that a year needs is there, else not-a-number."""
    names = [name for name in ("value", *INTERVAL, *COUNTED) if name in rows.rows.columns]
    needed: Figures = np.sum([rows.figures(name) for name in names], axis=0)
    if COUNTED[1] in names:
        needed = np.where(rows.figures(COUNTED[1]) > 0, needed, np.nan)
    return needed


def _line(value: Figures, time: Figures, weight: Figures) -> tuple[Figures, Figures]:
    """Of each row of figures the weighted slope, and the inverse of its variance; rounding is no slope."""
    whole = weight.sum(axis=1, keepdims=True)
    across = time - (weight * time).sum(axis=1, keepdims=True) / whole
    height = value - (weight * value).sum(axis=1, keepdims=True) / whole
    spread = (weight * across**2).sum(axis=1)
    slope = (weight * across * height).sum(axis=1) / spread
    noise = TOLERANCE * np.abs(value).max(axis=1)
    is_none = np.abs(slope) * np.abs(across).max(axis=1) <= noise
    return np.where(is_none, 0.0, slope), spread


def _why(rows: Read, place: Rows, counted: Rows, width: Figures) -> Codes:
    """Why nothing can be said of a series; the first reason stands."""
    values = np.bincount(rows.number, ~np.isnan(rows.figures("value")), len(rows.starts))
    is_short = counted < POINTS
    reasons: list[tuple[Flags, str]] = [
        (rows.overlaps, "overlaps"),
        (_is_untested(rows), "value_type"),
        (is_short & (values < POINTS), "too_few"),
        (is_short, "no_interval"),
        (np.any(np.diff(rows.years[place], axis=1) < ALMOST_A_YEAR, axis=1), "not_yearly"),
        (np.any(width <= 0, axis=1), "no_width"),
        (_all_counted(rows), "all_counted"),
    ]
    return np.select(
        [which for which, _ in reasons], [words.NUMBER[word] for _, word in reasons], np.uint8(0)
    ).astype(np.uint8)


def _is_untested(rows: Read) -> Flags:
    kind = rows.latest("value_type").cast(pl.String).str.to_lowercase()
    untested: Flags = (~kind.is_in(TESTED)).fill_null(value=False).to_numpy()
    return untested


def _all_counted(rows: Read) -> Flags:
    if not set(COUNTED) <= set(rows.rows.columns):
        return np.zeros(len(rows.starts), np.bool_)
    count, of = (rows.figures(name) for name in COUNTED)
    is_all: Flags = np.bincount(rows.number, (count == of) & (of > 0), len(rows.starts)) > 0
    return is_all
