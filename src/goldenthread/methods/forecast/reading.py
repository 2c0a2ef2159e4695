"""Forecast reading: the figures of each year at this point of the year and at its end, as plain arrays."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.forecast import words

Figures = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]

KEYS: Final[tuple[str, ...]] = ("indicator", "area", "breakdown")
NUMBERS: Final = ("value", "numerator", "denominator")
NEEDED: Final = ("year", "month", "value")
NEEDED_OF_SERIES: Final = ("year", "until", "shape")
MONTHS: Final = 12
MOST_YEARS: Final = 40
# How far a recorded value may lie from its own counts and still be made of them.
SAME: Final = 1e-9


class ColumnsMissing(ValueError):
    """A frame lacks a column, or holds words where numbers belong."""


class FiguresRepeated(ValueError):
    """Two figures for one series, year and month, and nothing says which."""


class FigureNotPossible(ValueError):
    """A figure or a month that cannot be."""


@dataclass(frozen=True)
class Years:
    """Series by year, the oldest first, the year that is forecast last; not-a-number where missing.

    `now` holds the figures at this point of each year, `end` those of its end, by `NUMBERS`. `known` says
    whether the series has any figure in a year; `same` whether both figures are measured as this year's is.
    """

    now: dict[str, Figures]
    end: dict[str, Figures]
    known: Flags
    same: Flags
    month: Numbers
    last: Numbers
    period: pl.Series
    shape: NDArray[np.uint16]
    denominator: NDArray[np.uint16]
    method: NDArray[np.uint16]
    multiplier: Figures
    lowest: Figures
    highest: Figures
    is_pair: Flags

    @property
    def series(self) -> int:
        """How many series there are."""
        return len(self.month)


def read(figures: pl.DataFrame, how: pl.DataFrame) -> Years:
    """The arrays of all series in the order of `how`."""
    keys = [name for name in KEYS if name in how.columns]
    _check(figures, how, keys)
    asked = how.with_row_index("_series").select(
        "_series", *keys, _this="year", _until="until", _last=_end(how)
    )
    rows = figures.join(asked, on=keys) if keys else figures.join(asked, how="cross")
    rows = rows.with_columns(_back=pl.col("_this").cast(pl.Int64) - pl.col("year").cast(pl.Int64))
    rows = rows.filter(pl.col("_back").is_between(0, MOST_YEARS))
    _refuse_repeated(rows, keys)
    latest = _latest(rows)
    rows = rows.join(latest, on="_series", how="left", maintain_order="left")
    width = int(rows.select(pl.col("_back").max().fill_null(0)).item() or 0) + 1
    shape = (how.height, width)
    here = rows.filter(pl.col("month") == pl.col("_month"))
    ends = rows.filter(pl.col("month") == pl.col("_last"))
    now, end = ({name: _spread(part, name, shape) for name in NUMBERS} for part in (here, ends))
    month = asked.join(latest, on="_series", how="left", maintain_order="left")["_month"].fill_null(0)
    there = rows.filter(pl.col("value").is_not_null())
    known = np.zeros(shape, dtype=np.bool_)
    known[there["_series"].to_numpy(), width - 1 - there["_back"].to_numpy()] = True
    multiplier = _of(how, "multiplier", 1.0)
    return Years(
        now=now,
        end=end,
        known=known,
        same=_same(here, ends, shape),
        month=month.to_numpy().astype(np.int64),
        last=asked["_last"].to_numpy().astype(np.int64),
        period=_period(here, how.height),
        shape=closed_words.numbers(how["shape"], words.SHAPES),
        denominator=_words(how, "denominator_is", words.DENOMINATORS),
        method=_words(how, "method", words.CHOICES),
        multiplier=multiplier,
        lowest=_of(how, "lowest", -np.inf),
        highest=_of(how, "highest", np.inf),
        is_pair=_is_pair(now, multiplier),
    )


def _end(how: pl.DataFrame) -> pl.Expr:
    return pl.col("end") if "end" in how.columns else pl.lit(MONTHS)


def _latest(rows: pl.DataFrame) -> pl.DataFrame:
    """Of each series the latest month of this year, up to the one asked about, with a known figure."""
    to_hand = rows.filter(
        (pl.col("_back") == 0)
        & (pl.col("month") <= pl.col("_until"))
        & (pl.col("month") <= pl.col("_last"))
        & pl.col("value").is_not_null()
    )
    return to_hand.group_by("_series").agg(_month=pl.col("month").max())


def _spread(rows: pl.DataFrame, name: str, shape: tuple[int, int]) -> Figures:
    spread = np.full(shape, np.nan)
    if name in rows.columns:
        column = rows[name].cast(pl.Float64).fill_null(np.nan).to_numpy()
        spread[rows["_series"].to_numpy(), shape[1] - 1 - rows["_back"].to_numpy()] = column
    return spread


def _same(here: pl.DataFrame, ends: pl.DataFrame, shape: tuple[int, int]) -> Flags:
    """Whether both figures of a year have the definition of this year's; all have where none is told."""
    if "definition" not in here.columns:
        return np.ones(shape, dtype=np.bool_)
    now, end = (_spread(part, "definition", shape) for part in (here, ends))
    same: Flags = (now == now[:, -1:]) & (end == now[:, -1:])
    return same


def _period(here: pl.DataFrame, height: int) -> pl.Series:
    """The code of the period of the figure to hand, where the figures have codes."""
    if "period" not in here.columns:
        return pl.Series("period", [None] * height, dtype=pl.String)
    this = here.filter(pl.col("_back") == 0).select("_series", "period")
    every = pl.select(_series=pl.int_range(height, dtype=pl.UInt32))
    return every.join(this, on="_series", how="left", maintain_order="left")["period"]


def _is_pair(now: dict[str, Figures], multiplier: Figures) -> Flags:
    """Whether this year's figure is made of its numerator and denominator, and nothing else."""
    value, top, bottom = (now[name][:, -1] for name in NUMBERS)
    with np.errstate(divide="ignore", invalid="ignore"):
        made = multiplier * top / bottom
        near: Flags = np.abs(made - value) <= SAME * np.maximum(np.abs(value), np.abs(made))
    is_pair: Flags = near & (bottom != 0)
    return is_pair


def _of(how: pl.DataFrame, name: str, otherwise: float) -> Figures:
    if name not in how.columns:
        return np.full(how.height, otherwise)
    column: Figures = how[name].cast(pl.Float64).fill_null(otherwise).to_numpy()
    return column


def _words(how: pl.DataFrame, name: str, known: tuple[str, ...]) -> NDArray[np.uint16]:
    if name not in how.columns:
        return np.zeros(how.height, dtype=np.uint16)
    return closed_words.numbers(how[name], known)


def _check(figures: pl.DataFrame, how: pl.DataFrame, keys: list[str]) -> None:
    for frame, needed, what in ((figures, NEEDED, "figures"), (how, NEEDED_OF_SERIES, "series")):
        if missing := [name for name in (*keys, *needed) if name not in frame.columns]:
            raise ColumnsMissing(f"the {what} need {', '.join(missing)}")
    twice = how.filter(how.select(keys).is_duplicated()) if keys else how.slice(1)
    if twice.height:
        raise FiguresRepeated(f"{_told(twice, keys)} is asked for twice; ask for each series once")
    for name in NUMBERS:
        if name in figures.columns:
            _check_numbers(figures, name)
    _check_times(figures, how)
    if "multiplier" in how.columns:
        wrong = how.filter((pl.col("multiplier") <= 0) | ~pl.col("multiplier").is_finite())
        if wrong.height:
            multiplier = wrong["multiplier"][0]
            raise FigureNotPossible(
                f"multiplier {multiplier:g}: write a number above zero, as 100 for per cent"
            )


def _check_times(figures: pl.DataFrame, how: pl.DataFrame) -> None:
    """Years and months are whole numbers, months those of a year."""
    asked = ("year", "until", *(["end"] if "end" in how.columns else []))
    for name, frame in [("year", figures), ("month", figures), *((name, how) for name in asked)]:
        if frame.height and (frame[name].null_count() or not frame[name].dtype.is_integer()):
            raise ColumnsMissing(f"{name} must hold whole numbers, in every row")
        wrong = frame.filter(~pl.col(name).is_between(1, MONTHS)) if name != "year" else frame.clear()
        if wrong.height:
            raise FigureNotPossible(f"{name} {wrong[name][0]}: a year has 12 months; write 1 to 12")


def _check_numbers(figures: pl.DataFrame, name: str) -> None:
    if not (figures[name].dtype.is_numeric() or figures[name].dtype == pl.Null):
        raise ColumnsMissing(f"{name} must hold numbers; it holds {figures[name].dtype}")
    is_odd = ~figures[name].cast(pl.Float64).is_finite()
    if is_odd.any():
        row = int(is_odd.fill_null(value=False).arg_max() or 0)
        raise FigureNotPossible(f"row {row + 1}, {name}: is no number; leave what is missing empty")


def _refuse_repeated(rows: pl.DataFrame, keys: list[str]) -> None:
    place = pl.col("_series").cast(pl.Int64) * (MOST_YEARS + 1) + pl.col("_back")
    places = rows.select(place=place * (MONTHS + 1) + pl.col("month")).to_series()
    if places.n_unique() < rows.height:
        first = rows.filter(places.is_duplicated())
        year, month = first["year"][0], first["month"][0]
        raise FiguresRepeated(
            f"{_told(first, keys)} has two figures for month {month} of year {year}; give each one"
        )


def _told(rows: pl.DataFrame, keys: list[str]) -> str:
    return " ".join(str(rows[name][0]) for name in keys if rows[name][0]) or "the series"
