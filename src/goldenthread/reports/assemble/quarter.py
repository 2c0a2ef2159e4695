"""Quarter: the lines of a frozen position, grouped and counted once for every part of a pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import polars as pl

from goldenthread.documents import content as c
from goldenthread.methods import delivery
from goldenthread.positions import masked
from goldenthread.reports.assemble import peer_names
from goldenthread.reports.assemble.standpoint import Standpoint, named
from goldenthread.reports.material import Line, Material
from goldenthread.scorecards import marks
from goldenthread.scorecards.marks import Band, Bands


@dataclass(frozen=True, slots=True)
class Group:
    """A priority, or where there is no plan a section of the corporate scorecard."""

    code: str
    title: str
    short: str
    indicators: tuple[Line, ...]
    actions: tuple[Line, ...]
    """Every action of the group, parents of split ones included, in plan order."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stand at each mark, in the order of the marks."""

    marks: tuple[c.Mark, ...]
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.numbers)

    def at(self, *words: str) -> int:
        """How many stand at the marks of these words."""
        return sum(n for mark, n in zip(self.marks, self.numbers, strict=True) if mark.word in words)


@dataclass(frozen=True)
class Quarter:
    """What a pack is written from: the standpoint, and the position's lines as the parts need them."""

    at: Standpoint

    @property
    def material(self) -> Material:
        return self.at.material

    @cached_property
    def every(self) -> Mapping[str, Line]:
        """Every indicator of the position by code, in sealed order."""
        return named(self.material.now.sealed.of("indicator"), "indicator")

    @cached_property
    def before(self) -> Mapping[str, Line]:
        """Every indicator of the position before by code; none for the first quarter."""
        return (
            named(self.material.previous.sealed.of("indicator"), "indicator")
            if self.material.previous
            else {}
        )

    @cached_property
    def bands(self) -> Bands:
        used = {line["scheme"] for line in (*self.every.values(), *self.before.values())}
        schemes = named(self.material.previous.sealed.of("scheme") if self.material.previous else (), "code")
        schemes |= named(self.material.now.sealed.of("scheme"), "code")
        return marks.bands(schemes.values(), used)

    @cached_property
    def corporate(self) -> tuple[Line, ...]:
        """The indicators of the corporate scorecard, in its order."""
        return tuple(line for line in map(self.every.get, self._corporate_codes(self.every)) if line)

    @cached_property
    def corporate_before(self) -> tuple[Line, ...]:
        """The same for the position before, as it was counted then: all corporate indicators of its own."""
        return tuple(line for line in self.before.values() if line["corporate"])

    @cached_property
    def actions(self) -> tuple[Line, ...]:
        """The flagship actions and their parts, each with its status in the position before."""
        before = self.material.previous.sealed.of("action") if self.material.previous else ()
        then = {line["ref"]: line["status"] for line in before}
        flagship = (line for line in self.material.now.sealed.of("action") if line["flagship"])
        return tuple({**line, "previous_status": then.get(line["ref"])} for line in flagship)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The actions as reported: parts, and whole actions that are not split."""
        return reported(self.actions)

    @cached_property
    def adopted(self) -> tuple[Line, ...]:
        """The actions as adopted; a split one has the status of its worst part."""
        worst = delivery.worst_part(frame(self.lines)) if self.lines else frame(())
        status = dict(zip(worst["action"], worst["status"], strict=True))
        return tuple({**line, "status": status[line["ref"]]} for line in self.actions if not line["parent"])

    @cached_property
    def seal(self) -> str:
        """The hash of what the release says in public, which every paper bears."""
        return self.material.now.passed.seal

    @cached_property
    def said(self) -> Mapping[str, Line]:
        """What the run of an indicator's figures says in public, by its code."""
        return named(self.material.messages.lines, "indicator")

    @cached_property
    def compared(self) -> Mapping[str, Line]:
        """What others reached, and the place among them where it may be told, by indicator."""
        return named(self.material.now.sealed.of("comparison"), "indicator")

    @cached_property
    def compared_with(self) -> Mapping[str, Line]:
        """The comparator groups of the position by code."""
        return named(self.material.now.sealed.of("comparator_group"), "code")

    @cached_property
    def broken_down(self) -> Mapping[str, tuple[Line, ...]]:
        """The figures below the headlines that have passed the gate, by indicator, in sealed order."""
        found: dict[str, list[Line]] = {}
        for line in self.material.now.sealed.of("breakdown"):
            found.setdefault(line["indicator"], []).append(line)
        return {code: tuple(lines) for code, lines in found.items() if code in self.every}

    @cached_property
    def beside_the_whole(self) -> Mapping[tuple[str, str], Line]:
        """What `methods.masking` finds of each of these, by indicator and `masked.place`.

        All are judged at once, and of what is shown alone, so that it tells nothing of what is hidden.
        """
        groups = chain.from_iterable(self.broken_down.values())
        found = masked.judged(self.every.values(), groups).areas
        columns = ("indicator", "area", "verdict", "is_masked")
        return {(row["indicator"], row["area"]): row for row in found.select(columns).iter_rows(named=True)}

    @cached_property
    def kept_rows(self) -> dict[str, tuple[c.Line, ...]]:
        """Rows that stand in several papers alike, by indicator: filled by the first that has them."""
        return {}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The plan's priorities in order, each with what belongs to it; else the scorecard's sections."""
        priorities = self.material.now.sealed.of("priority")
        found = self._by_priority(priorities) if priorities else self._by_section()
        return tuple(group for group in found if group.indicators or group.actions)

    @property
    def has_plan(self) -> bool:
        return bool(self.material.now.sealed.of("priority"))

    @cached_property
    def has_peers(self) -> bool:
        """Whether any target of the corporate scorecard is what other councils reach."""
        return any(map(peer_names.words, self.corporate))

    def rated(self, line: Line) -> Band | None:
        return self.bands.of(line)

    def count(self, indicators: Iterable[Line]) -> Counts:
        """Indicators by rating, best band first, not rated last."""
        found = Counter(band.order if (band := self.bands.of(line)) else None for line in indicators)
        ordered = self.bands.ordered
        return Counts(
            (*(band.mark for band in ordered), c.NOT_RATED),
            (*(found[band.order] for band in ordered), found[None]),
        )

    def _corporate_codes(self, every: Mapping[str, Line]) -> tuple[str, ...]:
        laid_out = [line for section in self._sections() for line in section["lines"]]
        others = [code for code, line in every.items() if line["corporate"] and code not in laid_out]
        return (*laid_out, *others)

    def _sections(self) -> list[Line]:
        layouts = [layout for layout in self.material.layouts if layout["level"] == "corporate"]
        return [section for layout in layouts for section in layout["sections"]]

    def _by_priority(self, priorities: Iterable[Line]) -> Iterable[Group]:
        known = set()
        for priority in priorities:
            known.add(priority["code"])
            yield self._group(priority["code"], priority["name"], priority.get("short") or priority["name"])
        loose = tuple(line for line in self.corporate if line["priority"] not in known)
        actions = tuple(action for action in self.actions if action["priority"] not in known)
        title = f"Under no {self.at.label('priority').one}"
        yield Group("none", title, title, loose, actions)

    def _group(self, code: str, title: str, short: str) -> Group:
        indicators = tuple(line for line in self.corporate if line["priority"] == code)
        return Group(code, title, short, indicators, tuple(a for a in self.actions if a["priority"] == code))

    def _by_section(self) -> Iterable[Group]:
        placed = set()
        for section in self._sections():
            lines = tuple(line for line in map(self.every.get, section["lines"]) if line)
            placed |= {line["indicator"] for line in lines}
            yield Group(section["code"], section["title"], section["title"], lines, ())
        loose = tuple(line for line in self.corporate if line["indicator"] not in placed)
        yield Group("others", "Other indicators", "Others", loose, ())


def of(material: Material) -> Quarter:
    """The quarter of some material."""
    return Quarter(Standpoint(material))


def reported(actions: Iterable[Line]) -> tuple[Line, ...]:
    """Actions line by line, as they are reported: the parent of a split action is no line."""
    return tuple(action for action in actions if not action["is_parent"])


def frame(lines: Iterable[Line]) -> pl.DataFrame:
    """Action lines as the methods of delivery read them."""
    rows = [{"action": line["ref"], "parent": line["parent"], "status": line["status"]} for line in lines]
    return pl.DataFrame(rows, schema={"action": pl.String, "parent": pl.String, "status": pl.String})


def by_status(actions: Iterable[Line], *, field: str = "status") -> Counts:
    """Actions by status; "Not reported" stands only where there is such a line."""
    found = Counter(action.get(field) or None for action in actions)
    shown: list[str | None] = [code for code in delivery.STATUSES if code != "not_started" or found[code]]
    shown += [None] if found[None] else []
    return Counts(tuple(marks.status(code) for code in shown), tuple(found[code] for code in shown))
