"""Trend comparison: better, worse or the same as the earlier figure, or why that cannot be said."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods.rounding import NUDGE
from goldenthread.methods.trend_columns import ABSOLUTE, HIGHER, LOWER, RANGE, RELATIVE, Columns, Figures
from goldenthread.methods.trend_periods import NOWHERE, Numbers, Step, Timeline
from goldenthread.methods.trend_series import Lookup

Flags = NDArray[np.bool_]
Words = NDArray[np.uint8]

TRENDS: Final = (None, "improving", "steady", "worsening")
ARROWS: Final = (None, "up", "level", "down")
WHY: Final[dict[str, str]] = {
    "": "compared",
    "missing": "one of the two figures is missing",
    "first": "no earlier figure to compare with",
    "gap": "the figure for that earlier period is missing",
    "hidden": "one of the two figures is hidden",
    "cumulative": "a year to date grows with the year and is not compared with last quarter",
    "break": "measured differently since",
    "neutral": "neither up nor down is better",
    "no_range": "no range to be near to",
}
"""Why there is no trend, by code."""

NUMBER: Final = {code: np.uint8(number) for number, code in enumerate(WHY)}
ROSE, LEVEL, FELL = np.uint8(1), np.uint8(2), np.uint8(3)


@dataclass(frozen=True)
class Comparison:
    """What one comparison found, row by row; words by their number in TRENDS, ARROWS and WHY."""

    value: Figures
    change: Figures
    trend: Words
    arrow: Words
    why: Words

    @classmethod
    def empty(cls, height: int) -> "Comparison":
        trend, arrow, why = np.zeros((3, height), dtype=np.uint8)
        return cls(value=np.empty(height), change=np.empty(height), trend=trend, arrow=arrow, why=why)

    def put(self, rows: slice | NDArray[np.int64], part: "Comparison") -> None:
        """Enter what was found for some of the rows."""
        self.value[rows], self.change[rows] = part.value, part.change
        self.trend[rows], self.arrow[rows], self.why[rows] = part.trend, part.arrow, part.why


class Block:
    """Whole series, each in time order."""

    def __init__(
        self, timeline: Timeline, columns: Columns, period: Numbers, starts: NDArray[np.int64], every: int
    ):
        self.timeline = timeline
        self.columns = columns
        self.period = period
        self.every = every
        self._lookup = Lookup(period, starts)
        self._earliest_end = timeline.end[period[_family_starts(timeline.family[period], starts)]]

    def with_previous(self) -> Comparison:
        """Each row against the period before."""
        if self.columns.every is None:
            wanted = self._wanted(self.timeline.previous[self.every])
        else:
            steps = self.timeline.previous
            wanted = tuple(
                np.select([self.columns.every == every for every in steps], choices)
                for choices in zip(*(self._wanted(step) for step in steps.values()), strict=True)
            )
        return self._compare(*wanted, cumulative=self.timeline.is_to_date[self.period])

    def with_like(self) -> Comparison:
        """Each row against the same period a year earlier."""
        return self._compare(*self._wanted(self.timeline.like), cumulative=None)

    def _wanted(self, step: Step) -> tuple[Numbers, Numbers]:
        return step.number[self.period], step.end[self.period]

    def _compare(self, wanted: Numbers, wanted_end: Numbers, cumulative: Flags | None) -> Comparison:
        columns = self.columns
        earlier = self._lookup.rows_of(wanted)
        is_there = earlier != NOWHERE
        value = np.where(is_there, columns.value[earlier], np.nan)
        is_hidden = None
        if columns.is_hidden is not None:
            is_hidden = columns.is_hidden | (is_there & columns.is_hidden[earlier])
            value[is_hidden] = np.nan
        why = self._why(earlier, wanted_end, value, is_hidden, cumulative)
        change = columns.value - value
        change[why != 0] = np.nan
        slack = np.maximum(np.abs(columns.value), np.abs(value)) * NUDGE + _deadband(columns, value)
        arrow = _direction(change, slack)
        trend = np.where(columns.polarity == LOWER, 4 - arrow, arrow).astype(np.uint8)
        trend[arrow == 0] = 0
        trend[columns.polarity < HIGHER] = 0
        why[(columns.polarity < HIGHER) & (why == 0)] = NUMBER["neutral"]
        if columns.low is not None:
            self._towards_range(value, slack, trend, why)
        return Comparison(value, change, trend, arrow, why)

    def _why(
        self,
        earlier: Numbers,
        wanted_end: Numbers,
        value: Figures,
        is_hidden: Flags | None,
        cumulative: Flags | None,
    ) -> Words:
        """Why two figures cannot be compared at all, 0 where they can. What is written later goes before."""
        why = np.zeros(len(earlier), dtype=np.uint8)
        columns = self.columns
        if columns.latest_break is not None:
            began = self.timeline.start[self.period[earlier]]
            why[columns.latest_break > began] = NUMBER["break"]
        why[np.isnan(value)] = NUMBER["missing"]
        gone = earlier == NOWHERE
        why[gone] = np.where(self._earliest_end[gone] > wanted_end[gone], NUMBER["first"], NUMBER["gap"])
        if cumulative is not None:
            why[cumulative] = NUMBER["cumulative"]
        why[np.isnan(columns.value)] = NUMBER["missing"]
        if is_hidden is not None:
            why[is_hidden] = NUMBER["hidden"]
        return why

    def _towards_range(self, value: Figures, slack: Figures, trend: Words, why: Words) -> None:
        """Where a range is best: better is nearer to it, by more than the dead-band."""
        columns = self.columns
        assert columns.low is not None, "only called where there is a range"
        assert columns.high is not None, "a range is read with both ends"
        rows = np.flatnonzero((columns.polarity == RANGE) & (why == 0))
        low, high = columns.low[rows], columns.high[rows]
        nearer = _distance(value[rows], low, high) - _distance(columns.value[rows], low, high)
        trend[rows] = _direction(nearer, slack[rows])
        why[rows[np.isnan(low) & np.isnan(high)]] = NUMBER["no_range"]
        trend[rows[np.isnan(low) & np.isnan(high)]] = 0


def _direction(change: Figures, slack: Figures) -> Words:
    """ROSE, LEVEL or FELL; 0 where the change is unknown. A change of just the slack is level."""
    direction = np.full(len(change), LEVEL)
    direction[change > slack] = ROSE
    direction[change < -slack] = FELL
    direction[np.isnan(change)] = 0
    return direction


def _deadband(columns: Columns, earlier: Figures) -> Figures | float:
    """How much change is steady, in the unit of the value."""
    if columns.margin is None or columns.margin_kind is None:
        return 0.0
    relative = np.abs(earlier) / 100
    scale = np.where(columns.margin_kind == RELATIVE, relative, columns.margin_kind == ABSOLUTE)
    return np.where(columns.margin_kind == 0, 0.0, columns.margin * scale)


def _distance(value: Figures, low: Figures, high: Figures) -> Figures:
    """How far outside the range; 0 inside. An end that is not set does not bound it."""
    return np.fmax(np.fmax(low - value, value - high), 0.0)


def _family_starts(family: Numbers, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each row the first of its series that is about the same kind of period."""
    begins = np.zeros(len(family), dtype=np.bool_)
    begins[starts] = True
    begins[1:] |= family[1:] != family[:-1]
    return np.maximum.accumulate(np.where(begins, np.arange(len(family)), 0))
