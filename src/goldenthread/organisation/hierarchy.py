"""Hierarchy: which unit is part of which."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol


class IsUnit(Protocol):
    """What the hierarchy wants to know of a unit."""

    code: str
    name: str
    kind: str
    parent: str
    order: int


class UnitsGoRound(ValueError):
    """A unit is above itself."""


class NoSuchUnit(LookupError):
    """There is no unit of this code."""


@dataclass(frozen=True)
class Hierarchy:
    """The units of a council as they were on one day."""

    units: Mapping[str, IsUnit]

    @classmethod
    def of(cls, units: Iterable[IsUnit]) -> "Hierarchy":
        """The hierarchy of these units; raises `UnitsGoRound`."""
        made = cls({unit.code: unit for unit in units})
        for code in made.units:
            made.above(code)
        return made

    def unit(self, code: str) -> IsUnit:
        """One unit; raises `NoSuchUnit`."""
        try:
            return self.units[code]
        except KeyError as error:
            raise NoSuchUnit(
                f"there is no unit {code}; there are: {', '.join(sorted(self.units))}"
            ) from error

    def above(self, code: str) -> tuple[IsUnit, ...]:
        """The unit and everything above it, itself first."""
        path: list[IsUnit] = []
        while code:
            unit = self.unit(code)
            if unit in path:
                raise UnitsGoRound(f"unit {code} is above itself: change the parent of one of its units")
            path.append(unit)
            code = unit.parent
        return tuple(path)

    def at(self, code: str, kind: str) -> str:
        """The code of the directorate, service ... in which a unit lies; empty if there is none."""
        if not code:
            return ""
        return next((unit.code for unit in self.above(code) if unit.kind == kind), "")

    def within(self, code: str) -> frozenset[str]:
        """The codes of a unit and of everything below it."""
        return frozenset(other for other in self.units if self.unit(code) in self.above(other))

    def in_order(self) -> tuple[IsUnit, ...]:
        """Every unit, each followed by what is below it, by order and then name."""
        return tuple(self._below(""))

    def _below(self, parent: str) -> Iterator[IsUnit]:
        children = [unit for unit in self.units.values() if unit.parent == parent]
        for unit in sorted(children, key=lambda unit: (unit.order, unit.name)):
            yield unit
            yield from self._below(unit.code)
