"""Shown: the frozen quarter and the view that an address asks for, with the lines that may be seen of it.

Three views, never mixed: as frozen, as now known, latest month. In each of them stands what the gate lets
through and whoever asks may see, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol

from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.material import Line
from goldenthread.web.kept import Kept

FROZEN, NOW, MONTH = "frozen", "now", "month"
VIEWS: Final = (FROZEN, NOW, MONTH)


class Sight(Protocol):
    """What somebody may see of an indicator, by its line."""

    def frozen(self, line: Line, *, is_public: bool) -> bool:
        """Whether a line may be seen as it was frozen."""

    def as_staff(self, line: Line) -> bool:
        """Whether charts with limits may be seen, which are drawn for staff."""

    def live(self, line: Line) -> bool:
        """Whether it may be seen what has become known of an indicator since the freeze."""


@dataclass(frozen=True)
class Shown:
    """A frozen quarter under one view, for somebody."""

    kept: Kept
    view: str
    allowed: Sight

    @property
    def q(self) -> Quarter:
        return self.kept.quarter

    @cached_property
    def query(self) -> str:
        """What an address says to stay in this quarter and view; a view that is shown unasked is left out."""
        view = "" if self.view == FROZEN else f"&view={self.view}"
        return f"?period={self.q.at.code}{view}"

    @property
    def views(self) -> tuple[str, ...]:
        """The views that there are for whoever asks."""
        return VIEWS if self.live else (FROZEN,)

    @cached_property
    def every(self) -> Mapping[str, Line]:
        """The frozen lines that may be seen, by indicator."""
        public = self.kept.is_public
        lines = self.q.every.items()
        return {code: line for code, line in lines if self.allowed.frozen(line, is_public=public)}

    @cached_property
    def live(self) -> frozenset[str]:
        """The indicators of which the time since the freeze may be seen."""
        return frozenset(code for code, line in self.every.items() if self.allowed.live(line))

    @cached_property
    def is_whole(self) -> bool:
        """Whether nothing of this view is closed to whoever asks."""
        seen = self.every if self.view == FROZEN else self.live
        return len(seen) == len(self.q.every)

    @cached_property
    def changes(self) -> Mapping[str, Line]:
        """What has moved since the freeze, by indicator."""
        lines = self.q.material.changes.lines
        return {change["indicator"]: change for change in lines if change["indicator"] in self.live}

    @cached_property
    def months(self) -> Mapping[str, Line]:
        """The figure of the latest month that any measure has, by indicator."""
        lines = self.q.material.latest.lines
        latest = max((line["month"] for line in lines), default="")
        return {
            line["indicator"]: line
            for line in lines
            if line["month"] == latest and line["indicator"] in self.live
        }

    @property
    def month(self) -> str:
        """The latest month with a figure: "2023-10"; "" where no month has one."""
        return next((str(line["month"]) for line in self.months.values()), "")

    def line(self, code: str) -> Line | None:
        """An indicator's line in this view; None where it has none, or none that may be seen."""
        if self.view == MONTH:
            return self.months.get(code)
        if self.view == NOW and code not in self.live:
            return None
        frozen = self.every.get(code)
        change = self.changes.get(code) if self.view == NOW else None
        return change["new"] if change and frozen else frozen

    def lines(self, codes: Iterable[str]) -> tuple[Line, ...]:
        """Those of some indicators, in their order."""
        return tuple(line for line in map(self.line, codes) if line)
