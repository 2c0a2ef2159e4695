"""Trend comparison: better, worse or the same as the earlier figure, or why that cannot be said."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.rounding import NUDGE
from goldenthread.methods.trend.columns import ABSOLUTE, HIGHER, LOWER, RANGE, RELATIVE, Columns, Figures
from goldenthread.methods.trend.periods import FAR, NOWHERE, Numbers, Timeline
from goldenthread.methods.trend.series import Lookup

Flags = NDArray[np.bool_]
Words = NDArray[np.uint8]

TRENDS: Final = pl.Enum(["improving", "steady", "worsening"])
ARROWS: Final = pl.Enum(["up", "level", "down"])
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
    "no_newer": "the report before showed this same figure",
}
"""Why there is no trend, by code."""

REASONS: Final = pl.Enum(list(WHY))
NUMBER: Final = {code: np.uint8(number) for number, code in enumerate(WHY)}
LEVEL: Final = np.uint8(2)


@dataclass(frozen=True)
class Comparison:
    """What one comparison found; words by number: in WHY, and from 1 on in TRENDS and ARROWS."""

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
    """Whole series, one after the other."""

    def __init__(
        self,
        timeline: Timeline,
        columns: Columns,
        period: Numbers,
        starts: NDArray[np.int64],
        every: int,
        furthest: int,
    ) -> None:
        self.timeline = timeline
        self.columns = columns
        self.period = period
        self.starts = starts
        self.every = every
        self._lookup = Lookup(period, starts, furthest)
        self.repeated = self._lookup.repeated()
        # One place more than there are rows: NOWHERE, which is the last, holds no figure.
        self._values = np.append(columns.value, np.nan)
        self._slack, self._slack_share = _slacks(columns)
        self._turns = (columns.polarity == LOWER).view(np.uint8) << 1
        self._without_direction = np.flatnonzero(columns.polarity < HIGHER)

    def with_previous(self) -> Comparison:
        """Each row against the period before."""
        steps = self.timeline.previous
        if self.columns.every is None:
            step = steps[self.every]
            back, end = step.back[self.period], step.end[self.period]
        else:
            own = [self.columns.every == every for every in steps]
            back = np.select(own, [step.back[self.period] for step in steps.values()])
            end = np.select(own, [step.end[self.period] for step in steps.values()])
        to_date = self.timeline.is_to_date[self.period] if self.timeline.is_to_date.any() else None
        return self._compare(back, end, to_date)

    def with_like(self) -> Comparison:
        """Each row against the same period a year earlier."""
        step = self.timeline.like
        return self._compare(step.back[self.period], step.end[self.period], None)

    def _compare(self, back: Numbers, wanted_end: Numbers, cumulative: Flags | None) -> Comparison:
        row = self._lookup.rows_back(back)
        value = self._values[row]
        change = self.columns.value - value
        barriers = self._barriers(row, cumulative)
        for is_barred in barriers.values():
            change[is_barred] = np.nan
        why = np.zeros(len(row), dtype=np.uint8)
        unknown = np.flatnonzero(np.isnan(change))
        why[unknown] = self._why(unknown, row, wanted_end, barriers)
        if "hidden" in barriers:
            value[barriers["hidden"]] = np.nan
        slack = self._slack
        if self._slack_share is not None:
            slack = slack + self._slack_share * np.abs(value)
        arrow = _direction(change, slack)
        arrow[unknown] = 0
        trend = arrow ^ ((arrow << 1) & self._turns)
        trend[self._without_direction] = 0
        silent = self._without_direction[why[self._without_direction] == 0]
        why[silent] = NUMBER["neutral"]
        if self.columns.low is not None:
            self._towards_range(value, slack, trend, why)
        return Comparison(value, change, trend, arrow, why)

    def _barriers(self, row: Numbers, cumulative: Flags | None) -> dict[str, Flags]:
        """Rows whose two figures, though there, must not be compared; what goes before stands last."""
        columns = self.columns
        barriers = {}
        if columns.latest_break is not None:
            barriers["break"] = columns.latest_break > self.timeline.start[self.period[row]]
        if cumulative is not None:
            barriers["cumulative"] = cumulative
        if columns.is_hidden is not None:
            barriers["hidden"] = columns.is_hidden | (columns.is_hidden[row] & (row != NOWHERE))
        return barriers

    def _why(
        self, unknown: NDArray[np.int64], row: Numbers, wanted_end: Numbers, barriers: dict[str, Flags]
    ) -> Words:
        """Why the change of these rows is not known."""
        gone = row[unknown] == NOWHERE
        begins_later = self._earliest_end(unknown) > wanted_end[unknown]
        why = np.where(gone, np.where(begins_later, NUMBER["first"], NUMBER["gap"]), NUMBER["missing"])
        if "break" in barriers:
            crosses = barriers["break"][unknown] & ~gone & ~np.isnan(self._values[row[unknown]])
            why[crosses] = NUMBER["break"]
        if "cumulative" in barriers:
            why[barriers["cumulative"][unknown]] = NUMBER["cumulative"]
        why[np.isnan(self.columns.value[unknown])] = NUMBER["missing"]
        if "hidden" in barriers:
            why[barriers["hidden"][unknown]] = NUMBER["hidden"]
        return why

    def _earliest_end(self, rows: NDArray[np.int64]) -> NDArray[np.int32]:
        """The last day of the first period of the same kind in the same series."""
        series = np.searchsorted(self.starts, rows, side="right") - 1
        first = self._lookup.first[series]
        if self.timeline.families > 1:
            family = self.timeline.family[self.period]
            place = np.repeat(np.arange(len(self.starts)), np.diff(np.append(self.starts, len(self.period))))
            earliest = np.full((len(self.starts), self.timeline.families), FAR, dtype=np.int32)
            np.minimum.at(earliest, (place, family), self.period)
            first = earliest[series, family[rows]]
        return self.timeline.end[first]

    def _towards_range(self, value: Figures, slack: Figures, trend: Words, why: Words) -> None:
        """Where a range is best: better is nearer to it, by more than the dead-band."""
        columns = self.columns
        assert columns.low is not None, "only called where there is a range"
        assert columns.high is not None, "a range is read with both ends"
        rows = np.flatnonzero((columns.polarity == RANGE) & (why == 0))
        low, high = columns.low[rows], columns.high[rows]
        nearer = _distance(value[rows], low, high) - _distance(columns.value[rows], low, high)
        trend[rows] = _direction(nearer, slack[rows])
        boundless = rows[np.isnan(low) & np.isnan(high)]
        why[boundless], trend[boundless] = NUMBER["no_range"], 0


def _direction(change: Figures, slack: Figures) -> Words:
    """ROSE, LEVEL or FELL. A change of just the slack is level."""
    rose = (change > slack).view(np.uint8)
    fell = (change < -slack).view(np.uint8)
    return LEVEL - rose + fell


def _slacks(columns: Columns) -> tuple[Figures, Figures | None]:
    """How much change is none: dead-band and noise of computing, and as a share of the earlier figure."""
    noise = np.abs(columns.value) * NUDGE
    if columns.margin is None or columns.margin_kind is None:
        return noise, None
    margin = columns.margin * (1 + NUDGE)
    is_share = columns.margin_kind == RELATIVE
    absolute = np.where(columns.margin_kind == ABSOLUTE, margin, 0.0)
    return noise + absolute, np.where(is_share, margin / 100, 0.0) if is_share.any() else None


def _distance(value: Figures, low: Figures, high: Figures) -> Figures:
    """How far outside the range; 0 inside. An end that is not set does not bound it."""
    return np.fmax(np.fmax(low - value, value - high), 0.0)
