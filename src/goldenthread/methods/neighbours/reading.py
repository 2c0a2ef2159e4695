"""Reading: a table of areas and their characteristics, checked, on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.neighbours import faults

Figures = NDArray[np.float64]

AREA: Final = "area"
TOO_LARGE: Final = 1e100
"""Squares of such figures are no longer finite."""

CONSTANT: Final = 1e-12
"""A characteristic whose figures differ by less than this share of their size is constant."""


@dataclass(frozen=True)
class Characteristics:
    """The areas in order of their names, and what is known of them.

    `value` and `scaled` have a row for each area and a column for each of `used`; not-a-number is missing.
    `own` is the row of the area asked about. `constant` and `not_known` name the characteristics left out:
    those that tell nobody apart, and those that the area itself has no figure of.
    """

    areas: list[str]
    own: int
    used: list[str]
    value: Figures
    scaled: Figures
    constant: list[str]
    not_known: list[str]


def check_count(count: int | None) -> int | None:
    """The count, if so many can be found. Raises faults.CountNotPossible."""
    if count is not None and count < 1:
        raise faults.CountNotPossible(f"{count} neighbours cannot be found; ask for one or more")
    return count


def read(table: pl.DataFrame, of: str, characteristics: Sequence[str]) -> Characteristics:
    """The table, ready to measure distances from an area. Raises the faults of `neighbours.nearest`."""
    names = list(characteristics) or [name for name in table.columns if name != AREA]
    _check_columns(table, names)
    rows = table.select(pl.col(AREA).cast(pl.String), pl.col(names).cast(pl.Float64)).sort(AREA)
    areas = rows[AREA].to_list()
    _check_areas(areas, of)
    for name in names:
        _check_finite(rows, name)
    value = rows.select(pl.col(names).fill_null(float("nan"))).to_numpy().reshape(len(areas), len(names))
    own = areas.index(of)
    is_known = ~np.isnan(value[own])
    is_constant = np.array([_is_constant(value[:, n]) for n in range(len(names))], dtype=np.bool_)
    keep = is_known & ~is_constant
    if not keep.any():
        why = "each is the same for all areas, or missing" if names else "the table has none"
        raise faults.NothingToGoBy(f"{of}: no characteristic is left to go by: {why}; add others")
    kept = value[:, keep]
    return Characteristics(
        areas=areas,
        own=own,
        used=[name for name, is_kept in zip(names, keep, strict=True) if is_kept],
        value=kept,
        scaled=(kept - np.nanmean(kept, axis=0)) / np.nanstd(kept, axis=0),
        constant=[name for name, constant in zip(names, is_constant, strict=True) if constant],
        not_known=[
            name
            for name, known, constant in zip(names, is_known, is_constant, strict=True)
            if not known and not constant
        ],
    )


def _check_columns(table: pl.DataFrame, names: list[str]) -> None:
    if missing := [name for name in (AREA, *names) if name not in table.columns]:
        raise faults.ColumnsMissing(f"to find neighbours, the table needs {', '.join(missing)}")
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise faults.ColumnsMissing(f"{twice} is named twice; name each characteristic once")
    for name in names:
        kind = table[name].dtype
        if not (kind.is_numeric() or kind == pl.Null):
            raise faults.ColumnsMissing(f"{name} must hold numbers; it holds {kind}")


def _check_areas(areas: list[str], of: str) -> None:
    if None in areas:
        raise faults.ColumnsMissing("a row says of no area what it is about; write the area")
    twice = next((one for one, other in pairwise(areas) if one == other), None)
    if twice is not None:
        raise faults.AreasRepeated(f"a second row for {twice}; give each area one row")
    if of not in areas:
        raise faults.AreaUnknown(f"{of} is not in the table; its areas are {_some(areas)}")


def _some(areas: list[str]) -> str:
    shown = ", ".join(areas[:5])
    return f"{shown} and {len(areas) - 5} more" if len(areas) > 5 else shown or "none"


def _check_finite(rows: pl.DataFrame, name: str) -> None:
    # Not-a-number is greater than everything, so that one comparison finds it too.
    wrong = (~(rows[name].abs() < TOO_LARGE)).fill_null(value=False)
    if wrong.any():
        area = rows[AREA][wrong.arg_max() or 0]
        why = f"not a number below {TOO_LARGE:g}; leave a value that is missing empty"
        raise faults.ValueNotFinite(f"{area}, {name}: {why}")


def _is_constant(column: Figures) -> bool:
    held = column[~np.isnan(column)]
    return not len(held) or bool(held.max() - held.min() <= CONSTANT * np.abs(held).max())
