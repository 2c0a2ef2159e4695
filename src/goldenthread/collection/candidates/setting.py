"""The setting: what the council knows before a return is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from goldenthread.collection.candidates.written import folded


@dataclass(frozen=True)
class Basis:
    """How an indicator is defined: what one figure is about, in which calendar, and in what unit."""

    basis: str
    calendar: str
    unit: str

    @property
    def is_per_cent(self) -> bool:
        """Whether 0.93 may mean 93."""
        return self.unit.startswith("%")


@dataclass(frozen=True)
class Setting:
    """The council's areas and indicators, and the moment from which the return's figures are known."""

    area: str
    areas: Mapping[str, str]
    bases: Mapping[str, Basis]
    known_from: datetime
    now: datetime
    _folded: dict[str, str] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Areas are found by their code and by their name."""
        self._folded.update({folded(name): code for code, name in self.areas.items()})
        self._folded.update({folded(code): code for code in self.areas})

    def area_code(self, written: str) -> str | None:
        """The code of an area by its name or code."""
        return self._folded.get(folded(written))
