"""Gaps: counts that follow from others, what is not known of a whole, and what was hidden at its source."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.disclosure.linked.adding.spans import DoesNotAddUp
from goldenthread.methods.disclosure.linked.adding.sums import Sums
from goldenthread.methods.disclosure.linked.held.cells import SLOT, Kind, Names, new
from goldenthread.methods.disclosure.linked.held.figures import few
from goldenthread.methods.disclosure.linked.held.labels import labels

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Filled:
    """Cells that all have a count, the sums over them, and the new place (or -1) of each cell before.

    `short` are figures (cells) to which the parts that are said to make them up do not come.
    """

    cells: pl.DataFrame
    sums: Sums
    place: Numbers
    notes: list[str]
    short: pl.DataFrame


def filled(cells: pl.DataFrame, sums: Sums, names: Names) -> Filled:
    """Every sum made to add up, or left out with a note. Raises DoesNotAddUp, which names the cells."""
    count = cells["count"].fill_null(-1).to_numpy(writable=True)
    was_unknown = count < 0
    kind = cells["kind"].to_numpy()
    is_held = kind <= Kind.EARLIER
    whole_sums = sums.only(~sums.is_short)
    _work_out(count, whole_sums, is_held[whole_sums.cell] | whole_sums.is_listed[whole_sums.sum])
    sums = sums.without((count < 0)[sums.cell] & (kind == Kind.MISSING)[sums.cell])
    is_at_least = (count < 0) & (kind == Kind.SUM)
    # Where a part is not even a cell, the rest says only how much a whole is at least.
    _work_out(count, sums, is_held[sums.cell])
    unknown = count < 0
    sums = sums.without((unknown & ~is_held)[sums.cell] & (sums.sign > 0))
    _refuse(cells, sums, count, names)
    sums, notes = _without_wholes(sums, unknown)
    gap = _gaps(sums, count, unknown)
    notes += _left_out(int((gap < 0).sum()))
    kept = gap >= 0
    sums, gap = sums.only(kept), gap[kept]
    short = _falling_short(cells, sums.only(gap > 0))
    rest, parted = _rest(cells, sums, gap, unknown)
    worked_out = pl.Series(was_unknown & ~unknown & is_held, dtype=pl.Boolean)
    whole = cells.with_columns(
        count=pl.Series(count),
        primary=pl.col("primary") | worked_out,
        kind=pl.Series(np.where(is_at_least, int(Kind.AT_LEAST), kind), dtype=pl.Int8),
    )
    there, left, place = _without_unknown(pl.concat([whole, rest]), parted, unknown)
    return Filled(there, left, place, notes, short)


def _work_out(count: Numbers, sums: Sums, single: Flags) -> None:
    """Counts that follow: a whole from its parts; one part, if its entry is `single`, from all the rest."""
    wholes = sums.wholes()
    is_part = sums.sign > 0
    while True:
        unknown = count < 0
        open_parts = sums.number(is_part & unknown[sums.cell])
        parts = sums.total(np.where(unknown, 0, count), is_part)
        complete = (open_parts == 0) & unknown[wholes]
        waiting = np.zeros(len(count), np.bool_)
        waiting[wholes[(open_parts > 0) & unknown[wholes]]] = True
        ready = complete & ~waiting[wholes]
        told = (open_parts == 1) & ~unknown[wholes] & (count[wholes] >= parts)
        told &= sums.number(is_part & unknown[sums.cell] & single) == 1
        if not ready.any() and not told.any():
            ready = complete
        if not ready.any() and not told.any():
            return
        np.maximum.at(count, wholes[ready], parts[ready])
        if not ready.any():
            _single_parts(count, sums, told, count[wholes] - parts)


def _single_parts(count: Numbers, sums: Sums, told: Flags, gap: Numbers) -> None:
    """The one unknown part of each of those sums; where two sums tell it, the smaller."""
    entries = told[sums.sum] & (sums.sign > 0) & (count[sums.cell] < 0)
    least = np.full(len(count), np.iinfo(np.int64).max)
    np.minimum.at(least, sums.cell[entries], gap[sums.sum[entries]])
    found = sums.cell[entries]
    count[found] = least[found]


def _without_wholes(sums: Sums, unknown: Flags) -> tuple[Sums, list[str]]:
    """Without sums whose whole nobody knows, and closed ones of which some part is unknown."""
    is_unknown = unknown[sums.cell]
    lacking = sums.number(is_unknown & (sums.sign < 0)) > 0
    lacking |= ~sums.is_open & (sums.number(is_unknown) > 0)
    number = int(lacking.sum())
    notes = (
        [f"{number} sums are left out: what was hidden at its source leaves too much unknown"]
        if number
        else []
    )
    return sums.only(~lacking), notes


def _gaps(sums: Sums, count: Numbers, unknown: Flags) -> Numbers:
    return -sums.total(np.where(unknown, 0, count))


def _refuse(cells: pl.DataFrame, sums: Sums, count: Numbers, names: Names) -> None:
    """Parts that exceed their whole, all of them held now, are somebody's mistake."""
    is_held = (
        (cells["kind"] == int(Kind.FIGURE)).to_numpy() & (cells["measure"] % 3 < 2).to_numpy() & (count >= 0)
    )
    wholes = sums.wholes()
    entries = is_held[sums.cell] & (sums.sign > 0)
    parts = sums.total(np.maximum(count, 0), entries)
    wrong = np.flatnonzero(is_held[wholes] & (parts > count[wholes]) & sums.is_open)
    if not len(wrong):
        return
    first = wrong[0]
    of_first = sums.cell[entries & (sums.sum == first)]
    whole, summed = (few(labels(cells[places.tolist()], names)) for places in (wholes[[first]], of_first))
    others = f"; and {len(wrong) - 1} others" if len(wrong) > 1 else ""
    raise DoesNotAddUp(
        f"{whole} is {count[wholes[first]]}, its parts come to {parts[first]}: {summed}{others}. "
        "Correct a count, or say in the groupings which values overlap"
    )


def _left_out(number: int) -> list[str]:
    if not number:
        return []
    return [f"{number} sums of counts that nobody prints are left out: the parts come to more than the whole"]


def _falling_short(cells: pl.DataFrame, sums: Sums) -> pl.DataFrame:
    """The figures that are more than the parts that are said to make them up, all of them held: cells."""
    is_held = (cells["kind"] == int(Kind.FIGURE)).to_numpy() & (cells["measure"] % 3 < 2).to_numpy()
    is_held &= cells["count"].is_not_null().to_numpy()
    is_asked = sums.is_listed & ~sums.is_short & (sums.over > 0) & (sums.number(~is_held[sums.cell]) == 0)
    short = sums.only(is_asked)
    wholes: pl.DataFrame = cells[short.wholes().tolist()]
    return wholes.with_columns(over=pl.Series(short.over, dtype=pl.Int32))


def _rest(cells: pl.DataFrame, sums: Sums, gap: Numbers, unknown: Flags) -> tuple[pl.DataFrame, Sums]:
    """One cell for what is missing in each sum, and the sums with it, without what is unknown."""
    is_unknown = unknown[sums.cell]
    at_source = sums.number(is_unknown) > 0
    lacking = np.flatnonzero((gap > 0) | at_source)
    slots = cells.select(SLOT)[sums.wholes()[lacking]]
    rest = new(
        slots.with_columns(
            over=pl.Series(sums.over[lacking]),
            count=pl.Series(gap[lacking]),
            primary=pl.Series(at_source[lacking], dtype=pl.Boolean),
        ),
        Kind.NOT_KNOWN,
    ).with_columns(
        kind=pl.when("primary").then(int(Kind.AT_SOURCE)).otherwise(int(Kind.NOT_KNOWN)).cast(pl.Int8)
    )
    places = np.arange(len(lacking)) + cells.height
    return rest, sums.without(is_unknown).with_cells(lacking, places)


def _without_unknown(cells: pl.DataFrame, sums: Sums, unknown: Flags) -> tuple[pl.DataFrame, Sums, Numbers]:
    """Without cells of which nobody knows the count, and without wholes in which no tables meet."""
    there = np.ones(cells.height, np.bool_)
    there[: len(unknown)] = ~unknown
    is_virtual = cells["kind"].is_in([int(Kind.SUM), int(Kind.AT_LEAST)]).to_numpy()
    is_rest = (cells["kind"] >= int(Kind.NOT_KNOWN)).to_numpy()
    while True:
        met = np.bincount(sums.cell, minlength=cells.height)
        idle = there & ((is_virtual & (met < 2)) | (is_rest & (met < 1)))
        if not idle.any():
            break
        there &= ~idle
        sums = sums.only(sums.number(idle[sums.cell]) == 0)
    place = np.where(there, np.cumsum(there) - 1, -1)
    return cells.filter(pl.Series(there)), sums.renumbered(place), place
