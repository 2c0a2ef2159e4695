"""Told: where one figure stands among those of others, as cells and in a sentence, if it may be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from goldenthread.assessments.compared import words
from goldenthread.documents import content as c
from goldenthread.documents import places, wording
from goldenthread.methods import periods
from goldenthread.methods.benchmarking.caveats import FEW_PEERS
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

NONE: Final = "none"
WITH_WHOM, MISSING = "Compared with: ", "Without a figure, and left out: "
PEERS: Final = "Peers with a figure: "
FEW: Final = f"Where fewer than {FEW_PEERS} others have a figure, quartiles say little."
TIES: Final = "Equal figures share the better place."
MEDIAN: Final = "others-median"


@dataclass(frozen=True)
class Beside:
    """An indicator's line and its comparison, both as the gate has let them through."""

    q: Quarter
    line: Line
    comparison: Line

    @property
    def code(self) -> str:
        """The indicator."""
        return str(self.line["indicator"])

    @property
    def has_place(self) -> bool:
        """Whether the gate lets the place through, and there is one."""
        return self.comparison["rank"] is not None

    @property
    def is_no_worse(self) -> bool | None:
        """Whether the figure is at the median of the others or better; None where neither way is."""
        gap = self.comparison["aim_gap"]
        return None if gap is None else bool(gap >= 0)

    @property
    def result(self) -> c.Line:
        """The own figure, alone; its counts stand where it is rated."""
        if self.line.get("hidden"):
            return c.line(c.Quiet(figures.HIDDEN_TOO))
        return c.line(figures.glance(self.line, self.q.at))

    @property
    def median(self) -> c.Line:
        """What the others reached, in the middle."""
        value = figures.amount(self.comparison["median"])
        if value is None:
            return c.line(NONE)
        said = wording.figure(value, figures.measure(self.line))
        return c.line(c.Number(said, self._place(MEDIAN), value))

    @property
    def rank(self) -> c.Line:
        """`3 of 11`; that it is hidden where the figure is, and why there is none where there is none."""
        return self._cell("rank", words.place(self._both))

    @property
    def quartile(self) -> c.Line:
        """`second`: the quartile of its place, which its column names."""
        return self._cell("quartile", words.quartile(self._both).removesuffix(" quartile"))

    @property
    def gap(self) -> c.Line:
        """`2.1 days above, worse`: how far from the median that stands beside it."""
        return self._cell("from-median", words.gap(self._both).replace(" the median", ""))

    @property
    def missing(self) -> str:
        """`2 of 10`: of how many of the others there is no figure; `none`."""
        missing = self.comparison["missing"]
        return f"{missing} of {missing + self.comparison['peers']}" if missing else NONE

    @property
    def period(self) -> str:
        """Of when the figures are, in the words of a caveat."""
        return f"Figures of {periods.label(periods.parse(self.comparison['period']))}."

    @property
    def caveat(self) -> str:
        """What must be known to read it; of a figure without a place, of the others alone."""
        if self.comparison["caveat"]:
            return str(self.comparison["caveat"])
        return self.period

    @property
    def why_none(self) -> str:
        """Why there is no place, in the space of a cell; "" where there is one."""
        if self.has_place:
            return ""
        if self.line.get("hidden"):
            return figures.HIDDEN_TOO
        if self.line.get("rounded"):
            return "not told of a rounded figure"
        return "no figure of its own" if self.line["value"] is None else NONE

    @property
    def sentence(self) -> str:
        """`3 of 11 in Ten nearest neighbours, second quartile: 5.4 percentage points above the median.`"""
        group = self.q.compared_with[self.comparison["group"]]["name"]
        both = self._both
        return f"{words.place(both)} in {group}, {words.quartile(both)}: {words.gap(both)}."

    @property
    def _both(self) -> Line:
        return {**self.line, **self.comparison}

    def _cell(self, last: str, said: str) -> c.Line:
        if not self.has_place:
            return c.line(c.Quiet(self.why_none))
        return c.line(c.Number(said, self._place(last)))

    def _place(self, last: str) -> str:
        return places.place(self.q.at.code, self.code, last)


def caveats(found: Sequence[Beside]) -> tuple[list[str], Mapping[str, str]]:
    """What is to be said of all that have a place, and of each beyond that.

    What a table has in a column of its own is not said again: with whom, how many are missing, and of when
    the figures are where that is the report's own period. A rule that holds for any is said once.
    """
    said = {each.code: _kept(each) for each in found}
    placed = [said[each.code] for each in found if each.has_place] or list(said.values())
    rules = [rule for rule in (FEW, TIES) if any(rule in sentences for sentences in placed)]
    common = [each for each in placed[0] if each not in rules and all(each in other for other in placed)]
    common += rules
    return common, {
        code: " ".join(each for each in sentences if each not in common) for code, sentences in said.items()
    }


def _kept(beside: Beside) -> list[str]:
    period = periods.parse(beside.comparison["period"])
    report = beside.q.at.report
    is_now = period == report or (period.kind == "snapshot" and period.end == report.end)
    gone = (WITH_WHOM, MISSING, *([beside.period] if is_now else []))
    kept = [each for each in words.SENTENCES.split(beside.caveat) if not each.startswith(gone)]
    return [FEW if each.startswith(PEERS) else each for each in kept]


def drawn_up(group: Line) -> str:
    """Who drew a group up, in brackets; "" where nobody says."""
    source = str(group["source"]).strip().rstrip(".")
    return f" ({source})" if source else ""
