"""Standpoint: the period a pack is about, and the names that everything in it goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final
from zoneinfo import ZoneInfo

from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.methods.periods import Period
from goldenthread.reports.material import Line, Material

HERE: Final = ZoneInfo("Europe/London")
APPENDIX_2: Final = "appendix-2-corporate-scorecard"

# goldenthread's own words, where the sealed position holds no label for a level.
LABELS: Final[Mapping[str, tuple[str, str, str]]] = {
    "plan": ("corporate plan", "corporate plans", ""),
    "priority": ("priority", "priorities", ""),
    "outcome": ("outcome", "outcomes", ""),
    "flagship_action": ("flagship action", "flagship actions", "FA"),
    "indicator": ("performance indicator", "performance indicators", "PI"),
    "challenge": ("key challenge", "key challenges", ""),
    "portfolio": ("portfolio", "portfolios", ""),
    "directorate": ("directorate", "directorates", ""),
    "service": ("service", "services", ""),
}
SAME_TIME: Final = {"quarter": "the same quarter last year", "month": "the same month last year"}


@dataclass(frozen=True, slots=True)
class Label:
    """The council's word for a level of its plan: one, many, and its initials if it has any."""

    one: str
    many: str
    short: str

    @property
    def title(self) -> str:
        """Many of them, at the head of a line."""
        return self.many[:1].upper() + self.many[1:]

    @property
    def initials(self) -> str:
        """The initials in brackets after the words; nothing where there are none."""
        return f" ({self.short})" if self.short else ""


@dataclass(frozen=True)
class Standpoint:
    """The view from which a pack is written: as frozen, with the time since always labelled as such."""

    material: Material

    @cached_property
    def report(self) -> Period:
        return periods.parse(self.code)

    @property
    def code(self) -> str:
        return self.material.now.sealed.period

    @cached_property
    def now(self) -> str:
        """The period's short name: "Q2"; of a year "2022-23"."""
        return (
            periods.label(self.report).split(" ")[0]
            if self.report.kind == "quarter"
            else periods.label(self.report)
        )

    @cached_property
    def before(self) -> str:
        """The short name of the period before: "Q1", with its year where that is another one."""
        earlier = periods.previous(self.report)
        if self.report.kind != "quarter":
            return periods.label(earlier)
        same_year = periods.label(earlier).split(" ")[1] == periods.label(self.report).split(" ")[1]
        return periods.label(earlier).split(" ")[0] if same_year else periods.label(earlier)

    @cached_property
    def like(self) -> str:
        """The same time a year earlier: "Q2 2022-23"."""
        return periods.label(periods.like(self.report))

    @property
    def last(self) -> str:
        """What the period before is called in a sentence: "last quarter"."""
        return f"last {self.report.kind}"

    @property
    def same_time(self) -> str:
        return SAME_TIME.get(self.report.kind, "the same time last year")

    @property
    def is_yearly(self) -> bool:
        """Whether the period before is also the like period of a year ago."""
        return self.report.kind == "year"

    @cached_property
    def long(self) -> str:
        """Once in full: "Quarter 2 (July to September 2023)"."""
        return periods.long_label(self.report)

    @cached_property
    def running(self) -> str:
        """For the foot of a page: "Q2 2023-24"."""
        return periods.label(self.report)

    @property
    def position_date(self) -> date:
        return self.material.now.sealed.position_date

    @property
    def position_day(self) -> str:
        return wording.day(self.position_date)

    @property
    def known_day(self) -> str:
        return wording.day(local_day(self.material.now.sealed.known_at))

    @property
    def now_known_day(self) -> str:
        """The day on which everything said of the time since the freeze was known."""
        return wording.day(local_day(self.material.changes_known_at))

    @cached_property
    def dates(self) -> str:
        known = local_day(self.material.now.sealed.known_at)
        return wording.known_line(position=self.position_date, known=known)

    @cached_property
    def council(self) -> Line:
        return self.material.now.sealed.one("council")

    @property
    def notice(self) -> str:
        return str(self.council.get("notice") or "")

    def label(self, level: str) -> Label:
        """The council's word for a level."""
        own = (self.council.get("labels") or {}).get(level)
        one, many, short = LABELS[level]
        if isinstance(own, str):
            return Label(own, f"{own}s", short)
        own = own or {}
        return Label(
            own.get("one") or one, own.get("many") or many, own.get("short", short) if own else short
        )

    @cached_property
    def portfolios(self) -> Mapping[str, Line]:
        return {line["code"]: line for line in self.material.now.sealed.of("portfolio")}

    @cached_property
    def units(self) -> Mapping[str, Line]:
        return {line["code"]: line for line in self.material.now.sealed.of("unit")}

    def portfolio(self, code: str) -> str:
        """A portfolio's full title; the word for none where nobody is named."""
        line = self.portfolios.get(code)
        return str(line["title"]) if line else (code or f"no {self.label('portfolio').one}")

    def holder(self, code: str) -> str:
        """Who held a portfolio on the position date; "" where nobody did."""
        return str(self.portfolios.get(code, {}).get("holder") or "")

    def unit(self, code: str) -> str:
        line = self.units.get(code)
        return str(line["name"]) if line else code

    def post(self, code: str) -> str:
        """A post's title from its code; a title given as it is stays as it is."""
        return self.material.posts.get(code, code)


def local_day(moment: datetime) -> date:
    """The day of a moment where the council is."""
    return moment.astimezone(HERE).date()


def named(lines: tuple[dict[str, Any], ...], key: str) -> dict[str, dict[str, Any]]:
    """Lines by their code."""
    return {line[key]: line for line in lines}
