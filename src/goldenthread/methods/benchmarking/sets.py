"""Sets: rows that are compared with each other, checked to be alike and brought together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.benchmarking import faults
from goldenthread.methods.spc.faults import TOO_LARGE, Fault
from goldenthread.methods.spc.words import POLARITIES, RANGE
from goldenthread.methods.trend.series import series_starts

Rows = NDArray[np.int64]

KEYS: Final = ("indicator", "group")
"""What tells comparisons apart, as far as a frame has it. Name the period among the keys to compare many."""

NEEDED: Final = ("area", "value", "period", "definition", "unit", "polarity")

ALIKE: Final[dict[str, type[ValueError]]] = {
    "period": faults.PeriodsDiffer,
    "definition": faults.DefinitionsDiffer,
    "unit": faults.UnitsDiffer,
    "polarity": faults.PolaritiesDiffer,
    "midpoint": faults.PolaritiesDiffer,
}
"""Columns in which the figures of a comparison agree."""


@dataclass(frozen=True)
class Sets:
    """The rows of comparisons, one after the other.

    `order` leads from a row here to its row in the frame (None: the same), `starts` says where each
    comparison starts; `heads` has a row for each: its keys and what its figures share.
    """

    frame: pl.DataFrame
    rows: pl.DataFrame
    order: Rows | None
    starts: Rows
    heads: pl.DataFrame
    keys: list[str]

    @property
    def lengths(self) -> Rows:
        """The number of rows of each comparison."""
        return np.diff(np.append(self.starts, self.rows.height))

    def as_they_came(self, column: NDArray[Any]) -> NDArray[Any]:
        """A column over the rows here in the order of the frame."""
        if self.order is None:
            return column
        found = np.empty_like(column)
        found[self.order] = column
        return found


def read(frame: pl.DataFrame, keys: Sequence[str]) -> Sets:
    """The comparisons of a frame. Raises the faults named at `benchmarking.compare`."""
    found = [name for name in keys if name in frame.columns]
    rows = _typed(frame, found)
    if not found:
        found, rows = ["set"], rows.with_columns(pl.lit("").alias("set"))
    order, starts = series_starts(rows, found)
    rows = rows if order is None else rows[order]
    polarity = _polarities(rows, found, order)
    if rows["midpoint"].null_count() < rows.height:
        # Where more or less is better, a midpoint says nothing, and need not be the same.
        rows = rows.with_columns(pl.when(pl.Series(polarity == RANGE)).then("midpoint").alias("midpoint"))
    _check_alike(rows, starts, found, order)
    _check_midpoints(rows, polarity, found, order)
    _check_areas(rows, starts, found, order)
    return Sets(frame, rows, order, starts, _heads(rows, starts, found), found)


def _typed(frame: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    if missing := [name for name in NEEDED if name not in frame.columns]:
        raise faults.ColumnsMissing(f"to compare figures, the frame needs {', '.join(missing)}")
    value = frame["value"].dtype
    if not (value.is_numeric() or value == pl.Null):
        raise faults.ColumnsMissing(f"value must hold numbers; it holds {value}")
    extra = {"midpoint": pl.Float64, "is_self": pl.Boolean, "caveat": pl.String}
    columns = [
        (pl.col(name) if name in frame.columns else pl.lit(None).alias(name)).cast(kind)
        for name, kind in extra.items()
    ]
    rows = frame.select(
        *(name for name in keys if name not in NEEDED),
        *(name for name in NEEDED if name != "value"),
        pl.col("value").cast(pl.Float64),
        *columns,
    ).with_columns(pl.col("is_self").fill_null(value=False), pl.col("caveat").fill_null(""))
    for name in ("value", "midpoint"):
        # Not-a-number is greater than everything, so that one comparison finds it too.
        wrong = (~(rows[name].abs() < TOO_LARGE)).fill_null(value=False)
        if wrong.any():
            why = f"not a number below {TOO_LARGE:g}; leave a value that is missing empty"
            raise _fault(rows, keys, None, int(wrong.arg_max() or 0), name, why, faults.ValueNotFinite)
    return rows


def _fault(
    rows: pl.DataFrame, keys: Sequence[str], order: Rows | None, row: int, column: str, why: str,
    error: type[ValueError],
) -> ValueError:  # fmt: skip
    place = tuple(rows[name][row] for name in keys)
    return Fault(place, row if order is None else int(order[row]), column, why, error).refusal()


def _polarities(rows: pl.DataFrame, keys: list[str], order: Rows | None) -> NDArray[np.uint16]:
    """The polarity of each row by number; 0 only where there is no value either."""
    try:
        number = closed_words.numbers(rows["polarity"], POLARITIES)
    except closed_words.WordUnknown as error:
        raise faults.PolarityUnknown(str(error)) from error
    unsaid = np.flatnonzero((number == 0) & rows["value"].is_not_null().to_numpy())
    if len(unsaid):
        why = "not said which way is better; write higher, lower, range or neutral"
        raise _fault(rows, keys, order, int(unsaid[0]), "polarity", why, faults.PolarityUnknown)
    return number


def _check_alike(rows: pl.DataFrame, starts: Rows, keys: list[str], order: Rows | None) -> None:
    """Refuse figures that are not alike; rows without a value need say nothing."""
    valued = np.flatnonzero(rows["value"].is_not_null().to_numpy())
    figures = rows if len(valued) == rows.height else rows[valued]
    # The first figure of each comparison has nobody before it; one without figures has no first.
    firsts = np.searchsorted(valued, starts)
    firsts = firsts[firsts < len(valued)]
    for name, error in ALIKE.items():
        column = figures[name]
        if name not in ("midpoint", "polarity") and column.null_count():
            row = int(valued[int(column.is_null().arg_max() or 0)])
            why = f"the figure of {rows['area'][row]} does not say its {name}; write it"
            raise _fault(rows, keys, order, row, name, why, error)
        differs = column.ne_missing(column.shift()).to_numpy(writable=True)
        differs[firsts] = False
        if differs.any():
            row = int(valued[differs.argmax()])
            other = int(valued[differs.argmax() - 1])
            why = (
                f"{rows['area'][row]} has {rows[name][row]} where {rows['area'][other]} has "
                f"{rows[name][other]}; compare like with like, or name {name} among the keys"
            )
            raise _fault(rows, keys, order, row, name, why, error)


def _check_midpoints(
    rows: pl.DataFrame, polarity: NDArray[np.uint16], keys: list[str], order: Rows | None
) -> None:
    lost = np.flatnonzero((polarity == RANGE) & rows["midpoint"].is_null().to_numpy())
    lost = lost[rows["value"].is_not_null().to_numpy()[lost]]
    if len(lost):
        why = "nearest to a midpoint is best, and there is no midpoint; write it"
        raise _fault(rows, keys, order, int(lost[0]), "midpoint", why, faults.MidpointMissing)


def _check_areas(rows: pl.DataFrame, starts: Rows, keys: list[str], order: Rows | None) -> None:
    of_set = np.repeat(np.arange(len(starts), dtype=np.uint32), np.diff(np.append(starts, rows.height)))
    both = rows.select(pl.Series("at", of_set), "area")
    if both.lazy().group_by("at", "area").len().select(pl.len()).collect().item() < rows.height:
        row = int(both.is_duplicated().arg_max() or 0)
        again = both.with_row_index().filter(pl.struct("at", "area") == both.row(row, named=True))["index"][1]
        why = f"a second row for {rows['area'][again]}; give each area one row"
        raise _fault(rows, keys, order, int(again), "area", why, faults.AreasRepeated)
    selves = np.flatnonzero(rows["is_self"].to_numpy())
    again = selves[1:][of_set[selves[1:]] == of_set[selves[:-1]]]
    if len(again):
        why = f"{rows['area'][int(again[0])]} is a second area for which the comparison is made; make two"
        raise _fault(rows, keys, order, int(again[0]), "is_self", why, faults.SelfRepeated)


def _heads(rows: pl.DataFrame, starts: Rows, keys: list[str]) -> pl.DataFrame:
    """Of each comparison its keys, and what its first figure says (its first row where it has none)."""
    valued = np.flatnonzero(rows["value"].is_not_null().to_numpy())
    ends = np.append(starts[1:], rows.height)
    place = np.searchsorted(valued, starts)
    first = np.append(valued, rows.height)[place]
    shared = [name for name in (*ALIKE, "caveat") if name not in keys]
    return rows.select(*keys, *shared)[np.where(first < ends, first, starts)]
