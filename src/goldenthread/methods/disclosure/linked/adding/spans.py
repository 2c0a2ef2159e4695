"""Spans: what adds up over time, and what can be worked out by taking one stretch from another.

The year to date less the quarter before it is the quarter: whoever publishes both has published the third.
Source: the rules on differencing across publications in the guidance on disclosure control for tables.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.disclosure.linked.adding import sums as sums_
from goldenthread.methods.disclosure.linked.adding import timelines
from goldenthread.methods.disclosure.linked.adding.sums import Sums
from goldenthread.methods.disclosure.linked.adding.timelines import Timelines
from goldenthread.methods.disclosure.linked.held.cells import SLOT, Kind, Names, new
from goldenthread.methods.disclosure.linked.held.figures import PARTS, BadFigures, few
from goldenthread.methods.disclosure.linked.held.labels import labels, worded

Numbers = NDArray[np.int64]


class DoesNotAddUp(BadFigures):
    """Parts that come to more than their whole, or stretches of time that contradict each other."""


def linked(cells: pl.DataFrame, names: Names) -> tuple[pl.DataFrame, Sums, list[str]]:
    """The cells with what lies between them in time, the sums over time, and notes. Raises DoesNotAddUp."""
    may_add = (pl.col("stop") > pl.col("start")) & pl.col("adds").fill_null(value=True)
    lasting = cells.filter(may_add)
    series_of, series = timelines.series_numbers(lasting)
    lasting = lasting.with_columns(series=series)
    lines, notes = _consistent(series_of, lasting, names)
    whole = _with_worked_out(cells, lasting, lines)
    return whole, _sums(whole, lines), [*notes, *_apart(lines, names)]


def _consistent(series_of: pl.DataFrame, lasting: pl.DataFrame, names: Names) -> tuple[Timelines, list[str]]:
    """The timelines of all that adds up; what need not is left out, what must is refused."""
    counted = lasting.filter(pl.col("count").is_not_null())
    lines = timelines.read(series_of, counted["series"].to_numpy(), counted)
    wrong = lines.not_adding_up()
    if not wrong.any():
        return lines, []
    amiss = counted.filter(pl.Series(wrong)[counted["series"]])
    _refuse(amiss.filter(pl.col("adds")), names)
    mostly = _mostly(amiss, counted)
    left_out = _left_out(amiss.filter(pl.col("measure").is_in(mostly.implode())), counted)
    rest = counted.filter(
        ~pl.col("measure").is_in(left_out.implode()) & ~pl.col("series").is_in(amiss["series"].implode())
    )
    single = amiss.filter(~pl.col("measure").is_in(left_out.implode()))["measure"].unique().sort()
    notes = [
        f"{measure}: longer stretches are not the sum of shorter ones, so none are added up"
        for measure in worded(left_out, names)
    ] + [
        f"{measure}: in some areas or groups stretches contradict each other, so there none are added up"
        for measure in worded(single, names)
    ]
    return timelines.read(series_of, rest["series"].to_numpy(), rest), notes


def _mostly(amiss: pl.DataFrame, counted: pl.DataFrame) -> pl.Series:
    """The measures of which most series do not add up: they never do, as the population of two quarters."""
    several = counted.filter(pl.len().over("series") > 1)
    of = several.group_by("measure").agg(pl.col("series").n_unique().alias("all"))
    wrong = amiss.group_by("measure").agg(pl.col("series").n_unique().alias("wrong"))
    return wrong.join(of, on="measure").filter(2 * pl.col("wrong") > pl.col("all"))["measure"]


def _refuse(wrong: pl.DataFrame, names: Names) -> None:
    if wrong.height:
        first = wrong.filter(pl.col("series") == wrong["series"].min()).sort("start", "stop")
        counts = ", ".join(str(count) for count in first["count"].head(5))
        raise DoesNotAddUp(
            f"stretches of time that contradict each other ({counts}): {few(labels(first, names))}. A longer "
            "one is the sum of those within it: correct a count, or say that it does not add up over time"
        )


def _left_out(amiss: pl.DataFrame, counted: pl.DataFrame) -> pl.Series:
    """The measures that do not add up; without a remainder's, the denominator's does not either."""
    part = pl.col("measure") % len(PARTS)
    measures = amiss["measure"].unique()
    lacking = amiss.filter(part == 2).select(pl.col("measure") - 1).to_series()
    free = counted.filter(pl.col("adds").is_null() & pl.col("measure").is_in(lacking.implode()))["measure"]
    given_up = pl.concat([measures, free.unique()]).unique()
    # Without its denominator a remainder is no sum of remainders.
    over = given_up.filter(given_up % len(PARTS) < 2)
    return pl.concat([given_up, over - over % len(PARTS) + 2]).unique().sort()


def _with_worked_out(cells: pl.DataFrame, lasting: pl.DataFrame, lines: Timelines) -> pl.DataFrame:
    """With every stretch that follows from others, if a series of its measure has it as one step."""
    found = _worked_out(lines)
    key = list(SLOT)
    there = cells.join(found.select(*key, worked_out="count"), on=key, how="left", maintain_order="left")
    was_unknown = pl.col("count").is_null() & pl.col("worked_out").is_not_null()
    filled = there.with_columns(
        primary=pl.col("primary") | was_unknown, count=pl.coalesce("count", "worked_out")
    ).select(cells.columns)
    fresh = found.join(cells, on=key, how="anti").sort(key)
    steps = new(fresh.filter("is_step"), Kind.ELEMENTARY)
    longer = new(fresh.filter(~pl.col("is_step")), Kind.SUM)
    steps = steps.with_columns(_covers_unknown(steps, lasting, filled))
    return pl.concat([filled, steps, longer])


def _worked_out(lines: Timelines) -> pl.DataFrame:
    """`SLOT`, `count`, `is_step`: of each series, the steps of any series of its measure that it can tell."""
    steps = lines.steps
    wanted = steps.select("measure", "start", "stop").unique()
    asked = lines.series_of.join(wanted, on="measure")
    series = asked["series"].to_numpy()
    begin = lines.place(series, asked["start"].cast(pl.Int64).to_numpy())
    end = lines.place(series, asked["stop"].cast(pl.Int64).to_numpy())
    told = (begin >= 0) & (end >= 0)
    told[told] &= lines.group[begin[told]] == lines.group[end[told]]
    begin, end = begin[told], end[told]
    return asked.filter(pl.Series(told, dtype=pl.Boolean)).select(
        *SLOT,
        count=pl.Series(lines.count_before[end] - lines.count_before[begin], dtype=pl.Int64),
        is_step=pl.Series(lines.rank[end] - lines.rank[begin] == 1, dtype=pl.Boolean),
    )


def _covers_unknown(steps: pl.DataFrame, lasting: pl.DataFrame, filled: pl.DataFrame) -> pl.Series:
    """Which steps hold a stretch that was hidden at its source: their count is as good as its own."""
    unknown = lasting.filter(pl.col("count").is_null()).join(
        filled.filter(pl.col("count").is_null()), on=SLOT, how="semi"
    )
    key = list(SLOT[:3])
    spans = unknown.select(*key, unknown_start="start", unknown_stop="stop")
    within = (pl.col("start") <= pl.col("unknown_start")) & (pl.col("unknown_stop") <= pl.col("stop"))
    places = steps.with_row_index("place").join(spans, on=key).filter(within)["place"].unique()
    return pl.int_range(steps.height, eager=True, dtype=pl.UInt32).is_in(places.implode()).alias("primary")


def _sums(cells: pl.DataFrame, lines: Timelines) -> Sums:
    """Each stretch as the sum of the steps within it."""
    numbered = cells.with_row_index("cell").cast({"cell": pl.Int64})
    known = numbered.filter(pl.col("count").is_not_null() & (pl.col("stop") > pl.col("start")))
    known = known.join(lines.series_of, on=list(SLOT[:3]), maintain_order="left")
    series = known["series"].to_numpy()
    begin = lines.place(series, known["start"].cast(pl.Int64).to_numpy())
    end = lines.place(series, known["stop"].cast(pl.Int64).to_numpy())
    tied = (begin >= 0) & (end >= 0)
    low, high = lines.rank[begin[tied]], lines.rank[end[tied]]
    cell = known["cell"].to_numpy()[tied]
    step_cell = np.full(len(lines.day), -1, np.int64)
    step_cell[low[high - low == 1]] = cell[high - low == 1]
    longer = high - low > 1
    length = (high - low)[longer]
    part_of = np.repeat(np.arange(len(length)), length)
    within = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
    parts = step_cell[np.repeat(low[longer], length) + within]
    return sums_.closed(cell[longer], parts, part_of)


def _apart(lines: Timelines, names: Names) -> list[str]:
    """Notes on measures with stretches that overlap without anybody holding what they have in common."""
    if not len(lines.day):
        return []
    order = lines.order
    first = np.flatnonzero(np.diff(lines.group[order], prepend=-1))
    last = np.append(first[1:], len(order)) - 1
    series = lines.day[order[first]] // timelines.DAYS
    begin, end = lines.date(order[first]), lines.date(order[last])
    groups = lines.named(series).with_columns(begin=begin, end=end).sort("series", "begin")
    reached = pl.col("end").cum_max().shift().over("series")
    apart = groups.filter(pl.col("begin") < reached)["measure"].unique().sort()
    return [
        f"{measure}: stretches overlap whose common part nobody holds, so they are not taken from each other"
        for measure in worded(apart, names)
    ]
